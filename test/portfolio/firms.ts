/** Firms of a portfolio made by hand. */
import type { Firm } from '../../batch/portfolio/overview.ts';
import type { ClientSums, CurrencySums, FirmFigures } from '../../batch/portfolio/summary.ts';

export function client(changes: Partial<ClientSums> = {}): ClientSums {
  return {
    code: 'C1',
    name: 'Client',
    legalId: '',
    open: 1000_00,
    overdue: 400_00,
    oldestDays: 12,
    grade: 'C',
    moneyAtRisk: 250_00,
    ...changes,
  };
}

export function sums(changes: Partial<CurrencySums> = {}): CurrencySums {
  return {
    currency: 'EUR',
    open: 1000_00,
    overdue: 400_00,
    overdueBefore: 500_00,
    dso: 45.5,
    moneyAtRisk: 250_00,
    clients: [client()],
    ...changes,
  };
}

export function figures(changes: Partial<FirmFigures> = {}): FirmFigures {
  return {
    asOf: '2026-11-20',
    problems: 2,
    auditErrors: 1,
    auditWarnings: 3,
    moving: false,
    currencies: [sums()],
    ...changes,
  };
}

export function firm(name: string, changes: Partial<FirmFigures> = {}): Firm {
  const outcome = { figures: figures(changes), reason: null };
  return { name, register: name.toLowerCase(), workbook: `${name}.xlsx`, outcome };
}

export function failedFirm(name: string): Firm {
  const reason = { fr: `${name} manque`, en: `${name} is missing` };
  return { name, register: name, workbook: `${name}.xlsx`, outcome: { figures: null, reason } };
}
