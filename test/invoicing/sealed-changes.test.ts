/** Settings and payments in the chain: what is sealed of a change, and what is not. */
import { describe, expect, test } from 'vitest';
import { type SealContent, type SealRow, sealNext, verifyChain } from '../../shared/invoicing/seal.ts';
import { paymentSeals, type SealedPayment } from '../../shared/invoicing/sealed-payments.ts';
import { settingSeals } from '../../shared/invoicing/sealed-settings.ts';
import type { SnapshotSeller } from '../../shared/invoicing/snapshot.ts';
import { chainOf, snapshotOfNumber } from './snapshots.ts';

const AT = '2026-11-26T06:30:00Z';
const CHAIN = chainOf(2);
const { seller: SELLER } = snapshotOfNumber('F1');

/** The chain with what was to be sealed. */
function joined(chain: readonly SealRow[], contents: readonly SealContent[]): readonly SealRow[] {
  const rows = [...chain];
  for (const content of contents) {
    const { hash, seq } = rows[rows.length - 1] ?? { hash: '', seq: 0 };
    rows.push(sealNext({ hash, seq }, content));
  }
  return rows;
}

function told(contents: readonly SealContent[]): readonly string[] {
  return contents.map(({ number, snapshotText, type }) => `${type} ${number} ${snapshotText}`);
}

describe('settings', () => {
  const sealsOf = (chain: readonly SealRow[], changes: Partial<SnapshotSeller>) =>
    settingSeals(chain, { ...SELLER, ...changes }, AT, 'anne@firm.example');

  test('an account that is not the last document’s is sealed with the one before', () => {
    expect(told(sealsOf(CHAIN, { iban: 'FR00' }))).toEqual([
      `SETTING iban {"from":"${SELLER.iban}","to":"FR00","user":"anne@firm.example"}`,
    ]);
  });

  for (const [field, setting] of [
    ['name', 'companyName'],
    ['legalForm', 'legalForm'],
    ['legalId', 'legalId'],
    ['vatNumber', 'vatNumber'],
    ['addressLine1', 'addressLine1'],
    ['city', 'city'],
    ['bic', 'bic'],
  ] as const) {
    test(`another ${setting} is sealed`, () => {
      expect(sealsOf(CHAIN, { [field]: 'other' }).map(({ number }) => number)).toEqual([setting]);
    });
  }

  test('nothing is sealed of what is as it was, of a telephone number, or before anything was issued', () => {
    expect(sealsOf(CHAIN, {})).toEqual([]);
    expect(sealsOf(CHAIN, { phone: '+33 1', email: 'other@firm.example' })).toEqual([]);
    expect(sealsOf([], { iban: 'FR00' })).toEqual([]);
  });

  test('sealed once, it is not sealed again; changed back, it is', () => {
    const changed = joined(CHAIN, sealsOf(CHAIN, { iban: 'FR00' }));
    expect(verifyChain(changed).ok).toBe(true);
    expect(sealsOf(changed, { iban: 'FR00' })).toEqual([]);
    expect(told(sealsOf(changed, {}))).toEqual([
      `SETTING iban {"from":"FR00","to":"${SELLER.iban}","user":"anne@firm.example"}`,
    ]);
  });
});

describe('payments', () => {
  const payment = (changes: Partial<SealedPayment> = {}): SealedPayment => ({
    id: 'P-1',
    date: '2026-11-25',
    client: 'ACME',
    invoice: 'F1',
    amount: '100.00',
    currency: 'EUR',
    ...changes,
  });
  const text = (changes: Partial<SealedPayment> = {}): string => JSON.stringify(payment(changes));
  const sealsOf = (chain: readonly SealRow[], payments: readonly SealedPayment[], most = 10) =>
    told(paymentSeals(chain, payments, AT, most));
  const SEALED = joined(CHAIN, paymentSeals(CHAIN, [payment()], AT, 10));

  for (const [what, chain, payments, seals] of [
    ['a new one is sealed', CHAIN, [payment()], [`PAY P-1 ${text()}`]],
    ['a sealed one is not sealed again', SEALED, [payment()], []],
    ['one that is gone is void', SEALED, [], [`PAYVOID P-1 ${text()}`]],
    [
      'one that was changed is void, and new',
      SEALED,
      [payment({ amount: '10.00' })],
      [`PAYVOID P-1 ${text()}`, `PAY P-1 ${text({ amount: '10.00' })}`],
    ],
    [
      'of two rows that say the same the second is new',
      SEALED,
      [payment(), payment()],
      [`PAY P-1 ${text()}`],
    ],
    [
      'without an id it is named by its invoice',
      CHAIN,
      [payment({ id: '' })],
      [`PAY F1 ${text({ id: '' })}`],
    ],
    [
      'without an invoice either, by its client',
      CHAIN,
      [payment({ id: '', invoice: '' })],
      [`PAY ACME ${text({ id: '', invoice: '' })}`],
    ],
    [
      'on the day the chain began it is sealed',
      CHAIN,
      [payment({ date: '2026-11-25' })],
      [`PAY P-1 ${text()}`],
    ],
    ['dated before the chain began it is not', CHAIN, [payment({ date: '2026-11-24' })], []],
    ['where nothing was ever sealed none is', [], [payment()], []],
  ] as const) {
    test(what, () => expect(sealsOf(chain, payments)).toEqual(seals));
  }

  test('void and back again is sealed again', () => {
    const gone = joined(SEALED, paymentSeals(SEALED, [], AT, 10));
    expect(sealsOf(gone, [payment()])).toEqual([`PAY P-1 ${text()}`]);
  });

  test('of many new ones the last rows come first, the rest the next day', () => {
    const many = ['P-1', 'P-2', 'P-3'].map((id) => payment({ id }));
    const first = joined(CHAIN, paymentSeals(CHAIN, many, AT, 2));
    expect(first.slice(2).map(({ number }) => number)).toEqual(['P-2', 'P-3']);
    expect(paymentSeals(first, many, AT, 2).map(({ number }) => number)).toEqual(['P-1']);
  });
});
