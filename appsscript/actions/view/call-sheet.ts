/** The call sheet: what one needs before them on the telephone, in the currency that the client owes most in. */
import { civilDate, type DayNumber } from '../../../shared/base/civil-date.ts';
import { decimalText } from '../../../shared/base/money.ts';
import type { Words } from '../../../shared/base/words.ts';
import { FRANCE, nextWorkingDay } from '../../../shared/base/working-days.ts';
import { decideDunning } from '../../../shared/dunning/decide.ts';
import { invoiceStatuses } from '../../../shared/dunning/invoice-status.ts';
import { agreementsOn } from '../../../shared/insight/agreements.ts';
import { callSheet, type CallSheet as Sheet } from '../../../shared/letters/papers/call-sheet.ts';
import {
  buildLedger,
  clientBalancesOn,
  type Ledger,
  type OpenItem,
  openItemsOn,
} from '../../../shared/receivables/ledger.ts';
import { TABLE_KEYS } from '../../../shared/register/tables.ts';
import type { CallSheet } from '../../contract/reminders.ts';
import type { Answer, Figure } from '../../contract.ts';
import type { World } from '../../world.ts';
import { agreementRow } from '../agreement-words.ts';
import { answered, readRegisterOf, refused } from '../frame.ts';
import { openInvoice } from './open-invoice.ts';

const READ = TABLE_KEYS.filter((table) => table !== 'lines');

/** A promise is usually for a week from now. */
const PROMISE_DAYS = 7;

const NO_CLIENT: Words = {
  fr: 'Ce client n’est pas dans l’onglet Clients, ou sa ligne ne se lit pas.',
  en: 'This client is not in the Clients tab, or its row cannot be read.',
};

export function callSheetView(world: World, asks: { readonly client: string }): Answer<CallSheet> {
  const { language } = world.sheet;
  const { register } = readRegisterOf(world, READ);
  const client = register.clients.findIndex(({ code }) => code === asks.client);
  if (client < 0) return refused(NO_CLIENT[language]);
  const asOf = world.now().day;
  const ledger = buildLedger(register);
  const currency = mainCurrency(ledger, client, asOf);
  const decision = decideDunning(ledger, asOf).find(
    (one) => one.client === client && one.currency === currency,
  );
  const sheet = callSheet({ ledger, asOf }, client, currency, decision ?? null);
  const items = openItemsOn(ledger, currency, asOf).filter(
    ({ invoice }) => register.invoices.client[invoice] === client,
  );
  const statuses = invoiceStatuses(ledger, asOf, language);
  const code = register.currencies[currency];
  const { email, notes, phone } = register.clients[client];
  return answered({
    ...{ client: asks.client, clientName: sheet.name, phone, email, notes, currency: code },
    figures: figuresOf(sheet),
    say: sheet.say,
    agreements: agreementsOn(ledger, asOf)
      .filter((one) => one.client === client)
      .map((one) => agreementRow(register, one, language)),
    contacts: sheet.contacts,
    invoices: items.map((item) => openInvoice(ledger, item, asOf, statuses)),
    late: decimalText(lateOf(items, asOf), code),
    promiseDay: civilDate(nextWorkingDay(asOf + PROMISE_DAYS, FRANCE)),
  });
}

/** The one with most overdue, else with most open; the register's own where nothing is. */
function mainCurrency(ledger: Ledger, client: number, asOf: DayNumber): number {
  const sums = ledger.register.currencies.map((_, currency) => {
    const own = clientBalancesOn(ledger, currency, asOf).find((one) => one.client === client);
    return { currency, overdue: own?.overdue ?? 0, open: own?.open ?? 0 };
  });
  return sums.reduce((best, one) =>
    one.overdue > best.overdue || (one.overdue === best.overdue && one.open > best.open) ? one : best,
  ).currency;
}

/** What is disputed is nothing one would promise. */
function lateOf(items: readonly OpenItem[], asOf: DayNumber): number {
  return items
    .filter(({ disputed, dueDay }) => dueDay < asOf && !disputed)
    .reduce((sum, { open }) => sum + open, 0);
}

function figuresOf({ figures }: Sheet): readonly Figure[] {
  return figures.map(([label, text]) => ({ label, text, tone: 'plain' }));
}
