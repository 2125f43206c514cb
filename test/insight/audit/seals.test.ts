import { describe, expect, test } from 'vitest';
import { dayNumber } from '../../../shared/base/civil-date.ts';
import { type Anchor, anchorOf } from '../../../shared/insight/audit/seals/anchors.ts';
import {
  auditRecords,
  type Cells,
  DAY,
  foundBy,
  type Records,
  readRecords,
  summaryBy,
} from './read-audit.ts';
import { BOOKS, INVOICE, SEALED, sealed } from './sealed-books.ts';

function changed(
  table: 'invoices' | 'lines' | 'seals',
  row: number,
  cells: Cells,
  records: Records = SEALED,
): Records {
  const rows = records[table] ?? [];
  return { ...records, [table]: rows.map((each, at) => (at === row - 2 ? { ...each, ...cells } : each)) };
}

function without(table: 'invoices' | 'lines' | 'seals', row: number, records: Records = SEALED): Records {
  return { ...records, [table]: (records[table] ?? []).filter((_, at) => at !== row - 2) };
}

test('nothing is found where nothing was touched', () => {
  for (const key of [
    'seal-chain',
    'changed-after-issue',
    'unsealed-document',
    'issue-backdated',
    'iban-changed',
  ])
    expect(summaryBy(key, SEALED)).toMatchObject({ ran: true, hits: 0 });
});

test('without seals nothing is said of them', () => {
  for (const key of [
    'seal-chain',
    'changed-after-issue',
    'unsealed-document',
    'issue-backdated',
    'iban-changed',
  ])
    expect(summaryBy(key, BOOKS)).toMatchObject({ ran: false });
});

describe('the chain', () => {
  for (const [name, records, expected] of [
    ['an edited cell', changed('seals', 3, { at: '2026-05-05T09:00:01Z' }), ['seals:3 F2']],
    ['another hash, too', changed('seals', 3, { hash: 'h1:0' }), ['seals:3 F2', 'seals:4 F3']],
    ['a row deleted', without('seals', 3), ['seals:3 F3']],
    ['the first row deleted', without('seals', 2), ['seals:2 F2']],
    ['the last row deleted: not without an anchor', without('seals', 5), []],
    ['a rank that is no number', changed('seals', 4, { seq: 'x' }), ['seals:4 F3']],
  ] as const) {
    test(name, () => expect(foundBy('seal-chain', records)).toEqual(expected.map((one) => `error ${one}`)));
  }

  test('says what is wrong with the row', () => {
    const [finding] = auditRecords(without('seals', 3)).findings;
    expect(finding.message.en).toBe(
      'Row 3 of the seals (F3) does not hold: its rank does not follow the row above: a row was inserted, moved or deleted; restore it from the sheet’s version history, and find out who changed it.',
    );
  });
});

describe('seals that the rows bear', () => {
  const hashes = new Map((SEALED.seals ?? []).map(({ hash, number }) => [number, hash]));
  const borne = (records: Records): Records => ({
    ...records,
    invoices: (records.invoices ?? []).map((row) => ({
      ...row,
      seal: hashes.get(row.number ?? null) ?? null,
    })),
  });
  const bearing = borne(SEALED);
  const other = `h1:${'0123456789abcdef'.repeat(4)}`;

  test('are all in the chain', () => expect(foundBy('seal-chain', bearing)).toEqual([]));
  test('the last row of the chain deleted', () => {
    expect(foundBy('seal-chain', without('seals', 5, bearing))).toEqual(['error invoices:5:seal A1 12000']);
  });
  test('the two last, seen from a day before the second was issued', () => {
    const cut = without('seals', 4, without('seals', 5, bearing));
    expect(foundBy('seal-chain', cut, { asOf: '2026-05-19' })).toEqual(['error invoices:4:seal F3 12000']);
    expect(foundBy('seal-chain', cut)).toEqual([
      'error invoices:5:seal A1 12000',
      'error invoices:4:seal F3 12000',
    ]);
  });
  test('the chain made anew, from the same documents', () => {
    const anew = borne(sealed(BOOKS, { late: new Map([['A1', 1]]) }));
    expect(foundBy('seal-chain', anew)).toEqual(['error invoices:5:seal A1 12000']);
  });
  test('all seals gone: perhaps not exported, so that it is one thing to explain', () => {
    expect(foundBy('seal-chain', { ...bearing, seals: [] })).toEqual(['warning seals:1 A1 48000']);
    expect(foundBy('seal-chain', { ...bearing, seals: undefined })).toEqual(['warning seals:1 A1 48000']);
  });
  test('a row copied with the seal of another: the chain has it', () => {
    expect(
      foundBy('seal-chain', changed('invoices', 3, { seal: hashes.get('F1') ?? null }, bearing)),
    ).toEqual([]);
  });
  for (const [text, expected] of [
    [other, ['error invoices:3:seal F2 12000']],
    [other.slice(0, -1), []],
    [`${other}0`, []],
    [other.toUpperCase(), []],
    ['#REF!', []],
    ['vu', []],
  ] as const) {
    test(`“${text}” beside an invoice`, () => {
      expect(foundBy('seal-chain', changed('invoices', 3, { seal: text }, bearing))).toEqual(expected);
    });
  }
  test('more than twenty are one finding', () => {
    const many = (count: number): Records => ({
      ...bearing,
      invoices: [
        ...(bearing.invoices ?? []),
        ...Array.from({ length: count }, (_, at) => ({ ...INVOICE, number: `X${at}`, seal: other })),
      ],
    });
    expect(foundBy('seal-chain', many(20))).toHaveLength(20);
    expect(foundBy('seal-chain', many(21))).toEqual(['error seals:1 X9 252000']);
  });
});

