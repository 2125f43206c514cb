/** One function of the script to be run: what it is given, and what came of it. */
import type { Backend } from './backend.ts';
import { openSession, type Session } from './dispatch.ts';
import { Execution, type Start } from './execution.ts';
import { HtmlOutputService, TextOutputService } from './services/html.ts';
import { decode, encode } from './wire.ts';

export type Job = Start & {
  /** The arguments, made when the execution exists: an event holds objects of its own. */
  readonly args: (execution: Execution) => readonly unknown[];
};

/** An error the script did not catch. */
export class ScriptError extends Error {
  override readonly name = 'ScriptError';
  readonly scriptStack: string;
  constructor(message: string, scriptStack: string) {
    super(message);
    this.scriptStack = scriptStack;
  }
}

export type Opened = { readonly session: Session; readonly argsText: string };

export function openJob(backend: Backend, job: Job, mayWait: boolean): Opened {
  const execution = new Execution(backend, job, mayWait);
  const session = openSession(execution);
  const args = job.args(execution).map((arg) => encode(arg, session.handles));
  return { session, argsText: JSON.stringify(args) };
}

/** Ends the execution with what the script's side says came of it. */
export function closeJob({ execution, handles }: Session, outcome: string): unknown {
  const { value, error } = parseOutcome(outcome);
  if (execution.ended) throw new ScriptError(execution.record.error ?? '', '');
  if (error) {
    execution.end(error.message);
    throw new ScriptError(error.message, error.stack);
  }
  execution.end(null);
  return plain(decode(value, handles));
}

type Outcome = {
  readonly value?: unknown;
  readonly error?: { readonly message: string; readonly stack: string };
};

function parseOutcome(text: string): Outcome {
  return JSON.parse(text);
}

/** A page or a text the web app answers with is its content. */
function plain(value: unknown): unknown {
  if (value instanceof HtmlOutputService || value instanceof TextOutputService) return value.content;
  return value;
}
