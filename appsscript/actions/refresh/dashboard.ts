/** The dashboard's cells out of what a refresh knows: figures, tables, and how much is to be done today. */
import type { DayNumber } from '../../../shared/base/civil-date.ts';
import { type Language, typesetFrench, type Words } from '../../../shared/base/words.ts';
import type { Position } from '../../../shared/dunning/groups.ts';
import type { TodayLine } from '../../../shared/dunning/today.ts';
import { dashboardCells, type TaskCount } from '../../../shared/insight/dashboard.ts';
import type { Ledger } from '../../../shared/receivables/ledger.ts';
import { CELLS_TO_MEND } from '../../../shared/register/tabs/dashboard-layout.ts';
import type { Grid } from '../../world.ts';
import type { DayList } from './today.ts';

export type DashboardSources = {
  readonly ledger: Ledger;
  readonly asOf: DayNumber;
  readonly language: Language;
  readonly positions: readonly Position[];
  readonly list: DayList;
  readonly hasToday: boolean; // whether the register has the tab that lists them
};

/** The whole tab, to be written at its first cell. */
export function dashboardOf(sources: DashboardSources): Grid {
  const { asOf, hasToday, language, ledger, list, positions } = sources;
  const listed = hasToday ? LISTED : UNLISTED;
  return dashboardCells({
    ledger,
    asOf,
    language,
    positions,
    reminders: list.due.length,
    unknown: list.unknown.length,
    tasks: counts(list, language),
    listed: inWords(listed, language),
  });
}

const LISTED: Words = { fr: 'Le détail : onglet « À faire »', en: 'One by one: tab “To do”' };

/** A register of an older version. */
const UNLISTED: Words = {
  fr: 'Lancez « Mise en place » : elle ajoute l’onglet « À faire »',
  en: 'Run “Setup”: it adds the tab “To do”',
};

function inWords(words: Words, language: Language): string {
  return language === 'fr' ? typesetFrench(words.fr) : words.en;
}

function counts(
  { agreements, due, held, toMend, unknown }: DayList,
  language: Language,
): readonly TaskCount[] {
  const by = (isMeant: (line: TodayLine) => boolean): number => due.filter(isMeant).length;
  const letters = by(({ channel }) => channel === 'letter' || channel === 'registeredLetter');
  const named: readonly (readonly [Words, number])[] = [
    [CELLS_TO_MEND, toMend.length],
    [{ fr: 'Envois à vérifier', en: 'Messages to check' }, unknown.length],
    [{ fr: 'Relances par courriel', en: 'Reminders by email' }, by(({ channel }) => channel === 'email')],
    [{ fr: 'Appels à passer', en: 'Calls to make' }, by(({ channel }) => channel === 'call')],
    [{ fr: 'Lettres à poster', en: 'Letters to post' }, letters],
    [{ fr: 'Promesses et échéances à suivre', en: 'Promises and instalments to follow' }, agreements.length],
    [{ fr: 'Clients en attente', en: 'Clients that wait' }, held.length],
  ];
  return named.map(([words, count]) => ({ what: words[language], count }));
}
