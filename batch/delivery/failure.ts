/** Why a report did not leave, or may not have: typed, with French and English words and a remedy. Never a password. */
import type { Language, Words } from '../../shared/base/words.ts';
import { FAILURE_WORDS } from './failure-words.ts';

/** What each failure names. `server` is `host:port`; `reply` what the server answered, on one line. */
export type FailureDetails = {
  'attachment/unreadable': { readonly path: string; readonly cause: string };
  'gmail/forbidden': { readonly reply: string };
  'gmail/lost': { readonly cause: string };
  'gmail/no-credentials': { readonly cause: string };
  'gmail/refused': { readonly reply: string };
  'outbox/unwritable': { readonly path: string; readonly cause: string };
  'recipients/invalid': { readonly found: string };
  'recipients/none': object;
  'run/busy': { readonly pid: string; readonly since: string };
  'setting/invalid': { readonly variable: string; readonly expected: Words };
  'setting/missing': { readonly variable: string };
  'smtp/login': { readonly server: string; readonly reply: string };
  'smtp/lost': { readonly server: string; readonly cause: string };
  'smtp/recipient': { readonly server: string; readonly recipient: string; readonly reply: string };
  'smtp/refused': { readonly server: string; readonly reply: string };
  'smtp/tls': { readonly server: string; readonly cause: string };
  'smtp/too-large': { readonly server: string; readonly reply: string };
  'smtp/unreachable': { readonly server: string; readonly cause: string };
  'state/corrupt': { readonly path: string };
  'state/unwritable': { readonly path: string; readonly cause: string };
};
export type FailureCode = keyof FailureDetails;
export type Failure<C extends FailureCode> = { [K in C]: { readonly code: K } & FailureDetails[K] }[C];
export type DeliveryFailure = Failure<FailureCode>;

/** What stops the whole delivery before, or apart from, the sending to one recipient. */
export class DeliveryError extends Error {
  override readonly name = 'DeliveryError';
  readonly failure: DeliveryFailure;

  constructor(failure: DeliveryFailure) {
    super(failureText(failure, 'en'));
    this.failure = failure;
  }
}

/** What went wrong and what to do about it, for a person. */
export function failureText<C extends FailureCode>(failure: Failure<C>, language: Language): string {
  const write: (failure: Failure<C>) => Words = FAILURE_WORDS[failure.code];
  return write(failure)[language];
}

/** The plain words of something caught, on one line, at most 300 characters. */
export function causeText(caught: unknown): string {
  const text = caught instanceof Error ? caught.message : String(caught);
  return text.replace(/\s+/g, ' ').trim().slice(0, 300);
}
