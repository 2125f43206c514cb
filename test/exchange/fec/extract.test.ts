import { describe, expect, test } from 'vitest';
import { generateRegister } from '../../../batch/sample/generate.ts';
import { demoSample } from '../../../batch/sample/options.ts';
import { writeCsvFolder } from '../../../batch/sample/write-csv.ts';
import { type CivilDate, dayNumber } from '../../../shared/base/civil-date.ts';
import { readChart } from '../../../shared/exchange/fec/accounts.ts';
import { FEC_FIELDS } from '../../../shared/exchange/fec/fec-text.ts';
import { clientBalancesOn } from '../../../shared/receivables/ledger.ts';
import { temporaryFolder } from '../../delivery/temporary-folder.ts';
import { expectGolden } from '../../golden-file.ts';
import { booksOf, readFiles, readFolder } from './books.ts';

/** One of each: paid in two, credited, overpaid, bounced, a small difference, a bad debt, insolvency, penalties. */
const FILES = {
  settings: 'key,value\ncompanyName,Maison Ollier\nlegalId,732829320\nlocale,fr_FR\n',
  clients:
    'code,name,insolvencyOn\nC1,"Épicerie\tOllier | fils",\nC2,Garage Bellon,2026-10-20\nC3,Studio Ravel,\n',
  invoices:
    'number,type,client,issueDate,dueDate,net,vat,total,corrects\n' +
    'F1,,C1,2026-10-01,2026-10-31,100,20,120,\nF2,,C2,2026-10-02,2026-10-12,200,40,240,\n' +
    'F3,,C3,2026-10-03,2026-11-02,50,10,60,\nA1,creditNote,C1,2026-10-05,,10,2,12,F1\n',
  payments:
    'id,date,client,invoice,amount,method,purpose\n' +
    'P1,2026-10-10,,F1,60,transfer,\nP2,2026-10-12,,F1,47.50,cheque,\nP3,2026-10-13,,F1,0.50,writeOff,\n' +
    'P4,2026-10-14,,F3,60,transfer,\nP5,2026-10-16,,F3,-60,transfer,\nP6,2026-10-18,C3,,25,cash,\n' +
    'P7,2026-10-25,,F2,90,transfer,\nP8,2026-10-30,,F2,150,writeOff,\nP9,2026-10-31,,F1,41.5,transfer,penalties\n',
};

/** Read once, in the test that asks first. */
function once<T>(read: () => Promise<T>): () => Promise<T> {
  let reading: Promise<T> | null = null;
  return () => {
    reading ??= read();
    return reading;
  };
}

const small = once(() => readFiles(FILES));

function groupedBy<T>(values: readonly T[], keyOf: (value: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value)) ?? [];
    group.push(value);
    groups.set(keyOf(value), group);
  }
  return groups;
}

describe('the small register', () => {
  test('has nothing to mend', async () => expect((await small()).problems).toEqual([]));

  test('its whole extract', async () => {
    expectGolden('exchange/fec/october.txt', booksOf(await small(), '2026-10-01', '2026-10-31').text);
  });

  test('VAT on receipts kept apart, the bad debt’s VAT claimed back, doubtful clients impaired, accounts of the firm', async () => {
    const rules = { accounts: '44574=445740; 411=411100; VE=VEN', withVat: true, impairmentPercent: 50 };
    expectGolden(
      'exchange/fec/october-firm.txt',
      booksOf(await small(), '2026-10-01', '2026-10-28', rules).text,
    );
  });

  test('a period numbers its own entries, and letters by what came before it', async () => {
    const { text } = booksOf(await small(), '2026-10-12', '2026-10-13');
    expect(
      text
        .split('\r\n')
        .slice(1, -1)
        .map((row) => row.split('\t').slice(2, 5).join(' ')),
    ).toEqual([
      'BQ000001 20261012 511200',
      'BQ000001 20261012 411000',
      'OD000001 20261013 658000',
      'OD000001 20261013 411000',
    ]);
    expect(text).toMatch(/P2\t20261012\t[^\t]*\t0,00\t47,50\tAAA\t20261013/);
  });
});

type Row = Readonly<Record<(typeof FEC_FIELDS)[number], string>>;

function rowsOf(text: string): readonly Row[] {
  return text
    .split('\r\n')
    .slice(1, -1)
    .map((line) => {
      const cells = line.split('\t');
      expect(cells).toHaveLength(FEC_FIELDS.length);
      return Object.fromEntries(FEC_FIELDS.map((field, index) => [field, cells[index] ?? ''])) as Row;
    });
}

