import { describe, expect, test } from 'vitest';
import { MOST_CLIENT_ROWS, overviewOf } from '../../batch/portfolio/overview.ts';
import { overviewText } from '../../batch/portfolio/overview-text.ts';
import { expectTypeset, typeset } from '../french.ts';
import { client, failedFirm, figures, firm, sums } from './firms.ts';

const owing = (name: string, open: number, overdue: number) =>
  firm(name, { currencies: [sums({ open, overdue, clients: [] })] });

describe('firms are ranked by what is overdue', () => {
  test('then by what is open, then by name; the sums are theirs', () => {
    const given = [owing('D', 900, 0), owing('B', 500, 300), owing('C', 700, 300), owing('A', 500, 300)];
    const [euros] = overviewOf(given).currencies;
    expect(euros.firms.map(({ name }) => name)).toEqual(['C', 'A', 'B', 'D']);
    expect(euros).toMatchObject({ currency: 'EUR', open: 2600, overdue: 900, moneyAtRisk: 4 * 250_00 });
  });
  test('each with the client most overdue, where one is', () => {
    const late = firm('A');
    const none = firm('B', { currencies: [sums({ overdue: 0, clients: [client({ overdue: 0 })] })] });
    const [euros] = overviewOf([late, none]).currencies;
    expect(euros.firms.map(({ worst }) => worst?.name ?? null)).toEqual(['Client', null]);
  });
});

describe('currencies are never added', () => {
  const both = (name: string, dollars: number) =>
    firm(name, { currencies: [sums(), sums({ currency: 'USD', open: dollars, overdue: 0, clients: [] })] });
  test('each has its own ranking, that of most firms first', () => {
    const overview = overviewOf([
      firm('A', { currencies: [sums({ currency: 'CHF' })] }),
      both('B', 5),
      both('C', 7),
    ]);
    expect(
      overview.currencies.map(({ currency, firms }) => [currency, firms.map(({ name }) => name)]),
    ).toEqual([
      ['EUR', ['B', 'C']],
      ['USD', ['C', 'B']],
      ['CHF', ['A']],
    ]);
  });
  test('a foreign currency in which nothing is open is left out, a firm’s own is not', () => {
    const idle = firm('A', { currencies: [sums({ open: 0, overdue: 0, clients: [] })] });
    const overview = overviewOf([idle, both('B', 0)]);
    expect(overview.currencies.map(({ currency, firms }) => [currency, firms.length])).toEqual([['EUR', 2]]);
  });
});

describe('clients across firms', () => {
  const withClients = (name: string, clients: readonly ReturnType<typeof client>[]) =>
    firm(name, { currencies: [sums({ clients })] });
  test('are ranked together; a legal id tells that one owes to several', () => {
    const overview = overviewOf([
      withClients('A', [
        client({ name: 'X', legalId: '732829320', overdue: 5 }),
        client({ name: 'Y', overdue: 4 }),
      ]),
      withClients('B', [
        client({ name: 'X bis', legalId: '732829320', overdue: 9 }),
        client({ name: 'Z', overdue: 1 }),
      ]),
    ]);
    expect(overview.currencies[0].clients.map(({ firm: at, firms, name }) => [name, at, firms])).toEqual([
      ['X bis', 'B', 2],
      ['X', 'A', 2],
      ['Y', 'A', 1],
      ['Z', 'B', 1],
    ]);
  });
  test(`at most ${MOST_CLIENT_ROWS}, and one counted as owing to several is so whether or not the others are shown`, () => {
    const many = Array.from({ length: MOST_CLIENT_ROWS }, (_, at) => client({ overdue: 1000 + at }));
    const shared = { legalId: '732829320' };
    const overview = overviewOf([
      withClients('A', [client({ ...shared, overdue: 5000 }), ...many]),
      withClients('B', [client({ ...shared, overdue: 1 })]),
    ]);
    const [euros] = overview.currencies;
    expect(euros.clients).toHaveLength(MOST_CLIENT_ROWS);
    expect(euros.clients[0]).toMatchObject({ overdue: 5000, firms: 2 });
  });
});

describe('what is missing is told, and counts in nothing', () => {
  test('a failed register', () => {
    const overview = overviewOf([firm('A'), failedFirm('B')]);
    expect(overview).toMatchObject({
      registers: 2,
      done: 1,
      failed: [{ name: 'B', reason: { en: 'B is missing' } }],
    });
    expect(overview.currencies[0].firms).toHaveLength(1);
  });
  for (const [asOf, isStale] of [
    ['2026-11-14', false],
    ['2026-11-13', true],
  ] as const) {
    test(`a report of ${asOf} beside one of 2026-11-20`, () => {
      const overview = overviewOf([firm('A'), firm('B', { asOf })]);
      expect(overview.asOf).toBe('2026-11-20');
      expect(overview.done).toBe(isStale ? 1 : 2);
      if (isStale)
        expect(overview.failed[0].reason).toEqual({
          fr: typeset('pas renouvelé : son dernier rapport est du 13 novembre 2026'),
          en: 'not renewed: its last report is of 13 November 2026',
        });
    });
  }
  test('all of them', () => {
    expect(overviewOf([failedFirm('A')])).toMatchObject({ asOf: null, done: 0, currencies: [] });
  });
});

describe('in the terminal', () => {
  const overview = overviewOf([firm('A'), owing('B', 2000_00, 0), failedFirm('C')]);
  test('in French', () => {
    const text = overviewText('Cabinet', overview, 'fr');
    expect(text).toBe(
      typeset(`Cabinet – créances au 2026-11-20 ; dossiers traités : 2 sur 3
EUR · encours 3\u202f000,00 €, dont échu 400,00 € (13,3 %) ; argent exposé 500,00 €
  1. A : 400,00 € échus sur 1\u202f000,00 €
Sans rapport :
  C : C manque
`),
    );
    expectTypeset(text);
  });
  test('in English', () => {
    expect(overviewText('Firm', overview, 'en')).toBe(`Firm – receivables as of 2026-11-20; firms done: 2 of 3
EUR · open €3,000.00, of which overdue €400.00 (13.3%); money at risk €500.00
  1. A: €400.00 overdue of €1,000.00
Without a report:
  C: C is missing
`);
  });
  test('without any report', () => {
    expect(overviewText('Firm', overviewOf([failedFirm('A')]), 'en')).toBe(
      'Firm; firms done: 0 of 1\nWithout a report:\n  A: A is missing\n',
    );
  });
  test('nothing open has no share', () => {
    const idle = firm('A', { currencies: [sums({ open: 0, overdue: 0, moneyAtRisk: 0, clients: [] })] });
    expect(overviewText('F', overviewOf([idle]), 'en')).toContain(
      'EUR · open €0.00, of which overdue €0.00; money',
    );
  });
});

test('figures keep their names: the summary of a report is what the overview ranks', () => {
  expect(Object.keys(figures())).toEqual([
    'asOf',
    'problems',
    'auditErrors',
    'auditWarnings',
    'moving',
    'currencies',
  ]);
});
