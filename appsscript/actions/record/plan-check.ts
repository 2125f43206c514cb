/** What a payment plan needs: open invoices of one client and currency, and instalments that pay them off to the cent, day after day. */
import { type DayNumber, parseCivilDate } from '../../../shared/base/civil-date.ts';
import type { Currency } from '../../../shared/base/money.ts';
import { moneyText } from '../../../shared/base/numbers-text.ts';
import { type CheckNotice, errorOn } from '../../../shared/invoicing/notice.ts';
import { buildLedger, openBalanceOn } from '../../../shared/receivables/ledger.ts';
import { readAmount } from '../../../shared/register/cell-amounts.ts';
import type { Register } from '../../../shared/register/entries.ts';
import type { PlanFields } from '../../contract/reminders.ts';
import { invoiceIndex } from './drafting.ts';

/** Minor units of one currency. */
export type CheckedPlan = {
  readonly currency: number; // index into the register's currencies
  readonly invoices: readonly { readonly invoice: number; readonly amount: number }[]; // what is open of each, the oldest first
  readonly instalments: readonly { readonly day: DayNumber; readonly amount: number }[]; // by day
};

type Checked = { readonly notices: readonly CheckNotice[]; readonly plan: CheckedPlan | null };

/** Longer plans are no agreement, they are a hope. */
const MOST_YEARS = 5;

/** @returns the plan where nothing is wrong with it */
export function checkPlan(fields: PlanFields, register: Register, today: DayNumber): Checked {
  const { invoices: chosen, notices: wrong } = checkInvoices(fields, register, today);
  if (wrong.length > 0) return { notices: wrong, plan: null };
  const currency = register.invoices.currency[chosen[0].invoice];
  const { instalments, notices } = checkInstalments(fields, register.currencies[currency], today);
  const total = chosen.reduce((sum, { amount }) => sum + amount, 0);
  const planned = instalments.reduce((sum, { amount }) => sum + amount, 0);
  const sums =
    notices.length === 0 && planned !== total
      ? [sumNotice(planned, total, register.currencies[currency])]
      : [];
  const all = [...notices, ...sums];
  return { notices: all, plan: all.length > 0 ? null : { currency, invoices: chosen, instalments } };
}

type Chosen = CheckedPlan['invoices'];

function checkInvoices(
  { client, invoices: numbers }: PlanFields,
  register: Register,
  today: DayNumber,
): { readonly invoices: Chosen; readonly notices: readonly CheckNotice[] } {
  const { clients, invoices } = register;
  const whose = clients.findIndex(({ code }) => code === client);
  if (whose < 0) return { invoices: [], notices: [NO_CLIENT] };
  if (numbers.length === 0) return { invoices: [], notices: [NO_INVOICE] };
  const ledger = buildLedger(register);
  const chosen = Array.from(new Set(numbers)).map((number) => {
    const invoice = invoiceIndex(register, number);
    return { number, invoice, amount: invoice < 0 ? 0 : openBalanceOn(ledger, invoice, today) };
  });
  const notices = chosen.flatMap(({ amount, invoice, number }) =>
    invoice >= 0 && invoices.client[invoice] === whose && amount > 0 ? [] : [notOpen(number)],
  );
  const currencies = new Set(chosen.map(({ invoice }) => (invoice < 0 ? 0 : invoices.currency[invoice])));
  if (notices.length === 0 && currencies.size > 1) return { invoices: [], notices: [TWO_CURRENCIES] };
  return {
    invoices: chosen.sort((a, b) => invoices.dueDay[a.invoice] - invoices.dueDay[b.invoice]),
    notices,
  };
}

function checkInstalments(
  { instalments: written }: PlanFields,
  currency: Currency,
  today: DayNumber,
): { readonly instalments: CheckedPlan['instalments']; readonly notices: readonly CheckNotice[] } {
  if (written.length === 0) return { instalments: [], notices: [NO_INSTALMENT] };
  const notices: CheckNotice[] = [];
  const instalments = written.map(({ amount: text, day: date }, index) => {
    const amount = readAmount(text, currency);
    const day = parseCivilDate(date);
    if (!amount.ok || amount.value <= 0) notices.push(amountNotice(index));
    if (!day.ok || day.value < today || day.value > today + MOST_YEARS * 366) notices.push(dayNotice(index));
    return { day: day.ok ? day.value : today, amount: amount.ok ? amount.value : 0 };
  });
  const isInOrder = instalments.every(({ day }, index) => index === 0 || day > instalments[index - 1].day);
  if (notices.length === 0 && !isInOrder) notices.push(NOT_IN_ORDER);
  return { instalments, notices };
}

const NO_CLIENT = errorOn(
  'client',
  'Ce client n’est pas dans l’onglet Clients.',
  'This client is not in the Clients tab.',
);
const NO_INVOICE = errorOn('invoices', 'Choisissez au moins une facture.', 'Choose at least one invoice.');
const NO_INSTALMENT = errorOn(
  'instalments',
  'Un échéancier a au moins une échéance.',
  'A plan has at least one instalment.',
);
const TWO_CURRENCIES = errorOn(
  'invoices',
  'Un échéancier est dans une seule devise : faites-en un par devise.',
  'A plan is in one currency: make one for each.',
);
const NOT_IN_ORDER = errorOn(
  'instalments',
  'Les échéances se suivent, chacune un jour plus tard que la précédente.',
  'Instalments follow one another, each on a later day.',
);

function notOpen(number: string): CheckNotice {
  return errorOn(
    'invoices',
    `La facture ${number} n’est pas ouverte chez ce client.`,
    `Invoice ${number} is not open with this client.`,
  );
}

function amountNotice(index: number): CheckNotice {
  return errorOn(
    `instalments.${index}.amount`,
    'Un montant positif est attendu.',
    'A positive amount is expected.',
  );
}

function dayNotice(index: number): CheckNotice {
  return errorOn(
    `instalments.${index}.day`,
    'Un jour à partir d’aujourd’hui est attendu, dans les cinq ans.',
    'A day from today on is expected, within five years.',
  );
}

function sumNotice(planned: number, total: number, currency: Currency): CheckNotice {
  const [fr, en] = [
    [moneyText(planned, currency, 'fr'), moneyText(total, currency, 'fr')],
    [moneyText(planned, currency, 'en'), moneyText(total, currency, 'en')],
  ];
  return errorOn(
    'instalments',
    `Les échéances font ${fr[0]}, les factures ${fr[1]}.`,
    `The instalments come to ${en[0]}, the invoices to ${en[1]}.`,
  );
}
