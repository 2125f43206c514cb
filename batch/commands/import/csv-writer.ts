/** Writes into a CSV folder: rows added, rows taken out, cells changed. Every other byte stays as it is, and a failure leaves the whole file. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { parse } from 'csv-parse/sync';
import type { RowTexts } from '../../../shared/exchange/match/import-rows.ts';
import { readChoice } from '../../../shared/register/cell-choices.ts';
import { matchHeaders } from '../../../shared/register/headers.ts';
import { SOURCE_TABLES, type SourceTableKey } from '../../../shared/register/source-tables.ts';
import { writeWhole } from '../../answers/whole-file.ts';
import { namesFor } from '../../sources/csv/csv-folder.ts';
import type { RegisterWriter } from '../../sources/register-writer.ts';
import { OutputError } from '../ground/failures.ts';

export function csvWriter(folder: string): RegisterWriter {
  return {
    async ready(columns) {
      for (const table of columns.keys()) openFile(folder, table); // what lacks is added with the first row
    },
    async append(table, rows) {
      if (rows.length === 0) return;
      const file = widened(openFile(folder, table), rows);
      const lines = rows.map((row) => `${lineOf(file, (key) => row[key] ?? '')}${file.eol}`);
      const end = file.text === '' || file.text.endsWith('\n') ? '' : file.eol;
      await save(file, `${file.text}${end}${lines.join('')}`);
    },
    async remove(table, key, values) {
      const file = openFile(folder, table);
      const kept = file.records.filter(({ cells }, at) => at === 0 || !values.has(cellOf(file, cells, key)));
      if (kept.length < file.records.length)
        await save(
          file,
          wholeText(
            file,
            kept.map(({ raw }) => raw),
          ),
        );
      return file.records.length - kept.length;
    },
    async change(table, key, changes, except = {}) {
      const file = openFile(folder, table);
      const records = file.records.map(({ cells, raw }, at) => {
        const changed = at === 0 ? undefined : changes.get(cellOf(file, cells, key));
        if (changed === undefined || holds(file, table, cells, except)) return raw;
        return lineOf(file, (column) => changed[column] ?? cellOf(file, cells, column), cells);
      });
      await save(file, wholeText(file, records));
    },
  };
}

/** A choice may be written in any of its words. */
function holds(file: CsvFile, table: SourceTableKey, cells: readonly string[], except: RowTexts): boolean {
  const keys = Object.keys(except);
  return (
    keys.length > 0 && keys.every((key) => plainOf(table, key, cellOf(file, cells, key)) === except[key])
  );
}

function plainOf(table: SourceTableKey, key: string, text: string): string {
  const choices = SOURCE_TABLES[table].columns.find((column) => column.key === key)?.choices;
  const read = choices === undefined ? null : readChoice(text, choices);
  return read?.ok ? read.value : text;
}

type CsvRecord = { readonly cells: readonly string[]; readonly raw: string };

type CsvFile = {
  readonly path: string;
  readonly text: string;
  readonly delimiter: string;
  readonly eol: string;
  readonly records: readonly CsvRecord[]; // the header first; each without its end of line
  readonly places: ReadonlyMap<string, number>; // a column's place, by its key
  readonly width: number;
};

/** @throws OutputError where the file is not UTF-8, or a quote in it never closes */
function openFile(folder: string, table: SourceTableKey): CsvFile {
  const path = join(folder, nameOf(folder, table));
  const text = existsSync(path) ? decoded(readFileSync(path), path) : `${keysOf(table).join(',')}\r\n`;
  const [first = ''] = text.split(/\r?\n/, 1);
  const delimiter = delimiterIn(first);
  const records = recordsOf(text, delimiter, path);
  const header = records[0]?.cells ?? [];
  const places = matchHeaders(SOURCE_TABLES[table], [...header]).columns;
  return {
    path,
    text,
    delimiter,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
    records,
    places,
    width: header.length,
  };
}

