/**
 * The daily run, switched on and off. A trigger runs as whoever made it and nobody else sees it: so that two colleagues never both
 * remind a client, the register keeps whose run counts; any other takes its own trigger away and does nothing.
 */
import type { Language, Words } from '../../shared/base/words.ts';
import type { Answer } from '../contract.ts';
import type { World } from '../world.ts';
import { dailySentence, HEARTBEAT_PROPERTY } from './daily-state.ts';
import { answered, refused, underLock } from './frame.ts';

/** The document property that keeps whose daily run counts: an address, empty for nobody's. */
const RUNNER_PROPERTY = 'dailyRunBy';

const UNKNOWN_USER: Words = {
  fr: 'Google ne dit pas sous quel compte vous travaillez\u202f: rien n’a changé.',
  en: 'Google does not tell which account you work under: nothing changed.',
};

export function switchDaily(
  world: World,
  { on }: { readonly on: boolean },
): Answer<{ readonly text: string }> {
  const user = world.user();
  if (user === '') return refused(UNKNOWN_USER[world.sheet.language]);
  return underLock(world, () => {
    const kept = world.properties.read();
    const runner = kept.get(RUNNER_PROPERTY) ?? '';
    const isThere = world.triggers.hasDaily();
    if (on && runner !== user) world.properties.write(RUNNER_PROPERTY, user); // first: a run of nobody's does nothing
    if (on && !isThere) world.triggers.addDaily();
    if (!on && isThere) world.triggers.removeDaily();
    if (!on && runner === user) world.properties.write(RUNNER_PROPERTY, '');
    const { language } = world.sheet;
    const state = dailySentence(on, kept.get(HEARTBEAT_PROPERTY) ?? '', language);
    return answered({
      text: `${state}${takenOver(on && runner !== '' && runner !== user, runner, language)}`,
    });
  });
}

function takenOver(isTaken: boolean, runner: string, language: Language): string {
  if (!isTaken) return '';
  return language === 'fr'
    ? ` Celui de ${runner} ne fait plus rien.`
    : ` The one of ${runner} does nothing any more.`;
}

/** Whether the run under way is the one that counts. One that is another's takes its own trigger away. */
export function isDailyRunner(world: World): boolean {
  const user = world.user();
  if (user === '') return false; // Google did not tell: nothing is done, and nothing taken away
  const runner = world.properties.read().get(RUNNER_PROPERTY) ?? '';
  if (runner === user) return true;
  world.triggers.removeDaily();
  return false;
}
