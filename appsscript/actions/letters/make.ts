/**
 * Making a letter: its PDF is stored first, under a name of its own, so that a run that was stopped finds it again; then, under the lock
 * and only if the register still says the same, the journal tells of it.
 */
import { typesetFrench, type Words } from '../../../shared/base/words.ts';
import type { Written } from '../../../shared/letters/letter-kinds.ts';
import type { Paper } from '../../../shared/letters/paper.ts';
import type { LetterMade } from '../../contract/reminders.ts';
import type { Answer, SidebarCalls } from '../../contract.ts';
import { paperPage } from '../../render/paper-page.ts';
import type { StoredFile, World } from '../../world.ts';
import { answered, appendRows, refused, type textOf, textsOf, underLock } from '../frame.ts';
import { openDesk, writtenOn } from './letter-desk.ts';
import { goesByPost, isRegistered, kindTitle, letterKey, letterRows, letterTitle } from './letter-rows.ts';
import { paperTitle } from './paper-titles.ts';
import { sentence } from './preview.ts';

type Asked = SidebarCalls['ui_makeLetter']['asks'];

/** Asked twice it is made once. */
export function makeLetter(world: World, asked: Asked): Answer<LetterMade> {
  const { language } = world.sheet;
  const opened = openDesk(world, asked);
  if (!opened.ok) return opened;
  const before = madeBefore(world, asked, opened.value.journal);
  if (before) return answered(before);
  const written = writtenOn(opened.value, asked);
  if ('why' in written) return refused(sentence(written.why, language));
  const papers = [written.paper, ...written.enclosed];
  const files = papers.map((paper) => ({ paper, file: storedPaper(world, paper, asked.id) }));
  const [{ file }] = files;
  return underLock(world, () => {
    const again = openDesk(world, asked);
    if (!again.ok) return again;
    if (!saysTheSame(writtenOn(again.value, asked), written)) return refused(inWords(CHANGED, world));
    const there = new Set(textsOf(again.value.journal, 'key'));
    const rows = letterRows(world, again.value, { id: asked.id, kind: asked.kind, url: file.url });
    appendRows(
      world,
      again.value.journal,
      rows.filter(({ key }) => !there.has(String(key))),
    );
    return answered(
      made(
        world,
        asked,
        files.map((one) => ({ title: paperTitle(one.paper.kind, language), url: one.file.url })),
      ),
    );
  });
}

function inWords(words: Words, { sheet }: World): string {
  return sheet.language === 'fr' ? typesetFrench(words.fr) : words.en;
}

/** The id keeps two letters of one day apart. */
function storedPaper(world: World, paper: Paper, id: string): StoredFile {
  const name = `${paper.fileName}_${id.slice(2, 10)}.pdf`;
  return world.files.find(name) ?? world.files.storePdf(name, paperPage(paper));
}

function saysTheSame(now: Written, before: Written): boolean {
  return JSON.stringify(now) === JSON.stringify(before);
}

function made(world: World, { id, kind }: Asked, files: LetterMade['files']): LetterMade {
  const words = goesByPost(kind) ? TO_POST : DONE;
  const text = `${kindTitle(kind, world.sheet.language)}${inWords(words, world)}`;
  return { letter: id, text, files, isPosted: goesByPost(kind), isRegistered: isRegistered(kind) };
}

function madeBefore(world: World, asked: Asked, journal: Parameters<typeof textOf>[0]): LetterMade | null {
  const at = textsOf(journal, 'key').indexOf(letterKey(asked.id, 0));
  if (at < 0) return null;
  const { text, url } = letterTitle(journal, at + 2, world.sheet.language);
  return made(world, asked, [{ title: text, url }]);
}

const TO_POST: Words = {
  fr: ' : PDF prêt. Dites quand la lettre est postée : elle compte à partir de là.',
  en: ': the PDF is ready. Say when the letter is posted: it counts from then on.',
};
const DONE: Words = { fr: ' : PDF prêt, noté au journal.', en: ': the PDF is ready, noted in the journal.' };
const CHANGED: Words = {
  fr: 'Le registre a changé pendant l’impression : rien n’est noté. Recommencez, la lettre sera refaite.',
  en: 'The register changed while it was printed: nothing is noted. Try again, the letter is made anew.',
};
