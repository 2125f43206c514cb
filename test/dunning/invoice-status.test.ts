/** What stands beside each invoice: sums as the report has them, the next step as the decisions have it. */
import { describe, expect, test } from 'vitest';
import { demoSample } from '../../batch/sample/options.ts';
import { type CivilDate, dayNumber } from '../../shared/base/civil-date.ts';
import type { Language } from '../../shared/base/words.ts';
import { decideDunning } from '../../shared/dunning/decide.ts';
import { invoiceStatuses } from '../../shared/dunning/invoice-status.ts';
import { buildLedger, openItemsOn } from '../../shared/receivables/ledger.ts';
import { expectTypeset, typeset } from '../french.ts';
import { type DunningRecords, dunningRegister, sent } from './decided.ts';
import { sampleRegister } from './sample-register.ts';

function statusesOn(records: DunningRecords, asOf: CivilDate, language: Language = 'fr') {
  const ledger = buildLedger(dunningRegister(records, asOf));
  const { of } = invoiceStatuses(ledger, dayNumber(asOf), language);
  return records.invoices.map((_, invoice) => of(invoice));
}

function stepOn(records: DunningRecords, asOf: CivilDate, language: Language = 'fr'): string {
  return statusesOn(records, asOf, language)[0].nextStep;
}

// Issued on 1 April, due on 1 May 2026, a Friday and a holiday. The plain ladder: -5, 1, 15, 30, 45 days.
const F1 = { number: 'F1', issued: '2026-04-01', total: 120_00 } as const;

const STEPS: readonly (readonly [what: string, DunningRecords, CivilDate, fr: string, en: string])[] = [
  ['not due for long', { invoices: [F1] }, '2026-04-10', 'Échéance le 1er mai 2026', 'Due on 1 May 2026'],
  [
    'the notice’s day',
    { invoices: [F1] },
    '2026-04-27',
    'Avis avant échéance aujourd’hui',
    'Notice before the due date today',
  ],
  [
    'the first working day late',
    { invoices: [F1] },
    '2026-05-04',
    'Relance 1 aujourd’hui',
    'Reminder 1 today',
  ],
  ['a Saturday', { invoices: [F1] }, '2026-05-02', 'Relance 1 le 4 mai 2026', 'Reminder 1 on 4 May 2026'],
  [
    'level 1 sent',
    { invoices: [F1], journal: sent(['2026-05-04', 1]) },
    '2026-05-07',
    'Relance 2 le 18 mai 2026',
    'Reminder 2 on 18 May 2026',
  ],
  [
    'level 2 due, but a contact the day before',
    {
      invoices: [F1],
      journal: [...sent(['2026-05-04', 1]), { at: '2026-05-17', event: 'call', invoice: 'F1' }],
    },
    '2026-05-18',
    'Relance 2 le 22 mai 2026',
    'Reminder 2 on 22 May 2026',
  ],
  [
    'promised',
    { invoices: [F1], journal: [{ at: '2026-05-04', event: 'promise', promisedOn: '2026-05-12' }] },
    '2026-05-11',
    'Retenue : règlement promis pour le 12 mai 2026, attendu jusqu’au 15 mai 2026',
    'Held: payment promised for 12 May 2026, awaited until 15 May 2026',
  ],
  [
    'disputed',
    { invoices: [{ ...F1, dispute: { from: '2026-04-20' } }] },
    '2026-05-11',
    'Retenue : litige en cours',
    'Held: in dispute',
  ],
  [
    'on hold',
    { clients: [{ code: 'C1', holdUntil: dayNumber('2026-06-01') }], invoices: [F1] },
    '2026-05-11',
    'Retenue : relances suspendues jusqu’au 1er juin 2026 inclus',
    'Held: reminders suspended up to 1 June 2026 included',
  ],
  [
    'an old bank',
    { invoices: [F1], bankOn: '2026-04-01' },
    '2026-05-11',
    'Relance 1 retenue : banque à jour au 1er avril 2026, il y a 40 jours (7 jours au plus)',
    'Reminder 1 held: bank up to date on 1 April 2026, 40 days ago (7 days at most)',
  ],
  [
    'money that waits',
    { invoices: [F1], payments: [{ day: '2026-05-05', client: 'C1', amount: 120_00 }] },
    '2026-05-11',
    'Relance 1 retenue : 120,00 € reçus ou crédités sans facture couvrent les 120,00 € à demander, à imputer d’abord',
    'Reminder 1 held: €120.00 received or credited without an invoice covers the €120.00 to ask for, apply it first',
  ],
  [
    'nobody to write to',
    { clients: [{ code: 'C1', email: '', addressLine1: '' }], invoices: [F1] },
    '2026-05-11',
    'Relance 1 retenue : ni courriel ni adresse postale',
    'Reminder 1 held: neither an email nor a postal address',
  ],
  [
    'a message of which nobody knows',
    { invoices: [F1], journal: [{ at: '2026-05-04', level: 1, status: 'sending' }] },
    '2026-05-11',
    'Relance 1 retenue : issue inconnue de l’envoi du niveau 1 du 4 mai 2026, à vérifier au journal',
    'Reminder 1 held: nobody knows whether the level 1 message of 4 May 2026 left, check it in the journal',
  ],
  [
    'an insolvent client',
    { clients: [{ code: 'C1', country: 'France', insolvencyOn: dayNumber('2026-05-05') }], invoices: [F1] },
    '2026-05-11',
    'Retenue : procédure collective ouverte le 5 mai 2026, plus de relance, créance à déclarer d’ici au 5 juillet 2026',
    'Held: insolvency proceedings opened on 5 May 2026, no more reminders, the claim is to be declared by 5 July 2026',
  ],
  [
    'a plan whose instalments are not written down',
    { invoices: [F1], journal: [{ at: '2026-05-05', event: 'plan', invoice: 'F1' }] },
    '2026-05-11',
    'Retenue : échéancier convenu le 5 mai 2026, échéances à saisir',
    'Held: a payment plan was agreed on 5 May 2026, its instalments are to be entered',
  ],
  [
    'all levels sent',
    {
      invoices: [F1],
      journal: sent(['2026-05-04', 1], ['2026-05-18', 2], ['2026-06-01', 3], ['2026-06-15', 4]),
    },
    '2026-07-15',
    'Suite à décider',
    'To be decided',
  ],
  [
    'settled',
    { invoices: [F1], payments: [{ day: '2026-04-20', invoice: 'F1', amount: 120_00 }] },
    '2026-05-11',
    'Soldée',
    'Settled',
  ],
  [
    'dated tomorrow',
    { invoices: [F1] },
    '2026-03-31',
    'À venir : datée du 1er avril 2026',
    'To come: dated 1 April 2026',
  ],
];

