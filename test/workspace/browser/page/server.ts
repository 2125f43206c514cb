/** The server behind the page: questions, acts, and what it tells without being asked. */
import type { Asked, Called, Cells, Desk, Told } from '../protocol.ts';

export async function askDesk(): Promise<Desk> {
  return read(await fetch('/api/desk'));
}

export async function askCells(gid: number, from: number, to: number): Promise<Cells> {
  return read(await fetch(`/api/cells?gid=${gid}&from=${from}&to=${to}`));
}

export async function act<K extends Exclude<keyof Asked, 'call'>>(name: K, asked: Asked[K]): Promise<void> {
  await post(name, asked);
}

export async function callScript(asked: Asked['call']): Promise<Called> {
  return post('call', asked);
}

export function listen(hear: (told: Told) => void): void {
  const events = new EventSource('/api/events');
  events.addEventListener('message', ({ data }) => hear(JSON.parse(data)));
  events.addEventListener('open', () => hear({ kind: 'changed' }));
}

async function post<T>(name: string, body: unknown): Promise<T> {
  return read(
    await fetch(`/api/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  );
}

async function read<T>(response: Response): Promise<T> {
  if (!response.ok) throw new Error(await response.text());
  return response.json();
}
