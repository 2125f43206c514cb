/** A wrong contact: the right one is written into the client's row, or reminders wait until it is found. */

import { serialOfDay } from '../../../shared/base/civil-date.ts';
import { dayText } from '../../../shared/base/numbers-text.ts';
import { type Language, typesetFrench, type Words } from '../../../shared/base/words.ts';
import { errorOn } from '../../../shared/invoicing/notice.ts';
import { readEmail } from '../../../shared/register/cell-emails.ts';
import type { Answer, SidebarCalls } from '../../contract.ts';
import type { World } from '../../world.ts';
import {
  answered,
  appendRows,
  choiceText,
  findRow,
  type Row,
  refused,
  rowsWith,
  tableOf,
  underLock,
  writeCells,
} from '../frame.ts';
import { noticesIn } from './drafting.ts';

type Asked = SidebarCalls['ui_correctContact']['asks'];

/** Days that reminders wait for the right contact: long enough to find it, short enough not to be forgotten. */
const SEARCH_DAYS = 14;

/** Asked twice it is done once. */
export function correctContact(world: World, fields: Asked): Answer<{ readonly text: string }> {
  return underLock(world, () => {
    const { language } = world.sheet;
    const journal = tableOf(world, 'journal');
    const clients = tableOf(world, 'clients');
    if (!journal.ok) return journal;
    if (!clients.ok) return clients;
    if (rowsWith(journal.value, 'key', fields.id).length > 0)
      return answered({ text: inWords(ALREADY, language) });
    if (fields.email !== '' && !readEmail(fields.email).ok) {
      return refused(inWords(NOT_NOTED, language), noticesIn([NO_ADDRESS], language));
    }
    const row = findRow(world, clients.value, 'code', fields.client);
    if (row === 0) return refused(inWords(NO_CLIENT, language));
    const until = world.now().day + SEARCH_DAYS;
    writeCells(world, clients.value, row, cellsOf(fields, until, language));
    world.sheet.flush();
    appendRows(world, journal.value, [journalRow(world, fields, until)]);
    return answered({ text: inWords(doneWords(fields, until), language) });
  });
}

function inWords(words: Words, language: Language): string {
  return language === 'fr' ? typesetFrench(words.fr) : words.en;
}

function isFound({ email, phone }: Asked): boolean {
  return email !== '' || phone !== '';
}

function cellsOf(fields: Asked, until: number, language: Language): Row {
  const { email, phone } = fields;
  if (!isFound(fields)) return { holdUntil: serialOfDay(until), holdReason: inWords(REASON, language) };
  return { ...(email === '' ? {} : { email }), ...(phone === '' ? {} : { phone }) };
}

const REASON: Words = { fr: 'Bon contact à trouver', en: 'Right contact to be found' };

function journalRow(world: World, fields: Asked, until: number): Row {
  const { language } = world.sheet;
  const { client, detail, email, id, phone } = fields;
  const said = isFound(fields)
    ? {
        fr: `Mauvais contact, corrigé : ${[email, phone].filter(Boolean).join(', ')}. `,
        en: `Wrong contact, corrected: ${[email, phone].filter(Boolean).join(', ')}. `,
      }
    : {
        fr: `Mauvais contact, à trouver avant le ${dayText(until, 'fr')}. `,
        en: `Wrong contact, to be found by ${dayText(until, 'en')}. `,
      };
  return {
    at: world.now().instant,
    client,
    event: choiceText('journal', 'event', isFound(fields) ? 'note' : 'hold', language),
    key: id,
    user: world.user(),
    detail: `${inWords(said, language)}${detail}`.trim(),
  };
}

function doneWords(fields: Asked, until: number): Words {
  return isFound(fields)
    ? {
        fr: 'Contact corrigé : les prochains messages iront à la bonne adresse.',
        en: 'Contact corrected: the next messages go to the right one.',
      }
    : {
        fr: `Relances suspendues jusqu’au ${dayText(until, 'fr')}, le temps de trouver le bon contact.`,
        en: `Reminders are on hold until ${dayText(until, 'en')}, to find the right contact.`,
      };
}

const ALREADY: Words = {
  fr: 'Déjà noté : rien n’a été ajouté.',
  en: 'Written down already: nothing was added.',
};
const NOT_NOTED: Words = {
  fr: 'Rien n’est noté : corrigez ces champs.',
  en: 'Nothing is written down: correct these fields.',
};
const NO_ADDRESS = errorOn('email', 'Ce courriel n’est pas une adresse.', 'This is not an email address.');
const NO_CLIENT: Words = {
  fr: 'Ce client n’est plus dans l’onglet Clients, ou y est deux fois : rien n’a été fait.',
  en: 'This client is no longer in the Clients tab, or stands twice: nothing was done.',
};