describe('heads seen before', () => {
  const seen = (records: Records): Anchor => {
    const { chain, register } = readRecords(records);
    return anchorOf(register, chain, dayNumber(DAY), '2026-06-30T06:00:00.000Z');
  };
  const anchors = [seen(SEALED)];

  test('are still there', () => {
    expect(foundBy('seal-chain', SEALED, { anchors })).toEqual([]);
    expect(foundBy('history-changed', SEALED, { anchors })).toEqual([]);
  });
  test('the end of the chain cut off', () => {
    expect(foundBy('seal-chain', without('seals', 5), { anchors })).toEqual(['error seals:5 4']);
  });
  test('all seals gone', () => {
    expect(foundBy('seal-chain', { ...SEALED, seals: [] }, { anchors })).toEqual(['error seals:2 4']);
  });
  test('the chain made anew', () => {
    const anew = sealed(BOOKS, { late: new Map([['A1', 1]]) });
    expect(foundBy('seal-chain', anew, { anchors })).toEqual(['error seals:5 A1']);
  });
  test('longer since', () => {
    const longer = {
      ...BOOKS,
      invoices: [
        ...(BOOKS.invoices ?? []),
        { ...INVOICE, number: 'F4', issueDate: '2026-07-01', dueDate: '2026-07-31' },
      ],
    };
    expect(foundBy('seal-chain', sealed(longer), { anchors, asOf: '2026-07-02' })).toEqual([]);
    expect(foundBy('history-changed', sealed(longer), { anchors, asOf: '2026-07-02' })).toEqual([]);
  });
  for (const [name, records, expected] of [
    ['an invoice deleted', without('invoices', 4), ['warning invoices:1 2026-06-30 12000']],
    ['a total lowered', changed('invoices', 4, { total: '110.00' }), ['warning invoices:1 2026-06-30 1000']],
    ['a total raised', changed('invoices', 4, { total: '130.00' }), ['note invoices:1 2026-06-30 1000']],
    [
      'an invoice entered later with a day gone by',
      { ...SEALED, invoices: [...(SEALED.invoices ?? []), { ...INVOICE, number: 'F4' }] },
      ['note invoices:1 2026-06-30 12000'],
    ],
  ] as const) {
    test(name, () => expect(foundBy('history-changed', records, { anchors })).toEqual(expected));
  }
  test('the file that keeps them was touched', () => {
    expect(foundBy('history-changed', SEALED, { anchors: [], brokenAnchor: 1 })).toEqual(['error seals:1 1']);
  });
  test('the first run has nothing to compare with', () => {
    expect(summaryBy('history-changed', SEALED)).toMatchObject({ ran: false });
  });
});