/** With a column more for each key that rows have and the file has not: nothing that is to be written is dropped. */
function widened(file: CsvFile, rows: readonly RowTexts[]): CsvFile {
  const filled = new Set(rows.flatMap((row) => Object.keys(row).filter((key) => row[key] !== '')));
  const more = Array.from(filled).filter((key) => !file.places.has(key));
  if (more.length === 0) return file;
  const { delimiter, places, records, width } = file;
  const lines = records.map(({ raw }, at) =>
    [raw, ...more.map((key) => (at === 0 ? key : ''))].join(delimiter),
  );
  const wide = new Map([...places, ...more.map((key, at) => [key, width + at] as const)]);
  return { ...file, text: wholeText(file, lines), places: wide, width: width + more.length };
}

/** The file the register is read from; a new one by the table's own name. */
function nameOf(folder: string, table: SourceTableKey): string {
  return namesFor(table, readdirSync(folder))[0] ?? `${SOURCE_TABLES[table].key}.csv`;
}

function keysOf(table: SourceTableKey): readonly string[] {
  return SOURCE_TABLES[table].columns.map(({ key }) => key);
}

function decoded(bytes: Buffer, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new OutputError({
      fr: `«\u202f${path}\u202f» n’est pas en UTF-8\u202f: rien n’y est écrit. Enregistrez-le en UTF-8, puis recommencez.`,
      en: `"${path}" is not UTF-8: nothing is written to it. Save it as UTF-8, then start again.`,
    });
  }
}

/** A header has no text that holds a sign: whichever of the three it has most of. */
function delimiterIn(header: string): string {
  const counts = [',', ';', '\t'].map((sign) => header.split(sign).length);
  return [',', ';', '\t'][counts.indexOf(Math.max(...counts))];
}

/** @throws OutputError */
function recordsOf(text: string, delimiter: string, path: string): readonly CsvRecord[] {
  try {
    const options = { delimiter, relax_column_count: true, relax_quotes: true, bom: true, raw: true };
    const read: unknown = parse(text, options);
    return Array.isArray(read) ? read.flatMap(rawRecord) : [];
  } catch {
    throw new OutputError({
      fr: `un guillemet ouvert dans «\u202f${path}\u202f» ne se ferme pas\u202f: rien n’y est écrit.`,
      en: `a quote opened in "${path}" never closes: nothing is written to it.`,
    });
  }
}

/** What csv-parse gives of a record with its `raw` text. */
function rawRecord(record: unknown): readonly CsvRecord[] {
  if (typeof record !== 'object' || record === null || !('raw' in record) || !('record' in record)) return [];
  const cells: unknown = record.record;
  return Array.isArray(cells)
    ? [{ raw: String(record.raw).replace(/[\r\n]+$/, ''), cells: cells.map(String) }]
    : [];
}

function cellOf({ places }: CsvFile, cells: readonly string[], key: string): string {
  return cells[places.get(key) ?? -1] ?? '';
}

/** @param before the cells of columns nobody knows */
function lineOf(
  { delimiter, places, width }: CsvFile,
  textOf: (key: string) => string,
  before: readonly string[] = [],
): string {
  const cells = Array.from({ length: width }, (_, index) => before[index] ?? '');
  for (const [key, place] of places) cells[place] = textOf(key);
  return cells.map((cell) => quoted(cell, delimiter)).join(delimiter);
}

function quoted(cell: string, delimiter: string): string {
  return cell.includes(delimiter) || /["\r\n]/.test(cell) || cell !== cell.trim()
    ? `"${cell.replaceAll('"', '""')}"`
    : cell;
}

function wholeText({ eol, text }: CsvFile, lines: readonly string[]): string {
  const mark = text.startsWith('\ufeff') && !lines[0]?.startsWith('\ufeff') ? '\ufeff' : '';
  return `${mark}${lines.join(eol)}${text.endsWith('\n') ? eol : ''}`;
}

async function save({ path }: CsvFile, text: string): Promise<void> {
  await writeWhole(Readable.from([text]), path);
}
