/** The names users may write between `{{` and `}}`, in French or in English, whatever the language of the text. */

import { placeholderName } from '../base/placeholders.ts';

/** As `placeholderName` reads them: without accents, in small letters. */
const NAMES = {
  client: ['client'],
  company: ['societe', 'company'],
  signature: ['signature'],
  date: ['date'],
  number: ['numero', 'number'],
  invoices: ['factures', 'invoices'],
  ofInvoices: ['des factures'], // French contracts `de les`
  amount: ['montant', 'amount'],
  total: ['total'],
  due: ['echeance', 'due date'],
  late: ['retard', 'days late'],
  deadline: ['delai', 'deadline'],
  interest: ['penalites', 'interest'],
  indemnity: ['indemnite', 'indemnity'],
  reference: ['reference'],
  reminders: ['relances', 'reminders'],
  greeting: ['bonjour', 'hello'],
} as const;

/** What a message has values for; the others are unknown to it. */
export type MessageFacts = { readonly [Name in keyof typeof NAMES]?: string };

/** Where the table of amounts stands in a text; without it, below the text. On a line of its own. */
export const DETAILS = /^[ \t]*\{\{[ \t]*(?:d[ée]tails|details)[ \t]*\}\}[ \t]*$/imu;

/** Values by every name they have. Only the signature has more than one line. */
export function placeholderValues(facts: MessageFacts): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const [key, names] of Object.entries(NAMES)) {
    const value = new Map(Object.entries(facts)).get(key);
    if (value === undefined) continue;
    for (const name of names) values.set(name, key === 'signature' ? value : oneLine(value));
  }
  return values;
}

/** No line break, no control character: a value stays within its sentence, a subject within its header. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

const ALWAYS: readonly (keyof typeof NAMES)[] = ['client', 'company', 'signature', 'date', 'greeting'];
const OF_PAYMENT: readonly (keyof typeof NAMES)[] = [...ALWAYS, 'number', 'amount', 'total'];
const OF_INVOICE: readonly (keyof typeof NAMES)[] = [...OF_PAYMENT, 'due', 'reference'];
const OF_REMINDER: readonly (keyof typeof NAMES)[] = [
  ...OF_PAYMENT,
  'invoices',
  'ofInvoices',
  'due',
  'late',
  'deadline',
  'interest',
  'indemnity',
  'reminders',
];

const BY_TEXT: ReadonlyMap<string, readonly (keyof typeof NAMES)[]> = new Map([
  ['invoice', OF_INVOICE],
  ['credit-note', OF_INVOICE],
  ['thank-you', OF_PAYMENT],
  ['statement', [...ALWAYS, 'amount']],
  ['plan-agreement', [...ALWAYS, 'number', 'amount', 'invoices', 'ofInvoices']],
  ['irrecoverable', [...ALWAYS, 'number']],
]);

/** The names that have a value in a text, folded. @param base its name without channel and kind, such as `reminder-2` */
export function placeholdersOf(base: string): ReadonlySet<string> {
  const keys = BY_TEXT.get(base) ?? OF_REMINDER;
  return new Set([...keys.flatMap((key) => NAMES[key]), 'details']);
}

/** The first hole of the text that names one of them, without its braces; null where there is none. */
export function placeholderIn(text: string, ...keys: readonly (keyof typeof NAMES)[]): string | null {
  const names = new Set<string>(keys.flatMap((key) => NAMES[key]));
  const holes = text.match(/\{\{[^{}]{1,40}\}\}/g) ?? [];
  const found = holes
    .map((hole) => hole.slice(2, -2).trim())
    .find((name) => names.has(placeholderName(name)));
  return found ?? null;
}
