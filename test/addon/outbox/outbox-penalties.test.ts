/** What a reminder writes down of the interest and the fixed sums it claims. */
import { expect, test } from 'vitest';
import { remind } from '../../../appsscript/actions/outbox/remind.ts';
import { fakeRegister } from '../fake-register.ts';
import { type FakeState, putRows, rowsOf, run, TODAY_SERIAL } from '../fake-world.ts';

/** ACME owes two late invoices, and has been reminded of both once. */
function remindedOnce(): FakeState {
  const state = fakeRegister();
  const late = (number: string, days: number, total: number) => ({
    number,
    client: 'ACME',
    issueDate: TODAY_SERIAL - 60,
    dueDate: TODAY_SERIAL - days,
    total,
    currency: 'EUR',
  });
  const reminder = { at: TODAY_SERIAL - 9, client: 'ACME', event: 'relance', level: 1, status: 'envoyé' };
  putRows(state, 'invoices', [late('F1', 20, 100), late('F2', 9, 50)]);
  putRows(state, 'payments', [{ id: 'P-1', date: TODAY_SERIAL - 1, client: 'BOIS', amount: 1 }]);
  putRows(state, 'rates', [{ series: 'ECB-MRO', from: TODAY_SERIAL - 400, percent: 2.4 }]);
  putRows(
    state,
    'journal',
    ['F1', 'F2'].map((invoice) => ({ ...reminder, invoice, key: `rem:${invoice}:1` })),
  );
  return state;
}

test('a level with penalties says in each row what it claims of its invoice, and in the mail the sum', () => {
  const state = remindedOnce();
  run(state, (world) => remind(world, [{ client: 'ACME', currency: 'EUR' }]));
  const rows = rowsOf(state, 'journal').slice(2);
  expect(
    rows.map(({ indemnity, interest, invoice, level }) => [invoice, level, interest, indemnity]),
  ).toEqual([
    ['F1', 2, 0.68, 40], // 100.00 x 20 d x 12.40 % / 365
    ['F2', 2, 0.15, 40], // 50.00 x 9 d
  ]);
  expect(state.mails[0].text).toContain('0,83');
});
