import { expect, test } from 'vitest';
import { type CivilDate, civilDate, dayNumber } from '../../shared/base/civil-date.ts';
import { firstThings, type Priority } from '../../shared/insight/priorities.ts';
import { buildLedger, clientBalancesOn, openItemsOn } from '../../shared/receivables/ledger.ts';
import { type InvoiceRecord, type RegisterRecords, registerOf } from '../receivables/register-of.ts';
import { journalOf } from './journal-of.ts';

const AS_OF = '2026-06-30';

function acts(
  records: RegisterRecords,
  problemCount: number | null = null,
  currencyIndex = 0,
): readonly Priority[] {
  const asOf = dayNumber(AS_OF);
  const ledger = buildLedger(registerOf(records));
  const balances = clientBalancesOn(ledger, currencyIndex, asOf);
  const items = openItemsOn(ledger, currencyIndex, asOf);
  return firstThings({ ledger, currencyIndex, asOf, balances, items }, problemCount);
}

const codes = (given: readonly Priority[]) => given.map(({ code }) => code);
const at = (daysBefore: number): CivilDate => civilDate(dayNumber(AS_OF) - daysBefore);

/** An open invoice of 100.00 due so many days before the day. */
function open(due: number, given: Partial<InvoiceRecord> = {}): InvoiceRecord {
  return { number: 'F1', issued: at(due + 30), due: at(due), total: 100_00, ...given };
}

test('nothing to do', () => {
  expect(acts({ clients: [], invoices: [] }, 0)).toEqual([]);
});

for (const [due, chased] of [
  [0, []],
  [1, ['chase-client']],
] as const) {
  test(`${due} days overdue: ${chased.length} acts`, () => {
    expect(codes(acts({ invoices: [open(due)] }))).toEqual(chased);
  });
}

for (const [what, client, chased] of [
  ['held until the eve', { holdUntil: dayNumber(AS_OF) - 1 }, 1],
  ['held until the day', { holdUntil: dayNumber(AS_OF) }, 0],
] as const) {
  test(`a client ${what} is ${chased ? '' : 'not '}chased`, () => {
    expect(acts({ clients: [{ code: 'C001', ...client }], invoices: [open(10)] })).toHaveLength(chased);
  });
}

for (const [promisedOn, expected] of [
  [at(-1), []],
  [at(3), []],
  [at(4), ['broken-promise']],
] as const) {
  test(`a promise for ${promisedOn} gives ${expected.length} acts`, () => {
    const journal = journalOf([{ at: at(20), event: 'promise', invoice: 0, promisedOn }]);
    expect(codes(acts({ invoices: [open(30)], journal }))).toEqual(expected);
  });
}

test('a promise broken once and paid since is no ground any more', () => {
  const journal = journalOf([{ at: at(60), event: 'promise', invoice: 0, promisedOn: at(50) }]);
  const payments = [{ day: at(20), invoice: 'F1', amount: 100_00 }];
  const invoices = [open(90), open(10, { number: 'F2' })];
  expect(codes(acts({ invoices, payments, journal }))).toEqual(['chase-client']);
});

for (const [events, text] of [
  [[], 'aucun contact au journal'],
  [[{ at: AS_OF, event: 'call' }], 'dernier contact aujourd’hui'],
  [
    [
      { at: at(1), event: 'letter' },
      { at: at(9), event: 'call' },
    ],
    'dernier contact il y a 1 jour',
  ],
  [
    [
      { at: at(23), event: 'reminder', status: 'sent' },
      { at: at(2), event: 'reminder', status: 'failed' },
    ],
    'dernier contact il y a 23 jours',
  ],
  [[{ at: at(5), event: 'note' }], 'aucun contact au journal'],
  [[{ at: at(-1), event: 'call' }], 'aucun contact au journal'],
] as const) {
  test(`the journal ${JSON.stringify(events)} tells: ${text}`, () => {
    const [act] = acts({ invoices: [open(10)], journal: journalOf(events) });
    expect(act.text.fr).toBe(
      `Relancer Client C001\u202f: 100,00\u202f€ échus, le plus ancien depuis 10 jours\u202f; ${text}.`,
    );
  });
}

test('what is not applied yet is applied before anyone is asked for the rest', () => {
  const payments = [{ day: at(1), amount: 40_00 }];
  const found = acts({ invoices: [open(5)], payments });
  expect(found.map(({ code, amount }) => [code, amount])).toEqual([
    ['apply-cash', 40_00],
    ['chase-client', 60_00],
  ]);
  expect(found[0].text).toEqual({
    fr: 'Imputer 40,00\u202f€ de règlements et d’avoirs de Client C001 encore sans facture\u202f: 100,00\u202f€ de factures ouvertes chez ce client.',
    en: 'Apply €40.00 of payments and credit from Client C001 that stand on no invoice: €100.00 of its invoices is open.',
  });
});

test('money without anything open to apply it to is left alone', () => {
  expect(acts({ invoices: [], payments: [{ day: at(1), amount: 40_00 }] })).toEqual([]);
});

for (const [from, expected] of [
  [at(30), []],
  [at(31), ['settle-dispute']],
] as const) {
  test(`a dispute open since ${from} gives ${expected.length} acts; what is disputed is not chased`, () => {
    expect(codes(acts({ invoices: [open(40, { dispute: { from } })] }))).toEqual(expected);
  });
}

