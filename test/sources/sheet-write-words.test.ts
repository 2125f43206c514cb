/** What a person is told who writes into a spreadsheet: other rights than to read it. */
import { expect, test } from 'vitest';
import type { SheetFault } from '../../batch/sources/sheet/sheet-faults.ts';
import { faultWords } from '../../batch/sources/sheet/sheet-words.ts';
import { expectTypeset } from '../french.ts';

const ROBOT = 'robot@exemple.iam.gserviceaccount.com';
const LOGIN =
  'gcloud auth application-default login --scopes=https://www.googleapis.com/auth/spreadsheets,https://www.googleapis.com/auth/cloud-platform';

const CASES: readonly (readonly [SheetFault, string | null, string, string])[] = [
  [
    { kind: 'scope-missing' },
    null,
    `Les identifiants Google de cette machine ne permettent pas d’écrire dans les classeurs. Lancez\u202f: ${LOGIN}`,
    `This machine’s Google credentials do not allow writing to spreadsheets. Run: ${LOGIN}`,
  ],
  [
    { kind: 'no-access' },
    ROBOT,
    `${ROBOT} ne peut pas écrire dans ce classeur\u202f: rien n’est écrit. Partagez le classeur avec cette adresse, comme éditeur.`,
    `${ROBOT} may not write to this spreadsheet: nothing is written. Share the spreadsheet with that address, as an editor.`,
  ],
  [
    { kind: 'no-access' },
    null,
    'Le compte Google utilisé ne peut pas écrire dans ce classeur\u202f: rien n’est écrit. Partagez le classeur avec ce compte, comme éditeur.',
    'The Google account in use may not write to this spreadsheet: nothing is written. Share the spreadsheet with that account, as an editor.',
  ],
  [
    { kind: 'protected' },
    ROBOT,
    `Une plage protégée de ce classeur refuse ${ROBOT}\u202f: rien n’est écrit. Dans Données > Protéger des feuilles et des plages, ajoutez ce compte aux éditeurs.`,
    `A protected range of this spreadsheet refuses ${ROBOT}: nothing is written. Under Data > Protect sheets and ranges, add that account to the editors.`,
  ],
  [
    { kind: 'quota', retryAfterMs: null },
    null,
    'Le quota d’écritures de l’API Google Sheets est épuisé. Relancez dans quelques minutes, ou demandez un quota plus élevé dans la console Google Cloud.',
    'The write quota of the Google Sheets API is exhausted. Run again in a few minutes, or ask for a higher quota in the Google Cloud console.',
  ],
];

for (const [fault, account, fr, en] of CASES) {
  test(`${fault.kind}, ${account ?? 'account unknown'}`, () => {
    expect(faultWords(fault, account, 'write')).toEqual({ fr, en });
    if (fault.kind !== 'scope-missing') expectTypeset(fr); // an address of the web holds colons
  });
}
