/** The outlook as a person reads it on a terminal: day by day, with each day's total; then what is held, then what falls due. */
import { type DayNumber, weekday } from '../../../shared/base/civil-date.ts';
import { countText, dayText, moneyText } from '../../../shared/base/numbers-text.ts';
import { type Language, typesetFrench, type Words } from '../../../shared/base/words.ts';
import type { AskedItem, ClaimedAmount } from '../../../shared/dunning/decision.ts';
import type { FallingDue } from '../../../shared/dunning/falling-due.ts';
import type { Outlook, OutlookMessage } from '../../../shared/dunning/outlook.ts';
import { type DayTotal, dayTotals } from '../../../shared/dunning/outlook-totals.ts';
import type { Register } from '../../../shared/register/entries.ts';
import { type Channel, TABLES } from '../../../shared/register/tables.ts';
import { oneLine } from '../ground/one-line.ts';
import { columnsText } from '../ground/text-columns.ts';

export function planText(register: Register, outlook: Outlook): string {
  const { language } = register.settings;
  const parts = [
    headText(register, outlook),
    ...daysText(register, outlook),
    section(HELD[language], holdLines(register, outlook)),
    section(DUE[language], dueLines(register, outlook.dues)),
    totalText(outlook, language),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

const HELD: Words = { fr: 'Retenues', en: 'Held' };
const DUE: Words = { fr: 'Promesses et échéances', en: 'Promises and instalments' };

function headText({ settings: { companyName, language } }: Register, { days, from }: Outlook): string {
  const [first, last] = [dayText(from, language), dayText(from + days - 1, language)];
  const title =
    language === 'fr' ? `relances prévues du ${first} au ${last}` : `reminders from ${first} to ${last}`;
  const premise =
    language === 'fr'
      ? 'Si personne ne paie, si chaque message part au jour prévu et si la banque est tenue à jour.'
      : 'If nobody pays, every message leaves on its day and the bank is kept up to date.';
  return `${oneLine(companyName === '' ? title : `${companyName} – ${title}`)}\n${premise}`;
}

function daysText(register: Register, { messages }: Outlook): readonly string[] {
  const { language } = register.settings;
  const byDay = new Map<DayNumber, OutlookMessage[]>();
  for (const message of messages) byDay.set(message.day, [...(byDay.get(message.day) ?? []), message]);
  const totals = dayTotals(messages);
  const lines = columnsText(
    messages.map((message) => messageCells(register, message)),
    [3],
  );
  const lineOf = new Map(messages.map((message, k) => [message, lines[k]] as const));
  return Array.from(byDay, ([day, ofDay]) => {
    const ofThisDay = totals.filter((total) => total.day === day);
    const sums = ofThisDay.map((total) => sumText(register, total, language));
    const rows = ofDay.flatMap((message) => [
      `  ${lineOf.get(message) ?? ''}`,
      `    ${oneLine(message.why[language])}`,
    ]);
    return [`${weekdayText(day, language)} ${dayText(day, language)} · ${sums.join(' · ')}`, ...rows].join(
      '\n',
    );
  });
}

const WEEKDAYS: Readonly<Record<Language, readonly string[]>> = {
  fr: ['Lundi', 'Mardi', 'Mercredi', 'Jeudi', 'Vendredi', 'Samedi', 'Dimanche'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
};

function weekdayText(day: DayNumber, language: Language): string {
  return WEEKDAYS[language][weekday(day) - 1];
}

function sumText({ currencies }: Register, { count, currency, total }: DayTotal, language: Language): string {
  const messages = countText(count, 'message', 'messages', language);
  return `${messages}, ${moneyText(total, currencies[currency], language)}`;
}

function messageCells(register: Register, message: OutlookMessage): readonly string[] {
  const { asked, channel, client, indemnity, interest, total, what } = message;
  const { language } = register.settings;
  const currency = register.currencies[message.currency];
  const penalties = penaltiesText(interest, indemnity, currency, language);
  return [
    clientText(register, client),
    what[language],
    CHANNEL_WORDS.get(channel)?.[language] ?? channel,
    moneyText(total, currency, language),
    penalties,
    numbersText(register, asked),
  ];
}

function clientText({ clients }: Register, client: number): string {
  const { code, name } = clients[client];
  return oneLine(`${code} ${name}`);
}

/** `+ 7,40 € d’intérêts + 80,00 € d’indemnité`; nothing where nothing is claimed. */
function penaltiesText(
  interest: ClaimedAmount,
  indemnity: ClaimedAmount,
  currency: string,
  language: Language,
): string {
  const parts = [
    claimedText(interest, INTEREST, currency, language),
    claimedText(indemnity, INDEMNITY, currency, language),
  ];
  return parts.filter((part) => part !== '').join(' ');
}

/** How a sum is named after its amount, and where nobody knows how much. */
type Claim = { readonly named: Words; readonly unknown: Words };

const INTEREST: Claim = {
  named: { fr: 'd’intérêts', en: 'interest' },
  unknown: { fr: 'intérêts à chiffrer', en: 'interest not known' },
};
const INDEMNITY: Claim = {
  named: { fr: 'd’indemnité', en: 'indemnity' },
  unknown: { fr: 'indemnité à chiffrer', en: 'indemnity not known' },
};

function claimedText(
  { minor }: ClaimedAmount,
  { named, unknown }: Claim,
  currency: string,
  language: Language,
): string {
  if (minor === 0) return '';
  return minor === null
    ? `+ ${unknown[language]}`
    : `+ ${moneyText(minor, currency, language)} ${named[language]}`;
}

const MOST_NUMBERS = 3;

function numbersText({ invoices, settings: { language } }: Register, asked: readonly AskedItem[]): string {
  const numbers = Array.from(new Set(asked.map(({ invoice }) => invoice)), invoices.numberAt);
  const shown = numbers
    .slice(0, MOST_NUMBERS)
    .map((number) => oneLine(number))
    .join(', ');
  const others = numbers.length - MOST_NUMBERS;
  if (others <= 0) return shown;
  return language === 'fr' ? `${shown} et ${others} de plus` : `${shown} and ${others} more`;
}

const CHANNEL_WORDS: ReadonlyMap<Channel | string, Words> = new Map(
  TABLES.calendars.columns
    .flatMap(({ choices = [], key }) => (key === 'channel' ? choices : []))
    .map(({ key, words }) => [key, words] as const),
);

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : [title, ...lines].join('\n');
}

function holdLines(register: Register, { days, from: first, holds }: Outlook): readonly string[] {
  const last = first + days - 1;
  const { language } = register.settings;
  const lines = columnsText(
    holds.map(({ client, currency, from, through, total, until }) => [
      clientText(register, client),
      moneyText(total, register.currencies[currency], language),
      spanText(from, until ?? (through < last ? through : null), language),
    ]),
    [1],
  );
  return holds.flatMap(({ why }, k) => [`  ${lines[k]}`, `    ${oneLine(why[language])}`]);
}

/** @param through null: nobody can say */
function spanText(from: DayNumber, through: DayNumber | null, language: Language): string {
  const first = dayText(from, language);
  if (from === through) return first;
  if (through === null) return language === 'fr' ? `dès le ${first}` : `from ${first}`;
  const last = dayText(through, language);
  return language === 'fr' ? `du ${first} au ${last}` : `${first} to ${last}`;
}

function dueLines(register: Register, dues: readonly FallingDue[]): readonly string[] {
  const { language } = register.settings;
  const cells = dues.map((due) => [
    dayText(due.day, language),
    clientText(register, due.client),
    dueWords(register, due)[language],
    due.amount === null ? '' : moneyText(due.amount, register.currencies[due.currency], language),
  ]);
  return columnsText(cells, [3]).map((line) => `  ${line}`);
}

function dueWords({ invoices }: Register, { instalment, invoice, kind }: FallingDue): Words {
  if (invoice < 0) return { fr: 'promesse', en: 'promise' };
  const number = oneLine(invoices.numberAt(invoice));
  return kind === 'promise'
    ? { fr: `promesse, facture ${number}`, en: `promise, invoice ${number}` }
    : { fr: `échéance ${instalment}, facture ${number}`, en: `instalment ${instalment}, invoice ${number}` };
}

/** One debt may be asked for several times within the days: the sums of all messages would say nothing. */
function totalText({ messages }: Outlook, language: Language): string {
  const clients = new Set(messages.map(({ client }) => client)).size;
  if (language === 'fr') {
    const colon = typesetFrench(' :');
    if (clients === 0) return `Total${colon} aucun message`;
    const count = countText(messages.length, 'message', 'messages', language);
    return `Total${colon} ${count} à ${countText(clients, 'client', 'clients', language)}`;
  }
  if (clients === 0) return 'Total: no message';
  const count = countText(messages.length, 'message', 'messages', language);
  return `Total: ${count} to ${countText(clients, 'client', 'clients', language)}`;
}
