/** The teller: names, days and amounts as a finding's sentence says them, in one language. */
import type { DayNumber } from '../../base/civil-date.ts';
import { countText, dayText, moneyText, numberText, percentText } from '../../base/numbers-text.ts';
import type { Language } from '../../base/words.ts';
import type { Register } from '../../register/entries.ts';

export type Teller = {
  /** `1 200,00 €` @param currency index into the register's currencies */
  readonly money: (minor: number, currency: number) => string;
  readonly day: (day: DayNumber) => string;
  /** `3 factures`: a count with its noun. */
  readonly count: (count: number, one: string, many: string) => string;
  readonly number: (value: number, decimals: number) => string;
  /** A share between 0 and 1, with one decimal. */
  readonly percent: (share: number) => string;
  /** The number of an invoice or credit note. */
  readonly document: (invoice: number) => string;
  /** `F2026-00012 du 3 mars 2026 (1 200,00 €)`: the number, the issue day and the total. */
  readonly bill: (invoice: number) => string;
  readonly client: (client: number) => string;
};

/** One sentence in both languages. */
export type Sentence = Readonly<Record<Language, (tell: Teller) => string>>;

export function tellerOf({ clients, currencies, invoices }: Register, language: Language): Teller {
  const money = (minor: number, currency: number): string => moneyText(minor, currencies[currency], language);
  const day = (on: DayNumber): string => dayText(on, language);
  return {
    money,
    day,
    count: (count, one, many) => countText(count, one, many, language),
    number: (value, decimals) => numberText(value, decimals, language),
    percent: (share) => percentText(share, 1, language),
    document: (invoice) => invoices.numberAt(invoice),
    bill: (invoice) => {
      const total = money(invoices.total[invoice], invoices.currency[invoice]);
      const of = language === 'fr' ? 'du' : 'of';
      return `${invoices.numberAt(invoice)} ${of} ${day(invoices.issueDay[invoice])} (${total})`;
    },
    client: (client) => clients[client].name,
  };
}
