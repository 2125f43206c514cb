/** Letters: what a reminder says of a real decision, in both languages, by kind of client. */
import { describe, expect, test } from 'vitest';
import { type CivilDate, dayNumber } from '../../shared/base/civil-date.ts';
import { decideDunning } from '../../shared/dunning/decide.ts';
import { SHIPPED_CALENDARS } from '../../shared/dunning/shipped-calendars.ts';
import { type Letter, letterOf } from '../../shared/letters/letter.ts';
import {
  daysText,
  indemnityLabel,
  invoicesText,
  ofInvoicesText,
  paidMeanwhileLabel,
  shortDay,
} from '../../shared/letters/letter-words.ts';
import { buildLedger } from '../../shared/receivables/ledger.ts';
import type { ClientKind } from '../../shared/register/tables.ts';
import { type DunningRecords, dunningRegister, sent } from '../dunning/decided.ts';
import { typeset } from '../french.ts';

/** Two late invoices, the first reminded of once. */
const RECORDS: DunningRecords = {
  clients: [{ code: 'C1', name: 'Parc & Fils' }],
  invoices: [
    { number: 'F1', issued: '2026-05-16', due: '2026-06-15', total: 120000 },
    { number: 'F2', issued: '2026-06-01', due: '2026-07-01', total: 5050 },
  ],
  rates: [
    ['2026-01-01', 2.15],
    ['2026-07-01', 2.4],
  ],
  journal: sent(['2026-06-22', 1, 'F1']),
};

function letter(
  records: Partial<DunningRecords> = {},
  asOf: CivilDate = '2026-07-20',
  kind: ClientKind = 'company',
): Letter {
  const steps = SHIPPED_CALENDARS[kind];
  const calendar = steps.map(
    (step) => [step.level, step.offsetDays, 'email', { ...step, calendar: kind }] as const,
  );
  const register = dunningRegister({ ...RECORDS, calendar, ...records }, asOf);
  const day = dayNumber(asOf);
  const found = decideDunning(buildLedger(register), day).find(
    ({ client }) => register.clients[client].code === 'C1',
  );
  if (!found) throw new Error('nothing is decided');
  return letterOf(register, found, day);
}

describe('a second reminder to a company', () => {
  const told = letter();
  test('lists what is asked, the oldest first', () =>
    expect(told.rows).toEqual([
      {
        number: 'F1',
        instalment: null,
        issued: '16/05/2026',
        due: '15/06/2026',
        late: '35 jours',
        total: typeset('1\u202f200,00 €'),
        settled: '',
        open: typeset('1\u202f200,00 €'),
        openDecimal: '1200.00',
      },
      {
        number: 'F2',
        instalment: null,
        issued: '01/06/2026',
        due: '01/07/2026',
        late: '19 jours',
        total: typeset('50,50 €'),
        settled: '',
        open: typeset('50,50 €'),
        openDecimal: '50.50',
      },
    ]));
  test('adds interest and indemnity up', () => {
    expect(told.sums).toEqual([
      { label: 'Total des factures', text: typeset('1\u202f250,50 €') },
      { label: 'Pénalités de retard au 20 juillet 2026', text: typeset('14,48 €') }, // 14.15 + 0.33
      { label: 'Indemnité forfaitaire de recouvrement (2 factures)', text: typeset('80,00 €') },
    ]);
    expect([told.totalLabel, told.total, told.totalDecimal]).toEqual([
      'Total à payer',
      typeset('1\u202f344,98 €'),
      '1344.98',
    ]);
    expect(told.law).toMatch(/BCE majoré de 10 points.*L441-10.*D441-5/);
  });
  test('gives the words what they may name', () =>
    expect(told.facts).toEqual({
      client: 'Parc & Fils',
      date: '20 juillet 2026',
      number: 'F1, F2',
      invoices: 'les 2 factures ci-dessous',
      ofInvoices: 'des 2 factures ci-dessous',
      amount: typeset('1\u202f250,50 €'),
      total: typeset('1\u202f344,98 €'),
      due: '15 juin 2026',
      late: '35 jours',
      deadline: 'au plus tard le 28 juillet 2026',
      newDeadline: '28 juillet 2026',
      interest: typeset('14,48 €'),
      indemnity: typeset('80,00 €'),
      reminders: 'notre rappel du 22 juin 2026',
      greeting: 'Bonjour',
    }));
  test('knows its level and its text', () =>
    expect([told.level, told.template, told.isNotice]).toEqual([2, 'reminder-2', false]));
});

test('in English', () => {
  const told = letter({ clients: [{ code: 'C1', name: 'Parc', language: 'en' }] });
  expect(told.rows[0]).toMatchObject({
    issued: '16 May 2026',
    due: '15 Jun 2026',
    late: '35 days',
    open: '€1,200.00',
  });
  expect(told.sums.map(({ label }) => label)).toEqual([
    'Total of the invoices',
    'Interest to 20 July 2026',
    'Fixed recovery charge (2 invoices)',
  ]);
  expect(told.facts).toMatchObject({
    invoices: 'the 2 invoices below',
    deadline: 'by 28 July 2026',
    due: '15 June 2026',
  });
});

test('the setting’s own rate is named', () =>
  expect(letter({ settings: { lateInterest: '12 %' } }).law).toContain(typeset('12,00 % par an')));

test('what was paid without a word is deducted', () => {
  const told = letter({ journal: [], payments: [{ day: '2026-07-10', client: 'C1', amount: 20000 }] });
  expect([told.level, told.sums, told.total]).toEqual([
    1,
    [
      { label: 'Total des factures', text: typeset('1\u202f250,50 €') },
      { label: 'Règlements et avoirs à déduire', text: typeset('\u2212200,00 €') },
    ],
    typeset('1\u202f050,50 €'),
  ]);
  expect([told.totalLabel, told.totalDecimal, told.law]).toEqual(['Reste à payer', '1050.50', '']);
});

