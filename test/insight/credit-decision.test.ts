/** The decision rule on credit, line by line, at both sides of each edge. */
import { describe, expect, test } from 'vitest';
import { type CivilDate, civilDate, dayNumber } from '../../shared/base/civil-date.ts';
import {
  type CreditDecision,
  type CreditGround,
  type CreditVerdict,
  creditDecision,
  creditDesk,
} from '../../shared/insight/credit/credit-decision.ts';
import { buildLedger } from '../../shared/receivables/ledger.ts';
import type { Client } from '../../shared/register/entries.ts';
import { expectTypeset, typeset } from '../french.ts';
import {
  type InvoiceRecord,
  type PaymentRecord,
  type RegisterRecords,
  registerOf,
} from '../receivables/register-of.ts';

const AS_OF = dayNumber('2026-06-15');
const before = (days: number): CivilDate => civilDate(AS_OF - days);

/** Twelve invoices of 1,000.00, one a month, each paid so many days late; the client then owes what is open. */
type Past = {
  readonly late: number;
  readonly open?: number;
  readonly openDue?: number;
  readonly count?: number;
};

function records(
  { count = 12, late, open = 0, openDue = -10 }: Past,
  client: Partial<Client> = {},
): RegisterRecords {
  const paid = Array.from({ length: count }, (_, k) => ({ number: `F${k}`, due: 70 + 25 * k }));
  const invoices: InvoiceRecord[] = paid.map(({ due, number }) => ({
    number,
    issued: before(due + 30),
    due: before(due),
    total: 1000_00,
  }));
  const payments: PaymentRecord[] = paid.map(({ due, number }) => ({
    day: before(due - late),
    invoice: number,
    amount: 1000_00,
  }));
  if (open > 0)
    invoices.push({ number: 'OPEN', issued: before(openDue + 30), due: before(openDue), total: open });
  return { clients: [{ code: 'C1', ...client }], currencies: ['EUR', 'USD'], invoices, payments };
}

function ask(given: RegisterRecords, amount: number, currency = 'EUR', waiting = 0): CreditDecision {
  return creditDecision(buildLedger(registerOf(given)), AS_OF, { client: 0, amount, currency, waiting });
}

const GOOD: Past = { late: -2 };
const SLOW: Past = { late: 18 };
const limit = (creditLimit: number): Partial<Client> => ({ creditLimit });

describe('the rule', () => {
  for (const [what, given, amount, decision, ground, deposit] of [
    ['within the limit to the cent', records(GOOD, limit(5000_00)), 5000_00, 'grant', 'within-limit', 0],
    ['a cent above', records(GOOD, limit(5000_00)), 5000_01, 'grantWithDeposit', 'above-limit', 1],
    [
      'half the invoice above',
      records(GOOD, limit(500_00)),
      1000_00,
      'grantWithDeposit',
      'above-limit',
      500_00,
    ],
    ['more than half above', records(GOOD, limit(499_00)), 1000_00, 'askManager', 'above-limit', 0],
    [
      'grade C within the limit',
      records(SLOW, limit(5000_00)),
      1000_00,
      'grantWithDeposit',
      'grade-c',
      300_00,
    ],
    ['grade C above the limit', records(SLOW, limit(900_00)), 1000_00, 'askManager', 'above-limit', 0],
    [
      '30 days overdue',
      records({ ...GOOD, open: 100_00, openDue: 30 }, limit(5000_00)),
      1000_00,
      'grant',
      'within-limit',
      0,
    ],
    [
      '31 days overdue',
      records({ ...GOOD, open: 100_00, openDue: 31 }, limit(5000_00)),
      1000_00,
      'grantWithDeposit',
      'overdue',
      300_00,
    ],
    [
      '60 days overdue',
      records({ ...GOOD, open: 100_00, openDue: 60 }, limit(5000_00)),
      1000_00,
      'grantWithDeposit',
      'overdue',
      300_00,
    ],
    [
      '61 days overdue',
      records({ ...GOOD, open: 100_00, openDue: 61 }, limit(5000_00)),
      1000_00,
      'refuse',
      'long-overdue',
      0,
    ],
    [
      'grade D',
      records({ late: 70, open: 3000_00, openDue: 59 }, limit(2000_00)),
      100_00,
      'refuse',
      'grade-d',
      0,
    ],
    ['insolvency', records(GOOD, { insolvencyOn: AS_OF }), 100_00, 'refuse', 'insolvency', 0],
    [
      'insolvency of tomorrow is none yet',
      records(GOOD, { insolvencyOn: AS_OF + 1 }),
      100_00,
      'grant',
      'within-limit',
      0,
    ],
    ['a credit note, whatever else', records(GOOD, { insolvencyOn: AS_OF }), -100_00, 'grant', 'reduces', 0],
    ['nothing at all', records(GOOD, limit(0)), 0, 'grant', 'reduces', 0],
  ] as const satisfies readonly (readonly [
    string,
    RegisterRecords,
    number,
    CreditVerdict,
    CreditGround,
    number,
  ])[]) {
    test(`${what}: ${decision}`, () => {
      expect(ask(given, amount)).toMatchObject({ decision, ground, deposit });
    });
  }

  test('drafts that wait count', () => {
    const given = records(GOOD, limit(1000_00));
    expect(ask(given, 600_00, 'EUR', 400_00).decision).toBe('grant');
    expect(ask(given, 600_00, 'EUR', 400_01).decision).toBe('grantWithDeposit');
  });

  test('another currency than the limit’s: a manager decides', () => {
    expect(ask(records(GOOD, limit(5000_00)), 100_00, 'USD')).toMatchObject({
      decision: 'askManager',
      ground: 'other-currency',
    });
  });

  test('a natural person is never refused by a rule', () => {
    for (const client of [{ insolvencyOn: AS_OF }, limit(5000_00)]) {
      const given = records({ ...GOOD, open: 100_00, openDue: 90 }, { ...client, kind: 'individual' });
      const { decision, words } = ask(given, 100_00);
      expect(decision).toBe('askManager');
      expect(words.fr).toContain('Personne physique');
    }
  });
});

