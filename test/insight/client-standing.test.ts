/** A client's standing, habit and history in sentences. */
import { describe, expect, test } from 'vitest';
import { dayNumber } from '../../shared/base/civil-date.ts';
import { behaviourOn } from '../../shared/insight/behaviour.ts';
import { clientHistory } from '../../shared/insight/client-history.ts';
import { clientStanding } from '../../shared/insight/client-standing.ts';
import { habitWords } from '../../shared/insight/habit.ts';
import { buildLedger } from '../../shared/receivables/ledger.ts';
import { journalRow } from '../dunning/decided.ts';
import { expectTypeset, typeset } from '../french.ts';
import { type InvoiceRecord, type PaymentRecord, registerOf } from '../receivables/register-of.ts';

const ASOF = dayNumber('2026-06-15');

function invoice(number: string, due: InvoiceRecord['issued']): InvoiceRecord {
  return { number, issued: '2026-01-02', due, total: 100_00 };
}

function habit(invoices: readonly InvoiceRecord[], payments: readonly PaymentRecord[] = []) {
  const ledger = buildLedger(registerOf({ invoices, payments }));
  return habitWords(behaviourOn(ledger, 0, ASOF), 0);
}

const paid = (number: string, day: PaymentRecord['day'], amount = 100_00): PaymentRecord => ({
  invoice: number,
  day,
  amount,
});

describe('how a client pays', () => {
  for (const [what, words, fr, en] of [
    [
      'nothing was due',
      habit([]),
      'Aucune facture échue depuis deux ans.',
      'No invoice has fallen due in two years.',
    ],
    [
      'paid before it was due',
      habit([invoice('F1', '2026-07-01')], [paid('F1', '2026-06-01')]),
      'Aucune facture échue depuis deux ans, 1 réglée d’avance.',
      'No invoice has fallen due in two years, 1 was paid early.',
    ],
    [
      'on time',
      habit(
        [invoice('F1', '2026-03-01'), invoice('F2', '2026-04-01')],
        [paid('F1', '2026-03-01'), paid('F2', '2026-03-20')],
      ),
      'Paie à l’heure : 2 factures échues depuis deux ans, aucune en retard.',
      'Pays on time: 2 invoices due in two years, none late.',
    ],
    [
      'late',
      habit(
        [invoice('F1', '2026-03-01'), invoice('F2', '2026-04-01'), invoice('F3', '2026-05-01')],
        [paid('F1', '2026-03-11'), paid('F2', '2026-04-21'), paid('F3', '2026-05-01')],
      ),
      '2 factures sur 3 en retard depuis deux ans, de 15 jours en moyenne.',
      '2 of 3 invoices late in two years, by 15 days on average.',
    ],
    [
      'a payment that came back',
      habit([invoice('F1', '2026-05-01')], [paid('F1', '2026-05-01'), paid('F1', '2026-05-05', -100_00)]),
      '1 facture sur 1 en retard depuis deux ans, de 45 jours en moyenne ; 1 règlement revenu impayé.',
      '1 of 1 invoice late in two years, by 45 days on average; 1 payment came back.',
    ],
  ] as const) {
    test(what, () => {
      expect(words).toEqual({ fr: typeset(fr), en });
    });
  }
});

describe('standing', () => {
  const register = registerOf({
    currencies: ['EUR', 'USD'],
    clients: [{ code: 'C1', creditLimit: 500_00 }, 'C2'],
    invoices: [
      { number: 'F1', issued: '2026-04-01', due: '2026-05-01', total: 100_00 },
      { number: 'F2', issued: '2026-06-01', total: 40_00 },
      { number: 'F3', issued: '2026-06-01', total: 900_00, currency: 'USD' },
      { number: 'F4', issued: '2026-06-01', total: 70_00, client: 'C2' },
      { number: 'F9', issued: '2026-06-20', total: 11_00 },
    ],
    payments: [{ day: '2026-05-20', invoice: 'F1', amount: 30_00 }],
    journal: [
      journalRow(
        {
          at: '2026-05-20',
          level: 1,
          invoice: 'F1',
          status: 'sent',
          recipient: 'a@exemple.fr',
          client: 'C1',
        },
        0,
        ['C1', 'C2'],
        ['F1'],
      ),
      journalRow(
        {
          at: '2026-05-25',
          event: 'promise',
          promisedOn: '2026-06-30',
          amount: 70_00,
          detail: 'au téléphone',
        },
        1,
        ['C1'],
        ['F1'],
      ),
    ],
  });
  const ledger = buildLedger(register);

  test('of each currency alone, the client’s own items only', () => {
    const { credit, currencies } = clientStanding(ledger, 0, ASOF);
    expect(currencies.map(({ balance, currency, items }) => [currency, balance.open, items.length])).toEqual([
      [0, 110_00, 2],
      [1, 900_00, 1],
    ]);
    expect(currencies[0].ageing).toEqual({
      notDue: 40_00,
      d1to30: 0,
      d31to60: 70_00,
      d61to90: 0,
      d90plus: 0,
    });
    expect(credit).toMatchObject({ decision: 'grant', exposure: 110_00, limit: 500_00 });
    expect(clientStanding(ledger, 1, ASOF).currencies).toHaveLength(1);
  });

  test('its history, newest first, of a day what was said above what was paid', () => {
    const lines = clientHistory(register, 0, ASOF, 'fr', 10).map(({ text, detail }) => `${text} | ${detail}`);
    expect(lines).toEqual(
      [
        'Facture F2, 40,00 € | échéance le 1er juillet 2026',
        'Facture F3, 900,00 $US | échéance le 1er juillet 2026',
        'Promesse, 70,00 €, pour le 30 juin 2026 | au téléphone',
        'Relance, niveau 1, F1 (envoyé) | a@exemple.fr',
        'Règlement : 30,00 €, virement | F1',
        'Facture F1, 100,00 € | échéance le 1er mai 2026',
      ].map((line) => typeset(line).replace('00 $US', '00\u202f$US')),
    );
    for (const line of lines) expectTypeset(line);
    expect(clientHistory(register, 0, ASOF, 'en', 2).map(({ text }) => text)).toEqual([
      'Invoice F2, €40.00',
      'Invoice F3, US$900.00',
    ]);
  });
});
