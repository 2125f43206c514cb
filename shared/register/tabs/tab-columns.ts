/** How each column of a tab looks: format, width, what may be chosen, and the note its header shows. */
import { unreachable } from '../../base/result.ts';
import type { Language, Words } from '../../base/words.ts';
import { type Column, TABLES } from '../tables.ts';
import { COLUMN_NOTES } from './tab-notes.ts';

/** Number formats as Google Sheets writes them; it shows their separators by the sheet's locale. `@` keeps what is typed as text. */
export function formatOf({ kind }: Column, language: Language): string {
  switch (kind) {
    case 'date':
      return language === 'fr' ? 'dd/mm/yyyy' : 'yyyy-mm-dd';
    case 'amount':
      return '#,##0.00';
    case 'number':
      return 'General';
    case 'integer':
      return '0';
    case 'text':
    case 'instant':
    case 'choice':
    case 'currency':
    case 'terms':
    case 'email':
    case 'emails':
      return '@';
    default:
      return unreachable(kind);
  }
}

/** Letters of EN 16931 (UNCL 5305). */
const VAT_CATEGORIES = ['S', 'E', 'AE', 'K', 'G', 'O', 'Z'];

/** The currencies offered; any other ISO 4217 code may be typed. */
const CURRENCIES = ['EUR', 'USD', 'GBP', 'CHF', 'CAD'];

/** What a cell of the column may be chosen from; empty: anything. */
export function listOf(
  tab: string,
  { choices = [], key, kind }: Column,
  language: Language,
): readonly string[] {
  if (kind === 'choice') return choices.map(({ words }) => words[language]);
  if (kind === 'currency') return CURRENCIES;
  if (key === 'vatCategory') return VAT_CATEGORIES;
  if (tab === 'calendars' && key === 'calendar') return kindWords(language);
  if (tab === 'templates' && key === 'language') return ['fr', 'en'];
  return [];
}

function kindWords(language: Language): readonly string[] {
  const kind = TABLES.clients.columns.find(({ key }) => key === 'kind');
  return (kind?.choices ?? []).map(({ words }) => words[language]);
}

/** Pixels a character of the header takes (Arial 10 bold), and what stands beside it. */
const HEADER_CHARACTER = 7.4;
const HEADER_MARGIN = 26;

/** Wide enough for the header and for what usually stands below it. */
export function columnWidth(column: Column, language: Language): number {
  const header = Math.ceil(column.header[language].length * HEADER_CHARACTER) + HEADER_MARGIN;
  return Math.max(header, WIDTHS.get(column.key) ?? kindWidth(column));
}

function kindWidth({ kind }: Column): number {
  switch (kind) {
    case 'amount':
      return 110;
    case 'date':
      return 100;
    case 'number':
    case 'integer':
    case 'currency':
      return 80;
    case 'email':
    case 'emails':
      return 220;
    case 'instant':
      return 170;
    case 'choice':
      return 130;
    case 'text':
    case 'terms':
      return 140;
    default:
      return unreachable(kind);
  }
}

const LONGEST_SETTING = 320;

const WIDTHS: ReadonlyMap<string, number> = new Map([
  ['addressLine1', 220],
  ['addressLine2', 180],
  ['body', 520],
  ['check', 320],
  ['deliveryAddress', 220],
  ['description', 340],
  ['detail', 360],
  ['disputeReason', 220],
  ['document', 240],
  ['hash', 180],
  ['help', 620],
  ['holdReason', 220],
  ['key', LONGEST_SETTING],
  ['name', 230],
  ['nextStep', 420],
  ['notes', 280],
  ['prev', 180],
  ['recipient', 220],
  ['seal', 160],
  ['snapshot', 300],
  ['subject', 320],
  ['unit', 90],
  ['value', LONGEST_SETTING],
]);

/** What a header's note says: what to write, with an example. */
export function noteOf(tab: string, column: Column): Words {
  return COLUMN_NOTES.get(`${tab}.${column.key}`) ?? { fr: '', en: '' };
}
