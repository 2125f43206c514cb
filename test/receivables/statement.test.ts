import { test } from 'vitest';
import { type CivilDate, civilDate, type DayNumber, dayNumber } from '../../shared/base/civil-date.ts';
import { decimalText } from '../../shared/base/money.ts';
import {
  AGEING_BUCKETS,
  type Ageing,
  ageClients,
  ageItems,
  bucketOf,
} from '../../shared/receivables/ageing.ts';
import { type DsoMonth, type Figure, measureDso } from '../../shared/receivables/dso.ts';
import { buildLedger, clientBalancesOn, type Ledger, openItemsOn } from '../../shared/receivables/ledger.ts';
import { type ProofLine, proveOn } from '../../shared/receivables/proof.ts';
import { expectGolden } from '../golden-file.ts';
import { type RegisterRecords, registerOf } from './register-of.ts';

/** One firm's winter: every kind of row the register knows, and what each day makes of them. */
const FIRM: RegisterRecords = {
  currencies: ['EUR', 'USD'],
  clients: ['BRUN', 'CHEVAL', 'DELTA'],
  invoices: [
    { number: 'F-001', client: 'BRUN', issued: '2025-11-03', due: '2025-12-03', total: 120_000 },
    {
      number: 'F-002',
      client: 'BRUN',
      issued: '2025-12-10',
      due: '2026-01-31',
      total: 60_050,
      dispute: { from: '2026-02-05', closedOn: '2026-02-20', amount: 20_000 },
    },
    { number: 'F-003', client: 'CHEVAL', issued: '2025-12-15', due: '2026-01-14', total: 300_000 },
    { number: 'F-004', client: 'CHEVAL', issued: '2026-02-02', due: '2026-03-04', total: 48_000 },
    {
      number: 'F-005',
      client: 'DELTA',
      issued: '2026-01-20',
      due: '2026-02-19',
      total: 90_000,
      currency: 'USD',
    },
    { number: 'F-006', client: 'DELTA', issued: '2026-02-10', due: '2026-02-10', total: 7_500 },
    {
      number: 'A-001',
      type: 'creditNote',
      client: 'BRUN',
      issued: '2026-01-15',
      total: 10_050,
      corrects: 'F-002',
    },
    { number: 'A-002', type: 'creditNote', client: 'CHEVAL', issued: '2026-02-01', total: 12_000 },
  ],
  payments: [
    { day: '2025-12-20', invoice: 'F-001', amount: 120_000, method: 'cheque' },
    { day: '2026-01-05', invoice: 'F-001', amount: -120_000, method: 'cheque' },
    { day: '2026-01-30', invoice: 'F-001', amount: 119_500 },
    { day: '2026-02-28', invoice: 'F-001', amount: 500, method: 'writeOff' },
    { day: '2026-01-28', invoice: 'F-003', amount: 60_000 },
    { day: '2026-02-16', invoice: 'F-003', amount: 80_000 },
    { day: '2026-02-03', invoice: 'F-004', amount: 10_000, method: 'creditNote', note: 'A-002' },
    { day: '2026-02-12', applied: '2026-02-18', invoice: 'F-005', amount: 95_000, currency: 'USD' },
    { day: '2026-01-31', invoice: 'F-006', amount: 2_500, method: 'card' },
    { day: '2026-02-25', client: 'DELTA', amount: 3_000 },
  ],
  plans: [
    {
      invoice: 'F-003',
      agreedOn: '2026-02-01',
      instalments: [
        ['2026-02-15', 80_000],
        ['2026-03-15', 80_000],
        ['2026-04-15', 80_000],
      ],
    },
  ],
};

const DAYS: readonly CivilDate[] = [
  '2025-12-31',
  '2026-01-15',
  '2026-01-31',
  '2026-02-12',
  '2026-02-18',
  '2026-02-28',
];

