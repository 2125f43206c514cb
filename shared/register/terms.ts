/** Payment terms: a text such as `45 jours fin de mois` to steps, and steps to a due date. */

export type TermStep =
  | { readonly step: 'days'; readonly count: number }
  | { readonly step: 'months'; readonly count: number }
  | { readonly step: 'endOfMonth' }
  | { readonly step: 'dayOfMonth'; readonly day: number };

/** Steps applied in order to the issue date; none means: due at once. */
export type PaymentTerms = readonly TermStep[];

/** Where neither the client nor the settings say anything (C. com. L441-10: 30 days). */
export const DEFAULT_TERMS: PaymentTerms = [{ step: 'days', count: 30 }];
