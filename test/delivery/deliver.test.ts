import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { allDelivered, type Delivery, deliverReport } from '../../batch/delivery/deliver.ts';
import { DeliveryError } from '../../batch/delivery/failure.ts';
import { dryRunText, outcomeText } from '../../batch/delivery/outcome-words.ts';
import { smtpTransport } from '../../batch/delivery/smtp.ts';
import type { Mail, SendResult, Transport } from '../../batch/delivery/transport.ts';
import { expectGolden } from '../golden-file.ts';
import { LOGIN, startMailServer } from './mail-server.ts';
import { localSettings, MESSAGE, WORKBOOK } from './one-mail.ts';
import { temporaryFolder } from './temporary-folder.ts';

const ANNE = 'anne@example.com';
const BOB = 'bob@example.com';
const NOW = new Date('2026-11-20T06:00:00Z');
const ACCEPTED: SendResult = { outcome: 'accepted', place: null };
const LOST: SendResult = {
  outcome: 'unknown',
  failure: { code: 'smtp/lost', server: 'mail.test:25', cause: 'Connection closed unexpectedly' },
};

/** A transport that keeps its mails and answers what it is told, then `accepted`. */
function mailbox(...answers: readonly SendResult[]) {
  const mails: Mail[] = [];
  const transport: Transport = {
    name: 'smtp',
    async send(mail) {
      mails.push(mail);
      return answers[mails.length - 1] ?? ACCEPTED;
    },
  };
  return { mails, transport };
}

function delivery(folder: string, transport: Transport, changes: Partial<Delivery> = {}): Delivery {
  const attachmentPath = join(folder, 'rapport.xlsx');
  if (!existsSync(attachmentPath)) writeFileSync(attachmentPath, WORKBOOK);
  return {
    message: MESSAGE,
    attachmentPath,
    recipients: [ANNE, BOB],
    registerKey: 'sheet-1',
    transport,
    stateFolder: join(folder, 'state'),
    again: false,
    dryRun: false,
    clock: () => NOW,
    ...changes,
  };
}

const words = (outcomes: Awaited<ReturnType<typeof deliverReport>>) => outcomes.map(({ outcome }) => outcome);

async function failureCode(work: Promise<unknown>): Promise<string> {
  const error = await work.catch((caught: unknown) => caught);
  return error instanceof DeliveryError ? error.failure.code : `no DeliveryError: ${String(error)}`;
}

describe('at most one report a register, week and recipient', () => {
  test('a second run of the week sends nothing; another week, register or recipient does', async () => {
    const folder = temporaryFolder();
    const { mails, transport } = mailbox();
    const first = await deliverReport(delivery(folder, transport));
    expect(words(first)).toEqual(['accepted', 'accepted']);
    expect(mails.map(({ recipient }) => recipient)).toEqual([ANNE, BOB]);
    expect(mails.every(({ attachment }) => WORKBOOK.equals(attachment))).toBe(true);

    const recipients = ['ANNE@example.com', 'carl@example.com'];
    expect(words(await deliverReport(delivery(folder, transport, { recipients })))).toEqual([
      'already-sent',
      'accepted',
    ]);
    const nextWeek = { message: { ...MESSAGE, week: '2026-W48' } };
    expect(words(await deliverReport(delivery(folder, transport, nextWeek)))).toEqual([
      'accepted',
      'accepted',
    ]);
    const other = { registerKey: 'sheet-2' };
    expect(words(await deliverReport(delivery(folder, transport, other)))).toEqual(['accepted', 'accepted']);
    expect(mails).toHaveLength(7);
  });

  test('--again sends again, as a mail of its own', async () => {
    const folder = temporaryFolder();
    const { mails, transport } = mailbox();
    await deliverReport(delivery(folder, transport, { recipients: [ANNE] }));
    await deliverReport(delivery(folder, transport, { recipients: [ANNE], again: true }));
    expect(mails).toHaveLength(2);
    expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(2);
  });

  test('unknown is sent again by the next run, under the same Message-ID, then no more', async () => {
    const folder = temporaryFolder();
    const { mails, transport } = mailbox(LOST);
    const once = delivery(folder, transport, { recipients: [ANNE] });
    const first = await deliverReport(once);
    expect([words(first), allDelivered(first)]).toEqual([['unknown'], false]);
    expect(words(await deliverReport(once))).toEqual(['accepted']);
    expect(words(await deliverReport(once))).toEqual(['already-sent']);
    expect(mails).toHaveLength(2);
    expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(1);
  });
});

describe('one recipient does not stop the other', () => {
  test('on a real server: 550 for one of two', async () => {
    const server = await startMailServer({ authOptional: true });
    const transport = smtpTransport(localSettings(server.port));
    const recipients = ['unknown@example.com', BOB];
    const outcomes = await deliverReport(delivery(temporaryFolder(), transport, { recipients }));
    await server.close();
    expect(words(outcomes)).toEqual(['refused', 'accepted']);
    expect(allDelivered(outcomes)).toBe(false);
    expect(server.mails.map(({ to }) => to)).toEqual([[BOB]]);
  });

  test('but a refused login is not tried again for the next', async () => {
    const server = await startMailServer();
    const login = { user: LOGIN.user, password: 'canari-wrong' };
    const folder = temporaryFolder();
    const outcomes = await deliverReport(
      delivery(folder, smtpTransport(localSettings(server.port, { login }))),
    );
    await server.close();
    expect(words(outcomes)).toEqual(['refused', 'refused']);
    expect(server.logins).toHaveLength(1);
    const kept = readdirSync(join(folder, 'state')).map((name) =>
      readFileSync(join(folder, 'state', name), 'utf8'),
    );
    const spoken = outcomes.flatMap((outcome) => [outcomeText(outcome, 'fr'), outcomeText(outcome, 'en')]);
    expect([...kept, ...spoken, JSON.stringify(outcomes)].join('\n')).not.toContain('canari');
  });
});

