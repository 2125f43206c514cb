/** Drafts in the sidebar: checked as they are written, and listed. */
import type { Answer, DraftFields, DraftView } from '../../contract.ts';
import type { World } from '../../world.ts';
import { answered } from '../frame.ts';
import { checkedDraftOf, draftReadingOf, draftViewOf, openDrafting } from './drafting.ts';
import { draftOfFields } from './written-draft.ts';

/** Says what a draft comes to and what it lacks; nothing is written. */
export function checkDraftAction(world: World, fields: DraftFields): Answer<DraftView> {
  const drafting = openDrafting(world);
  const draft = draftOfFields(fields, draftReadingOf(drafting.register.settings, world.sheet.locale));
  return answered(draftViewOf(drafting, checkedDraftOf(drafting, draft)));
}

/** Drafts not issued yet: those of the rows selected in their tab, or all of them. */
export function draftsAction(
  world: World,
  { selected }: { readonly selected: boolean },
): Answer<readonly DraftView[]> {
  const rows = selected ? new Set(world.sheet.selectedRows('drafts')) : null;
  const drafting = openDrafting(world);
  return answered(
    drafting.drafts
      .filter(({ number, row }) => number === '' && (rows === null || rows.has(row)))
      .map((draft) => draftViewOf(drafting, checkedDraftOf(drafting, draft))),
  );
}
