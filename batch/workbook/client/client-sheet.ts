/** A page of one client, for who is about to call it: what it owes, how it pays, why it is a risk, what was agreed and said. */
import type { Style } from 'exceljs';
import { serialOfDay } from '../../../shared/base/civil-date.ts';
import type { ClientPage } from '../../answers/client-pages.ts';
import type { CurrencyPart } from '../currency-part.ts';
import { dayFormat } from '../formats.ts';
import { agreementsTable } from '../sheets/agreements-sheet.ts';
import { bodyStyle, GREY, HEADING, proseStyle, SUBTITLE, TEAL, TITLE } from '../style.ts';
import { putTable } from '../table/put-table.ts';
import type { Table } from '../table/table.ts';
import { clippedTo, wrappedLines } from '../table/text-width.ts';
import { say } from '../words.ts';
import { cleanText } from '../xlsx/cell-text.ts';
import { addPage, type Draft, linesHeight, type Page, put } from '../xlsx/page.ts';
import { ageingTable, openItemsTable, riskLines } from './client-tables.ts';
import { CLIENT_WORDS, contactText, identityText } from './client-words.ts';

const COLUMNS = 8;
const COLUMN_WIDTH = 15.5;
const TEXT_WIDTH = COLUMNS * COLUMN_WIDTH - 3;
const HEADER_HEIGHT = 33;
const MOST_CONTACTS = 40;
const TITLE_WIDTH = 70;

/** Where the next row is written. */
type Cursor = { readonly page: Page; row: number };

/** @param parts one a currency; there is at least one @param name of the sheet */
export function addClientSheet(
  draft: Draft,
  parts: readonly CurrencyPart[],
  asked: ClientPage,
  name: string,
): Page {
  const { language } = draft;
  const page = addPage(draft, name, { tab: TEAL, landscape: false });
  for (let column = 1; column <= COLUMNS; column++) page.sheet.getColumn(column).width = COLUMN_WIDTH;
  const [{ report }] = parts;
  const client = report.register.clients[asked.client];
  put(page, 1, 1, clippedTo(cleanText(client.name), TITLE_WIDTH), TITLE, COLUMNS);
  put(page, 2, 1, `${identityText(client, language)} · ${draft.dayText}`, SUBTITLE, COLUMNS);
  page.sheet.getRow(1).height = 26;
  page.sheet.getRow(2).height = 18;
  const cursor: Cursor = { page, row: 4 };
  for (const part of parts) putCurrency(cursor, part, asked, parts.length > 1);
  putContacts(cursor, parts[0], asked);
  return page;
}

function putCurrency(cursor: Cursor, part: CurrencyPart, asked: ClientPage, several: boolean): void {
  const { answers, draft, report } = part;
  const { language } = draft;
  const { currency } = answers;
  const ageing = ageingTable(part, asked.client);
  if (several && ageing.rows.length === 0) return;
  const words = several ? CLIENT_WORDS.ageingIn : CLIENT_WORDS.ageing;
  putSection(cursor, part, say(words, language, { currency }), ageing);
  putHeading(cursor, say(CLIENT_WORDS.habit, language));
  putProse(cursor, asked.habits[report.register.currencies.indexOf(currency)]?.[language] ?? '');
  cursor.row += 1;
  putHeading(cursor, say(CLIENT_WORDS.risk, language));
  for (const line of riskLines(part, asked.client)) putProse(cursor, line);
  cursor.row += 1;
  const items = openItemsTable(part, asked.client);
  if (items.rows.length > 0) putSection(cursor, part, say(CLIENT_WORDS.items, language), items);
  const agreements = agreementsTable(part, asked.client);
  if (agreements.rows.length > 0)
    putSection(cursor, part, say(CLIENT_WORDS.agreements, language), agreements);
}

function putHeading(cursor: Cursor, text: string): void {
  put(cursor.page, cursor.row, 1, text, HEADING, COLUMNS);
  cursor.page.sheet.getRow(cursor.row).height = 21;
  cursor.row += 1;
}

function putProse(cursor: Cursor, text: string, first = 1, style: Partial<Style> = proseStyle()): void {
  const columns = COLUMNS - first + 1;
  const clean = cleanText(text);
  put(cursor.page, cursor.row, first, clean, style, columns);
  const width = (TEXT_WIDTH * columns) / COLUMNS;
  cursor.page.sheet.getRow(cursor.row).height = linesHeight(wrappedLines(clean, width), 3);
  cursor.row += 1;
}

function putSection<Row>(cursor: Cursor, { draft }: CurrencyPart, title: string, table: Table<Row>): void {
  putHeading(cursor, title);
  const { headerRow, lastRow } = putTable(cursor.page, table, cursor.row, draft.language);
  cursor.page.sheet.getRow(headerRow).height = HEADER_HEIGHT;
  cursor.row = lastRow + 2;
}

function putContacts(cursor: Cursor, { draft, report }: CurrencyPart, { contacts }: ClientPage): void {
  const { language } = draft;
  putHeading(cursor, say(CLIENT_WORDS.contacts, language));
  for (const contact of contacts.slice(0, MOST_CONTACTS)) {
    const style = bodyStyle(dayFormat(language), { horizontal: 'left' });
    put(cursor.page, cursor.row, 1, serialOfDay(contact.at), style);
    putProse(
      cursor,
      contactText(contact, report.register, language),
      2,
      bodyStyle('General', { wrapText: true }),
    );
  }
  const rest = contacts.length - MOST_CONTACTS;
  if (contacts.length === 0) putNote(cursor, say(CLIENT_WORDS.noContact, language));
  if (rest > 0) putNote(cursor, say(CLIENT_WORDS.more, language, { count: String(rest) }));
}

function putNote(cursor: Cursor, text: string): void {
  put(cursor.page, cursor.row, 1, text, proseStyle(GREY), COLUMNS);
  cursor.row += 1;
}