describe('a dry run', () => {
  test('says what would go, and touches nothing', async () => {
    const folder = temporaryFolder();
    const { mails, transport } = mailbox();
    await deliverReport(delivery(folder, transport, { recipients: [ANNE] }));
    const before = filesOf(folder);
    const outcomes = await deliverReport(delivery(folder, transport, { dryRun: true }));
    expect(words(outcomes)).toEqual(['already-sent', 'would-send']);
    expect(mails).toHaveLength(1);
    expect(filesOf(folder)).toEqual(before);
    expectGolden('delivery/dry-run.txt', dryRunText(MESSAGE, outcomes));
  });

  test('makes no folder, and needs no workbook', async () => {
    const folder = temporaryFolder();
    const { transport } = mailbox();
    const changes = { dryRun: true, attachmentPath: join(folder, 'none.xlsx') };
    expect(words(await deliverReport(delivery(folder, transport, changes)))).toEqual([
      'would-send',
      'would-send',
    ]);
    expect(existsSync(join(folder, 'state'))).toBe(false);
  });
});

describe('what stops before anything is sent', () => {
  test('no recipient, a bad one, no workbook', async () => {
    const folder = temporaryFolder();
    const { mails, transport } = mailbox();
    const codeWith = (changes: Partial<Delivery>) =>
      failureCode(deliverReport(delivery(folder, transport, changes)));
    expect(await codeWith({ recipients: [] })).toBe('recipients/none');
    expect(await codeWith({ recipients: [ANNE, 'g: a, b;'] })).toBe('recipients/invalid');
    expect(await codeWith({ attachmentPath: join(folder, 'none.xlsx') })).toBe('attachment/unreadable');
    expect(mails).toEqual([]);
  });

  for (const [name, content] of [
    ['cut in the middle', '{"schema":1,"entries":[{"key":"a|2026-W47'],
    ['empty', ''],
    ['of another kind', '[]'],
    ['of a later version', '{"schema":2,"entries":[]}'],
    ['with an unknown state', entryText({ state: 'DONE' })],
    ['with a bad time', entryText({ at: 'yesterday' })],
    ['with a bad count', entryText({ sent: -1 })],
    ['with an unknown transport', entryText({ via: 'fax' })],
    ['without its key', entryText({ key: 7 })],
  ] as const) {
    test(`a state file ${name} is never forgotten in silence`, async () => {
      const folder = temporaryFolder();
      mkdirSync(join(folder, 'state'));
      writeFileSync(join(folder, 'state', 'sent.json'), content);
      const { mails, transport } = mailbox();
      for (const changes of [{}, { again: true }, { dryRun: true }]) {
        expect(await failureCode(deliverReport(delivery(folder, transport, changes)))).toBe('state/corrupt');
      }
      expect(mails).toEqual([]);
      expect(readFileSync(join(folder, 'state', 'sent.json'), 'utf8')).toBe(content);
    });
  }

  test('a state file that is whole is taken', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'state'));
    writeFileSync(join(folder, 'state', 'sent.json'), entryText({}));
    const { transport } = mailbox();
    expect(words(await deliverReport(delivery(folder, transport)))).toEqual(['already-sent', 'accepted']);
  });

  test('a state that cannot be written: nothing is sent that could not be remembered', async () => {
    const folder = temporaryFolder();
    const { mails, transport } = mailbox();
    writeFileSync(join(folder, 'state'), 'a file where the folder belongs');
    expect(await failureCode(deliverReport(delivery(folder, transport)))).toBe('state/unwritable');
    expect(mails).toEqual([]);
  });
});

test('the line of each outcome, in both languages', () => {
  const outcomes = [
    { recipient: ANNE, outcome: 'accepted', via: 'smtp', place: null },
    { recipient: ANNE, outcome: 'accepted', via: 'outbox', place: 'out/2026-W47.eml' },
    { recipient: ANNE, outcome: 'already-sent', via: 'gmail', at: '2026-11-20T06:00:00.000Z' },
    { recipient: ANNE, outcome: 'already-sent', via: 'outbox', at: '2026-11-20T06:00:00.000Z' },
    {
      recipient: ANNE,
      outcome: 'refused',
      failure: { code: 'gmail/refused', reply: '400 Invalid To header' },
    },
    { recipient: ANNE, ...LOST },
    { recipient: ANNE, outcome: 'would-send', via: 'smtp' },
    { recipient: ANNE, outcome: 'would-send', via: 'outbox' },
  ] as const;
  const lines = (['fr', 'en'] as const).flatMap((language) =>
    outcomes.map((one) => outcomeText(one, language)),
  );
  expectGolden('delivery/outcomes.txt', `${lines.join('\n')}\n`);
});

function entryText(changes: object): string {
  const entry = {
    key: `sheet-1|2026-W47|${ANNE}`,
    state: 'SENT',
    at: '2026-11-20T06:00:00.000Z',
    via: 'smtp',
    sent: 1,
  };
  return JSON.stringify({ schema: 1, entries: [{ ...entry, ...changes }] });
}

function filesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => `${file.name}: ${readFileSync(join(file.parentPath, file.name), 'latin1')}`);
}
