import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { demoSample } from '../../../batch/sample/options.ts';
import { type CivilDate, civilDate, dayNumber } from '../../../shared/base/civil-date.ts';
import { type Audit, MOST_LISTED, runAudit } from '../../../shared/insight/audit/audit.ts';
import { AUDIT_SEVERITIES, type AuditFinding } from '../../../shared/insight/audit/finding.ts';
import { AUDIT_TESTS } from '../../../shared/insight/audit/tests.ts';
import { buildLedger } from '../../../shared/receivables/ledger.ts';
import { temporaryFolder } from '../../delivery/temporary-folder.ts';
import { expectGolden } from '../../golden-file.ts';
import { randomRecords, someDay } from '../../receivables/random-register.ts';
import { type RegisterRecords, registerOf } from '../../receivables/register-of.ts';
import { readSample } from '../../sample/read-sample.ts';
import { FAULTY, FAULTY_AS_OF } from './faulty-register.ts';
import { AS_OF, auditOf, dayOfMarch, numbered, summaryOf } from './findings-of.ts';

/** What plain records do not hold: seals, net and VAT, reasons, times of day; thousands of invoices; one client who owes most. */
const NOT_IN_PLAIN_RECORDS = [
  'seal-chain',
  'changed-after-issue',
  'unsealed-document',
  'history-changed',
  'duplicate-number',
  'issue-backdated',
  'total-against-lines',
  'vat-against-rate',
  'missing-data',
  'late-invoicing',
  'payment-other-client',
  'lapping',
  'payment-voided',
  'write-off-without-reason',
  'iban-changed',
  'shared-identity',
  'concentration',
  'odd-hours',
  'round-amounts',
  'benford-first-digit',
  'stopped-daily-run',
  'reminders-held',
];

test('every test has a key and a title of its own', () => {
  expect(new Set(AUDIT_TESTS.map(({ key }) => key)).size).toBe(AUDIT_TESTS.length);
  for (const language of ['fr', 'en'] as const) {
    expect(new Set(AUDIT_TESTS.map(({ title }) => title[language])).size).toBe(AUDIT_TESTS.length);
  }
});

test('an empty register: nothing found, nothing run', () => {
  const { findings, tests } = auditOf({ invoices: [] });
  expect(findings).toEqual([]);
  expect(tests.map(({ ran }) => ran)).toEqual(AUDIT_TESTS.map(() => false));
});

test('a clean register is silent', () => {
  const number = (k: number) => `F2026-${String(k + 1).padStart(5, '0')}`;
  const invoices = Array.from({ length: 40 }, (_, k) => ({
    number: number(k),
    issued: civilDate(dayNumber('2026-01-05') + k),
    total: 100_00 + k * 37,
  }));
  const payments = invoices.map(({ number: invoice, total }, k) => ({
    day: civilDate(dayNumber('2026-02-10') + k),
    invoice,
    amount: total,
  }));
  expect(auditOf({ invoices, payments }).findings).toEqual([]);
});