const cents = (text: string): number => Math.round(Number(text.replace(',', '.')) * 100);

describe('the sample register', () => {
  const sampled = once(async () => {
    const folder = temporaryFolder();
    writeCsvFolder(generateRegister(demoSample('2026-11-20')), folder);
    return readFolder(folder);
  });

  for (const to of ['2025-01-31', '2026-03-31', '2026-11-20'] satisfies CivilDate[]) {
    test(`on ${to} what clients owe in the books is what they owe in the ledger, to the cent`, async () => {
      const { ledger, text } = booksOf(await sampled(), '2000-01-01', to, {
        accounts: '44574=445740',
        withVat: true,
      });
      const owed = new Map<string, number>();
      for (const row of rowsOf(text)) {
        if (!row.CompteNum.startsWith('411') && !row.CompteNum.startsWith('416')) continue;
        owed.set(row.CompAuxNum, (owed.get(row.CompAuxNum) ?? 0) + cents(row.Debit) - cents(row.Credit));
      }
      const balances = clientBalancesOn(ledger, 0, dayNumber(to));
      const { clients } = ledger.register;
      const expected = balances.map(({ balance, client }) => [clients[client].code, balance]);
      const found = [...owed].filter(([, minor]) => minor !== 0);
      expect(found.sort()).toEqual(expected.filter(([, minor]) => minor !== 0).sort());
    });

    test(`by ${to} the VAT that is due and that waits is what was invoiced, less what was claimed back`, async () => {
      const { evidence, register } = await sampled();
      const { entries } = booksOf(await sampled(), '2000-01-01', to, { accounts: '44574=445740' });
      const of = (account: string): number =>
        entries
          .filter(({ lines }) => lines.every(({ account: one }) => one !== '654'))
          .flatMap(({ lines }) => lines)
          .reduce((sum, line) => sum + (line.account === account ? line.minor : 0), 0);
      const { creditNote, currency, count, issueDay } = register.invoices;
      let vat = 0;
      for (let index = 0; index < count; index++)
        if (currency[index] === 0 && issueDay[index] <= dayNumber(to))
          vat += (creditNote[index] === 1 ? 1 : -1) * Math.abs(evidence.vat[index]);
      expect(of('44571') + of('44574')).toBe(vat);
    });
  }

  test('each entry balances, each journal counts without gap in order of days, each set of letters comes to nothing', async () => {
    const rows = rowsOf(booksOf(await sampled(), '2026-01-01', '2026-11-20').text);
    const entries = groupedBy(rows, ({ EcritureNum }) => EcritureNum);
    for (const lines of entries.values())
      expect(lines.reduce((sum, { Credit, Debit }) => sum + cents(Debit) - cents(Credit), 0)).toBe(0);
    for (const journal of groupedBy(rows, ({ JournalCode }) => JournalCode).values()) {
      const numbers = [...new Set(journal.map(({ EcritureNum }) => Number(EcritureNum.slice(2))))];
      expect(numbers).toEqual(numbers.map((_, index) => index + 1));
      const days = journal.map(({ EcritureDate }) => EcritureDate);
      expect(days).toEqual([...days].sort());
    }
    const all = rowsOf(booksOf(await sampled(), '2000-01-01', '2026-11-20').text).filter(
      ({ EcritureLet }) => EcritureLet !== '',
    );
    const sets = groupedBy(
      all,
      ({ CompAuxNum, CompteNum, EcritureLet }) => `${CompteNum} ${CompAuxNum} ${EcritureLet}`,
    );
    expect(sets.size).toBeGreaterThan(500);
    for (const lines of sets.values())
      expect(lines.reduce((sum, { Credit, Debit }) => sum + cents(Debit) - cents(Credit), 0)).toBe(0);
  });
});

describe('the firm’s accounts', () => {
  test.each(['411=411', '706 = 706200', 'VE=VEN;BQ=BQ1', '44574=445740', ''])('%j is read', (setting) => {
    expect(readChart(setting).ok).toBe(true);
  });
  test.each([
    '411',
    '412=412000',
    '411=811000',
    '411=41',
    'VE=VENTES2',
    '411=411000=1',
    'constructor=411000',
  ])('%j is refused, and named', (setting) => {
    const read = readChart(setting);
    expect(read).toMatchObject({ ok: false, fault: { found: setting } });
  });
});
