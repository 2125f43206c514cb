/** What a check says about a draft, a client or a setting: the field, whether it may go on, the words. */
import { typesetFrench, type Words } from '../base/words.ts';

export type CheckNotice = {
  readonly field: string; // the path to it, such as `lines.2.quantity`; the seller's and the client's as `seller.iban`, `client.email`
  readonly severity: 'error' | 'warning'; // a warning is read, an error keeps it from going on
  readonly words: Words;
};

export function errorOn(field: string, fr: string, en: string): CheckNotice {
  return { field, severity: 'error', words: { fr: typesetFrench(fr), en } };
}

export function warningOn(field: string, fr: string, en: string): CheckNotice {
  return { field, severity: 'warning', words: { fr: typesetFrench(fr), en } };
}

/** Whether nothing among them keeps it from going on. */
export function hasNoError(notices: readonly CheckNotice[]): boolean {
  return notices.every(({ severity }) => severity !== 'error');
}