describe('the faulty register', () => {
  const audit = auditOf(FAULTY, FAULTY_AS_OF);

  test('sets off every test of what it holds', () => {
    const silent = audit.tests.filter((summary) => !summary.ran || summary.hits === 0);
    expect(silent.map((summary) => summary.test)).toEqual(NOT_IN_PLAIN_RECORDS);
  });

  for (const language of ['fr', 'en'] as const) {
    test(`every message, ${language}`, () => {
      expectGolden(`insight/audit.${language}.txt`, textOf(audit, language));
    });
  }

  test('worst first', () => {
    const ranks = audit.findings.map(({ severity }) => AUDIT_SEVERITIES.indexOf(severity));
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    expect(new Set(ranks).size).toBe(3);
  });

  test('a sentence is one sentence in both languages, with French spaces in French', () => {
    for (const { message } of audit.findings) {
      expect(message.fr).toMatch(/\.$/);
      expect(message.en).toMatch(/\.$/);
      expect(message.fr).not.toMatch(/[^\u202f][;:!?»%]|«[^\u202f]|'/);
      expect(message.fr).not.toBe(message.en);
    }
  });
});

test('the demonstration’s audit', async () => {
  const { register } = await readSample(demoSample('2026-11-20'), temporaryFolder());
  const audit = runAudit(buildLedger(register), dayNumber('2026-11-20'));
  expectGolden('insight/audit-demo.txt', textOf(audit, 'fr'));
});

function textOf({ findings, tests }: Audit, language: 'fr' | 'en'): string {
  const summaries = tests.map((summary) => {
    const { title } = summary;
    if (!summary.ran) return `${summary.test}: ${title[language]}. ${summary.why[language]}`;
    const amounts = summary.amounts.map(({ currency, minor }) => `, ${minor} ${currency}`);
    return `${summary.test}: ${title[language]}. ${summary.hits} / ${summary.population}${amounts.join('')}`;
  });
  const lines = findings.map(
    ({ amount, currency, message, row, severity, subject, table, test: key }) =>
      `${severity} ${key} ${table}:${row} ${subject}${amount === null ? '' : ` ${amount} ${currency}`}\n  ${message[language]}`,
  );
  return `${[...summaries, '', ...lines].join('\n')}\n`;
}

describe('more than a thousand hits of one test', () => {
  let audit: Audit;
  beforeAll(() => {
    const invoices = Array.from({ length: MOST_LISTED + 1 }, (_, k) => ({
      number: `F${k}`,
      issued: dayOfMarch(5),
      due: dayOfMarch(4),
      total: k,
    }));
    audit = auditOf({ invoices });
  });

  test('are counted, and the thousand largest listed', () => {
    const due = audit.findings.filter((finding) => finding.test === 'due-before-issue');
    expect(due).toHaveLength(MOST_LISTED);
    expect(due.some(({ subject }) => subject === 'F0')).toBe(false);
    expect(audit.tests.find((summary) => summary.test === 'due-before-issue')).toMatchObject({
      hits: MOST_LISTED + 1,
      listed: MOST_LISTED,
      amounts: [{ minor: (MOST_LISTED * (MOST_LISTED + 1)) / 2, currency: 'EUR' }],
    });
  });
});

test('currencies are never added', () => {
  const late = { issued: dayOfMarch(5), due: dayOfMarch(4) } as const;
  const records: RegisterRecords = {
    currencies: ['EUR', 'USD'],
    invoices: [
      { ...late, number: 'F1', total: 100 },
      { ...late, number: 'F2', total: 200, currency: 'USD' },
    ],
  };
  expect(summaryOf('due-before-issue', records)).toMatchObject({
    amounts: [
      { minor: 100, currency: 'EUR' },
      { minor: 200, currency: 'USD' },
    ],
  });
});

test('rows left out are named beside the numbers they may bear', () => {
  const register = registerOf(numbered('F1', 'F3'));
  const withLeftOut = (rows: number) => {
    const rowCounts = { ...register.rowCounts, invoices: 2 + rows };
    const { findings } = runAudit(buildLedger({ ...register, rowCounts }), dayNumber(AS_OF));
    return findings[0].message.en.replace(/.*reason/, '');
  };
  expect([0, 1, 2].map(withLeftOut)).toEqual([
    '.',
    ' (1 unreadable row of the register may bear one).',
    ' (2 unreadable rows of the register may bear some).',
  ]);
});

const RUNS = { numRuns: 500 };

test('the order of the rows changes no finding', () => {
  fc.assert(
    fc.property(randomRecords, someDay, (records, asOf) => {
      const reversed = {
        ...records,
        invoices: [...records.invoices].reverse(),
        payments: [...(records.payments ?? [])].reverse(),
      };
      expect(withoutRows(reversed, civilDate(asOf))).toEqual(withoutRows(records, civilDate(asOf)));
    }),
    RUNS,
  );
});

test('what is dated after the day changes nothing', () => {
  fc.assert(
    fc.property(randomRecords, someDay, (records, asOf) => {
      const later = civilDate(asOf + 1);
      const more: RegisterRecords = {
        ...records,
        invoices: [
          ...records.invoices,
          { number: 'F999999', issued: later, due: civilDate(asOf - 9), total: 1 },
        ],
        payments: [
          ...(records.payments ?? []),
          ...records.invoices
            .filter(({ type }) => type !== 'creditNote')
            .map(({ number: invoice }) => ({ day: later, invoice, amount: 99 })),
        ],
      };
      expect(withoutRows(more, civilDate(asOf))).toEqual(withoutRows(records, civilDate(asOf)));
    }),
    RUNS,
  );
});

function withoutRows(records: RegisterRecords, asOf: CivilDate): readonly Omit<AuditFinding, 'row'>[] {
  return auditOf(records, asOf).findings.map(({ row, ...finding }) => finding);
}
