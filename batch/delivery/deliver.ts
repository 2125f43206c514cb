/** Delivers one report: to each recipient once a week, whatever crashes, and at least once (a second copy does no harm). */
import { readFileSync } from 'node:fs';
import { checkRecipients } from './address.ts';
import { causeText, DeliveryError, type DeliveryFailure } from './failure.ts';
import type { ReportMessage } from './message.ts';
import { withRunLock } from './run-lock.ts';
import { messageIdOf, openSentState, type SentState, sentKey } from './sent-state.ts';
import type { SendResult, Transport, TransportName } from './transport.ts';

export type Delivery = {
  readonly message: ReportMessage;
  readonly attachmentPath: string; // the workbook; in the mail it is called `message.attachment`
  readonly recipients: readonly string[];
  readonly registerKey: string; // stable: the spreadsheet's id, or the folder's absolute path
  readonly transport: Transport;
  readonly stateFolder: string; // keeps what was sent; one run at a time works on it
  readonly again: boolean; // send even what was sent this week
  readonly dryRun: boolean;
  readonly clock: () => Date;
};

export type RecipientOutcome = { readonly recipient: string } & (
  | { readonly outcome: 'accepted'; readonly via: TransportName; readonly place: string | null }
  | { readonly outcome: 'already-sent'; readonly via: TransportName; readonly at: string }
  | { readonly outcome: 'refused' | 'unknown'; readonly failure: DeliveryFailure }
  | { readonly outcome: 'would-send'; readonly via: TransportName }
);

/** What no other recipient can change: trying them all would only repeat it, and lock an account. */
const SERVER_WIDE: ReadonlySet<string> = new Set([
  'gmail/forbidden',
  'gmail/no-credentials',
  'smtp/login',
  'smtp/tls',
  'smtp/unreachable',
]);

/**
 * Sends to one recipient after the other; one that is refused does not stop the next. A dry run reads and writes nothing but
 * the state, which it only reads.
 * @throws DeliveryError before anything is sent: no or bad recipients, another run, an unreadable state or workbook;
 * `state/unwritable` at any time
 */
export async function deliverReport(delivery: Delivery): Promise<readonly RecipientOutcome[]> {
  const recipients = checkRecipients(delivery.recipients);
  if (delivery.dryRun) {
    const state = openSentState(delivery.stateFolder);
    return recipients.map(
      (recipient) => alreadySent(delivery, state, recipient) ?? wouldSend(delivery, recipient),
    );
  }
  return withRunLock(delivery.stateFolder, delivery.clock, () => sendToAll(delivery, recipients));
}

/** @returns whether every recipient has the report: the exit code hangs on it. */
export function allDelivered(outcomes: readonly RecipientOutcome[]): boolean {
  return outcomes.every(({ outcome }) => outcome !== 'refused' && outcome !== 'unknown');
}

async function sendToAll(delivery: Delivery, recipients: readonly string[]): Promise<RecipientOutcome[]> {
  const state = openSentState(delivery.stateFolder);
  const attachment = readAttachment(delivery.attachmentPath);
  const outcomes: RecipientOutcome[] = [];
  let stopped: DeliveryFailure | null = null;
  for (const recipient of recipients) {
    const done = alreadySent(delivery, state, recipient);
    if (done) outcomes.push(done);
    else if (stopped) outcomes.push({ recipient, outcome: 'refused', failure: stopped });
    else {
      const result = await sendOne(delivery, state, attachment, recipient);
      if (result.outcome === 'accepted')
        outcomes.push({ recipient, via: delivery.transport.name, ...result });
      else outcomes.push({ recipient, ...result });
      if (result.outcome === 'refused' && SERVER_WIDE.has(result.failure.code)) stopped = result.failure;
    }
  }
  return outcomes;
}

/** Notes SENDING, sends, notes what became of it. A crash in between leaves SENDING, which the next run reads as unknown. */
async function sendOne(
  { message, registerKey, transport, clock }: Delivery,
  state: SentState,
  attachment: Uint8Array,
  recipient: string,
): Promise<SendResult> {
  const key = sentKey(registerKey, message.week, recipient);
  const sent = state.entry(key)?.sent ?? 0;
  const note = (word: 'SENDING' | 'SENT' | 'REFUSED' | 'UNKNOWN', times: number) =>
    state.note(key, { state: word, at: clock().toISOString(), via: transport.name, sent: times });

  note('SENDING', sent);
  const result = await transport.send({
    message,
    attachment,
    recipient,
    messageId: messageIdOf(key, sent),
    date: clock(),
  });
  if (result.outcome === 'accepted') note('SENT', sent + 1);
  else note(result.outcome === 'refused' ? 'REFUSED' : 'UNKNOWN', sent);
  return result;
}

function alreadySent(
  { message, registerKey, again }: Delivery,
  state: SentState,
  recipient: string,
): RecipientOutcome | null {
  const entry = state.entry(sentKey(registerKey, message.week, recipient));
  if (again || entry?.state !== 'SENT') return null;
  return { recipient, outcome: 'already-sent', via: entry.via, at: entry.at };
}

function wouldSend({ transport }: Delivery, recipient: string): RecipientOutcome {
  return { recipient, outcome: 'would-send', via: transport.name };
}

function readAttachment(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new DeliveryError({ code: 'attachment/unreadable', path, cause: causeText(error) });
  }
}
