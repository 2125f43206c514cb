/** An audit finding that somebody has looked into: kept with the facts it rested on, so that it comes back when they change. */
import { serialOfDay } from '../../../shared/base/civil-date.ts';
import { type Language, typesetFrench, type Words } from '../../../shared/base/words.ts';
import { type CheckNotice, errorOn } from '../../../shared/invoicing/notice.ts';
import type { Answer, SidebarCalls } from '../../contract.ts';
import type { World } from '../../world.ts';
import { answered, appendRows, refused, type TabView, tableOf, textOf, underLock } from '../frame.ts';
import { noticesIn } from './drafting.ts';

type Asked = SidebarCalls['ui_review']['asks'];

/** Reviewed twice with the same facts it stands once. */
export function reviewAction(world: World, fields: Asked): Answer<{ readonly text: string }> {
  return underLock(world, () => {
    const { language } = world.sheet;
    const notices = noticesOf(fields);
    if (notices.length > 0) return refused(inWords(NOT_NOTED, language), noticesIn(notices, language));
    const reviews = tableOf(world, 'reviews');
    if (!reviews.ok) return reviews;
    if (isThere(reviews.value, fields)) return answered({ text: inWords(ALREADY, language) });
    const { facts, finding, reason } = fields;
    const row = { finding, facts, reason, by: world.user(), on: serialOfDay(world.now().day) };
    appendRows(world, reviews.value, [row]);
    return answered({ text: inWords(DONE, language) });
  });
}

function noticesOf({ facts, finding, reason }: Asked): readonly CheckNotice[] {
  return [
    ...(finding === ''
      ? [errorOn('finding', 'Collez le repère du constat.', 'Paste the finding’s mark.')]
      : []),
    ...(facts === ''
      ? [errorOn('facts', 'Collez l’empreinte des faits.', 'Paste the mark of its facts.')]
      : []),
    ...(reason === '' ? [errorOn('reason', 'Dites pourquoi il est clos.', 'Say why it is settled.')] : []),
  ];
}

function isThere(view: TabView, { facts, finding }: Asked): boolean {
  return view.grid.some(
    (_, index) =>
      index > 0 &&
      textOf(view, index + 1, 'finding') === finding &&
      textOf(view, index + 1, 'facts') === facts,
  );
}

function inWords(words: Words, language: Language): string {
  return language === 'fr' ? typesetFrench(words.fr) : words.en;
}

const NOT_NOTED: Words = {
  fr: 'Rien n’est noté : remplissez ces champs.',
  en: 'Nothing is written down: fill in these fields.',
};
const ALREADY: Words = {
  fr: 'Ce constat est déjà marqué comme revu.',
  en: 'This finding is marked as reviewed already.',
};
const DONE: Words = {
  fr: 'Constat marqué comme revu : il reviendra si les faits changent.',
  en: 'Finding marked as reviewed: it comes back if the facts change.',
};