describe('documents changed after issue', () => {
  for (const [name, records, expected] of [
    ['client', changed('invoices', 2, { client: 'C2' }), ['invoices:2:client F1 12000']],
    ['issue date', changed('invoices', 2, { issueDate: '2026-05-03' }), ['invoices:2:issueDate F1 12000']],
    ['due date', changed('invoices', 2, { dueDate: '2026-07-03' }), ['invoices:2:dueDate F1 12000']],
    ['service date', changed('invoices', 2, { serviceDate: null }), ['invoices:2:serviceDate F1 12000']],
    ['currency', changed('invoices', 3, { currency: 'USD' }), ['invoices:3:currency F2 12000']],
    ['total: what it moves', changed('invoices', 3, { total: '150.00' }), ['invoices:3:total F2 3000']],
    ['net', changed('invoices', 3, { net: '99.00' }), ['invoices:3:net F2 12000']],
    ['VAT', changed('invoices', 3, { vat: '19.00' }), ['invoices:3:vat F2 12000']],
    ['the invoice corrected', changed('invoices', 5, { corrects: 'F3' }), ['invoices:5:corrects A1 12000']],
    ['a line’s words', changed('lines', 2, { description: 'Dépose' }), ['lines:2:description F1 12000']],
    ['a line’s quantity', changed('lines', 3, { quantity: '3' }), ['lines:3:quantity F1 12000']],
    ['a line’s unit', changed('lines', 2, { unit: 'j' }), ['lines:2:unit F1 12000']],
    ['a line’s price', changed('lines', 2, { unitPrice: '41' }), ['lines:2:unitPrice F1 12000']],
    [
      'a line’s discount',
      changed('lines', 2, { discountPercent: '5' }),
      ['lines:2:discountPercent F1 12000'],
    ],
    ['a line’s rate', changed('lines', 2, { vatRate: '10' }), ['lines:2:vatRate F1 12000']],
    ['a line’s net', changed('lines', 2, { net: '81.00' }), ['lines:2:net F1 12000']],
    ['a line deleted', without('lines', 3), ['invoices:2 F1 12000']],
    [
      'a line added',
      {
        ...SEALED,
        lines: [
          ...(SEALED.lines ?? []),
          { invoice: 'F1', description: 'x', quantity: 1, unitPrice: 1, vatRate: 20 },
        ],
      },
      ['lines:10 F1 12000'],
    ],
    ['lines not handed over', { ...SEALED, lines: [] }, []],
    ['lines in another order of rows', { ...SEALED, lines: [...(SEALED.lines ?? [])].reverse() }, []],
  ] as const) {
    test(name, () =>
      expect(foundBy('changed-after-issue', records)).toEqual(expected.map((one) => `error ${one}`)),
    );
  }
  test('says what was sealed and what stands there', () => {
    const [finding] = auditRecords(changed('invoices', 2, { dueDate: '2026-07-03' })).findings;
    expect(finding.message.fr.replace(/\u202f/g, ' ')).toBe(
      'F1, ligne 2, Échéance : 3 juin 2026 à l’émission, 3 juillet 2026 au registre ; rétablissez la valeur scellée, et corrigez au besoin par un avoir.',
    );
  });
});

describe('rows without a seal, seals without a row', () => {
  test('an invoice entered by hand', () => {
    const by = sealed(BOOKS, { without: ['F3'] });
    expect(foundBy('unsealed-document', by)).toEqual(['warning invoices:4:seal F3 12000']);
  });
  test('what came before the first seal is older than Encaisse', () => {
    const later = sealed(BOOKS, { without: ['F1', 'F2', 'F3'] });
    expect(foundBy('unsealed-document', later)).toEqual([]);
  });
  test('a sealed invoice whose row is gone', () => {
    expect(foundBy('unsealed-document', without('invoices', 4))).toEqual(['error seals:4 F3 12000']);
  });
  test('one sealed twice', () => {
    const twice = { ...BOOKS, invoices: [...(BOOKS.invoices ?? []), { ...INVOICE, number: 'F1' }] };
    expect(foundBy('seal-chain', sealed(twice))).toEqual(['error seals:6 F1']);
  });
});

for (const [days, expected] of [
  [0, []],
  [3, []],
  [4, ['warning invoices:3:issueDate F2 12000']],
  [-1, []],
  [-2, ['note invoices:3:issueDate F2 12000']],
] as const) {
  test(`a document sealed ${days} days after its date`, () => {
    const late = sealed(BOOKS, { late: new Map([['F2', days]]) });
    expect(foundBy('issue-backdated', late)).toEqual(expected);
  });
}
