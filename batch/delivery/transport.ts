/** How a mail leaves: one message to one recipient, and what is known afterwards. */
import type { DeliveryFailure } from './failure.ts';
import type { ReportMessage } from './message.ts';

export type Mail = {
  readonly message: ReportMessage;
  readonly attachment: Uint8Array; // the workbook's bytes
  readonly recipient: string; // one checked address
  readonly messageId: string; // the same at every attempt, so that a mailbox may drop the second copy
  readonly date: Date;
};

export const TRANSPORTS = ['outbox', 'smtp', 'gmail'] as const;
export type TransportName = (typeof TRANSPORTS)[number];

export type Transport = {
  readonly name: TransportName;
  /** Never throws for what a server, network or disk does. */
  send(mail: Mail): Promise<SendResult>;
};

/**
 * accepted: the server took the message (`place`: the file it was written to). refused: it certainly did not leave.
 * unknown: the connection was lost without an answer, so it may have left (RFC 1047).
 */
export type SendResult =
  | { readonly outcome: 'accepted'; readonly place: string | null }
  | { readonly outcome: 'refused' | 'unknown'; readonly failure: DeliveryFailure };
