/** The sidebar and dialogs with a page of the add-on: a frame of another origin, whose calls are handed on to the script. */
import type { ShownPanel } from '../protocol.ts';
import { overlay } from './dialogs.ts';
import { el, part } from './dom.ts';
import { act, callScript } from './server.ts';
import { word } from './words.ts';

/** As Google's frames are. */
const SANDBOX =
  'allow-scripts allow-forms allow-modals allow-popups allow-popups-to-escape-sandbox allow-same-origin allow-downloads';

type Open = { readonly panel: ShownPanel; readonly frame: HTMLIFrameElement; readonly close: () => void };

let open: Open | null = null;

/** Shows a panel instead of the one that is open: there is one at a time. */
export function showPanel(panel: ShownPanel): void {
  if (open?.panel.id === panel.id) return;
  closePanel();
  const frame = el('iframe', { src: panel.src, sandbox: SANDBOX, title: panel.title });
  open = panel.kind === 'sidebar' ? inSidebar(panel, frame) : inDialog(panel, frame);
}

export function closePanel(): void {
  if (!open) return;
  const { close, panel } = open;
  open = null;
  close();
  void act('closePanel', { id: panel.id });
}

function inSidebar(panel: ShownPanel, frame: HTMLIFrameElement): Open {
  const host = part('sidebar');
  host.replaceChildren(headOf(panel), frame);
  host.hidden = false;
  const close = (): void => {
    host.hidden = true;
    host.replaceChildren();
  };
  return { panel, frame, close };
}

function inDialog(panel: ShownPanel, frame: HTMLIFrameElement): Open {
  frame.style.width = `${panel.width}px`;
  frame.style.height = `${panel.height}px`;
  const box = el('div', { class: 'box page', role: 'dialog' }, headOf(panel), frame);
  return { panel, frame, close: overlay(box, panel.kind === 'modal') };
}

function headOf({ title }: ShownPanel): HTMLElement {
  const cross = el(
    'button',
    { class: 'cross', type: 'button', 'aria-label': word('close'), onclick: closePanel },
    '×',
  );
  return el('div', { class: 'panel-head' }, el('h2', {}, title), cross);
}

/** Hears what the open frame says, and nobody else. @param focus brings the sheet to the front @param pressed one turned to the panel */
export function hearPanel(focus: () => void, pressed: () => void): void {
  window.addEventListener('message', ({ data, source }) => {
    if (!open || source !== open.frame.contentWindow || typeof data !== 'object' || data === null) return;
    if (data.kind === 'call') void call(open, data.id, data.name, data.args);
    if (data.kind === 'close') closePanel();
    if (data.kind === 'focus') focus();
    if (data.kind === 'pressed') pressed();
    if (data.kind === 'size' && open.panel.kind !== 'sidebar') resize(open.frame, data.width, data.height);
  });
}

async function call({ frame, panel }: Open, id: unknown, name: unknown, args: unknown): Promise<void> {
  if (typeof name !== 'string' || !Array.isArray(args)) return;
  const called = await callScript({ name, args }).catch((error: unknown) => ({
    error: { name: 'Error', message: String(error) },
  }));
  frame.contentWindow?.postMessage({ id, called }, new URL(panel.src).origin);
}

function resize(frame: HTMLIFrameElement, width: unknown, height: unknown): void {
  if (typeof width === 'number') frame.style.width = `${width}px`;
  if (typeof height === 'number') frame.style.height = `${height}px`;
}
