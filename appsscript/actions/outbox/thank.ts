/** Thanking for a payment: once for each payment, to a client with an address, for invoices it settled. */

import { senderOf } from '../../../shared/letters/sender.ts';
import type { Thanks } from '../../../shared/letters/thanks.ts';
import { buildLedger, openBalanceOn } from '../../../shared/receivables/ledger.ts';
import type { Register } from '../../../shared/register/entries.ts';
import type { Answer, SendState } from '../../contract.ts';
import { messageTexts } from '../../render/message-texts.ts';
import { thankYouMail } from '../../render/thank-you-mail.ts';
import type { World } from '../../world.ts';
import {
  answered,
  appendRows,
  readRegisterOf,
  refused,
  rowsWith,
  type TabView,
  tableOf,
  textOf,
  textsOf,
  underLock,
  viewOf,
} from '../frame.ts';
import { addressed } from '../issue/invoice-mails.ts';
import { markRows } from './marks.ts';
import { claimText, isClaimed, messageRow, newClaim, statusAt } from './message-rows.ts';
import { sendAll } from './send.ts';

const READ = ['settings', 'clients', 'invoices', 'payments', 'instalments'] as const;

const THANKS = 'thanks:';

type Owed = {
  readonly thanks: Thanks;
  readonly client: number;
  readonly register: Register;
  readonly journal: TabView;
};

/** @param id the payment's; its other rows have a rank behind it @returns `none` where there is nobody or nothing to thank for */
export function thank(world: World, id: string, started = world.now().millis): SendState {
  const claim = newClaim(world);
  const key = THANKS + id;
  const owed = underLock(world, (): Answer<Owed> => {
    const found = owedThanks(world, id);
    if (found === null) return refused('');
    const isTaken = rowsWith(found.journal, 'key', key).length > 0;
    if (isTaken)
      return takenUp(world, found.journal, key, claimText(claim, id)) ? answered(found) : refused('');
    const { code, email } = found.register.clients[found.client];
    const { instant } = world.now();
    const stamp = {
      instant,
      claim: claimText(claim, id),
      user: world.user(),
      language: world.sheet.language,
    };
    const message = { key, client: code, invoice: '', event: 'thankYou' as const, recipient: email };
    appendRows(world, found.journal, [messageRow(message, stamp)]);
    return answered(found);
  });
  if (!owed.ok) return 'none';
  const { client, journal, register, thanks } = owed.value;
  const texts = messageTexts(world.sheet.read('templates'));
  const message = thankYouMail({ thanks, texts, sender: senderOf(register.settings) });
  const { cc, email } = register.clients[client];
  const mail = addressed(message, email, cc, register);
  const outgoing = { key, claim: claimText(claim, id), rowCount: 1, mail, mayLeave: () => true };
  const states = sendAll(world, journal, [outgoing], started);
  world.sheet.flush();
  return states.get(key) ?? 'waiting';
}

/** Takes on a message that a dead run left waiting. @returns whether it waits, and nobody alive has it */
function takenUp(world: World, journal: TabView, key: string, claim: string): boolean {
  const [row = 0, ...others] = rowsWith(journal, 'key', key);
  if (others.length > 0 || !isLeftWaiting(journal, row, world.now().millis)) return false;
  return markRows(world, journal, 'key', [{ id: key, values: { claim } }]).get(key)?.length === 1;
}

function isLeftWaiting(journal: TabView, row: number, millis: number): boolean {
  return statusAt(journal, row) === 'pending' && !isClaimed(textOf(journal, row, 'claim'), millis);
}

/** Sends the thanks that earlier runs left waiting. */
export function resumeThanks(world: World, started: number): Answer<number> {
  const journal = tableOf(world, 'journal');
  if (!journal.ok) return journal;
  const { millis } = world.now();
  const ids = textsOf(journal.value, 'key').flatMap((key, index) =>
    key.startsWith(THANKS) && isLeftWaiting(journal.value, index + 2, millis)
      ? [key.slice(THANKS.length)]
      : [],
  );
  return answered(ids.filter((id) => thank(world, id, started) === 'sent').length);
}

function owedThanks(world: World, id: string): Owed | null {
  const { register, grids } = readRegisterOf(world, READ);
  const { language } = world.sheet;
  const journal = viewOf('journal', world.sheet.read('journal'), language);
  const payments = viewOf('payments', grids.get('payments') ?? [], language);
  if (!journal.ok || !payments.ok) return null;
  const rows = paymentRows(register, payments.value, id);
  if (rows.length === 0) return null;
  const client = register.payments.client[rows[0]];
  if (register.clients[client].email === '') return null;
  return { register, journal: journal.value, client, thanks: thanksFor(register, rows, world.now().day) };
}

/** Indexes of a payment's rows: its own id, and those with a rank behind it. */
function paymentRows({ payments }: Register, view: TabView, id: string): readonly number[] {
  const indexes: number[] = [];
  for (let index = 0; index < payments.count; index++) {
    const its = textOf(view, payments.row[index], 'id');
    const isIts = its === id || (its.startsWith(id) && /^[-/.]\d+$/.test(its.slice(id.length)));
    if (isIts && payments.amount[index] > 0) indexes.push(index);
  }
  return indexes;
}

function thanksFor(register: Register, rows: readonly number[], today: number): Thanks {
  const { clients, currencies, invoices, payments } = register;
  const ledger = buildLedger(register);
  const { contact, kind, language, name } = clients[payments.client[rows[0]]];
  return {
    clientName: name,
    contact,
    kind,
    language,
    receivedOn: payments.day[rows[0]],
    received: rows.reduce((sum, row) => sum + payments.amount[row], 0),
    currency: currencies[payments.currency[rows[0]]],
    invoices: rows
      .filter((row) => payments.invoice[row] >= 0)
      .map((row) => ({
        number: invoices.numberAt(payments.invoice[row]),
        paid: payments.amount[row],
        open: openBalanceOn(ledger, payments.invoice[row], today),
      })),
  };
}
