/** Payment plans: to the cent, written once, read back as plans, and then chased instead of the invoices. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRegisterOf } from '../../appsscript/actions/frame.ts';
import { letterView } from '../../appsscript/actions/letters/preview.ts';
import { savePlan } from '../../appsscript/actions/record/plan.ts';
import { sharedOut } from '../../appsscript/actions/record/plan-parts.ts';
import { followUpView } from '../../appsscript/actions/view/follow-up.ts';
import { planFormView } from '../../appsscript/actions/view/plan-form.ts';
import type { PlanFields } from '../../appsscript/contract/reminders.ts';
import type { World } from '../../appsscript/world.ts';
import { type FakeState, putRows, rowsOf, TODAY_SERIAL } from './fake-world.ts';
import { owingRegister } from './owing-register.ts';
import { everyMishap, ranWell, refusedFields } from './record/record-runs.ts';

const FIELDS: PlanFields = {
  id: 'J-PLAN0001',
  client: 'ACME',
  invoices: ['F2', 'F1'],
  instalments: [
    { day: '2026-12-01', amount: '150.25' },
    { day: '2026-12-31', amount: '200,25' },
  ],
  detail: 'Vu avec Mme Roux',
};

const save =
  (changes: Partial<PlanFields> = {}) =>
  (world: World) =>
    savePlan(world, { ...FIELDS, ...changes });

const plans = (state: FakeState) => rowsOf(state, 'instalments');

describe('a plan', () => {
  const state = owingRegister();
  const { text } = ranWell(state, save());

  test('pays the oldest invoice off first, each by rows that sum to what is open of it', () => {
    expect(plans(state).map(({ amount, dueDate, invoice }) => [invoice, dueDate, amount])).toEqual([
      ['F1', TODAY_SERIAL + 6, 100],
      ['F2', TODAY_SERIAL + 6, 50.25],
      ['F2', TODAY_SERIAL + 36, 200.25],
    ]);
    expect(new Set(plans(state).map(({ agreedOn }) => agreedOn))).toEqual(new Set([TODAY_SERIAL]));
  });
  test('is a plan to every reader', () => {
    const read = ranWell(state, (world) => {
      const { problems, register } = readRegisterOf(world);
      return { ok: true, value: { problems, plans: register.plans } };
    });
    expect(read.problems).toEqual([]);
    expect(read.plans).toHaveLength(2);
  });
  test('says what was agreed, in the journal and to the user', () => {
    expect(text).toBe(
      'Échéancier enregistré\u202f: 350,50\u202f€ en 2 échéances, du 1er décembre 2026 au 31 décembre 2026. Ses échéances seules seront relancées.',
    );
    const [row] = rowsOf(state, 'journal');
    expect(row).toMatchObject({
      event: 'échéancier',
      client: 'ACME',
      invoice: null,
      amount: 350.5,
      key: FIELDS.id,
    });
    expect(row.detail).toMatch(/\(F1, F2\)\. Vu avec Mme Roux$/);
  });
  test('is followed, and printed as an agreement', () => {
    const states = ranWell(state, followUpView).agreements.map(({ amount, state: is, title }) => [
      title,
      is,
      amount,
    ]);
    expect(states).toEqual([
      ['Échéance 1 sur 1', 'pending', '100.00'],
      ['Échéance 1 sur 2', 'pending', '50.25'],
      ['Échéance 2 sur 2', 'pending', '200.25'],
    ]);
    const view = ranWell(state, (world) =>
      letterView(world, { client: 'ACME', currency: 'EUR', kind: 'plan' }),
    );
    expect(view.refusal).toBe('');
    expect(view.pages[0].html).toContain('150,25');
  });
  test('saved again is not written again', () => {
    const before = plans(state).length;
    expect(ranWell(state, save()).text).toMatch(/déjà enregistré/);
    expect(plans(state)).toHaveLength(before);
  });
  test('is one a day: another of the same invoices is refused', () => {
    expect(
      refusedFields(
        state,
        save({ id: 'J-PLAN0002', invoices: ['F2'], instalments: [{ day: '2026-12-02', amount: '250.5' }] }),
      ),
    ).toEqual([]);
  });
});

const one = (day: string, amount: string) => [{ day, amount }];

test.each([
  [{ client: 'NOBODY' }, ['client']],
  [{ invoices: [] }, ['invoices']],
  [{ invoices: ['F3'] }, ['invoices']],
  [{ invoices: ['F1', 'GONE'] }, ['invoices']],
  [{ instalments: [] }, ['instalments']],
  [{ instalments: one('2026-12-01', '350.49') }, ['instalments']],
  [{ instalments: one('2026-12-01', '350.51') }, ['instalments']],
  [{ instalments: one('2026-11-24', '350.50') }, ['instalments.0.day']],
  [{ instalments: one('2032-01-01', '350.50') }, ['instalments.0.day']],
  [{ instalments: one('2026-12-01', '0') }, ['instalments.0.amount']],
  [{ instalments: one('2026-12-01', '350.505') }, ['instalments.0.amount']],
  [{ instalments: [...one('2026-12-02', '100'), ...one('2026-12-02', '250.5')] }, ['instalments']],
] satisfies readonly (readonly [Partial<PlanFields>, readonly string[]])[])(
  '%j is refused',
  (changes, fields) => {
    expect(refusedFields(owingRegister(), save(changes))).toEqual(fields);
  },
);

test.each([
  ['2026-11-25', '350.50'],
  ['2031-11-24', '350,5'],
])('one instalment on %s of %s is a plan', (day, amount) => {
  const state = owingRegister();
  ranWell(state, save({ instalments: one(day, amount) }));
  expect(plans(state).reduce((sum, row) => sum + Number(row.amount), 0)).toBe(350.5);
});

test('invoices of two currencies make no plan', () => {
  const state = owingRegister();
  putRows(state, 'invoices', [
    {
      number: 'F5',
      client: 'ACME',
      issueDate: TODAY_SERIAL - 9,
      dueDate: TODAY_SERIAL,
      total: 10,
      currency: 'USD',
    },
  ]);
  expect(refusedFields(state, save({ invoices: ['F1', 'F5'] }))).toEqual(['invoices']);
});

test('a part payment leaves the rest to be planned', () => {
  const state = owingRegister();
  putRows(state, 'payments', [{ id: 'P-2', date: TODAY_SERIAL - 2, invoice: 'F1', amount: 40 }]);
  const form = ranWell(state, (world) => planFormView(world, { client: 'ACME' }));
  expect(form.invoices.map(({ isPlanned, number, open }) => [number, open, isPlanned])).toEqual([
    ['F1', '60.00', false],
    ['F2', '250.50', false],
  ]);
  ranWell(state, save({ invoices: ['F1'], instalments: one('2026-12-01', '60') }));
  const again = ranWell(state, (world) => planFormView(world, { client: 'ACME' }));
  const planned = again.invoices.find(({ number }) => number === 'F1');
  expect(planned).toMatchObject({ isPlanned: true, open: '60.00' });
});

test('whatever goes wrong at any call, the plan stands once and whole', () => {
  const worlds = everyMishap(
    owingRegister(),
    save(),
    () => undefined,
    (state) => {
      expect(plans(state)).toHaveLength(3);
      expect(rowsOf(state, 'journal').filter(({ key }) => key === FIELDS.id)).toHaveLength(1);
    },
  );
  expect(worlds).toBeGreaterThan(80);
});

test('shares sum to every invoice and to every instalment, to the unit', () => {
  const amounts = fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(
      amounts,
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 12 }),
      (open, weights) => {
        const total = open.reduce((a, b) => a + b, 0);
        const days = weights.slice(0, total);
        const each = days.map((_, day) => ({
          day,
          amount: Math.floor(total / days.length) + (day < total % days.length ? 1 : 0),
        }));
        const parts = sharedOut(
          open.map((amount, invoice) => ({ invoice, amount })),
          each,
        );
        const sumBy = (key: 'invoice' | 'day', at: number) =>
          parts.filter((part) => part[key] === at).reduce((sum, { amount }) => sum + amount, 0);
        expect(open.map((_, invoice) => sumBy('invoice', invoice))).toEqual(open);
        expect(each.map(({ day }) => sumBy('day', day))).toEqual(each.map(({ amount }) => amount));
        expect(parts.every(({ amount }) => amount > 0)).toBe(true);
      },
    ),
  );
});
