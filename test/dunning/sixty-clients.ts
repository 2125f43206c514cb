/** A firm of sixty clients and a year in which everything happens: part payments, bounces, promises, plans, disputes, holds, insolvencies. */
import { type CivilDate, civilDate, dayNumber } from '../../shared/base/civil-date.ts';
import type { Client, Register } from '../../shared/register/entries.ts';
import { CLIENT_KINDS } from '../../shared/register/tables.ts';
import type { InvoiceRecord, PaymentRecord, PlanRecord } from '../receivables/register-of.ts';
import { dunningRegister, type JournalRecord, type StepRecord } from './decided.ts';

export const FIRST_DAY: CivilDate = '2026-01-01';
export const YEAR = 365;
export const CONTACT_GAP = 5;
export const LEVEL_GAP = 7;
export const MOST_CONTACTS = 2;
export const CLIENTS = 60;

const SETTINGS = {
  bankFreshnessDays: '7',
  minimumContactGapDays: String(CONTACT_GAP),
  maxContactsPer30Days: String(MOST_CONTACTS),
  lateInterest: '12',
};

/** As shipped for companies; every kind of client has it here. */
const LADDER: readonly StepRecord[] = [
  [0, -5],
  [1, 1, 'email', { minimumGapDays: LEVEL_GAP, newDeadlineDays: 8 }],
  [2, 15, 'email', { minimumGapDays: LEVEL_GAP, newDeadlineDays: 8, penalties: true }],
  [3, 30, 'call', { minimumGapDays: LEVEL_GAP, newDeadlineDays: 8, penalties: true }],
  [4, 45, 'registeredLetter', { minimumGapDays: LEVEL_GAP, newDeadlineDays: 8, penalties: true }],
];

/** Whole numbers from 0 to below `most`, the same every time. */
type Dice = (most: number) => number;

function diceOf(seed: number): Dice {
  let state = seed;
  return (most) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
}

type World = {
  readonly clients: (Partial<Client> & { readonly code: string })[];
  readonly invoices: InvoiceRecord[];
  readonly payments: PaymentRecord[];
  readonly plans: PlanRecord[];
  readonly journal: JournalRecord[];
};

const day = (n: number): CivilDate => civilDate(dayNumber(FIRST_DAY) + n);

/** The register as it will stand at the end of the year: each day sees what is dated up to it. */
export function firmOfSixty(seed: number): Register {
  const dice = diceOf(seed);
  const world: World = { clients: [], invoices: [], payments: [], plans: [], journal: [] };
  for (let c = 0; c < CLIENTS; c++) addClient(world, dice, `K${10 + c}`);
  const { clients, invoices, journal, payments, plans } = world;
  const bank = Array.from({ length: YEAR / 5 }, (_, k) => ({ day: day(k * 5), client: 'K10', amount: 1 }));
  const calendar = CLIENT_KINDS.flatMap((kind) =>
    LADDER.map(
      ([level, offset, channel, more]) =>
        [level, offset, channel ?? 'email', { ...more, calendar: kind }] as const,
    ),
  );
  return dunningRegister(
    {
      settings: SETTINGS,
      clients,
      invoices,
      payments: [...payments, ...bank],
      plans,
      journal,
      calendar,
      bankOn: FIRST_DAY,
      rates: [
        ['2026-01-01', 2.15],
        ['2026-01-01', 2.62, 'FR-LEGAL-B'],
        ['2026-07-01', 2.4],
        ['2026-07-01', 2.6, 'FR-LEGAL-B'],
      ],
    },
    FIRST_DAY,
  );
}

function addClient(world: World, dice: Dice, code: string): void {
  world.clients.push({
    code,
    kind: CLIENT_KINDS[dice(6)] ?? 'company',
    postalCode: dice(8) === 0 ? '67000' : '69001',
    country: dice(10) === 0 ? 'BE' : 'FR',
    email: dice(8) === 0 ? '' : `${code}@exemple.fr`,
    addressLine1: dice(10) === 0 ? '' : '1 rue Haute',
    holdUntil: dice(6) === 0 ? dayNumber(day(dice(YEAR))) : null,
    insolvencyOn: dice(15) === 0 ? dayNumber(day(60 + dice(300))) : null,
  });
  const count = 2 + dice(6);
  for (let k = 0; k < count; k++) addInvoice(world, dice, code, `${code}-${k}`);
}

function addInvoice(world: World, dice: Dice, client: string, number: string): void {
  const issued = dice(300);
  const due = issued + 10 + dice(40);
  const total = 1_000 + dice(200_000);
  const dispute =
    dice(8) === 0
      ? { from: day(due + dice(40)), closedOn: day(due + 60), ...(dice(2) === 0 ? { amount: 500 } : {}) }
      : null;
  world.invoices.push({
    number,
    client,
    issued: day(issued),
    due: day(due),
    total,
    ...(dispute ? { dispute } : {}),
  });
  addMoney(world, dice, { client, number, due, total });
  addAgreements(world, dice, { client, number, due, total });
}

type Billed = {
  readonly client: string;
  readonly number: string;
  readonly due: number;
  readonly total: number;
};

/** In full or in part, early, late or never; now and then it bounces. */
function addMoney({ payments }: World, dice: Dice, { client, due, number, total }: Billed): void {
  const fate = dice(6);
  if (fate === 0) return;
  const on = Math.max(0, due - 5 + dice(100));
  const amount = fate === 1 ? Math.floor(total / 2) : total;
  payments.push({ day: day(on), invoice: number, amount });
  if (fate === 2) payments.push({ day: day(on + 4), invoice: number, amount: -amount });
  if (fate === 3) payments.push({ day: day(on + 9), client, amount: 300 });
}

function addAgreements({ journal, plans }: World, dice: Dice, { client, due, number, total }: Billed): void {
  const at = due + 2 + dice(50);
  const kind = dice(7);
  if (kind < 2) {
    journal.push({
      at: day(at),
      client,
      invoice: number,
      event: 'promise',
      promisedOn: day(at + 3 + dice(20)),
    });
  }
  if (kind === 2) {
    const half = Math.floor(total / 2);
    const instalments = [
      [day(at + 20), half],
      [day(at + 50), total - half],
    ] as const;
    plans.push({ invoice: number, agreedOn: day(at + 2), instalments });
    journal.push({ at: day(at), client, invoice: number, event: 'plan' }); // its rows come two days later
  }
}
