/** The pages of clients as JSON: what stands nowhere else in it. */
import { civilDate } from '../../shared/base/civil-date.ts';
import type { Contact } from '../../shared/letters/contacts.ts';
import type { JsonRow } from './json-text.ts';
import type { Report } from './report.ts';

export function pagesValue({ language, pages, register }: Report): readonly JsonRow[] {
  return pages.map(({ client, contacts, habits }) => ({
    client: register.clients[client].code,
    habits: habits.map((words, at) => ({ currency: register.currencies[at], text: words[language] })),
    contacts: contacts.map((contact) => contactRow(contact, register.invoices.numberAt)),
  }));
}

function contactRow(contact: Contact, numberAt: (invoice: number) => string): JsonRow {
  const { at, channel, detail, event, invoices, level, promisedOn, recipient, status } = contact;
  return {
    on: civilDate(at),
    event,
    level,
    channel,
    recipient,
    status,
    invoices: invoices.map(numberAt),
    promisedOn: promisedOn === null ? null : civilDate(promisedOn),
    detail,
  };
}
