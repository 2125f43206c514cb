/**
 * The thread of one execution: a bare context with the script in it. Each service call stops the thread until the backend, in the
 * main thread, has answered. Built into one text and run by `worker-run.ts`.
 */
import { createContext, runInContext } from 'node:vm';
import { type MessagePort, receiveMessageOnPort, workerData } from 'node:worker_threads';

type Given = {
  readonly port: MessagePort;
  readonly signal: Int32Array;
  readonly code: string;
  readonly scriptSide: string;
  readonly surface: string;
  readonly functionName: string;
  readonly args: string;
  readonly now: number | null;
};

const given: Given = workerData;
const { port, signal } = given;

function ask(request: unknown): unknown {
  Atomics.store(signal, 0, 0);
  port.postMessage({ request: JSON.stringify(request) });
  for (;;) {
    const received = receiveMessageOnPort(port);
    if (received) return JSON.parse(String(received.message));
    Atomics.wait(signal, 0, 0);
    Atomics.store(signal, 0, 0);
  }
}

const context = createContext(Object.create(null), { microtaskMode: 'afterEvaluate' });
const open: (surface: unknown, binding: unknown) => (...args: unknown[]) => string = runInContext(
  given.scriptSide,
  context,
);
const run = open(runInContext(`(${given.surface})`, context), { ask });
port.postMessage({ outcome: outcomeOf() });
port.close();

function outcomeOf(): string {
  try {
    runInContext(given.code, context, { filename: 'Code.js' });
  } catch (error) {
    return JSON.stringify({ error: { name: 'Error', message: String(error), stack: '' } });
  }
  return run(given.functionName, given.args, given.now);
}
