/** What letters are written from: the register, its ledger and the firm's own texts, read once. */
import type { Words } from '../../../shared/base/words.ts';
import { type Written, writeLetter } from '../../../shared/letters/letter-kinds.ts';
import type { Desk } from '../../../shared/letters/letterhead.ts';
import { buildLedger } from '../../../shared/receivables/ledger.ts';
import type { Register } from '../../../shared/register/entries.ts';
import { TABLE_KEYS } from '../../../shared/register/tables.ts';
import type { LetterAsked } from '../../contract/reminders.ts';
import type { Answer } from '../../contract.ts';
import { messageTexts } from '../../render/message-texts.ts';
import type { World } from '../../world.ts';
import { answered, readRegisterOf, refused, type TabView, viewOf } from '../frame.ts';

export type LetterDesk = {
  readonly desk: Desk;
  readonly register: Register;
  readonly journal: TabView;
  readonly client: number; // index
  readonly currency: number; // index
};

const READ = TABLE_KEYS.filter((table) => table !== 'lines');

const NO_CLIENT: Words = {
  fr: 'Ce client n’est pas dans l’onglet Clients, ou n’a rien dans cette devise.',
  en: 'This client is not in the Clients tab, or has nothing in this currency.',
};

/** Nine calls. @param asked an empty currency is the register's own */
export function openDesk(world: World, asked: Pick<LetterAsked, 'client' | 'currency'>): Answer<LetterDesk> {
  const { language } = world.sheet;
  const { grids, register } = readRegisterOf(world, READ);
  const journal = viewOf('journal', grids.get('journal') ?? [], language);
  if (!journal.ok) return journal;
  const client = register.clients.findIndex(({ code }) => code === asked.client);
  const currency = asked.currency === '' ? 0 : register.currencies.map(String).indexOf(asked.currency);
  if (client < 0 || currency < 0) return refused(NO_CLIENT[language]);
  const texts = messageTexts(world.sheet.read('templates'));
  const desk = { ledger: buildLedger(register), asOf: world.now().day, texts };
  return answered({ desk, register, journal: journal.value, client, currency });
}

export function writtenOn({ client, currency, desk }: LetterDesk, { kind }: LetterAsked): Written {
  return writeLetter(kind, desk, { client, currency, invoices: [], tracking: '' });
}
