/** `EmbeddedChart` and its builder: what is drawn from which cells, and where. */
import { nextId } from '../backend.ts';
import { type Emulates, EnumValue, enumName } from '../emulated.ts';
import type { Execution } from '../execution.ts';
import type { Chart, Tab } from '../spreadsheet.ts';
import { rangeLike } from './validation.ts';

type Google = GoogleAppsScript.Spreadsheet.EmbeddedChart;
type GoogleBuilder = GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder;

export const CHART_TYPES = ['AREA', 'BAR', 'COLUMN', 'COMBO', 'LINE', 'PIE', 'SCATTER', 'TABLE'];

export class ChartService implements Emulates<Google, 'getChartId' | 'getOptions' | 'modify'> {
  static readonly emulates = 'EmbeddedChart';
  readonly chart: Chart;

  constructor(chart: Chart) {
    this.chart = chart;
  }
  getChartId(): number {
    return this.chart.id;
  }
  getOptions(): ChartOptions {
    return new ChartOptions(this.chart);
  }
  modify(): ChartBuilder {
    return new ChartBuilder(this.chart);
  }
}

/** `ChartOptions`: what a chart was given by `setOption`. */
export class ChartOptions implements Emulates<GoogleAppsScript.Charts.ChartOptions, 'get'> {
  static readonly emulates = 'ChartOptions';
  readonly chart: Chart;

  constructor(chart: Chart) {
    this.chart = chart;
  }
  get(option: string): unknown {
    return this.chart.options[option] ?? null;
  }
}

export class ChartBuilder
  implements
    Emulates<
      GoogleBuilder,
      | 'addRange'
      | 'clearRanges'
      | 'setChartType'
      | 'asColumnChart'
      | 'asBarChart'
      | 'asLineChart'
      | 'asPieChart'
      | 'setPosition'
      | 'setOption'
      | 'setNumHeaders'
      | 'setHiddenDimensionStrategy'
      | 'setMergeStrategy'
      | 'setTransposeRowsAndColumns'
      | 'build'
    >
{
  static readonly emulates = 'EmbeddedChartBuilder';
  chart: Chart;

  constructor(chart: Chart) {
    this.chart = chart;
  }
  addRange(range: unknown): this {
    const { tab, rect } = rangeLike(range);
    return change(this, { ranges: [...this.chart.ranges, { gid: tab.gid, rect }] });
  }
  clearRanges(): this {
    return change(this, { ranges: [] });
  }
  setChartType(type: unknown): this {
    return change(this, { type: enumName(type, 'ChartType') });
  }
  asColumnChart(): this {
    return change(this, { type: 'COLUMN' });
  }
  asBarChart(): this {
    return change(this, { type: 'BAR' });
  }
  asLineChart(): this {
    return change(this, { type: 'LINE' });
  }
  asPieChart(): this {
    return change(this, { type: 'PIE' });
  }
  setPosition(row: number, column: number, _offsetX: number, _offsetY: number): this {
    return change(this, { row, column });
  }
  setOption(name: string, value: unknown): this {
    return option(this, name, value);
  }
  setNumHeaders(count: number): this {
    return option(this, 'numHeaders', count);
  }
  setHiddenDimensionStrategy(strategy: unknown): this {
    return option(this, 'hiddenDimensionStrategy', strategy);
  }
  setMergeStrategy(strategy: unknown): this {
    return option(this, 'mergeStrategy', strategy);
  }
  setTransposeRowsAndColumns(transpose: boolean): this {
    return option(this, 'transpose', transpose);
  }
  setTitle(title: string): this {
    return option(this, 'title', title);
  }
  setXAxisTitle(title: string): this {
    return option(this, 'hAxis.title', title);
  }
  setYAxisTitle(title: string): this {
    return option(this, 'vAxis.title', title);
  }
  setStacked(): this {
    return option(this, 'isStacked', true);
  }
  setColors(colors: readonly string[]): this {
    return option(this, 'colors', colors);
  }
  build(): ChartService {
    if (this.chart.ranges.length === 0 || this.chart.type === '')
      throw new Error('NotEmulated: a chart without a type or cells');
    return new ChartService(this.chart);
  }
}

function change<T extends ChartBuilder>(builder: T, part: Partial<Chart>): T {
  builder.chart = { ...builder.chart, ...part };
  return builder;
}

/** Options are kept as plain data: the model is copied whole. */
function option<T extends ChartBuilder>(builder: T, name: string, value: unknown): T {
  const kept = value instanceof EnumValue ? value.name : value;
  return change(builder, { options: { ...builder.chart.options, [name]: kept } });
}

export function newChart({ backend }: Execution, _tab: Tab): ChartBuilder {
  const id = Number.parseInt(nextId(backend, ''), 36);
  return new ChartBuilder({ id, type: '', ranges: [], row: 1, column: 1, options: {} });
}
