/** A small firm's register with every ground for a reason and for an act once, as of 30 June 2026. */
import { type CivilDate, civilDate, dayNumber } from '../../shared/base/civil-date.ts';
import type { InvoiceRecord, PaymentRecord, RegisterRecords } from '../receivables/register-of.ts';
import { journalOf } from './journal-of.ts';

export const RICH_AS_OF: CivilDate = '2026-06-30';

const at = (daysBefore: number) => civilDate(dayNumber(RICH_AS_OF) - daysBefore);

/** One invoice: its client, total, due so many days before the day, paid so many days after its due day (null: open). */
type Row = readonly [client: string, total: number, due: number, late: number | null];

const ROWS: readonly Row[] = [
  ...[400, 340, 280, 220, 160, 100, 40].map((due): Row => ['BON', 1_200_00, due, -2]),
  ['BON', 1_350_00, -12, null],
  ...[390, 300, 240, 180, 150, 120].map((due, k): Row => ['TARD', 2_400_00, due, 4 + k]),
  ...[80, 50, 20].map((due, k): Row => ['TARD', 3_000_00, due, k === 2 ? null : 28]),
  ...[330, 260, 200].map((due): Row => ['PIRE', 4_000_00, due, 45]),
  ['PIRE', 6_000_00, 130, null],
  ['PIRE', 5_500_00, 95, null],
  ['PIRE', 5_200_00, 40, null],
  ['PLAN', 3_000_00, 90, null],
  ['PLAN', 800_00, 250, 3],
  ['PLAN', 900_00, 300, 0],
  ...[210, 170, 110].map((due): Row => ['PROM', 700_00, due, 12]),
  ['PROM', 1_800_00, 60, null],
  ['NEUF', 950_00, -20, null],
  ['AVAN', 1_000_00, 70, 1],
  ['AVAN', 1_100_00, 35, null],
  ['LITI', 2_200_00, 75, null],
  ['PETI', 500_00, 340, 0],
  ['PETI', 450_00, 290, 20],
  ['PETI', 480_00, 190, null],
];

const NAMES: Readonly<Record<string, string>> = {
  BON: 'Boulangerie Aubin',
  TARD: 'Transports Tardieu',
  PIRE: 'Pirelle & Fils',
  PLAN: 'Menuiserie Planchard',
  PROM: 'Garage Promet',
  NEUF: 'Atelier Neuville',
  AVAN: 'Avancel SARL',
  LITI: 'Imprimerie Litière',
  PETI: 'Mme Petit',
};

const number = (index: number) => `F2026-${String(index + 1).padStart(3, '0')}`;

const invoices = ROWS.map(
  ([client, total, due], index): InvoiceRecord => ({
    number: number(index),
    client,
    total,
    issued: at(due + 30),
    due: at(due),
    ...(client === 'LITI' ? { dispute: { from: at(60), amount: 1_500_00 } } : {}),
  }),
);

const payments = ROWS.flatMap(([, amount, due, late], index): readonly PaymentRecord[] =>
  late === null ? [] : [{ day: at(due - late), invoice: number(index), amount }],
);

const find = (client: string, total: number) =>
  ROWS.findIndex((row) => row[0] === client && row[1] === total);
const clientIndex = (code: string) => Object.keys(NAMES).indexOf(code);

export const RICH: RegisterRecords = {
  currencies: ['EUR', 'USD'],
  clients: Object.entries(NAMES).map(([code, name]) => ({
    code,
    name,
    kind: code === 'PETI' ? 'individual' : 'company',
    creditLimit: code === 'PIRE' || code === 'BON' ? 12_000_00 : null,
  })),
  invoices: [
    ...invoices,
    { number: 'U1', client: 'BON', currency: 'USD', issued: at(90), due: at(60), total: 5_000_00 },
  ],
  payments: [
    ...payments,
    { day: at(10), client: 'AVAN', amount: 900_00 },
    { day: at(145), invoice: number(find('PIRE', 4_000_00)), amount: -4_000_00 },
    { day: at(140), invoice: number(find('PIRE', 4_000_00)), amount: 4_000_00, method: 'cheque' },
    { day: at(20), invoice: number(find('PETI', 480_00)), amount: 80_00, method: 'writeOff' },
  ],
  plans: [
    {
      invoice: number(find('PLAN', 3_000_00)),
      agreedOn: at(70),
      instalments: [
        [at(40), 1_000_00],
        [at(10), 1_000_00],
        [at(-20), 1_000_00],
      ],
    },
  ],
  journal: journalOf([
    { at: at(23), event: 'reminder', client: clientIndex('PIRE'), status: 'sent' },
    { at: at(2), event: 'reminder', client: clientIndex('PIRE'), status: 'failed' },
    {
      at: at(30),
      event: 'promise',
      client: clientIndex('PROM'),
      invoice: find('PROM', 1_800_00),
      promisedOn: at(15),
    },
    { at: at(3), event: 'reminder', client: clientIndex('TARD'), status: 'unknown' },
  ]),
};
