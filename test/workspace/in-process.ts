/**
 * Runs the built script in this very thread: quick, one thing at a time. A context is used again for the next execution; its
 * global state is then not lost as it is in Apps Script, so the script must not keep any.
 */
import { createContext, runInContext, Script } from 'node:vm';
import type { Backend } from './backend.ts';
import { dispatch, heldNow, type Reply, type Request } from './dispatch.ts';
import { closeJob, type Job, openJob } from './job.ts';
import { SCRIPT_SIDE } from './script-side.ts';
import { SURFACE } from './services/all.ts';

type Binding = { ask: (request: Request) => Reply };
type Loaded = {
  readonly binding: Binding;
  readonly run: (functionName: string, args: string, now: number | null) => string;
};

const compiled = new Map<string, Script>();
const idle = new Map<string, Loaded[]>();

/** Runs a job to its end. What would have to wait is refused. */
export function runInProcess(backend: Backend, code: string, job: Job): unknown {
  const { session, argsText } = openJob(backend, job, false);
  const loaded = idle.get(code)?.pop() ?? load(code);
  loaded.binding.ask = (request) => {
    const reply = dispatch(session, request);
    if (!(reply instanceof Promise)) return reply;
    throw new Error('a call that waits cannot be made in-process');
  };
  const outcome = loaded.run(job.functionName, argsText, heldNow(session.execution));
  const others = idle.get(code) ?? [];
  idle.set(code, [...others, loaded]);
  return closeJob(session, outcome);
}

function load(code: string): Loaded {
  const context = createContext(Object.create(null));
  const binding: Binding = { ask: () => ({ now: null }) };
  const open: unknown = runInContext(SCRIPT_SIDE, context);
  if (typeof open !== 'function') throw new Error('the script’s side of the wire did not load');
  const run: unknown = open(plainSurface(context), binding);
  const script = compiled.get(code) ?? new Script(code, { filename: 'Code.js' });
  compiled.set(code, script);
  script.runInContext(context);
  if (typeof run !== 'function') throw new Error('the script’s side of the wire did not open');
  return { binding, run: (...given) => String(run(...given)) };
}

function plainSurface(context: object): unknown {
  return runInContext(`(${JSON.stringify(SURFACE)})`, context);
}
