/** The call sheet: what whoever telephones needs before them. Labels in the firm's language, words to say in the client's. */
import { dayText, moneyText } from '../../base/numbers-text.ts';
import type { Language } from '../../base/words.ts';
import type { DunningDecision } from '../../dunning/decision.ts';
import { clientBalancesOn, type OpenItem, openItemsOn } from '../../receivables/ledger.ts';
import { contactsOf, currencyOfEntry, journalWord } from '../contacts.ts';
import { daysText, shortDay } from '../letter-words.ts';
import type { Desk } from '../letterhead.ts';
import { instalmentText } from '../message-words.ts';
import { PAPER_WORDS as WORDS } from '../paper-words.ts';
import { wordsToSay } from './call-words.ts';
import { promiseState } from './promise-state.ts';
import { eventText } from './proof-sheet-paper.ts';

type Labelled = readonly [label: string, text: string];

export type CallSheet = {
  readonly client: number;
  readonly currency: number;
  readonly language: Language; // of its labels
  readonly name: string;
  readonly phone: string; // empty: to be found
  readonly who: readonly Labelled[]; // email, owner: who else knows
  readonly figures: readonly Labelled[]; // balance, overdue, oldest debt
  readonly invoices: readonly CallInvoice[]; // late ones, the oldest first
  readonly promises: readonly string[]; // the last first
  readonly contacts: readonly string[]; // the last first
  readonly say: readonly string[]; // in the client's language
  readonly notes: string; // the keeper's own
};

export type CallInvoice = {
  readonly number: string;
  readonly due: string;
  readonly late: string;
  readonly open: string;
  readonly isDisputed: boolean;
};

const MOST_LINES = 6;

/** @param client @param currency indexes @param decision the day's, where there is one: its level sets the tone */
export function callSheet(
  desk: Pick<Desk, 'asOf' | 'ledger'>,
  client: number,
  currency: number,
  decision: DunningDecision | null,
): CallSheet {
  const { asOf, ledger } = desk;
  const { register } = ledger;
  const { language } = register.settings;
  const { email, name, notes, owner, phone } = register.clients[client];
  const items = openItemsOn(ledger, currency, asOf).filter(
    ({ dueDay, invoice }) => register.invoices.client[invoice] === client && dueDay < asOf,
  );
  return {
    client,
    currency,
    language,
    name,
    phone,
    who: said([
      [WORDS.email[language], email],
      [WORDS.owner[language], owner],
    ]),
    figures: figuresOf(desk, client, currency, items),
    invoices: items.map((item) => invoiceOf(desk, item, currency)),
    promises: promisesOf(desk, client),
    contacts: lastContacts(desk, client),
    say: wordsToSay(desk, client, currency, decision, items),
    notes,
  };
}

function said(lines: readonly Labelled[]): readonly Labelled[] {
  return lines.filter(([, text]) => text !== '');
}

function figuresOf(
  { asOf, ledger }: Pick<Desk, 'asOf' | 'ledger'>,
  client: number,
  currency: number,
  items: readonly OpenItem[],
): readonly Labelled[] {
  const { currencies, settings } = ledger.register;
  const { language } = settings;
  const amount = (minor: number): string => moneyText(minor, currencies[currency], language);
  const own = clientBalancesOn(ledger, currency, asOf).find((one) => one.client === client);
  const oldest = items[0];
  return said([
    [WORDS.balance[language], amount(own?.balance ?? 0)],
    [WORDS.overdue[language], amount(own?.overdue ?? 0)],
    [WORDS.notDue[language], own && own.notDue > 0 ? amount(own.notDue) : ''],
    [WORDS.unapplied[language], own && own.unapplied !== 0 ? amount(own.unapplied) : ''],
    [WORDS.disputed[language], own && own.disputed > 0 ? amount(own.disputed) : ''],
    [
      WORDS.oldest[language],
      oldest ? `${dayText(oldest.dueDay, language)} (${daysText(asOf - oldest.dueDay, language)})` : '',
    ],
  ]);
}

function invoiceOf(
  { asOf, ledger }: Pick<Desk, 'asOf' | 'ledger'>,
  item: OpenItem,
  currency: number,
): CallInvoice {
  const { currencies, invoices, settings } = ledger.register;
  const { language } = settings;
  const part = item.instalment === null ? '' : `, ${instalmentText(item.instalment, language)}`;
  return {
    number: invoices.numberAt(item.invoice) + part,
    due: shortDay(item.dueDay, language),
    late: daysText(asOf - item.dueDay, language),
    open: moneyText(item.open, currencies[currency], language),
    isDisputed: item.disputed,
  };
}

function promisesOf({ asOf, ledger }: Pick<Desk, 'asOf' | 'ledger'>, client: number): readonly string[] {
  const { register } = ledger;
  const { language } = register.settings;
  const made = register.journal
    .filter((one) => one.client === client && one.event === 'promise' && one.at <= asOf)
    .sort((a, b) => b.at - a.at || b.row - a.row)
    .slice(0, MOST_LINES);
  return made.flatMap((one) => {
    if (one.promisedOn === null) return [];
    const currency = register.currencies[currencyOfEntry(register, one)];
    const sum = one.amount === null ? '' : `, ${moneyText(one.amount, currency, language)}`;
    const state = WORDS[promiseState(register, one, one.promisedOn, asOf)][language];
    const on = `${WORDS.promisedFor[language]} ${dayText(one.promisedOn, language)}`;
    return [`${shortDay(one.at, language)}${WORDS.colon[language]}${on}${sum} (${state})`];
  });
}

function lastContacts({ asOf, ledger }: Pick<Desk, 'asOf' | 'ledger'>, client: number): readonly string[] {
  const { register } = ledger;
  const { language } = register.settings;
  const contacts = contactsOf(register, client, asOf).filter(({ event }) => event !== 'promise');
  return contacts
    .slice(-MOST_LINES)
    .reverse()
    .map((contact) => {
      const status =
        contact.status === null || contact.status === 'sent'
          ? ''
          : ` (${journalWord('status', contact.status, language)})`;
      const numbers = contact.invoices.map((invoice) => register.invoices.numberAt(invoice)).join(', ');
      const detail = contact.detail === numbers ? '' : contact.detail;
      const more = detail === '' ? '' : `, ${detail}`;
      return `${shortDay(contact.at, language)}${WORDS.colon[language]}${eventText(contact, language)}${status}${more}`;
    });
}
