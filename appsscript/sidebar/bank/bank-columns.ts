/** A bank's CSV whose headers are not known: a person says which column is what. */
import type { CsvProfile } from '../../../shared/exchange/bank/csv-columns.ts';
import { button, el, form } from '../dom.ts';
import { type Field, markWrong } from '../fields.ts';
import { choiceField } from '../forms/field-kinds.ts';
import { say } from '../say.ts';
import { firstRows } from './bank-file.ts';

type Columns = Readonly<Record<'date' | 'label' | 'amount' | 'debit' | 'credit', Field>>;

/** Nothing where the file has no row that could be a header. */
export function askColumns(text: string, chosen: (profile: CsvProfile) => void): HTMLElement | null {
  const headers = headerOf(firstRows(text).map(({ cells }) => cells));
  if (headers.length < 3) return null;
  const fields = columnFields(headers);
  const go = (): void => {
    const profile = profileOf(fields);
    if (profile) chosen(profile);
  };
  const help = say(
    'Indiquez les colonnes : soit un montant signé, soit un débit et un crédit.',
    'Name the columns: either one signed amount, or a debit and a credit.',
  );
  return el(
    'section',
    { class: 'card columns' },
    el('h2', {}, say('Ce fichier a d’autres colonnes', 'This file has other columns')),
    el('p', { class: 'help before' }, help),
    form(
      ...Object.values(fields).map(({ node }) => node),
      button(say('Lire avec ces colonnes', 'Read with these columns'), go, 'primary'),
    ),
  );
}

/** The first row as wide as the widest: what stands above it is the bank's preamble. */
function headerOf(rows: readonly (readonly string[])[]): readonly string[] {
  const filled = rows.map((cells) => cells.filter((cell) => cell.trim() !== '').length);
  const widest = Math.max(0, ...filled);
  return (rows[filled.indexOf(widest)] ?? []).map((cell) => cell.trim()).filter((cell) => cell !== '');
}

function columnFields(headers: readonly string[]): Columns {
  const choices = [{ key: '', label: '—' }, ...headers.map((header) => ({ key: header, label: header }))];
  const field = (name: string, fr: string, en: string, required = false): Field =>
    choiceField(name, say(fr, en), '', choices, { half: true, required });
  return {
    date: field('date', 'Date', 'Date', true),
    label: field('label', 'Libellé', 'Label', true),
    amount: field('amount', 'Montant signé', 'Signed amount'),
    debit: field('debit', 'Débit', 'Debit'),
    credit: field('credit', 'Crédit', 'Credit'),
  };
}

function profileOf({ amount, credit, date, debit, label }: Columns): CsvProfile | null {
  const isOne = amount.value() !== '';
  const lacking = [date, label, ...(isOne ? [] : [debit, credit])].filter((field) => field.value() === '');
  for (const field of lacking) markWrong(field.control, say('À choisir', 'To be chosen'));
  if (lacking.length > 0) return null;
  const named = { date: date.value(), label: [label.value()] };
  return isOne
    ? { ...named, amount: amount.value() }
    : { ...named, debit: debit.value(), credit: credit.value() };
}