test('one invoice says it all in its row', () => {
  const told = letter({
    journal: [],
    invoices: [{ number: 'F1', issued: '2026-05-16', due: '2026-06-15', total: 120000 }],
  });
  expect([told.sums, told.facts.ofInvoices]).toEqual([[], 'de la facture F1']);
});

test('a notice is late by nothing and claims nothing', () => {
  const told = letter({ journal: [] }, '2026-06-11');
  expect(told).toMatchObject({
    isNotice: true,
    template: 'notice',
    totalLabel: 'À payer',
    law: '',
    sums: [],
  });
  expect(told.rows.map(({ late, number }) => [number, late])).toEqual([['F1', '']]);
  expect([told.facts.late, told.facts.deadline]).toEqual(['', 'dès réception']);
});

test('an instalment stands with its rank', () => {
  const told = letter({
    journal: [],
    invoices: [{ number: 'F1', issued: '2026-05-16', total: 120000 }],
    plans: [
      {
        invoice: 'F1',
        instalments: [
          ['2026-06-15', 40000],
          ['2026-08-15', 80000],
        ],
      },
    ],
  });
  expect(told.rows.map(({ due, instalment, open }) => [instalment, due, open])).toEqual([
    [1, '15/06/2026', typeset('400,00 €')],
  ]);
});

for (const kind of ['individual', 'association'] as const) {
  test(`${kind}: no penalties`, () => {
    const clients = [{ code: 'C1', name: 'x', kind }];
    const told = letter({ clients, journal: sent(['2026-06-18', 1, 'F1']) }, '2026-07-20', kind);
    expect([told.level, told.law, told.facts.interest, told.facts.indemnity]).toEqual([2, '', '', '']);
  });
}

const asked = (...numbers: readonly string[]) => ({ numbers, isPartPaid: false, instalment: null });
const partPaid = (...numbers: readonly string[]) => ({ numbers, isPartPaid: true, instalment: null });
const WORDS = [
  [invoicesText(asked('F1'), 'fr'), 'la facture F1'],
  [ofInvoicesText(asked('F1'), 'fr'), 'de la facture F1'],
  [ofInvoicesText(asked('F1', 'F2'), 'fr'), 'des 2 factures ci-dessous'],
  [ofInvoicesText(asked('F1', 'F2'), 'en'), 'the 2 invoices below'],
  [invoicesText(partPaid('F1'), 'fr'), 'le solde de la facture F1'],
  [ofInvoicesText(partPaid('F1'), 'fr'), 'du solde de la facture F1'],
  [ofInvoicesText(partPaid('F1', 'F2'), 'fr'), 'du solde des 2 factures ci-dessous'],
  [ofInvoicesText(partPaid('F1'), 'en'), 'the balance of invoice F1'],
  [invoicesText({ ...partPaid('F1'), instalment: 2 }, 'fr'), 'l’échéance n°\u00a02 de la facture F1'],
  [ofInvoicesText({ ...asked('F1'), instalment: 2 }, 'fr'), 'de l’échéance n°\u00a02 de la facture F1'],
  [ofInvoicesText({ ...asked('F1'), instalment: 2 }, 'en'), 'instalment 2 of invoice F1'],
  [daysText(1, 'fr'), '1 jour'],
  [daysText(1, 'en'), '1 day'],
  [daysText(0, 'en'), '0 days'],
  [shortDay(dayNumber('2026-05-01'), 'fr'), '01/05/2026'],
  [shortDay(dayNumber('2026-05-01'), 'en'), '1 May 2026'],
  [shortDay(dayNumber('2026-09-30'), 'en'), '30 Sep 2026'],
] as const;
for (const [found, expected] of WORDS) test(expected, () => expect(found).toBe(expected));

describe('what remains of penalties on invoices paid meanwhile', () => {
  const register = dunningRegister(
    { ...RECORDS, calendar: [[2, 1, 'email', { penalties: true }]] },
    '2026-07-20',
  );
  const day = dayNumber('2026-07-20');
  const [decided] = decideDunning(buildLedger(register), day);
  if (!decided) throw new Error('nothing is decided');
  const earlier = { interest: { minor: 500 }, indemnity: { minor: 4000 }, invoices: [1] };
  const told = letterOf(register, { ...decided, earlier }, day);
  test('stands on a line of its own, by the number', () =>
    expect(told.sums[told.sums.length - 1]).toEqual({
      label: 'Pénalités et indemnités restant dues sur F2, réglée en retard',
      text: typeset('45,00 €'),
    }));
  test('and in the total', () => {
    const before = letterOf(register, decided, day);
    expect(Number(told.totalDecimal) - Number(before.totalDecimal)).toBeCloseTo(45, 6);
    expect(told.facts.total).toBe(told.total);
  });
  test('several, and none', () => {
    expect(paidMeanwhileLabel(['F1', 'F2'], 'fr')).toMatch(/sur F1, F2, réglées en retard$/);
    expect(paidMeanwhileLabel(['F1', 'F2', 'F3', 'F4'], 'en')).toBe(
      'Interest and charges still owed on 4 invoices, paid late',
    );
    expect(letterOf(register, decided, day).sums.some(({ label }) => label.includes('restant dues'))).toBe(
      false,
    );
  });
  test('an indemnity that was paid in part is a balance', () =>
    expect([indemnityLabel(2, 'fr'), indemnityLabel(1, 'en'), indemnityLabel(null, 'fr')]).toEqual([
      'Indemnité forfaitaire de recouvrement (2 factures)',
      'Fixed recovery charge',
      'Indemnité forfaitaire de recouvrement (solde)',
    ]));
});