test('the part that is not disputed is chased', () => {
  const [first, second] = acts({ invoices: [open(40, { dispute: { from: at(35), amount: 70_00 } })] });
  expect([first.code, first.amount, second.code, second.amount]).toEqual([
    'settle-dispute',
    70_00,
    'chase-client',
    30_00,
  ]);
  expect(first.text).toEqual({
    fr: 'Régler le litige avec Client C001 sur la facture F1\u202f: 70,00\u202f€ bloqués depuis 35 jours (price).',
    en: 'Settle the dispute with Client C001 about invoice F1: €70.00 held up for 35 days (price).',
  });
});

for (const [creditLimit, expected] of [
  [100_00, []],
  [99_99, ['over-limit']],
] as const) {
  test(`an exposure of 100.00 against ${creditLimit} gives ${expected.length} acts`, () => {
    expect(codes(acts({ clients: [{ code: 'C001', creditLimit }], invoices: [open(-5)] }))).toEqual(expected);
  });
}

test('limits speak of no other currency', () => {
  const clients = [{ code: 'C001', creditLimit: 1 }];
  const records = { currencies: ['EUR', 'USD'], clients, invoices: [open(-5, { currency: 'USD' })] };
  expect(acts(records, null, 1)).toEqual([]);
});

for (const [what, rows, count] of [
  ['unknown', [{ status: 'unknown' }], 1],
  ['still sending since yesterday', [{ status: 'sending', at: at(1) }], 1],
  ['sending today', [{ status: 'sending', at: AS_OF }], 0],
  [
    'unknown, then known to be sent',
    [
      { status: 'unknown', key: 'F1/1' },
      { status: 'sent', key: 'F1/1' },
    ],
    0,
  ],
  ['unknown tomorrow', [{ status: 'unknown', at: at(-1) }], 0],
  ['sent', [{ status: 'sent' }], 0],
] as const) {
  test(`messages ${what}: ${count} to check`, () => {
    const journal = journalOf(rows.map((row) => ({ at: at(2), event: 'reminder', ...row })));
    expect(acts({ invoices: [], journal }, 0)).toHaveLength(count);
  });
}

test('the register as a whole is told of once, at the end, and keeps its places', () => {
  const many = Array.from({ length: 12 }, (_, k) => `C${k}`);
  const invoices = many.map((client, k) => open(10 + k, { number: client, client }));
  const journal = journalOf([{ at: at(2), event: 'reminder', status: 'unknown' }]);
  const found = acts({ clients: many, invoices, journal }, 2);
  expect(codes(found)).toEqual([
    ...Array.from({ length: 5 }, () => 'chase-client'),
    'unknown-sends',
    'mend-rows',
  ]);
  expect(codes(acts({ clients: many, invoices, journal }, null))).toEqual(
    Array.from({ length: 7 }, () => 'chase-client'),
  );
  expect(found.slice(5).map(({ text }) => text.fr)).toEqual([
    'Vérifier 1 envoi dont l’issue est inconnue au journal avant toute nouvelle relance.',
    'Corriger 2 anomalies du registre\u202f: les lignes écartées manquent aux totaux.',
  ]);
});

test('one kind of act takes three places while others wait', () => {
  const many = ['C0', 'C1', 'C2', 'C3', 'C4'].map((code, k) => ({
    code,
    creditLimit: k === 0 ? 99_00 : null,
  }));
  const invoices = many.map(({ code }, k) => open(100 - k, { number: code, client: code }));
  const payments = [{ day: at(1), client: 'C4', amount: 1_00 }];
  const found = acts({ clients: many, invoices, payments }, null);
  expect(codes(found)).toEqual([
    ...Array.from({ length: 5 }, () => 'chase-client'),
    'apply-cash',
    'over-limit',
  ]);
  expect(codes(acts({ clients: many, invoices, payments }, 1))).toEqual([
    ...Array.from({ length: 4 }, () => 'chase-client'),
    'apply-cash',
    'over-limit',
    'mend-rows',
  ]);
});

test('a plan not kept stands for its client, with the instalments missed', () => {
  const plans = [
    {
      invoice: 'F1',
      agreedOn: at(50),
      instalments: [
        [at(20), 40_00],
        [at(4), 40_00],
        [at(3), 20_00],
      ],
    } as const,
  ];
  const [act] = acts({ invoices: [open(60)], plans });
  expect([act.code, act.amount, act.invoice]).toEqual(['broken-plan', 80_00, 0]);
  expect(act.text.en).toBe(
    'Call Client C001: the payment plan of invoice F1 is not kept, €80.00 unpaid for 20 days.',
  );
});

test('the larger debt first, then the older, then by client code', () => {
  const clients = ['D', 'C', 'B', 'A'];
  const invoices = [
    open(10, { number: 'D', client: 'D' }),
    open(10, { number: 'C', client: 'C' }),
    open(40, { number: 'B', client: 'B' }),
    open(10, { number: 'A', client: 'A', total: 900_00 }),
  ];
  expect(acts({ clients, invoices }).map(({ client }) => clients[client ?? 0])).toEqual(['A', 'B', 'C', 'D']);
});