describe('the next step', () => {
  for (const [what, records, asOf, fr, en] of STEPS) {
    test(what, () => {
      expect(stepOn(records, asOf)).toBe(typeset(fr));
      expect(stepOn(records, asOf, 'en')).toBe(en);
    });
  }

  test('a younger debt goes with the oldest one’s message, and climbs its own ladder', () => {
    const records: DunningRecords = {
      invoices: [F1, { number: 'F2', issued: '2026-04-12', due: '2026-05-12', total: 50_00 }],
      journal: sent(['2026-05-04', 1, 'F1']),
    };
    const [first, second] = statusesOn(records, '2026-05-18');
    expect([first.dunningLevel, first.nextStep]).toEqual([1, 'Relance 2 aujourd’hui']);
    expect([second.dunningLevel, second.nextStep]).toEqual([null, 'Relance 1 aujourd’hui']);
  });

  test('a credit note says what it reduces, and owes nothing', () => {
    const records: DunningRecords = {
      invoices: [
        F1,
        { number: 'A1', type: 'creditNote', issued: '2026-04-02', total: 20_00, corrects: 'F1' },
        { number: 'A2', type: 'creditNote', issued: '2026-04-02', total: 5_00 },
      ],
    };
    const [invoice, onInvoice, loose] = statusesOn(records, '2026-04-10');
    expect([invoice.paid, invoice.openBalance]).toEqual([20_00, 100_00]);
    expect(onInvoice).toEqual({
      paid: null,
      openBalance: null,
      daysOverdue: null,
      dunningLevel: null,
      nextStep: 'Avoir sur F1',
    });
    expect(loose.nextStep).toBe('Avoir à imputer');
  });
});

describe('the level', () => {
  test('is the last really sent, also once the invoice is settled', () => {
    const payments = [{ day: '2026-06-10', invoice: 'F1', amount: 120_00 }] as const;
    const journal = [
      ...sent(['2026-05-04', 1, 'F1'], ['2026-05-18', 2, 'F1']),
      { at: '2026-06-01', level: 3, invoice: 'F1', status: 'failed' },
    ] as const;
    expect(statusesOn({ invoices: [F1], journal }, '2026-06-09')[0].dunningLevel).toBe(2);
    expect(statusesOn({ invoices: [F1], journal, payments }, '2026-06-12')[0]).toMatchObject({
      dunningLevel: 2,
      openBalance: 0,
      daysOverdue: null,
      nextStep: 'Soldée',
    });
  });
});

describe('the sample register', () => {
  const asOf = dayNumber('2026-11-25');
  const ledger = buildLedger(sampleRegister(demoSample('2026-11-25')));
  const { of, weighed } = invoiceStatuses(ledger, asOf, 'fr');
  const decisions = weighed.map(({ decision }) => decision);
  const { invoices, currencies } = ledger.register;
  const statuses = Array.from({ length: invoices.count }, (_, invoice) => of(invoice));

  test('open balances and days overdue are those of the report’s items', () => {
    const open = new Map<number, { sum: number; oldest: number }>();
    currencies.forEach((_, currency) => {
      for (const item of openItemsOn(ledger, currency, asOf)) {
        const known = open.get(item.invoice) ?? { sum: 0, oldest: item.dueDay };
        open.set(item.invoice, { sum: known.sum + item.open, oldest: Math.min(known.oldest, item.dueDay) });
      }
    });
    expect(open.size).toBeGreaterThan(50);
    statuses.forEach((status, invoice) => {
      const item = open.get(invoice);
      const days = item && item.oldest < asOf ? asOf - item.oldest : null;
      expect([invoice, status.openBalance || 0]).toEqual([invoice, item ? item.sum : 0]);
      expect([invoice, status.daysOverdue]).toEqual([invoice, days]);
      if (status.paid !== null) expect(status.paid + (status.openBalance ?? 0)).toBe(invoices.total[invoice]);
    });
  });

  test('the decisions are the report’s, and what they send is said today', () => {
    expect(decisions).toEqual(decideDunning(ledger, asOf));
    const sending = decisions.filter(({ action }) => action === 'send');
    expect(sending.length).toBeGreaterThan(3);
    for (const { asked } of sending) {
      for (const { invoice, instalment } of asked) {
        if (instalment === null) expect(statuses[invoice].nextStep).toMatch(/aujourd’hui$/);
      }
    }
  });

  test('every sentence fits a wrapped cell and is typeset', () => {
    for (const { nextStep } of statuses) {
      expect(nextStep).toMatch(/^.{6,140}$/);
      expectTypeset(nextStep);
    }
  });
});
