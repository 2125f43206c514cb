/** The sheet's charts, drawn as Google draws them: columns and lines over few figures. */
import type { ChartShape } from '../protocol.ts';
import { svg } from './dom.ts';
import { type Geometry, GUTTER_WIDTH, HEADER_HEIGHT } from './geometry.ts';

const MARGIN = { top: 52, right: 24, bottom: 44, left: 72 };
const STEPS = 4;

type Frame = { readonly width: number; readonly height: number; readonly most: number };

/** @returns the chart, laid over the cells where it stands */
export function chartOf(chart: ChartShape, geometry: Geometry): HTMLElement {
  const host = document.createElement('div');
  host.className = 'chart';
  host.style.left = `${geometry.left(chart.column) + GUTTER_WIDTH + 4}px`;
  host.style.top = `${geometry.top(chart.row) + HEADER_HEIGHT + 4}px`;
  const { height, width } = chart;
  const viewBox = `0 0 ${width} ${height}`;
  const drawing = svg('svg', { width, height, viewBox, role: 'img', 'aria-label': chart.title });
  drawing.append(text(20, 30, chart.title, { class: 'chart-title' }));
  drawing.append(...body(chart));
  host.append(drawing);
  return host;
}

function body(chart: ChartShape): readonly SVGElement[] {
  const values = chart.series.flatMap((one) => one.values).filter((value) => value !== null);
  const frame = {
    width: chart.width - MARGIN.left - MARGIN.right,
    height: chart.height - MARGIN.top - MARGIN.bottom,
    most: roundUp(Math.max(1, ...values)),
  };
  const marks = chart.series.flatMap(({ values: figures }, at) => {
    const color = chart.colors[at % chart.colors.length] ?? '#4285f4';
    return chart.type === 'LINE' ? lineMarks(figures, frame, color) : columnMarks(figures, frame, color);
  });
  return [...scale(frame), ...names(chart.labels, frame), ...marks];
}

/** The next of 1, 2, 2.5, 5 times a power of ten. */
function roundUp(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most));
  return ([1, 2, 2.5, 5, 10].find((step) => step * power >= most) ?? 10) * power;
}

function scale({ height, most, width }: Frame): readonly SVGElement[] {
  return Array.from({ length: STEPS + 1 }, (_, step) => {
    const y = MARGIN.top + height - (height * step) / STEPS;
    const line = svg('line', { x1: MARGIN.left, x2: MARGIN.left + width, y1: y, y2: y, class: 'chart-grid' });
    const value = ((most * step) / STEPS).toLocaleString(document.documentElement.lang);
    return svg(
      'g',
      {},
      line,
      text(MARGIN.left - 8, y + 4, value, { class: 'chart-tick', 'text-anchor': 'end' }),
    );
  });
}

function names(labels: readonly string[], { height, width }: Frame): readonly SVGElement[] {
  const step = width / Math.max(1, labels.length);
  const every = Math.ceil(labels.reduce((most, label) => Math.max(most, label.length * 6.5), 0) / step) || 1;
  return labels.flatMap((label, at) =>
    at % every === 0
      ? [
          text(MARGIN.left + step * (at + 0.5), MARGIN.top + height + 20, label, {
            class: 'chart-tick',
            'text-anchor': 'middle',
          }),
        ]
      : [],
  );
}

function columnMarks(values: readonly (number | null)[], frame: Frame, color: string): readonly SVGElement[] {
  const step = frame.width / Math.max(1, values.length);
  return values.flatMap((value, at) => {
    if (value === null || value <= 0) return [];
    const height = (frame.height * value) / frame.most;
    const x = MARGIN.left + step * (at + 0.2);
    return [
      svg('rect', { x, y: MARGIN.top + frame.height - height, width: step * 0.6, height, fill: color }),
    ];
  });
}

function lineMarks(values: readonly (number | null)[], frame: Frame, color: string): readonly SVGElement[] {
  const step = frame.width / Math.max(1, values.length);
  const points = values.flatMap((value, at) =>
    value === null
      ? []
      : [
          [
            MARGIN.left + step * (at + 0.5),
            MARGIN.top + frame.height - (frame.height * value) / frame.most,
          ] as const,
        ],
  );
  const path = points.map(([x, y]) => `${x},${y}`).join(' ');
  const dots = points.map(([cx, cy]) => svg('circle', { cx, cy, r: 3, fill: color }));
  return [svg('polyline', { points: path, fill: 'none', stroke: color, 'stroke-width': 2 }), ...dots];
}

function text(x: number, y: number, words: string, attributes: Readonly<Record<string, string>>): SVGElement {
  return svg('text', { x, y, ...attributes }, words);
}
