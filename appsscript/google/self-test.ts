/** The self test: tries, in the open sheet, what the add-on assumes of Google, and leaves nothing behind. */
import type { Language } from '../../shared/base/words.ts';
import { ASSUMPTIONS, type Assumption } from './assumptions.ts';
import { needOpenSheet } from './sheet-ui.ts';

const SCRATCH = 'Encaisse – essai';

export type Finding = { readonly assumption: Assumption; readonly found: string }; // empty: it holds

/** Runs every check on a scratch tab, which is removed at the end whatever happened. */
export function selfTest(): readonly Finding[] {
  needOpenSheet();
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const before = spreadsheet.getActiveSheet();
  const left = spreadsheet.getSheetByName(SCRATCH);
  if (left) spreadsheet.deleteSheet(left); // of a self test that was stopped
  const scratch = spreadsheet.insertSheet(SCRATCH, spreadsheet.getSheets().length);
  try {
    return ASSUMPTIONS.flatMap((assumption) => {
      const { check } = assumption;
      return check ? [{ assumption, found: foundBy(() => check(scratch)) }] : [];
    });
  } finally {
    spreadsheet.setActiveSheet(before);
    spreadsheet.deleteSheet(scratch);
  }
}

function foundBy(check: () => string): string {
  try {
    return check();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** What a person reads: what does not hold first, then what holds, then how much no script can try. */
export function selfTestText(findings: readonly Finding[], language: Language): string {
  const wrong = findings.filter(({ found }) => found !== '');
  const right = findings.filter(({ found }) => found === '');
  const untried = ASSUMPTIONS.filter(({ check }) => !check).length;
  const fr = language === 'fr';
  const head = fr
    ? `${right.length} hypothèses vérifiées sur ${findings.length}. ${untried} autres ne peuvent pas être essayées par un script.`
    : `${right.length} of ${findings.length} assumptions hold. ${untried} more cannot be tried by a script.`;
  return [
    head,
    ...wrong.map(
      ({ assumption, found }) => `✗ ${assumption.words[language]}\n   [${assumption.id}] ${found}`,
    ),
    ...right.map(({ assumption }) => `✓ ${assumption.words[language]}`),
  ].join('\n');
}
