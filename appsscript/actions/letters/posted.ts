/** A letter was posted, on a day and under a number, or will not be. Its level counts from the date it bears. */
import { parseCivilDate } from '../../../shared/base/civil-date.ts';
import { dayText } from '../../../shared/base/numbers-text.ts';
import { type Language, typesetFrench, type Words } from '../../../shared/base/words.ts';
import { type CheckNotice, errorOn } from '../../../shared/invoicing/notice.ts';
import type { Answer, SidebarCalls } from '../../contract.ts';
import type { World } from '../../world.ts';
import { answered, refused, rowsWith, type TabView, tableOf, textOf, underLock } from '../frame.ts';
import { markRows } from '../outbox/marks.ts';
import { statusText } from '../outbox/message-rows.ts';
import { noticesIn } from '../record/drafting.ts';
import { letterClaim, letterTitle } from './letter-rows.ts';

type Asked = SidebarCalls['ui_posted']['asks'];

/** A letter gives days from the date it bears: posted later than this many days after, its deadline does not hold. */
const MOST_DAYS = 7;

export function postedAction(world: World, asked: Asked): Answer<{ readonly text: string }> {
  return underLock(world, () => {
    const { language } = world.sheet;
    const journal = tableOf(world, 'journal');
    if (!journal.ok) return journal;
    const claim = letterClaim(asked.letter);
    const rows = rowsWith(journal.value, 'claim', claim);
    const row = rows.find((one) => !isSettled(journal.value, one)) ?? 0;
    if (rows.length === 0) return refused(inWords(GONE, language));
    if (row === 0) return answered({ text: inWords(ALREADY, language) });
    const notices = asked.decision === 'posted' ? noticesOf(asked, journal.value, row, world) : [];
    if (notices.length > 0) return refused(inWords(NOT_NOTED, language), noticesIn(notices, language));
    const values = valuesOf(asked, textOf(journal.value, row, 'detail'), language);
    const written = markRows(world, journal.value, 'claim', [{ id: claim, values }]).get(claim) ?? [];
    if (written.length === 0) return refused(inWords(GONE, language));
    return answered({ text: inWords(asked.decision === 'posted' ? POSTED : GIVEN_UP, language) });
  });
}

/** What became of it is written last, behind the letter's own words: a run that was stopped before is done over. */
const SETTLED = / · (?:postée le|non postée|posted on|not posted)/;

function isSettled(view: TabView, row: number): boolean {
  return SETTLED.test(textOf(view, row, 'detail'));
}

function inWords(words: Words, language: Language): string {
  return language === 'fr' ? typesetFrench(words.fr) : words.en;
}

function noticesOf(
  { day: text, tracking }: Asked,
  view: TabView,
  row: number,
  world: World,
): readonly CheckNotice[] {
  const day = parseCivilDate(text);
  const dated = parseCivilDate(textOf(view, row, 'at').slice(0, 10));
  const isRegistered = letterTitle(view, row, world.sheet.language).isRegistered;
  if (!day.ok || day.value > world.now().day || (dated.ok && day.value < dated.value)) return [NO_DAY];
  if (dated.ok && day.value > dated.value + MOST_DAYS) return [TOO_LATE];
  return isRegistered && tracking === '' ? [NO_NUMBER] : [];
}

const NO_DAY = errorOn(
  'day',
  'Un jour entre la date de la lettre et aujourd’hui est attendu.',
  'A day between the letter’s date and today is expected.',
);
const TOO_LATE = errorOn(
  'day',
  'Postée plus de 7 jours après sa date, son délai ne tient plus : refaites la lettre.',
  'Posted more than 7 days after its date, its deadline does not hold: make the letter anew.',
);
const NO_NUMBER = errorOn(
  'tracking',
  'Le numéro du recommandé est la preuve de l’envoi : recopiez-le.',
  'The registered letter’s number is the proof of sending: copy it.',
);

function valuesOf({ day, decision, tracking }: Asked, detail: string, language: Language) {
  const parsed = parseCivilDate(day);
  if (decision === 'notPosted' || !parsed.ok) {
    const said = language === 'fr' ? 'non postée' : 'not posted';
    return { status: statusText('failed', language), tracking: null, detail: `${detail} · ${said}` };
  }
  const on = dayText(parsed.value, language);
  const said = language === 'fr' ? `postée le ${on}` : `posted on ${on}`;
  return {
    status: statusText('sent', language),
    tracking: tracking === '' ? null : tracking,
    detail: `${detail} · ${said}`,
  };
}

const NOT_NOTED: Words = {
  fr: 'Rien n’est noté : corrigez ces champs.',
  en: 'Nothing is noted: correct these fields.',
};
const GONE: Words = {
  fr: 'Cette lettre n’est plus au journal, ou ses lignes bougent : rien n’a été fait.',
  en: 'This letter is no longer in the journal, or its rows are moving: nothing was done.',
};
const ALREADY: Words = { fr: 'C’était déjà noté.', en: 'It was noted already.' };
const POSTED: Words = { fr: 'Envoi noté : la lettre compte.', en: 'Posting noted: the letter counts.' };
const GIVEN_UP: Words = {
  fr: 'Noté : cette lettre n’est pas partie, elle ne compte pas.',
  en: 'Noted: this letter did not leave, it does not count.',
};