describe('without a limit set', () => {
  test('the limit is proposed from purchases, terms and lateness, and its grade', () => {
    const issuedInAYear = 11; // of 1,000.00 each
    const { limit: proposed, limitIs, risk } = ask(records(GOOD), 100_00);
    expect([limitIs, risk?.grade]).toEqual(['proposed', 'A']);
    expect(proposed).toBe(Math.round((((issuedInAYear * 1000) / 365) * (30 + 0 + 10) * 2) / 100) * 100_00);
  });

  test('who pays late is proposed less for the same purchases', () => {
    const [good, slow] = [GOOD, SLOW].map((past) => ask(records(past), 1_00).limit ?? 0);
    expect(slow).toBeLessThan(good);
    expect(slow).toBeGreaterThan(0);
  });

  for (const [amount, decision] of [
    [300_00, 'grantWithDeposit'],
    [301_00, 'askManager'],
  ] as const) {
    test(`a client nobody knows, ${amount} beside a median of 300.00: ${decision}`, () => {
      const clients = ['NEW', 'C2', 'C3', 'C4'];
      const invoices = clients
        .slice(1)
        .map((client, k) => ({ number: client, client, issued: before(5), total: (200 + 100 * k) * 100 }));
      expect(ask({ clients, currencies: ['EUR'], invoices }, amount)).toMatchObject({
        decision,
        ground: 'little-known',
        limitIs: 'none',
        available: null,
        risk: null,
      });
    });
  }

  test('where nobody owes anything yet, there is nobody to compare with: a deposit', () => {
    const given = { clients: ['NEW'], currencies: ['EUR'], invoices: [] };
    expect(ask(given, 9999_00)).toMatchObject({ decision: 'grantWithDeposit', deposit: 2999_70 });
  });

  test('a limit that a manager set holds for a new client too', () => {
    expect(ask(records({ late: 0, count: 1 }, limit(2000_00)), 1500_00)).toMatchObject({
      decision: 'grant',
      risk: { grade: 'unknown' },
    });
  });
});

test('what is available is the limit, less what is owed and waits', () => {
  const given = records({ ...GOOD, open: 700_00 }, limit(1000_00));
  expect(ask(given, 100_00, 'EUR', 50_00).available).toBe(250_00);
});

test('a desk answers as the single question does', () => {
  const ledger = buildLedger(registerOf(records(SLOW, limit(900_00))));
  const desk = creditDesk(ledger, AS_OF);
  for (const amount of [-1, 100_00, 900_00, 5000_00]) {
    const question = { client: 0, amount, currency: 'EUR', waiting: 0 };
    expect(JSON.stringify(desk(question))).toBe(JSON.stringify(creditDecision(ledger, AS_OF, question)));
  }
});

describe('in words', () => {
  for (const [given, amount, fr, en] of [
    [
      records(GOOD, limit(5000_00)),
      4000_00,
      'Accorder : plafond de 5\u202f000,00 € tenu, utilisé à 80 % avec cette facture.',
      'Grant: within the limit of €5,000.00, 80% of it used with this invoice.',
    ],
    [
      records(GOOD, limit(5000_00)),
      5200_00,
      'Accorder contre un acompte de 200,00 € : plafond de 5\u202f000,00 € dépassé de 200,00 €.',
      'Grant against a deposit of €200.00: €200.00 above the limit of €5,000.00.',
    ],
    [
      records({ ...GOOD, open: 100_00, openDue: 61 }, limit(5000_00)),
      100_00,
      'Refuser : une facture est échue depuis 61 jours.',
      'Refuse: an invoice is 61 days overdue.',
    ],
    [
      records(GOOD, { insolvencyOn: dayNumber('2026-06-01'), kind: 'individual' }),
      100_00,
      'À décider par un responsable : procédure collective ouverte le 1er juin 2026. Personne physique, jamais de refus automatique.',
      'A manager decides: insolvency proceedings opened on 1 June 2026. A natural person is never refused by a rule.',
    ],
  ] as const) {
    test(en, () => {
      const { words } = ask(given, amount);
      expect(words.fr).toBe(typeset(fr));
      expect(words.en).toBe(en);
      expectTypeset(words.fr);
    });
  }
});
