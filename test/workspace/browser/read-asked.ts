/** What the page asks, read field by field, and handed to the desk. */
import type { OpenDesk } from './desk.ts';

/** @returns what is answered; `undefined` where nobody knows the question */
export async function readAsked(desk: OpenDesk, name: string, body: unknown): Promise<unknown> {
  const fields = new Fields(body);
  switch (name) {
    case 'run':
      return done(await desk.run({ name: fields.text('name') }));
    case 'call':
      return desk.call({ name: fields.text('name'), args: fields.list('args') });
    case 'edit':
      return done(await desk.edit({ ...placeOf(fields), block: blockOf(fields.list('block')) }));
    case 'rows': {
      const change = fields.text('change') === 'insert' ? 'insert' : 'delete';
      const { gid, row } = placeOf(fields);
      return done(desk.rows({ gid, row, count: fields.number('count'), change }));
    }
    case 'sort': {
      const { gid, column } = placeOf(fields);
      const order = fields.text('order') === 'descending' ? 'descending' : 'ascending';
      return done(desk.sort({ gid, column, order }));
    }
    case 'select':
      return done(
        desk.select({ ...placeOf(fields), rows: fields.number('rows'), columns: fields.number('columns') }),
      );
    case 'answer':
      return done(desk.answer({ id: fields.number('id'), button: fields.text('button') }));
    case 'closePanel':
      return done(desk.closePanel({ id: fields.number('id') }));
    case 'clock':
      return done(await desk.clock({ days: Math.min(366, fields.number('days')) }));
    case 'daily':
      return done(await desk.daily());
    default:
      return undefined;
  }
}

function done(_: unknown): Record<string, never> {
  return {};
}

function placeOf(fields: Fields) {
  return { gid: fields.number('gid'), row: fields.number('row', 1), column: fields.number('column', 1) };
}

function blockOf(lines: readonly unknown[]): string[][] {
  return lines.map((line) => (Array.isArray(line) ? line.map(String) : []));
}

class Fields {
  readonly #fields: ReadonlyMap<string, unknown>;
  constructor(body: unknown) {
    this.#fields = new Map(typeof body === 'object' && body !== null ? Object.entries(body) : []);
  }
  text(name: string): string {
    const value = this.#fields.get(name);
    return typeof value === 'string' ? value : '';
  }
  number(name: string, otherwise = 0): number {
    const value = this.#fields.get(name);
    return typeof value === 'number' && Number.isSafeInteger(value) ? value : otherwise;
  }
  list(name: string): readonly unknown[] {
    const value = this.#fields.get(name);
    return Array.isArray(value) ? value : [];
  }
}
