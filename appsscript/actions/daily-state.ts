/** The daily run's state: whether it is on for who asks, and when it last came to its end. */

import { parseCivilDate } from '../../shared/base/civil-date.ts';
import { dayText } from '../../shared/base/numbers-text.ts';
import type { Language } from '../../shared/base/words.ts';
import type { World } from '../world.ts';

/** The document property that keeps the instant of the last run that came to its end: `2026-11-25T06:12:00Z`. */
export const HEARTBEAT_PROPERTY = 'dailyRunEnded';

export type DailyState = { readonly dailyRunOn: boolean; readonly dailyRun: string };

/** Two calls. A trigger belongs to the user who made it: another's run shows by its last end only. */
export function dailyState(world: World, language: Language): DailyState {
  const dailyRunOn = world.triggers.hasDaily();
  return { dailyRunOn, dailyRun: dailySentence(dailyRunOn, lastEnd(world), language) };
}

function lastEnd(world: World): string {
  return world.properties.read().get(HEARTBEAT_PROPERTY) ?? '';
}

/** @param ended the instant, empty where there was none */
export function dailySentence(isOn: boolean, ended: string, language: Language): string {
  const day = parseCivilDate(ended.slice(0, 10));
  const state =
    language === 'fr'
      ? `Traitement quotidien ${isOn ? 'activé' : 'désactivé'} pour vous.`
      : `The daily run is ${isOn ? 'on' : 'off'} for you.`;
  if (!day.ok) return state;
  const on = dayText(day.value, language);
  return `${state} ${language === 'fr' ? `Dernier passage le ${on}.` : `It last ran on ${on}.`}`;
}
