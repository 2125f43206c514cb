/** What the register's settings say of late payment. */
import { countryCode } from '../base/countries.ts';
import { readChoice } from '../register/cell-choices.ts';
import { readInteger } from '../register/cell-numbers.ts';
import type { Settings } from '../register/entries.ts';
import { ASSOCIATION_CHOICES, CLAIM_AFTER_PAYMENT_CHOICES } from '../register/settings.ts';
import type { ClientKind } from '../register/tables.ts';
import { type DebtorClass, lawCountry } from './countries.ts';
import { type FixedSum, flatSum } from './fixed-sum.ts';
import type { InterestTerms } from './late-interest.ts';
import { ECB_SERIES } from './series.ts';

export type LawSettings = {
  readonly country: string | null; // whose law the contracts are under; null: not to be told
  readonly associationsAre: 'business' | 'consumer';
  readonly contractInterest: InterestTerms | null; // what invoices say; null: the law's
  readonly contractSum: FixedSum | null; // for each late invoice; null: the law's
  readonly claimAfterPayment: 'claimed' | 'all' | 'none';
  readonly limitationYears: { readonly business: number | null; readonly consumer: number | null };
};

/**
 * The seller's country rules unless a setting names another: that is the law invoices and terms of sale are mostly written under, and
 * what they print. A client abroad is no reason for another one.
 */
export function lawSettingsOf({ currency, texts }: Settings): LawSettings {
  const text = (key: string): string => texts.get(key) ?? '';
  const after = readChoice(text('claimAfterPayment'), CLAIM_AFTER_PAYMENT_CHOICES);
  const associations = readChoice(text('associationsAre'), ASSOCIATION_CHOICES);
  const units = decimalOf(text('recoveryIndemnity'));
  return {
    country: lawCountry(countryCode(text('lateInterestCountry') || text('country'))),
    associationsAre: associations.ok && associations.value === 'business' ? 'business' : 'consumer',
    contractInterest: interestTerms(text('lateInterest')),
    contractSum: units === null ? null : flatSum(currency, units),
    claimAfterPayment:
      after.ok && (after.value === 'all' || after.value === 'none') ? after.value : 'claimed',
    limitationYears: {
      business: yearsOf(text('limitationYears')),
      consumer: yearsOf(text('limitationYearsConsumer')),
    },
  };
}

/** `ECB+10`, `ECB+8` or a percentage a year, as the settings' reader lets them through. */
function interestTerms(text: string): InterestTerms | null {
  const points = /^(?:ECB|BCE)\s*\+\s*(\d+)$/i.exec(text);
  if (points) {
    return { rate: 'series', series: ECB_SERIES, margin: Number(points[1]), applies: 'eachHalfYear' };
  }
  const percent = decimalOf(text);
  return percent === null ? null : { rate: 'percent', percent };
}

/** The number a text begins with. */
function decimalOf(text: string): number | null {
  const match = /^(\d+)(?:[.,](\d+))?/.exec(text);
  return match ? Number(`${match[1]}.${match[2] ?? 0}`) : null;
}

function yearsOf(text: string): number | null {
  const years = readInteger(text);
  return text !== '' && years.ok ? years.value : null;
}

/** Whoever owes, as the law sees it: an association is a consumer unless the settings tell otherwise. */
export function debtorClass(kind: ClientKind, { associationsAre }: LawSettings): DebtorClass {
  if (kind === 'administration') return 'publicBuyer';
  return kind === 'company' || (kind === 'association' && associationsAre === 'business')
    ? 'business'
    : 'consumer';
}
