/** The default transport: a file a mail client opens as a draft, ready to be looked at and sent by hand. */
import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { writeDurably } from './durable-file.ts';
import { causeText } from './failure.ts';
import { safeFileName } from './file-name.ts';
import { rawMail } from './mime.ts';
import type { Mail, SendResult, Transport } from './transport.ts';

/** Writes each mail into `folder`, made when needed, as `2026-W47-anne-example.com-1f8a2c3d.eml`. */
export function outboxTransport(folder: string): Transport {
  async function send(mail: Mail): Promise<SendResult> {
    const path = join(folder, draftName(mail));
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      writeDurably(path, await rawMail(mail, null, { 'X-Unsent': '1' }));
      return { outcome: 'accepted', place: path };
    } catch (error) {
      return { outcome: 'refused', failure: { code: 'outbox/unwritable', path, cause: causeText(error) } };
    }
  }
  return { name: 'outbox', send };
}

/** One name per company, week and recipient: a report written again replaces its stale draft. */
function draftName({ message, recipient }: Mail): string {
  const whole = `${message.sender}\n${message.week}\n${recipient}`;
  const mark = createHash('sha256').update(whole).digest('hex').slice(0, 8);
  const readable = safeFileName(`${message.week}-${recipient.replace('@', '-')}`).slice(0, 60);
  return `${readable}-${mark}.eml`;
}
