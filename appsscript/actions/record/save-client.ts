/** Saves a client's row by its code; a new client without a code is given the next one. */
import { parseCivilDate, serialOfDay } from '../../../shared/base/civil-date.ts';
import { readIban } from '../../../shared/base/identifiers.ts';
import { decimalNumber } from '../../../shared/base/money.ts';
import type { Cell } from '../../../shared/base/problem.ts';
import type { Language, Words } from '../../../shared/base/words.ts';
import { readAmount } from '../../../shared/register/cell-amounts.ts';
import type { Answer, ClientFields } from '../../contract.ts';
import type { World } from '../../world.ts';
import {
  answered,
  appendRows,
  choiceText,
  findRow,
  type Row,
  readRegisterOf,
  refused,
  rowsWith,
  type TabView,
  tableOf,
  textOf,
  underLock,
  writeCells,
} from '../frame.ts';
import { clientFieldNotices } from './client-checks.ts';
import { noticesIn } from './drafting.ts';

const NOT_SAVED: Words = {
  fr: 'Le client n’est pas enregistré : corrigez ces champs.',
  en: 'The client is not saved: correct these fields.',
};
const TWICE: Words = {
  fr: 'Deux lignes de l’onglet Clients portent ce code : rien n’est enregistré. Changez l’un des deux.',
  en: 'Two rows of the Clients tab share this code: nothing is saved. Change one of them.',
};

/** Saves, and answers the code the client has. */
export function saveClient(world: World, fields: ClientFields): Answer<string> {
  const { language } = world.sheet;
  const { settings } = readRegisterOf(world, ['settings']).register;
  const notices = clientFieldNotices(fields, settings.currency, world.now().day);
  if (notices.length > 0) return refused(NOT_SAVED[language], noticesIn(notices, language));
  return underLock(world, () => {
    const view = tableOf(world, 'clients');
    return view.ok ? writeClient(world, view.value, fields, settings.currency) : view;
  });
}

function writeClient(world: World, view: TabView, fields: ClientFields, currency: string): Answer<string> {
  const { language } = world.sheet;
  const code = fields.code || twinCode(view, fields) || nextCode(view);
  const rows = rowsWith(view, 'code', code);
  const cells = clientCells({ ...fields, code }, currency, language);
  if (rows.length === 0) {
    appendRows(world, view, [{ ...cells, since: serialOfDay(world.now().day) }]);
    return answered(code);
  }
  const row = findRow(world, view, 'code', code);
  if (row === 0) return refused(TWICE[language]);
  writeCells(world, view, row, cells);
  return answered(code);
}

/** A new client saved twice is one: the same name, address and mail are the same client. Empty where there is none. */
function twinCode(view: TabView, fields: ClientFields): string {
  const twin = rowsWith(view, 'name', fields.name).find((row) =>
    (['addressLine1', 'postalCode', 'email'] as const).every((key) => textOf(view, row, key) === fields[key]),
  );
  return twin === undefined ? '' : textOf(view, twin, 'code');
}

/** One above the highest of the codes that are a letter C and digits. */
function nextCode(view: TabView): string {
  let highest = 0;
  for (let row = 2; row <= view.grid.length; row++) {
    const match = /^C(\d{1,9})$/.exec(textOf(view, row, 'code'));
    if (match) highest = Math.max(highest, Number(match[1]));
  }
  return `C${String(highest + 1).padStart(4, '0')}`;
}

function clientCells(fields: ClientFields, currency: string, language: Language): Row {
  const limit = fields.creditLimit === '' ? null : readAmount(fields.creditLimit, currency);
  const iban = readIban(fields.iban);
  const creditLimit: Cell = limit?.ok ? decimalNumber(limit.value, currency) : null;
  return {
    ...fields,
    kind: choiceText('clients', 'kind', fields.kind, language),
    language: choiceText('clients', 'language', fields.language, language),
    creditLimit,
    iban: iban.ok ? groupedIban(iban.value) : null,
    maximumTermDays: fields.maximumTermDays === '' ? null : Number(fields.maximumTermDays),
    holdUntil: dayCell(fields.holdUntil),
    insolvencyOn: dayCell(fields.insolvencyOn),
  };
}

function dayCell(text: string): Cell {
  const day = parseCivilDate(text);
  return day.ok ? serialOfDay(day.value) : null;
}

/** By four, as banks print it. */
function groupedIban(iban: string): string {
  return iban.replace(/(.{4})(?=.)/g, '$1 ');
}
