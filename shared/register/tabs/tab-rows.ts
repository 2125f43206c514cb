/** The rows a new tab begins with. Rows that a calendar or a law fills are made on the floor above, by `first-rows`. */
import type { Cell } from '../../base/problem.ts';
import type { Language } from '../../base/words.ts';
import { YES_NO_CHOICES } from '../tables.ts';
import { settingPlans } from './setting-plan.ts';

export type PlannedRow = {
  readonly cells: ReadonlyMap<string, Cell>; // by column key
  readonly names: readonly string[]; // the row stands already where the tab's identity columns say any of these
  readonly isExample: boolean; // only for a tab without rows
};

export function firstRowsOf(tab: string, language: Language): readonly PlannedRow[] {
  if (tab === 'settings') return settingRows(language);
  if (tab === 'drafts' || tab === 'lines') return [exampleOf(tab, language)];
  return [];
}

/** @returns a row of texts and numbers by column key */
export function plannedRow(
  cells: Readonly<Record<string, Cell>>,
  names: readonly string[],
  isExample: boolean,
): PlannedRow {
  return { cells: new Map(Object.entries(cells)), names, isExample };
}

function settingRows(language: Language): readonly PlannedRow[] {
  const yes = YES_NO_CHOICES[0].words[language];
  return settingPlans().map(({ choices, first, help, key, required, words }) => {
    const listed = choices.map((choice) => choice.words[language]).join(' / ');
    const cells = {
      key: words[language],
      value: first[language],
      required: required ? yes : '',
      help: help[language] || listed,
    };
    return plannedRow(cells, [key, words.fr, words.en], false);
  });
}

/** An example that shows how a draft is typed; it names no client, so that it cannot be issued, and is in no sum. */
const EXAMPLE_ID = { fr: 'EXEMPLE', en: 'EXAMPLE' };

function exampleOf(tab: 'drafts' | 'lines', language: Language): PlannedRow {
  const id = EXAMPLE_ID[language];
  const no = YES_NO_CHOICES[1].words[language];
  if (tab === 'drafts') {
    const notes =
      language === 'fr'
        ? 'Exemple à remplacer ou à supprimer\u202f: écrivez un code client, puis «\u202foui\u202f» dans Prêt à émettre.'
        : 'An example to replace or delete: write a client code, then “yes” under Ready.';
    return plannedRow({ id, client: '', notes, ready: no }, [id], true);
  }
  const line =
    language === 'fr'
      ? { description: 'Prestation de conseil', unit: 'jour' }
      : { description: 'Consulting', unit: 'day' };
  const numbers = { position: 1, quantity: 2, unitPrice: 650, vatRate: 20, vatCategory: 'S' };
  return plannedRow({ invoice: id, ...line, ...numbers }, [id], true);
}
