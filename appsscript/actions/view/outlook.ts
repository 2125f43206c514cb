/** What would go out in the coming days if nobody paid: the dry run that is looked at before anything leaves by itself. */
import { civilDate } from '../../../shared/base/civil-date.ts';
import { type Currency, decimalText } from '../../../shared/base/money.ts';
import { moneyText } from '../../../shared/base/numbers-text.ts';
import { type Language, typesetFrench } from '../../../shared/base/words.ts';
import type { ClaimedAmount } from '../../../shared/dunning/decision.ts';
import type { FallingDue } from '../../../shared/dunning/falling-due.ts';
import {
  type Outlook,
  type OutlookHold,
  type OutlookMessage,
  outlookOf,
} from '../../../shared/dunning/outlook.ts';
import { buildLedger } from '../../../shared/receivables/ledger.ts';
import type { Register } from '../../../shared/register/entries.ts';
import { TABLE_KEYS } from '../../../shared/register/tables.ts';
import type { OutlookDue, OutlookRow, OutlookView, Sum } from '../../contract/reminders.ts';
import type { Answer } from '../../contract.ts';
import type { World } from '../../world.ts';
import { answered, readRegisterOf } from '../frame.ts';
import { journalWord } from '../journal-word.ts';
import { mailsByItself } from '../send-mode.ts';

/** The document property that keeps the day on which somebody last looked. */
export const SEEN_PROPERTY = 'outlookSeenOn';

const DAYS = 30;

const READ = TABLE_KEYS.filter((table) => table !== 'lines');

export function outlookView(world: World): Answer<OutlookView> {
  const { register } = readRegisterOf(world, READ);
  const today = world.now().day;
  const outlook = outlookOf(buildLedger(register), today, DAYS);
  world.properties.write(SEEN_PROPERTY, civilDate(today));
  return answered(viewOf(register, outlook, world.sheet.language));
}

function viewOf(register: Register, outlook: Outlook, language: Language): OutlookView {
  const { days, dues, from, holds, messages } = outlook;
  return {
    from: civilDate(from),
    through: civilDate(from + days - 1),
    sendsByItself: mailsByItself(register.settings),
    messages: messages.length,
    clients: new Set(messages.map(({ client }) => client)).size,
    days: daysOf(register, messages, language),
    holds: holds.map((hold) => holdRow(register, hold, language)),
    dues: dues.map((due) => dueRow(register, due, language)),
  };
}

function daysOf(
  register: Register,
  messages: readonly OutlookMessage[],
  language: Language,
): OutlookView['days'] {
  const days = Array.from(new Set(messages.map(({ day }) => day)));
  return days.map((day) => {
    const own = messages.filter((one) => one.day === day);
    return {
      day: civilDate(day),
      totals: totalsOf(register, own),
      messages: own.map((message) => messageRow(register, message, language)),
    };
  });
}

/** By currency: sums of different ones are never added. */
function totalsOf({ currencies }: Register, messages: readonly OutlookMessage[]): readonly Sum[] {
  return currencies.flatMap((currency, index) => {
    const own = messages.filter((one) => one.currency === index);
    if (own.length === 0) return [];
    const total = own.reduce((sum, one) => sum + one.total, 0);
    return [{ currency, total: decimalText(total, currency) }];
  });
}

function messageRow(register: Register, message: OutlookMessage, language: Language): OutlookRow {
  const { clients, currencies, invoices } = register;
  const { asked, channel, client, indemnity, interest, level, total, what, why } = message;
  const currency = currencies[message.currency];
  return {
    client: clients[client].code,
    clientName: clients[client].name,
    currency,
    what: what[language],
    level,
    channel: journalWord('channel', channel, language),
    invoices: Array.from(new Set(asked.map(({ invoice }) => invoices.numberAt(invoice)))),
    total: decimalText(total, currency),
    claims: claimsText(interest, indemnity, currency, language),
    why: why[language],
  };
}

/** `avec 12,40 € d’intérêts et 40,00 € d’indemnité`; empty where none is claimed. */
function claimsText(
  interest: ClaimedAmount,
  indemnity: ClaimedAmount,
  currency: Currency,
  language: Language,
): string {
  const part = ({ minor }: ClaimedAmount, fr: string, en: string): string =>
    minor === null || minor === 0
      ? ''
      : `${moneyText(minor, currency, language)} ${language === 'fr' ? fr : en}`;
  const parts = [
    part(interest, 'd’intérêts', 'of interest'),
    part(indemnity, 'd’indemnité', 'of indemnity'),
  ].filter((text) => text !== '');
  if (parts.length === 0) return '';
  return language === 'fr' ? `avec ${parts.join(' et ')}` : `with ${parts.join(' and ')}`;
}

function holdRow(
  { clients, currencies }: Register,
  hold: OutlookHold,
  language: Language,
): OutlookView['holds'][number] {
  const currency = currencies[hold.currency];
  return {
    client: clients[hold.client].code,
    clientName: clients[hold.client].name,
    currency,
    total: decimalText(hold.total, currency),
    until: hold.until === null ? '' : civilDate(hold.until),
    why: hold.why[language],
  };
}

function dueRow(
  { clients, currencies, invoices }: Register,
  due: FallingDue,
  language: Language,
): OutlookDue {
  const { amount, client, day, instalment, invoice, kind } = due;
  const number = invoice < 0 ? '' : invoices.numberAt(invoice);
  const currency = currencies[due.currency];
  return {
    day: civilDate(day),
    client: clients[client].code,
    clientName: clients[client].name,
    currency,
    amount: amount === null ? '' : decimalText(amount, currency),
    text:
      kind === 'promise' ? promiseText(number, language) : instalmentText(number, instalment ?? 0, language),
  };
}

function promiseText(number: string, language: Language): string {
  if (language === 'fr') return number === '' ? 'Promesse de paiement' : `Promesse de payer ${number}`;
  return number === '' ? 'Promise to pay' : `Promise to pay ${number}`;
}

function instalmentText(number: string, rank: number, language: Language): string {
  return language === 'fr'
    ? typesetFrench(`Échéance ${rank} de l’échéancier : ${number}`)
    : `Instalment ${rank} of the plan: ${number}`;
}