test('golden: one firm’s ledger, day by day', () => {
  const ledger = buildLedger(registerOf(FIRM));
  const pages = DAYS.flatMap((day) =>
    ['EUR', 'USD'].map((_, currency) => page(ledger, currency, dayNumber(day))),
  );
  expectGolden(
    'receivables/statement.txt',
    pages
      .filter((text) => text !== '')
      .join('\n\n')
      .concat('\n'),
  );
});

function page(ledger: Ledger, currency: number, asOf: DayNumber): string {
  const { register } = ledger;
  const amount = (minor: number) => decimalText(minor, register.currencies[currency]).padStart(10);
  const items = openItemsOn(ledger, currency, asOf);
  const balances = clientBalancesOn(ledger, currency, asOf);
  if (balances.length === 0) return '';
  const { total, holds } = proveOn(ledger, currency, asOf);
  return [
    `== ${civilDate(asOf)} ${register.currencies[currency]} ==`,
    ...items.map((item) => {
      const name = `${register.invoices.numberAt(item.invoice)}${item.instalment ? `/${item.instalment}` : ''}`;
      const due = `due ${civilDate(item.dueDay)} ${String(asOf - item.dueDay).padStart(4)} days`;
      const where = `${bucketOf(register, item, asOf, 'dueDate')}${item.disputed ? ', disputed' : ''}`;
      return `${name.padEnd(8)} ${due} ${amount(item.open)} of ${amount(item.total)}  ${where}`;
    }),
    ...ageClients(register, balances, items, asOf, 'dueDate').map((client) => {
      const apart = `unapplied${amount(client.unapplied)} disputed${amount(client.disputed)}`;
      return `${register.clients[client.client].code.padEnd(8)}${buckets(client.ageing, amount)} ${apart} balance${amount(client.balance)}`;
    }),
    `${'aged'.padEnd(8)}${buckets(ageItems(register, items, asOf, 'dueDate'), amount)}`,
    proofText(total, amount, holds),
    ...dsoTexts(ledger, currency, asOf, amount),
  ].join('\n');
}

type AmountText = (minor: number) => string;

function buckets(ageing: Ageing, amount: AmountText): string {
  return AGEING_BUCKETS.map((bucket) => amount(ageing[bucket])).join('');
}

function proofText(line: ProofLine, amount: AmountText, holds: boolean): string {
  const left = `not due${amount(line.notDue)} + overdue${amount(line.overdue)} - unapplied${amount(line.unapplied)}`;
  const right = `invoices${amount(line.invoices)} - credit notes${amount(line.creditNotes)} - payments${amount(line.payments)}`;
  return `${left} = ${right} = ${amount(line.ledger)} ${holds ? 'proved' : 'NOT PROVED'}`;
}

function dsoTexts(ledger: Ledger, currency: number, asOf: DayNumber, amount: AmountText): readonly string[] {
  const measures = measureDso(ledger, currency, asOf);
  const { countBack, simple, bestPossible, averageDaysDelinquent, cei } = measures;
  const { weightedDaysToPay, weightedDaysLate, weightedDaysToPayWithOpen, weightedDaysLateWithOpen } =
    measures;
  const month = (row: DsoMonth) =>
    `  ${row.month} sold${amount(row.sales)} open${amount(row.closing)} overdue${amount(row.overdue)} count-back ${figure(row.countBack)}`;
  return [
    `sold in ${measures.periodDays} days${amount(measures.sales)}: count-back ${figure(countBack)}, simple ${figure(simple)}, ` +
      `best possible ${figure(bestPossible)}, delinquent ${figure(averageDaysDelinquent)}, effectiveness ${figure(cei)} %`,
    `days to pay ${figure(weightedDaysToPay)} (with open ${figure(weightedDaysToPayWithOpen)}), ` +
      `late ${figure(weightedDaysLate)} (with open ${figure(weightedDaysLateWithOpen)})`,
    ...measures.monthly.slice(-4).map(month),
  ];
}

function figure(value: Figure): string {
  return value.value === null ? value.reason : value.value.toFixed(2);
}
