/**
 * A payment plan: its instalments pay the invoices off, the oldest first, each invoice by rows that sum to what is open of it. The
 * journal's row comes last: a run that was stopped before is asked again, and writes what is missing.
 */
import { type DayNumber, serialOfDay } from '../../../shared/base/civil-date.ts';
import { type Currency, decimalNumber } from '../../../shared/base/money.ts';
import { countText, dayText, moneyText } from '../../../shared/base/numbers-text.ts';
import { type Language, typesetFrench, type Words } from '../../../shared/base/words.ts';
import type { Register } from '../../../shared/register/entries.ts';
import type { TableKey } from '../../../shared/register/tables.ts';
import type { PlanFields } from '../../contract/reminders.ts';
import type { Answer } from '../../contract.ts';
import type { World } from '../../world.ts';
import {
  answered,
  appendRows,
  cellOf,
  choiceText,
  type Row,
  readRegisterOf,
  refused,
  rowsWith,
  type TabView,
  textOf,
  underLock,
  viewOf,
} from '../frame.ts';
import { refreshEdited } from '../refresh/edit.ts';
import { noticesIn } from './drafting.ts';
import { type CheckedPlan, checkPlan } from './plan-check.ts';
import { type Part, sharedOut } from './plan-parts.ts';

const READ: readonly TableKey[] = ['settings', 'clients', 'invoices', 'payments', 'instalments', 'journal'];

/** Saved twice it stands once. */
export function savePlan(world: World, fields: PlanFields): Answer<{ readonly text: string }> {
  return underLock(world, () => {
    const { language } = world.sheet;
    const { grids, register } = readRegisterOf(world, READ);
    const journal = viewOf('journal', grids.get('journal') ?? [], language);
    const instalments = viewOf('instalments', grids.get('instalments') ?? [], language);
    if (!journal.ok) return journal;
    if (!instalments.ok) return instalments;
    if (rowsWith(journal.value, 'key', fields.id).length > 0)
      return answered({ text: inWords(ALREADY, language) });
    const today = world.now().day;
    const { notices, plan } = checkPlan(fields, register, today);
    if (plan === null) return refused(inWords(NOT_SAVED, language), noticesIn(notices, language));
    const rows = instalmentRows(register, plan, today);
    const lacking = lackingRows(instalments.value, rows, today);
    if (lacking === null) return refused(inWords(PLANNED_TODAY, language));
    appendRows(world, instalments.value, lacking);
    world.sheet.flush();
    refreshEdited(world, { tab: 'instalments', firstRow: 2, lastRow: 2 });
    appendRows(world, journal.value, [journalRow(world, fields, register, plan)]);
    return answered({ text: inWords(doneWords(register, plan), language) });
  });
}

function inWords(words: Words, language: Language): string {
  return language === 'fr' ? typesetFrench(words.fr) : words.en;
}

function instalmentRows(
  { currencies, invoices }: Register,
  plan: CheckedPlan,
  today: DayNumber,
): readonly Row[] {
  const currency = currencies[plan.currency];
  return sharedOut(plan.invoices, plan.instalments).map(({ amount, day, invoice }: Part) => ({
    invoice: invoices.numberAt(invoice),
    dueDate: serialOfDay(day),
    amount: decimalNumber(amount, currency),
    agreedOn: serialOfDay(today),
  }));
}

/**
 * The rows that are not there yet: all, unless an earlier run was stopped. @returns null where other instalments were agreed today for one
 * of the invoices: two plans of one day would be read as one
 */
function lackingRows(view: TabView, rows: readonly Row[], today: DayNumber): readonly Row[] | null {
  const own = new Set(rows.map(({ invoice }) => String(invoice)));
  const there = new Map<string, number>();
  for (let row = 2; row <= view.grid.length; row++) {
    const isToday = cellOf(view, row, 'agreedOn') === serialOfDay(today);
    const invoice = textOf(view, row, 'invoice');
    if (!isToday || !own.has(invoice)) continue;
    const key = rowKey({
      invoice,
      dueDate: cellOf(view, row, 'dueDate'),
      amount: cellOf(view, row, 'amount'),
    });
    there.set(key, (there.get(key) ?? 0) + 1);
  }
  const lacking = rows.filter((row) => {
    const count = there.get(rowKey(row)) ?? 0;
    if (count > 0) there.set(rowKey(row), count - 1);
    return count === 0;
  });
  return Array.from(there.values()).some((count) => count > 0) ? null : lacking;
}

function rowKey({ amount, dueDate, invoice }: Row): string {
  return `${String(invoice)}|${String(dueDate)}|${String(amount)}`;
}

/** Of several invoices the row names none; its sum can then be read in the register's own currency only. */
function journalRow(world: World, fields: PlanFields, register: Register, plan: CheckedPlan): Row {
  const { language } = world.sheet;
  const { currencies, invoices } = register;
  const currency = currencies[plan.currency];
  const numbers = plan.invoices.map(({ invoice }) => invoices.numberAt(invoice));
  const hasSum = numbers.length === 1 || plan.currency === 0;
  const detail = `${planText(plan, currency, language)} (${numbers.join(', ')}). ${fields.detail}`.trim();
  return {
    at: world.now().instant,
    client: fields.client,
    invoice: numbers.length === 1 ? numbers[0] : '',
    event: choiceText('journal', 'event', 'plan', language),
    amount: hasSum ? decimalNumber(totalOf(plan), currency) : null,
    key: fields.id,
    user: world.user(),
    detail,
  };
}

function totalOf({ instalments }: CheckedPlan): number {
  return instalments.reduce((sum, { amount }) => sum + amount, 0);
}

/** `3 échéances, du 5 décembre 2026 au 5 février 2027` */
function planText(plan: CheckedPlan, currency: Currency, language: Language): string {
  const { instalments } = plan;
  const [first, last] = [instalments[0], instalments[instalments.length - 1]].map(({ day }) =>
    dayText(day, language),
  );
  const sum = moneyText(totalOf(plan), currency, language);
  if (language === 'fr') {
    const count = countText(instalments.length, 'échéance', 'échéances', 'fr');
    return `${sum} en ${count}, ${first === last ? `le ${first}` : `du ${first} au ${last}`}`;
  }
  const count = countText(instalments.length, 'instalment', 'instalments', 'en');
  return `${sum} in ${count}, ${first === last ? `on ${first}` : `from ${first} to ${last}`}`;
}

function doneWords({ currencies }: Register, plan: CheckedPlan): Words {
  const currency = currencies[plan.currency];
  return {
    fr: `Échéancier enregistré : ${planText(plan, currency, 'fr')}. Ses échéances seules seront relancées.`,
    en: `Plan saved: ${planText(plan, currency, 'en')}. Only its instalments are reminded of.`,
  };
}

const NOT_SAVED: Words = {
  fr: 'L’échéancier n’est pas enregistré : corrigez ces champs.',
  en: 'The plan is not saved: correct these fields.',
};
const ALREADY: Words = {
  fr: 'Cet échéancier est déjà enregistré : rien n’a été ajouté.',
  en: 'This plan is saved already: nothing was added.',
};
const PLANNED_TODAY: Words = {
  fr: 'Un autre échéancier de ces factures porte la date d’aujourd’hui : corrigez ses lignes dans l’onglet Échéanciers.',
  en: 'Another plan of these invoices was agreed today: correct its rows in the Instalments tab.',
};
