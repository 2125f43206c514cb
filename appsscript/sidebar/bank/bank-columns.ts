/** A bank's CSV whose headers are not known: a person says which column is what, and under which name it is kept. */
import type { CsvRow } from '../../../shared/exchange/bank/csv.ts';
import { headersText, likelyHeader, namedHeaders } from '../../../shared/exchange/bank/csv-header.ts';
import type { KeptProfile } from '../../../shared/exchange/bank/kept-profiles.ts';
import { DAY_ORDERS, type DayOrder } from '../../../shared/register/addon-tables.ts';
import { button, el, form } from '../dom.ts';
import { clearWrong, type Field, markWrong } from '../fields.ts';
import { choiceField, textField } from '../forms/field-kinds.ts';
import { language, say } from '../say.ts';
import { firstRows } from './bank-file.ts';

const COLUMNS = ['date', 'label', 'more', 'amount', 'direction', 'debit', 'credit', 'balance'] as const;
type Columns = Readonly<Record<(typeof COLUMNS)[number] | 'dayOrder' | 'name', Field>>;

/** Nothing where the file has no row that could be a header. @param before what was chosen last, or is kept for this header */
export function askColumns(
  text: string,
  before: KeptProfile | null,
  chosen: (profile: KeptProfile) => void,
): HTMLElement | null {
  const rows = firstRows(text);
  const headers = likelyHeader(rows);
  if (headers.length === 0) return null;
  const fields = columnFields(headers, rows, before);
  const go = (): void => {
    const profile = profileOf(fields, headers);
    if (profile) chosen(profile);
  };
  const help = say(
    'Indiquez les colonnes : soit un montant (signé, ou avec une colonne qui dit débit ou crédit), soit un débit et un crédit. Le solde, s’il y en a un, prouve que rien ne manque.',
    'Name the columns: either one amount (signed, or with a column that says debit or credit), or a debit and a credit. The balance, where there is one, proves that nothing is missing.',
  );
  return el(
    'section',
    { class: 'card columns' },
    el('h2', {}, say('Quelles sont les colonnes de ce fichier ?', 'Which are this file’s columns?')),
    el('p', { class: 'help before' }, help),
    form(
      ...Object.values(fields).map(({ node }) => node),
      button(say('Lire avec ces colonnes', 'Read with these columns'), go, 'primary'),
    ),
  );
}

function columnFields(
  headers: readonly string[],
  rows: readonly CsvRow[],
  before: KeptProfile | null,
): Columns {
  const named = headers.filter((header) => header !== '');
  const choices = [
    { key: '', label: '—' },
    ...named.map((key) => ({ key, label: withExample(key, headers, rows) })),
  ];
  const was = before?.profile;
  const field = (name: string, fr: string, en: string, value = '', required = false): Field =>
    choiceField(name, say(fr, en), named.includes(value) ? value : '', choices, { half: true, required });
  return {
    date: field('date', 'Date', 'Date', was?.date, true),
    dayOrder: dayOrderField(was?.dayOrder),
    label: field('label', 'Libellé', 'Label', was?.label[0], true),
    more: field('more', 'Suite du libellé', 'More of the label', was?.label[1]),
    amount: field('amount', 'Montant', 'Amount', was?.amount),
    direction: field('direction', 'Débit ou crédit (D/C)', 'Debit or credit (D/C)', was?.direction),
    debit: field('debit', 'Débit', 'Debit', was?.debit),
    credit: field('credit', 'Crédit', 'Credit', was?.credit),
    balance: field('balance', 'Solde', 'Balance', was?.balance),
    name: nameField(before?.name ?? ''),
  };
}

/** With the first thing the file holds there, by which people know a column. */
function withExample(header: string, headers: readonly string[], rows: readonly CsvRow[]): string {
  const at = headers.indexOf(header);
  const head = rows.findIndex(({ cells }) => headersText(cells) === headersText(headers));
  const below = rows.slice(head + 1).map(({ cells }) => (cells[at] ?? '').trim());
  const example = below.find((cell) => cell !== '') ?? '';
  return example === '' ? header : `${header} (${example.replace(/\s+/g, ' ').slice(0, 30)})`;
}

/** A French bank writes the day first: an American file has to be said to be one. */
function dayOrderField(was: DayOrder | undefined): Field {
  const choices = [
    ...(language() === 'fr' ? [] : [{ key: '', label: '—' }]),
    { key: 'dmy', label: say('jour/mois (03/04 : 3 avril)', 'day/month (03/04: 3 April)') },
    { key: 'mdy', label: say('mois/jour (03/04 : 4 mars)', 'month/day (03/04: 4 March)') },
  ];
  const first = was ?? (language() === 'fr' ? 'dmy' : '');
  return choiceField('dayOrder', say('Ordre des dates', 'Order of the days'), first, choices, {
    half: true,
    required: true,
  });
}

function nameField(was: string): Field {
  return textField('name', say('Nom de cette banque', 'Name of this bank'), was, {
    help: say(
      'Sous ce nom, ses colonnes sont gardées avec le registre : le prochain fichier sera lu sans question. Vide : rien n’est gardé.',
      'Under this name its columns are kept with the register: the next file is read without asking. Empty: nothing is kept.',
    ),
  });
}

function profileOf(fields: Columns, headers: readonly string[]): KeptProfile | null {
  const { amount, balance, credit, date, dayOrder, debit, direction, label, more, name } = fields;
  for (const { control } of Object.values(fields)) clearWrong(control);
  const isOne = amount.value() !== '';
  const lacking = [date, dayOrder, label, ...(isOne ? [] : [debit, credit])].filter(
    (field) => field.value() === '',
  );
  for (const field of lacking) markWrong(field.control, say('À choisir', 'To be chosen'));
  if (lacking.length > 0 || !areSingle(COLUMNS.map((key) => fields[key]))) return null;
  const sums = isOne
    ? { amount: amount.value(), direction: direction.value() }
    : { debit: debit.value(), credit: credit.value() };
  const profile = {
    date: date.value(),
    label: [label.value(), more.value()].filter((one) => one !== ''),
    ...sums,
    balance: balance.value(),
    dayOrder: DAY_ORDERS.find((one) => one === dayOrder.value()) ?? 'dmy',
  };
  return { name: name.value(), headers: headersText(namedHeaders(headers)), profile };
}

function areSingle(fields: readonly Field[]): boolean {
  const values = fields.map((field) => field.value());
  const twice = fields.filter((_, at) => values[at] !== '' && values.indexOf(values[at] ?? '') !== at);
  for (const field of twice)
    markWrong(field.control, say('Cette colonne est déjà prise.', 'This column is taken already.'));
  return twice.length === 0;
}
