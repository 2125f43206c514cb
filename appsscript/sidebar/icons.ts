/** The drawings of the sidebar, stroke by stroke on a grid of 24. They say nothing that the words beside them do not. */

const STROKES = {
  back: 'M15 5l-7 7 7 7',
  next: 'M9 5l7 7-7 7',
  home: 'M4 11l8-7 8 7M6 9.5V20h12V9.5M10 20v-6h4v6',
  invoice: 'M6 3h9l4 4v14H6zM14 3v5h5M9 12h7M9 16h7',
  issue: 'M4 12l16-8-5 16-3.5-6.5zM11.5 13.5L20 4',
  payment: 'M3 7h18v11H3zM3 11h18M7 15h4',
  reminders: 'M6 17V11a6 6 0 0112 0v6l1.5 2h-15zM10 21h4',
  clients:
    'M9 11a3.5 3.5 0 100-7 3.5 3.5 0 000 7zM3 20c0-3.5 2.5-6 6-6s6 2.5 6 6M16 4.5a3.5 3.5 0 010 6.5M17.5 14.5c2.2.7 3.5 2.8 3.5 5.5',
  journal: 'M5 4h14v12h-8l-4 4v-4H5zM9 8.5h6M9 12h4',
  setup:
    'M4 7h9M17 7h3M4 17h3M11 17h9M15 4.5a2.5 2.5 0 100 5 2.5 2.5 0 000-5zM9 14.5a2.5 2.5 0 100 5 2.5 2.5 0 000-5z',
  outlook: 'M5 6h14v14H5zM5 10h14M9 3v4M15 3v4M9 15l2 2 4-4',
  followUp: 'M12 21a9 9 0 100-18 9 9 0 000 18zM12 7v5l3 3',
  remove: 'M6 6l12 12M18 6L6 18',
  add: 'M12 5v14M5 12h14',
  search: 'M11 18a7 7 0 100-14 7 7 0 000 14zM16 16l5 5',
  done: 'M5 12.5l4.5 4.5L19 7',
} as const;
export type Icon = keyof typeof STROKES;

const SVG = 'http://www.w3.org/2000/svg';

/** One drawing, in the colour of the text around it, hidden from screen readers. */
export function icon(name: Icon): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  const path = document.createElementNS(SVG, 'path');
  const drawing = { viewBox: '0 0 24 24', class: 'icon', 'aria-hidden': 'true', focusable: 'false' };
  for (const [key, value] of Object.entries(drawing)) svg.setAttribute(key, value);
  path.setAttribute('d', STROKES[name]);
  svg.append(path);
  return svg;
}

/** A button that shows a drawing and says its label. */
export function iconButton(name: Icon, label: string, pressed: () => void): HTMLButtonElement {
  const node = document.createElement('button');
  node.type = 'button';
  node.className = 'icon-button';
  node.title = label;
  node.setAttribute('aria-label', label);
  node.append(icon(name));
  node.addEventListener('click', pressed);
  return node;
}
