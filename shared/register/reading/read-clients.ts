/** The clients table: one record a client. */
import { type DayNumber, NO_DAY } from '../../base/civil-date.ts';
import { currencyDigits } from '../../base/money.ts';
import { LANGUAGES } from '../../base/words.ts';
import { readEmail, readEmails } from '../cell-emails.ts';
import type { Client, Settings } from '../entries.ts';
import {
  amountAt,
  choiceAt,
  dayAt,
  flag,
  integerAt,
  type Place,
  type Places,
  type RowCells,
  sheetRow,
  textAt,
  valueOr,
} from '../row-cells.ts';
import { stageText } from '../staged-text.ts';
import { CLIENT_KINDS } from '../tables.ts';
import { type PaymentTerms, parseTerms } from '../terms.ts';
import { addText, newTextIndex, type TextIndex } from '../text-index.ts';

/** Clients read so far. A code that a row has used is taken, even where the row was left out. */
export type ClientRows = {
  readonly clients: Client[];
  readonly byCode: TextIndex;
  readonly rowOf: Map<string, number>;
  readonly ibans: string[]; // by client, empty where none
  readonly terms: Map<string, PaymentTerms>; // read before, by their text: a register has few
};

export function newClientRows(): ClientRows {
  return { clients: [], byCode: newTextIndex(), rowOf: new Map(), ibans: [], terms: new Map() };
}

/** Reads one row: without a code or a name, or with a code already taken, it is left out; any other bad cell is left empty. */
export function readClientRow(cells: RowCells, places: Places, settings: Settings, into: ClientRows): void {
  const code = textAt(cells, places.of('code'));
  if (code !== '') claimCode(cells, places.of('code'), code, into);
  const client = {
    ...addressAt(cells, places),
    ...conditionsAt(cells, places, settings, into.terms),
    row: sheetRow(cells),
    code,
  };
  const iban = textAt(cells, places.of('iban'))
    .replace(/[\s.-]/g, '')
    .toUpperCase();
  if (cells.leftOut) return;
  into.ibans.push(iban);
  stageText(cells.staged, code);
  addText(into.byCode, cells.staged, into.clients.length);
  into.clients.push(client);
}

type Address = Pick<
  Client,
  | 'name'
  | 'legalId'
  | 'vatNumber'
  | 'addressLine1'
  | 'addressLine2'
  | 'postalCode'
  | 'city'
  | 'country'
  | 'email'
  | 'cc'
  | 'phone'
>;

/** Who the client is and how to reach it. */
function addressAt(cells: RowCells, places: Places): Address {
  const text = (key: string): string => textAt(cells, places.of(key));
  return {
    name: text('name'),
    legalId: text('legalId'),
    vatNumber: text('vatNumber'),
    addressLine1: text('addressLine1'),
    addressLine2: text('addressLine2'),
    postalCode: text('postalCode'),
    city: text('city'),
    country: text('country'),
    email: emailAt(cells, places.of('email')),
    cc: emailsAt(cells, places.of('cc')),
    phone: text('phone'),
  };
}

/** How the client is billed and followed. */
function conditionsAt(
  cells: RowCells,
  places: Places,
  settings: Settings,
  knownTerms: Map<string, PaymentTerms>,
): Omit<Client, keyof Address | 'row' | 'code'> {
  const text = (key: string): string => textAt(cells, places.of(key));
  const limit = amountAt(
    cells,
    places.of('creditLimit'),
    settings.currency,
    currencyDigits(settings.currency),
    true,
  );
  if (limit < 0) flag(cells, places.of('creditLimit'), 'amount/negative', '', true);
  const kind = choiceAt(cells, places.of('kind'), true);
  const language = choiceAt(cells, places.of('language'), true);
  return {
    kind: CLIENT_KINDS.find((known) => known === kind) || 'company',
    language: LANGUAGES.find((known) => known === language) || settings.language,
    paymentTerms: termsAt(cells, places.of('paymentTerms'), knownTerms),
    creditLimit: limit >= 0 ? limit : null,
    contact: text('contact'),
    calendar: text('calendar'),
    holdUntil: optionalDayAt(cells, places.of('holdUntil')),
    holdReason: text('holdReason'),
    owner: text('owner'),
    since: optionalDayAt(cells, places.of('since')),
    insolvencyOn: optionalDayAt(cells, places.of('insolvencyOn')),
    maximumTermDays: daysAt(cells, places.of('maximumTermDays')),
    notes: text('notes'),
  };
}

function optionalDayAt(cells: RowCells, place: Place): DayNumber | null {
  const day = dayAt(cells, place, true);
  return day === NO_DAY ? null : day;
}

/** A number of days, at least 0. */
function daysAt(cells: RowCells, place: Place): number | null {
  const days = integerAt(cells, place, true);
  if (days === null || days >= 0) return days;
  flag(cells, place, 'number/invalid', '', true);
  return null;
}

function claimCode(cells: RowCells, place: Place, code: string, into: ClientRows): void {
  const first = into.rowOf.get(code);
  if (first === undefined) into.rowOf.set(code, sheetRow(cells));
  else flag(cells, place, 'client/duplicate', String(first));
}

function emailAt(cells: RowCells, place: Place): string {
  const text = textAt(cells, place);
  return text === '' ? '' : valueOr(cells, place, readEmail(text), '', true);
}

function emailsAt(cells: RowCells, place: Place): readonly string[] {
  const text = textAt(cells, place);
  return text === '' ? [] : valueOr(cells, place, readEmails(text), [], true);
}

function termsAt(cells: RowCells, place: Place, known: Map<string, PaymentTerms>): PaymentTerms | null {
  const text = textAt(cells, place);
  const before = known.get(text);
  if (text === '' || before !== undefined) return before ?? null;
  const terms = valueOr<PaymentTerms | null, 'terms/invalid'>(cells, place, parseTerms(text), null, true);
  if (terms !== null) known.set(text, terms);
  return terms;
}
