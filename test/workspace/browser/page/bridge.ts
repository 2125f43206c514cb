/**
 * `google.script` in a panel's page, by Google's rules: calls go to the sheet's page, which has the script run. What is handed over
 * is JSON; a day, a function or an element is refused at once; ten calls run at a time and the others wait.
 */
type Given = { readonly functions: readonly string[]; readonly pageOrigin: string };
type Handlers = {
  readonly done?: (value: unknown, userObject: unknown) => void;
  readonly failed?: (error: Error, userObject: unknown) => void;
  readonly userObject?: unknown;
};
type Call = {
  readonly id: number;
  readonly name: string;
  readonly args: unknown;
  readonly handlers: Handlers;
};
type Settled = {
  readonly id: number;
  readonly called: { readonly value?: unknown; readonly error?: { readonly message: string } };
};

declare const encaisseBridge: Given;
const { functions, pageOrigin } = encaisseBridge;

const MOST_AT_ONCE = 10;
const waiting: Call[] = [];
const running = new Map<number, Call>();
let counter = 0;

function runner(handlers: Handlers): object {
  const members: [string, unknown][] = functions
    .filter((name) => !name.endsWith('_'))
    .map((name) => [name, (...args: unknown[]) => start(name, args, handlers)]);
  return Object.freeze({
    ...Object.fromEntries(members),
    withSuccessHandler: (done: Handlers['done']) => runner({ ...handlers, ...(done && { done }) }),
    withFailureHandler: (failed: Handlers['failed']) => runner({ ...handlers, ...(failed && { failed }) }),
    withUserObject: (userObject: unknown) => runner({ ...handlers, userObject }),
  });
}

function start(name: string, args: readonly unknown[], handlers: Handlers): void {
  const kept = args.map((arg, at) => legal(arg, String(at)));
  counter += 1;
  waiting.push({ id: counter, name, args: kept, handlers });
  next();
}

function next(): void {
  while (running.size < MOST_AT_ONCE) {
    const call = waiting.shift();
    if (!call) return;
    running.set(call.id, call);
    tellPage({ kind: 'call', id: call.id, name: call.name, args: call.args });
  }
}

/** A copy of what may be handed over. @throws TypeError where a part of it may not */
function legal(value: unknown, property: string): unknown {
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return value;
  if (value === undefined) return null;
  if (Array.isArray(value)) return value.map((item, at) => legal(item, String(at)));
  if (!isPlain(value)) throw new TypeError(`Failed due to illegal value in property: ${property}`);
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(entries.map(([key, inner]) => [key, legal(inner, key)]));
}

function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const above: unknown = Object.getPrototypeOf(value);
  return above === Object.prototype || above === null;
}

function settle({ id, called }: Settled): void {
  const call = running.get(id);
  if (!call) return;
  running.delete(id);
  next();
  const { done, failed, userObject } = call.handlers;
  if (!called.error) {
    done?.(called.value, userObject);
    return;
  }
  const error = new Error(called.error.message);
  error.name = 'ScriptError';
  if (!failed) throw error; // seen in the console, as at Google
  failed(error, userObject);
}

function tellPage(message: object): void {
  window.parent.postMessage(message, pageOrigin);
}

function isSettled(data: unknown): data is Settled {
  return typeof data === 'object' && data !== null && 'called' in data && 'id' in data;
}

window.addEventListener('message', ({ origin, data }) => {
  if (origin === pageOrigin && isSettled(data)) settle(data);
});

window.addEventListener('mousedown', () => tellPage({ kind: 'pressed' }), true);
window.addEventListener('keydown', ({ key }) => key === 'Escape' && tellPage({ kind: 'pressed' }), true);

Object.defineProperty(globalThis, 'google', {
  value: Object.freeze({
    script: Object.freeze({
      run: runner({}),
      host: Object.freeze({
        origin: pageOrigin,
        close: () => tellPage({ kind: 'close' }),
        setWidth: (width: number) => tellPage({ kind: 'size', width }),
        setHeight: (height: number) => tellPage({ kind: 'size', height }),
        editor: Object.freeze({ focus: () => tellPage({ kind: 'focus' }) }),
      }),
    }),
  }),
});
