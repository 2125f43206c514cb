/** À propos: which version of the add-on runs in this sheet. */
import { version } from '../../package.json';
import type { Words } from '../../shared/base/words.ts';
import { sheetLanguage, showMessage } from '../google/sheet-ui.ts';

const TEXT: Words = {
  fr: `Version ${version}\n\nRegistre des factures, relances et contrôle des créances.`,
  en: `Version ${version}\n\nInvoice register, reminders and receivables audit.`,
};

export function about(): void {
  showMessage('Encaisse', TEXT[sheetLanguage()]);
}
