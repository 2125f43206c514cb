/** The words of a client's page. */

import { dayText } from '../../../shared/base/numbers-text.ts';
import type { Language, Words } from '../../../shared/base/words.ts';
import { type Contact, journalWord } from '../../../shared/letters/contacts.ts';
import type { Client, Register } from '../../../shared/register/entries.ts';
import { TABLES } from '../../../shared/register/tables.ts';
import { say } from '../words.ts';

export const CLIENT_WORDS = {
  ageing: { fr: 'Ce qu’il doit', en: 'What it owes' },
  ageingIn: { fr: 'Ce qu’il doit en {currency}', en: 'What it owes in {currency}' },
  nothing: {
    fr: 'Rien n’est ouvert et rien n’est à imputer.',
    en: 'Nothing is open and nothing is to be applied.',
  },
  habit: { fr: 'Comment il paie', en: 'How it pays' },
  risk: { fr: 'Risque', en: 'Risk' },
  unrated: {
    fr: 'Pas de note : ni solde, ni vente en 24 mois.',
    en: 'Not rated: no balance and no sale in 24 months.',
  },
  score: {
    fr: 'Note {grade}, score {score} sur 100{since} ; exposition {exposure}, dont {atRisk} exposés à plus de 30 jours de retard.',
    en: 'Grade {grade}, score {score} of 100{since}; exposure {exposure}, of which {atRisk} at risk of more than 30 days late.',
  },
  since: { fr: ' ({week} il y a 7 jours)', en: ' ({week} 7 days ago)' },
  limit: {
    fr: 'Plafond {limit}, crédit disponible {available}, plafond proposé {proposed}.',
    en: 'Limit {limit}, available credit {available}, proposed limit {proposed}.',
  },
  none: { fr: 'aucun', en: 'none' },
  unknown: { fr: 'inconnue', en: 'unknown' },
  rows: { fr: ' Lignes : {rows}.', en: ' Rows: {rows}.' },
  items: { fr: 'Postes ouverts', en: 'Open items' },
  agreements: { fr: 'Promesses et échéanciers', en: 'Promises and plans' },
  contacts: { fr: 'Contacts, le dernier en premier', en: 'Contacts, newest first' },
  noContact: { fr: 'Aucun contact au journal.', en: 'The journal has no contact.' },
  more: {
    fr: '… et {count} plus anciens, dans le journal du registre.',
    en: '… and {count} older ones, in the register’s journal.',
  },
  level: { fr: ' (niveau {level})', en: ' (level {level})' },
  promised: { fr: 'pour le {day}', en: 'for {day}' },
  invoices: { fr: 'factures {numbers}', en: 'invoices {numbers}' },
  invoice: { fr: 'facture {numbers}', en: 'invoice {numbers}' },
  invoiceNumber: { fr: 'Facture', en: 'Invoice' },
  due: { fr: 'Échéance', en: 'Due date' },
  daysOverdue: { fr: 'Jours de retard', en: 'Days overdue' },
  open: { fr: 'Reste dû', en: 'Open' },
  expectedOn: { fr: 'Attendue le', en: 'Expected on' },
  p10: { fr: 'Au plus tôt', en: 'From' },
  p90: { fr: 'Au plus tard', en: 'To' },
  lateBy30: { fr: 'Risque de plus de 30 jours', en: 'Chance over 30 days late' },
  total: { fr: 'Total', en: 'Total' },
} as const satisfies Readonly<Record<string, Words>>;

/** `C002 · entreprise · compta@client.fr · 01 02 03 04 05`: what is known of it. */
export function identityText(client: Client, language: Language): string {
  const kinds = TABLES.clients.columns.find(({ key }) => key === 'kind')?.choices ?? [];
  const kind = kinds.find(({ key }) => key === client.kind)?.words[language] ?? client.kind;
  const known = [client.code, kind, client.contact, client.email, client.phone, client.owner];
  return known.filter((text) => text !== '').join(' · ');
}

/** What was done, to whom, about which invoices, and how it ended. */
export function contactText(contact: Contact, { invoices }: Register, language: Language): string {
  const { channel, detail, event, level, promisedOn, recipient, status } = contact;
  const rank = level === null || level < 1 ? '' : say(CLIENT_WORDS.level, language, { level: String(level) });
  const numbers = contact.invoices.map(invoices.numberAt).join(', ');
  const about = contact.invoices.length === 1 ? CLIENT_WORDS.invoice : CLIENT_WORDS.invoices;
  return [
    journalWord('event', event, language) + rank,
    channel === event ? '' : journalWord('channel', channel, language),
    recipient,
    numbers === '' ? '' : say(about, language, { numbers }),
    promisedOn === null ? '' : say(CLIENT_WORDS.promised, language, { day: dayText(promisedOn, language) }),
    journalWord('status', status, language),
    detail,
  ]
    .filter((text) => text !== '')
    .join(' · ');
}
