/** The registers without a report, and why. */

import { addTableSheets } from '../workbook/table/table-sheet.ts';
import { say } from '../workbook/words.ts';
import type { Draft } from '../workbook/xlsx/page.ts';
import type { Overview } from './overview.ts';

const WORDS = {
  sheet: { fr: 'Échecs', en: 'Failed' },
  title: { fr: 'Dossiers sans rapport', en: 'Firms without a report' },
  note: { fr: 'ils n’entrent dans aucun total', en: 'they count in no total' },
  firm: { fr: 'Dossier', en: 'Firm' },
  register: { fr: 'Registre', en: 'Register' },
  reason: { fr: 'Pourquoi', en: 'Why' },
} as const;

/** No sheet where every register has its report. */
export function addFailuresSheet(draft: Draft, { failed }: Overview): void {
  if (failed.length === 0) return;
  const { language } = draft;
  addTableSheets(
    draft,
    {
      name: say(WORDS.sheet, language),
      title: say(WORDS.title, language),
      subtitle: `${draft.company} · ${draft.dayText} · ${say(WORDS.note, language)}`,
      frozenColumns: 1,
    },
    {
      columns: [
        { key: 'firm', header: say(WORDS.firm, language), kind: 'text', cell: ({ name }) => name },
        {
          key: 'register',
          header: say(WORDS.register, language),
          kind: 'text',
          cell: ({ register }) => register,
        },
        {
          key: 'reason',
          header: say(WORDS.reason, language),
          kind: 'prose',
          cell: ({ reason }) => reason[language],
          width: 90,
        },
      ],
      rows: failed,
      currency: 'EUR',
      totalLabel: '',
      whenEmpty: '',
    },
  );
}
