/** The tabs that only an audit looks at: seals and reviews, read from a Google Sheet and from a folder alike. */
import { expect, test } from 'vitest';
import { openCsvFolder } from '../../batch/sources/csv/csv-folder.ts';
import { planRequests } from '../../batch/sources/sheet/sheet-plan.ts';
import { newChainReader } from '../../shared/insight/audit/seals/chain.ts';
import { genesisHead, sealNext } from '../../shared/invoicing/seal.ts';
import { startReading } from '../../shared/register/read.ts';
import { addTab } from '../workspace/spreadsheet.ts';
import { writeFolder } from './csv-fixture.ts';
import { readThrough, smallRegister } from './sheet-fixture.ts';

const HEADERS = ['Rang', 'Nature', 'Numéro', 'Instant (UTC)', 'Contenu scellé', 'Sceau précédent', 'Sceau'];
/** Spaces at both ends, quotes, a comma, letters of every width: what was hashed is read as it was. */
const CONTENT = ' {"file":"F1, « été ».pdf","sha256":"é😀漢"} ';
const FIRST = sealNext(genesisHead('sheet', 'random'), {
  type: 'DOC',
  number: 'F2026-00001',
  at: '2026-03-30T08:00:00Z',
  snapshotText: CONTENT,
});
const SECOND = sealNext({ seq: FIRST.seq, hash: FIRST.hash }, { ...FIRST, snapshotText: CONTENT.trim() });
const CELLS = [FIRST, SECOND].map(({ at, hash, number, prev, seq, snapshot, type }) => [
  seq,
  type,
  number,
  at,
  snapshot,
  prev,
  hash,
]);

test('a tab of seals holds together as it was written', async () => {
  const spreadsheet = smallRegister();
  addTab(spreadsheet, 'Sceaux', [HEADERS, ...CELLS]);
  addTab(spreadsheet, 'Constats revus', [
    ['Constat', 'Faits', 'Explication', 'Revu le'],
    ['0123456789ab', '01234567', 'vu', 46111],
  ]);
  const { info, tables } = await readThrough(spreadsheet);
  expect(tables.map(({ table }) => table).slice(-2)).toEqual(['seals', 'reviews']);
  expect(tables.find(({ table }) => table === 'seals')?.rows[0][4]).toBe(CONTENT);
  expect(info.kind === 'sheet' && info.tabs.get('seals')).toBe(3);
});

test('a file of seals holds together as it was written', async () => {
  const quoted = (cell: unknown): string => `"${String(cell).replaceAll('"', '""')}"`;
  const seals = [HEADERS, ...CELLS].map((row) => row.map(quoted).join(';')).join('\r\n');
  const folder = writeFolder({
    clients: 'code,name\nC1,Anne\n',
    invoices: 'number,client,issueDate,total\nF2026-00001,C1,2026-03-30,10\n',
    seals,
    reviews: 'finding,facts,reason\n0123456789ab,01234567,vu\n,,\n1,2,\n',
  });
  const chain = newChainReader();
  const reader = startReading(chain.take);
  await openCsvFolder(folder).read(
    () => reader,
    () => undefined,
  );
  expect(chain.chain()).toMatchObject({ rows: 2, faults: [], head: { seq: 2, hash: SECOND.hash } });
  const { evidence, problems } = reader.finish();
  expect(evidence.reviews).toEqual([
    { row: 2, finding: '0123456789ab', facts: '01234567', reason: 'vu', by: '', on: null },
  ]);
  expect(problems.map(({ code, row, table }) => `${table} ${row} ${code}`)).toEqual([
    'reviews 4 required/missing',
  ]);
});

test('long rows are asked for in shorter pieces: no answer fills the memory', () => {
  const tab = (rowCount: number) => ({ gid: 1, title: 'T', rowCount, columnCount: 7 });
  const rows = (table: 'seals' | 'payments') =>
    planRequests(new Map([[table, tab(50_000)]])).map((pieces) =>
      pieces.reduce((sum, piece) => sum + piece.rowCount, 0),
    );
  expect(rows('payments')).toEqual([50_000]);
  expect(Math.max(...rows('seals'))).toBeLessThan(4_000);
  expect(rows('seals').reduce((sum, count) => sum + count, 0)).toBe(50_000);
});
