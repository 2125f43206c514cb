import { expect, test } from 'vitest';
import { record, register } from './record-payments-of.ts';
import { refusedFields } from './record-runs.ts';

for (const [why, changes, expected] of [
  [
    'above what is open',
    { amount: '101', allocations: [{ invoice: 'F1', amount: '100.01' }] },
    ['allocations.0.amount'],
  ],
  ['parts above the amount', { amount: '99.99' }, ['amount']],
  ['another client’s invoice', { allocations: [{ invoice: 'F4', amount: '10' }] }, ['allocations.0.invoice']],
  ['another currency', { allocations: [{ invoice: 'F3', amount: '10' }] }, ['allocations.0.invoice']],
  ['a credit note', { allocations: [{ invoice: 'A1', amount: '10' }] }, ['allocations.0.invoice']],
  ['an invoice nobody knows', { allocations: [{ invoice: 'F9', amount: '10' }] }, ['allocations.0.invoice']],
  [
    'an invoice named twice',
    {
      allocations: [
        { invoice: 'F1', amount: '10' },
        { invoice: 'F1', amount: '10' },
      ],
    },
    ['allocations.1.invoice'],
  ],
  ['a negative part', { allocations: [{ invoice: 'F1', amount: '-10' }] }, ['allocations.0.amount']],
  ['no amount', { amount: '0' }, ['amount']],
  ['a negative amount', { amount: '-5' }, ['amount']],
  ['a decimal too many', { amount: '5.005' }, ['amount']],
  ['tomorrow', { date: '2026-11-26' }, ['date']],
  ['a client nobody knows', { client: 'NOBODY' }, ['client']],
  ['a currency of no country', { currency: 'ABC' }, ['currency']],
  ['credit moved as if it were money', { method: 'creditNote' }, ['method']],
  ['a method nobody knows', { method: 'bitcoin' }, ['method']],
  ['a write-off without its reason', { kind: 'writeOff' }, ['reason']],
  [
    'a write-off of more than is open',
    { kind: 'writeOff', reason: 'x', amount: '101', allocations: [{ invoice: 'F1', amount: '101' }] },
    ['allocations.0.amount'],
  ],
  [
    'a write-off of nothing in particular',
    { kind: 'writeOff', reason: 'x', allocations: [] },
    ['allocations'],
  ],
  ['a bounced payment without its reason', { kind: 'bounced' }, ['reason']],
  ['a bounced payment that never came', { kind: 'bounced', reason: 'provision' }, ['allocations.0.amount']],
  [
    'a bounced payment of no invoice',
    { kind: 'bounced', reason: 'provision', allocations: [] },
    ['allocations'],
  ],
  ['a refund of what was not paid', { kind: 'refund' }, ['allocations.0.amount']],
] as const) {
  test(`refused, nothing written: ${why}`, () =>
    expect(refusedFields(register(), record(changes))).toEqual(expected));
}
