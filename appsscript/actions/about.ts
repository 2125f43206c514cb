/** À propos: which version of the add-on runs in this sheet. */
import { version } from '../../package.json';
import type { Language, Words } from '../../shared/base/words.ts';

const TEXT: Words = {
  fr: `Version ${version}\n\nRegistre des factures, relances et contrôle des créances.`,
  en: `Version ${version}\n\nInvoice register, reminders and receivables audit.`,
};

export function aboutText(language: Language): string {
  return TEXT[language];
}
