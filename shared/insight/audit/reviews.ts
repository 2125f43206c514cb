/** Reviews: findings that somebody looked into stay settled until their facts change, and then say so. */
import type { Review } from '../../register/reading/evidence.ts';

/** The review of a finding, and whether it was of these very facts. */
export type ReviewOf = (
  id: string,
  facts: string,
) => { readonly reviewed: Review | null; readonly outdated: Review | null };

/** Of several reviews of one finding the one on these facts counts, else the last one written. */
export function reviewsById(reviews: readonly Review[]): ReviewOf {
  const byId = new Map<string, Review[]>();
  for (const review of reviews) {
    const known = byId.get(review.finding);
    if (known) known.push(review);
    else byId.set(review.finding, [review]);
  }
  return (id, facts) => {
    const all = byId.get(id) ?? [];
    const reviewed = all.find((review) => review.facts === facts) ?? null;
    const last = all.length > 0 ? all[all.length - 1] : null;
    return { reviewed, outdated: reviewed === null ? last : null };
  };
}
