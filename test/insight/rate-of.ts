/** Ratings of registers written as records. */
import { type CivilDate, dayNumber } from '../../shared/base/civil-date.ts';
import { type ClientRisk, rateClients } from '../../shared/insight/risk/risk.ts';
import type { RiskCode } from '../../shared/insight/risk/risk-points.ts';
import { buildLedger } from '../../shared/receivables/ledger.ts';
import { type RegisterRecords, registerOf } from '../receivables/register-of.ts';

export const AS_OF = '2026-06-30';

export function rate(records: RegisterRecords, currency = 0, asOf: CivilDate = AS_OF): readonly ClientRisk[] {
  return rateClients(buildLedger(registerOf(records)), currency, dayNumber(asOf));
}

/** The French text of one of the first client's reasons; undefined where it has none. */
export function reason(records: RegisterRecords, code: RiskCode): string | undefined {
  return rate(records)[0]?.reasons.find((one) => one.code === code)?.text.fr;
}
