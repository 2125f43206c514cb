/** Cells as a finding names them: the column's header, what was sealed and what stands there now. */
import { NO_DAY } from '../../../base/civil-date.ts';
import type { Language } from '../../../base/words.ts';
import { TABLES } from '../../../register/tables.ts';
import type { Teller } from '../teller.ts';
import type { Content } from './sealed-differences.ts';

const EMPTY = { fr: '(vide)', en: '(empty)' };
const ANOTHER = { fr: 'un autre texte', en: 'another text' };

/** @param currency index into the register's currencies, for amounts */
export function contentText(content: Content, tell: Teller, currency: number, language: Language): string {
  switch (content.kind) {
    case 'amount':
      return tell.money(content.minor, currency);
    case 'day':
      return content.day === NO_DAY ? EMPTY[language] : tell.day(content.day);
    case 'number':
      return tell.number(content.value, decimalsOf(content.value));
    case 'text':
      return content.text === '' ? EMPTY[language] : quoted(content.text, language);
    default:
      return ANOTHER[language];
  }
}

const MOST_DECIMALS = 6;
const LONGEST_QUOTE = 60;

function decimalsOf(value: number): number {
  let decimals = 0;
  while (decimals < MOST_DECIMALS && !Number.isInteger(Number((value * 10 ** decimals).toPrecision(15))))
    decimals++;
  return decimals;
}

function quoted(text: string, language: Language): string {
  const short = text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
  return language === 'fr' ? `«\u202f${short}\u202f»` : `“${short}”`;
}

/** The header of a column, in the language. */
export function headerText(table: 'invoices' | 'lines', key: string, language: Language): string {
  return TABLES[table].columns.find((column) => column.key === key)?.header[language] ?? key;
}
