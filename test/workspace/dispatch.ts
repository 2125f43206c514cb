/** The services' side of the wire: one request of a script, answered. */
import { nowOf } from './backend.ts';
import type { Execution } from './execution.ts';
import { SURFACE, serviceOf } from './services/all.ts';
import { decode, emulatedName, encode, Handles } from './wire.ts';

/** What one execution holds on this side. */
export type Session = { readonly execution: Execution; readonly handles: Handles };

export function openSession(execution: Execution): Session {
  return { execution, handles: new Handles() };
}

/** Answers one request: at once, or later where it has to wait for a lock, a user or a PDF. Never throws. */
export function dispatch(session: Session, request: Request): Reply | Promise<Reply> {
  try {
    const value = perform(session, request);
    if (value instanceof Promise) {
      return value.then(
        (settled: unknown) => replyOf(session, settled),
        (error: unknown) => refusalOf(session, error),
      );
    }
    return replyOf(session, value);
  } catch (error) {
    return refusalOf(session, error);
  }
}

function perform(session: Session, { target, member, args }: Request): unknown {
  const object =
    target.$ === 'service' ? serviceOf(session.execution, target.type) : session.handles.get(target.id);
  const surface = SURFACE.classes[emulatedName(object) ?? ''];
  if (args === null && surface?.getters.includes(member)) return Reflect.get(object, member);
  const method: unknown = surface?.methods.includes(member) ? Reflect.get(object, member) : null;
  if (typeof method !== 'function' || args === null)
    throw new Error(`NotEmulated: ${emulatedName(object)}.${member}`);
  return Reflect.apply(
    method,
    object,
    args.map((arg) => decode(arg, session.handles)),
  );
}

/** What the script asks, and is told: plain data. */
export type Request = {
  readonly target: { readonly $: 'service' | 'object'; readonly type: string; readonly id: number };
  readonly member: string;
  readonly args: readonly unknown[] | null;
};

export type Reply = {
  readonly value?: unknown;
  readonly error?: { readonly name: string; readonly message: string };
  readonly now: number | null;
};

function replyOf({ execution, handles }: Session, value: unknown): Reply {
  return { value: encode(value, handles), now: heldNow(execution) };
}

function refusalOf({ execution }: Session, error: unknown): Reply {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  return { error: { name, message }, now: heldNow(execution) };
}

/** The clock the script is shown; nothing where it runs by itself. */
export function heldNow({ backend }: Execution): number | null {
  return backend.realClock ? null : nowOf(backend);
}
