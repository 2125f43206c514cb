/** Runs the built script as Google does: each execution in a thread and a context of its own, several at once, with a time limit. */
import { MessageChannel, Worker } from 'node:worker_threads';
import { buildSync } from 'esbuild';
import type { Backend } from './backend.ts';
import { dispatch, heldNow, type Session } from './dispatch.ts';
import { closeJob, type Job, openJob, ScriptError } from './job.ts';
import { SCRIPT_SIDE } from './script-side.ts';
import { SURFACE } from './services/all.ts';

let built: string | null = null;

function workerSide(): string {
  built ??= buildSync({
    entryPoints: ['test/workspace/worker-side.ts'],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    write: false,
  })
    .outputFiles.map(({ text }) => text)
    .join('\n');
  return built;
}

/** Runs a job; rejects with `ScriptError` where the script threw or was stopped. */
export async function runInWorker(backend: Backend, code: string, job: Job): Promise<unknown> {
  const { session, argsText } = openJob(backend, job, true);
  const outcome = await outcomeOf(session, code, job, argsText);
  return closeJob(session, outcome);
}

function outcomeOf(session: Session, code: string, job: Job, args: string): Promise<string> {
  const { execution } = session;
  const { port1, port2 } = new MessageChannel();
  const signal = new Int32Array(new SharedArrayBuffer(4));
  const { functionName } = job;
  const surface = JSON.stringify(SURFACE);
  const given = { code, scriptSide: SCRIPT_SIDE, surface, functionName, args, now: heldNow(execution) };
  const workerData = { ...given, port: port2, signal };
  const worker = new Worker(workerSide(), { eval: true, workerData, transferList: [port2] });
  return new Promise<string>((resolve, reject) => {
    const limit = setTimeout(() => {
      execution.kill('timedOut', 'all');
      stop(new ScriptError('Exceeded maximum execution time', ''));
    }, execution.limitMillis);
    const stop = (error: Error | null, outcome = ''): void => {
      clearTimeout(limit);
      port1.close();
      void worker.terminate();
      if (error) reject(error);
      else resolve(outcome);
    };
    worker.on('error', (error: Error) => stop(error));
    port1.on('message', async ({ request, outcome }: { request?: string; outcome?: string }) => {
      if (request === undefined) return stop(null, outcome);
      const reply = await dispatch(session, JSON.parse(request));
      if (execution.ended) return stop(new ScriptError(execution.record.error ?? 'ended', ''));
      port1.postMessage(JSON.stringify(reply));
      Atomics.store(signal, 0, 1);
      Atomics.notify(signal, 0);
    });
  });
}
