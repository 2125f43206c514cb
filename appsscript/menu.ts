/** The add-on's menu: the same entries in every sheet and every mode, so that nothing has to be read to draw it. */
import type { Language, Words } from '../shared/base/words.ts';
import type { Endpoint } from './surface.ts';

type Entry =
  | { readonly label: Words; readonly calls: Endpoint }
  | { readonly label: Words; readonly entries: readonly Entry[] }
  | null; // a line between two groups

const MENU: readonly Entry[] = [
  { label: { fr: 'Ouvrir Encaisse', en: 'Open Encaisse' }, calls: 'menu_home' },
  null,
  { label: { fr: 'Nouvelle facture', en: 'New invoice' }, calls: 'menu_invoice' },
  { label: { fr: 'Émettre la sélection…', en: 'Issue the selection…' }, calls: 'menu_issueSelected' },
  { label: { fr: 'Émettre ce qui est prêt…', en: 'Issue what is ready…' }, calls: 'menu_issue' },
  { label: { fr: 'Enregistrer un règlement', en: 'Record a payment' }, calls: 'menu_payment' },
  { label: { fr: 'Importer un relevé…', en: 'Import a bank statement…' }, calls: 'menu_bank' },
  { label: { fr: 'Relances du jour', en: 'Today’s reminders' }, calls: 'menu_reminders' },
  { label: { fr: 'Ce qui partira (30 jours)', en: 'What will go out (30 days)' }, calls: 'menu_outlook' },
  { label: { fr: 'Promesses et échéanciers', en: 'Promises and plans' }, calls: 'menu_followUp' },
  { label: { fr: 'Mise en demeure…', en: 'Formal notice…' }, calls: 'menu_notice' },
  { label: { fr: 'Clients', en: 'Clients' }, calls: 'menu_clients' },
  { label: { fr: 'Noter un échange', en: 'Log a contact' }, calls: 'menu_journal' },
  { label: { fr: 'Envois à vérifier', en: 'Messages to check' }, calls: 'menu_unknown' },
  null,
  { label: { fr: 'Recalculer le registre', en: 'Recalculate the register' }, calls: 'menu_refresh' },
  { label: { fr: 'Mise en place et réglages', en: 'Setup and settings' }, calls: 'menu_setup' },
  { label: { fr: 'Reprendre un historique…', en: 'Bring a history along…' }, calls: 'menu_opening' },
  { label: { fr: 'Vérifier les modèles', en: 'Check the templates' }, calls: 'menu_texts' },
  { label: { fr: 'Marquer un constat comme revu', en: 'Mark a finding as reviewed' }, calls: 'menu_review' },
  {
    label: { fr: 'Développeur', en: 'Developer' },
    entries: [
      { label: { fr: 'Autotest dans cette feuille', en: 'Self test in this sheet' }, calls: 'menu_selfTest' },
    ],
  },
  { label: { fr: 'À propos d’Encaisse', en: 'About Encaisse' }, calls: 'menu_about' },
];

/** An entry in one language. */
export type MenuItem =
  | { readonly label: string; readonly calls: Endpoint }
  | { readonly label: string; readonly items: readonly MenuItem[] }
  | null;

export function menuItems(language: Language): readonly MenuItem[] {
  return MENU.map((entry) => itemOf(entry, language));
}

function itemOf(entry: Entry, language: Language): MenuItem {
  if (entry === null) return null;
  const label = entry.label[language];
  return 'calls' in entry
    ? { label, calls: entry.calls }
    : { label, items: entry.entries.map((one) => itemOf(one, language)) };
}
