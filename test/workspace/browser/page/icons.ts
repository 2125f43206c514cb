/** The few pictures of the page, drawn. */
import { svg } from './dom.ts';

const PATHS = {
  clock: ['M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z', 'M12 7v5l3.5 2'],
  outbox: ['M3 6h18v13H3z', 'm3 7 9 7 9-7'],
  files: ['M6 2.5h8l5 5v14H6z', 'M14 2.5v5h5', 'M9 13h7M9 17h7'],
  runs: ['M4 5h16v14H4z', 'm8 9 3 3-3 3', 'M13 15h4'],
  clip: [
    'M20 11.5 12.5 19a5 5 0 0 1-7-7l8-8a3.4 3.4 0 0 1 4.800 4.800l-8 8a1.700 1.700 0 0 1-2.400-2.400l7-7',
  ],
} as const;

export type Icon = keyof typeof PATHS;

export function icon(name: Icon, size = 20): SVGElement {
  const paths = PATHS[name].map((d) => svg('path', { d }));
  const line = { fill: 'none', stroke: 'currentColor', 'stroke-width': 1.7, 'stroke-linejoin': 'round' };
  return svg(
    'svg',
    { viewBox: '0 0 24 24', width: size, height: size, 'aria-hidden': 'true', ...line },
    ...paths,
  );
}
