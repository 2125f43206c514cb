/** Statements as a bank would write them of the sample register's own payments: who is matched for certain is matched right. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { generateRegister } from '../../../batch/sample/generate.ts';
import { demoSample } from '../../../batch/sample/options.ts';
import { writeCsvFolder } from '../../../batch/sample/write-csv.ts';
import { type CivilDate, dayNumber } from '../../../shared/base/civil-date.ts';
import { fingerprints } from '../../../shared/exchange/bank/fingerprint.ts';
import type { BankMovement, BankStatement } from '../../../shared/exchange/bank/statement.ts';
import { type ImportPlan, planImport } from '../../../shared/exchange/match/import-plan.ts';
import { buildLedger } from '../../../shared/receivables/ledger.ts';
import { isCash } from '../../../shared/receivables/movements.ts';
import type { ReadRegister } from '../../../shared/register/read.ts';
import { temporaryFolder } from '../../delivery/temporary-folder.ts';
import { readFolder } from '../fec/books.ts';

const CUT: CivilDate = '2025-12-31';
const END: CivilDate = '2026-11-20';

type Transfer = { readonly movement: BankMovement; readonly invoices: readonly string[] };

/** The sample's register as it stood at the cut, and the transfers that came after it. */
async function world(
  seed: number,
): Promise<{ readonly before: ReadRegister; readonly transfers: readonly Transfer[] }> {
  const folder = temporaryFolder();
  writeCsvFolder(generateRegister({ ...demoSample(END), seed }), folder);
  const whole = await readFolder(folder);
  const path = join(folder, 'payments.csv');
  const [head = '', ...rows] = readFileSync(path, 'utf8').split(/\r?\n/);
  writeFileSync(
    path,
    [head, ...rows.filter((row) => (/\d{4}-\d{2}-\d{2}/.exec(row)?.[0] ?? '9') <= CUT)].join('\n'),
  );
  return { before: await readFolder(folder), transfers: transfersOf(whole, seed) };
}

function transfersOf({ register }: ReadRegister, seed: number): readonly Transfer[] {
  const { clients, invoices, payments } = register;
  const groups = new Map<string, { minor: number; day: number; client: number; invoices: string[] }>();
  for (let p = 0; p < payments.count; p++) {
    const isOther = payments.day[p] <= dayNumber(CUT) || payments.currency[p] !== 0 || !isCash(payments, p);
    if (isOther || payments.amount[p] <= 0 || payments.invoice[p] < 0) continue;
    const key = `${payments.client[p]} ${payments.day[p]}`;
    const group = groups.get(key) ?? {
      minor: 0,
      day: payments.day[p] ?? 0,
      client: payments.client[p] ?? 0,
      invoices: [],
    };
    group.minor += payments.amount[p] ?? 0;
    group.invoices.push(invoices.numberAt(payments.invoice[p] ?? 0));
    groups.set(key, group);
  }
  const random = randomOf(seed);
  return [...groups.values()]
    .sort((a, b) => a.day - b.day)
    .map(({ client, day, invoices: numbers, minor }, line) => {
      const label = labelOf(clients[client]?.name ?? '', numbers, random);
      return {
        movement: {
          day,
          valueDay: null,
          minor,
          label,
          payer: '',
          payerIban: '',
          reference: '',
          bankId: '',
          line: line + 1,
        },
        invoices: numbers,
      };
    });
}

/** Whole numbers below a bound, the same for a seed. */
function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** As people and banks write: the numbers whole, spaced, without zeros, mistyped; or a name, or nothing. */
function labelOf(name: string, numbers: readonly string[], random: (below: number) => number): string {
  const short = name.toUpperCase().slice(0, 27);
  switch (random(8)) {
    case 0:
    case 1:
      return `VIR SEPA RECU ${short} ${numbers.join(' ')}`;
    case 2:
      return `VIR ${numbers.map((number) => number.replace(/[-_/]/g, ' ')).join(', ')}`;
    case 3:
      return `VIREMENT ${numbers.map((number) => number.replace(/-0+/g, '-')).join(' + ')} ${short}`;
    case 4:
      return `VIR ${numbers.map((number) => mistyped(number, random)).join(' ')}`;
    case 5:
      return `VIR ${short}`;
    case 6:
      return `VIR INST ${short.slice(0, 9)} FACT ${numbers[0]?.slice(-5)}`;
    default:
      return 'VIREMENT RECU';
  }
}

/** One digit of the last ones wrong. */
function mistyped(number: string, random: (below: number) => number): string {
  const at = number.length - 1 - random(3);
  return `${number.slice(0, at)}${random(10)}${number.slice(at + 1)}`;
}

function planOf(before: ReadRegister, movements: readonly BankMovement[]): ImportPlan {
  const statement: BankStatement = {
    account: 'FR76',
    currency: 'EUR',
    opening: null,
    closing: null,
    movements,
  };
  return planImport([statement], {
    ledger: buildLedger(before.register),
    ibans: before.evidence.ibans,
    asOf: dayNumber(END),
    toleranceMinor: 0,
    paymentIds: new Map(),
  });
}

describe('payments of the sample register, as a bank would write them', () => {
  test.each([1, 2, 3])(
    'register %s: of those applied for certain none is wrong, and most that name their invoices are',
    async (seed) => {
      const { before, transfers } = await world(seed);
      const { movements } = planOf(
        before,
        transfers.map(({ movement }) => movement),
      );
      const { numberAt } = before.register.invoices;
      let certain = 0;
      let named = 0;
      transfers.forEach(({ invoices, movement }, index) => {
        const planned = movements[index];
        if (invoices.every((number) => movement.label.includes(number))) named++;
        if (planned?.decision !== 'apply') return;
        certain++;
        const paid = planned.match.parts.map(({ invoice }) => numberAt(invoice)).sort();
        expect({ label: movement.label, paid }).toEqual({
          label: movement.label,
          paid: [...new Set(invoices)].sort(),
        });
      });
      expect(transfers.length).toBeGreaterThan(150);
      expect(certain / transfers.length).toBeGreaterThan(0.35);
      expect(named).toBeGreaterThan(20);
    },
  );
});

/** Some days of movements, many of them alike. */
const anyDays: fc.Arbitrary<readonly BankMovement[]> = fc
  .array(
    fc.record({
      day: fc.integer({ min: 0, max: 6 }),
      minor: fc.constantFrom(100, 200, -50),
      label: fc.constantFrom('A', 'B'),
    }),
    {
      maxLength: 30,
    },
  )
  .map((rows) =>
    [...rows]
      .sort((a, b) => a.day - b.day)
      .map((row, line) => ({
        ...row,
        valueDay: null,
        payer: '',
        payerIban: '',
        reference: '',
        bankId: '',
        line: line + 1,
      })),
  );

test('however a statement is cut into files of whole days that overlap, each movement has one key, equal ones too', () => {
  const keysOf = (movements: readonly BankMovement[]): readonly string[] =>
    fingerprints({ account: 'A', currency: 'EUR', opening: null, closing: null, movements });
  fc.assert(
    fc.property(
      anyDays,
      fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 }))),
      (all, cuts) => {
        const files = [
          ...cuts.map(([a, b]) => all.filter(({ day }) => day >= Math.min(a, b) && day <= Math.max(a, b))),
          all,
        ];
        const keys = new Set(files.flatMap(keysOf));
        expect(keys.size).toBe(all.length);
        expect(new Set(keysOf(all)).size).toBe(all.length);
      },
    ),
  );
});
