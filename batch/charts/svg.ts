/** SVG as text: elements, their attributes, and words that stand as they are. */

export type Attributes = Readonly<Record<string, string | number>>;

/** @param content SVG already, or empty */
export function element(name: string, attributes: Attributes, content = ''): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? numberOf(value) : escaped(value)}"`)
    .join('');
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

/** Words with their baseline at `y`. */
export function words(x: number, y: number, text: string, attributes: Attributes = {}): string {
  return element('text', { x, y, ...attributes }, escaped(text));
}

/** A line through points; where one is null the line stops and begins again behind it. */
export function pathThrough(points: readonly (readonly [x: number, y: number] | null)[]): string {
  let step = 'M';
  const steps: string[] = [];
  for (const point of points) {
    if (point !== null) steps.push(`${step}${numberOf(point[0])} ${numberOf(point[1])}`);
    step = point === null ? 'M' : 'L';
  }
  return steps.join('');
}

/** A tenth of a pixel is as fine as anybody sees. */
function numberOf(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
