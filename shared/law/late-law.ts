/** The law of one client who is late: what contract and country together let the firm claim beside the debt. */
import { countryCode } from '../base/countries.ts';
import type { Words } from '../base/words.ts';
import type { Client } from '../register/entries.ts';
import { type DebtorClass, type LateClaim, lawCountry, rulesOf } from './countries.ts';
import type { FixedSum } from './fixed-sum.ts';
import type { InterestTerms } from './late-interest.ts';
import { debtorClass, type LawSettings } from './law-settings.ts';

export type LateLaw = {
  readonly debtor: DebtorClass;
  readonly interest: InterestTerms | null; // null: none is claimed
  readonly since: 'dueDay' | 'formalNotice'; // interest runs from the day after
  readonly fixedSum: FixedSum | null;
  readonly isContract: boolean; // the rate is that of the contract
  readonly name: LateClaim['name'];
  readonly articles: Words | null; // null: no law known here gives it
  readonly sumSentence: Words | null;
  readonly verified: boolean; // false: a rule of law that its keeper has to check
};

/** The seller’s law, as it holds against this client; a contract’s rate only among businesses. */
export function lateLawOf(
  settings: LawSettings,
  { country, kind }: Pick<Client, 'country' | 'kind'>,
): LateLaw {
  const debtor = debtorClass(kind, settings);
  const rules = rulesOf(settings.country);
  const isAbroad = lawCountry(countryCode(country || (settings.country ?? ''))) !== settings.country;
  const claim = rules ? claimAgainst(rules.claims, debtor, isAbroad) : null;
  const ofContract = debtor === 'business' ? settings.contractInterest : null;
  return {
    debtor,
    interest: ofContract ?? claim?.interest ?? null,
    since: claim?.since ?? 'dueDay',
    fixedSum: fixedSumOf(settings, claim, debtor),
    isContract: ofContract !== null,
    name: claim?.name ?? 'penalties',
    articles: claim?.articles ?? null,
    sumSentence: claim?.sumSentence ?? null,
    verified: rules?.verified ?? true,
  };
}

/**
 * A public body abroad is under no public procurement code of this country: it owes what firms owe. A consumer abroad keeps the
 * protection of the home country (regulation 593/2008 art. 6): nothing is claimed by itself.
 */
function claimAgainst(
  claims: Readonly<Record<DebtorClass, LateClaim | null>>,
  debtor: DebtorClass,
  isAbroad: boolean,
): LateClaim | null {
  if (!isAbroad) return claims[debtor];
  return debtor === 'consumer' ? null : claims.business;
}

/** The settings' sum stands for one that is the same for every debt; bands are the law's own, and only a zero takes them away. */
function fixedSumOf(
  { contractSum }: LawSettings,
  claim: LateClaim | null,
  debtor: DebtorClass,
): FixedSum | null {
  if (debtor === 'consumer') return null;
  const ofLaw = claim?.fixedSum ?? null;
  const isNone = contractSum?.bands.every(({ units }) => units === 0);
  return ofLaw !== null && ofLaw.bands.length > 1 && !isNone ? ofLaw : (contractSum ?? ofLaw);
}
