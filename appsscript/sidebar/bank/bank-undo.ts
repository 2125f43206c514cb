/** An import taken back, from the list of imports or right after it. */
import type { ImportEntry } from '../../contract/bank.ts';
import { shownCount } from '../money-text.ts';
import { act, confirm, type Page, tell } from '../page.ts';
import { say } from '../say.ts';

/** Asks before payments leave the register. */
export function askUndo(
  page: Page,
  { importId, payments }: Pick<ImportEntry, 'importId' | 'payments'>,
): void {
  const count = shownCount(payments, ['règlement', 'règlements'], ['payment', 'payments']);
  const question = say(
    `Défaire cet import ? ${count} quitteront le registre ; le fichier pourra être importé de nouveau.`,
    `Take this import back? ${count} will leave the register; the file may be imported again.`,
  );
  confirm(page, question, say('Défaire l’import', 'Take it back'), () =>
    act(page, 'ui_undoImport', { importId }, ({ text }) => {
      page.back();
      tell(page, 'good', text);
    }),
  );
}
