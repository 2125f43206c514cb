import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { TRANSPORTS } from '../../batch/delivery/transport.ts';
import { openTransport } from '../../batch/delivery/transports.ts';
import { LOGIN, startMailServer } from './mail-server.ts';
import { MAIL } from './one-mail.ts';
import { temporaryFolder } from './temporary-folder.ts';

const ENVIRONMENT = { ENCAISSE_SMTP_HOST: 'smtp.durand.fr', ENCAISSE_SMTP_FROM: 'rapport@durand.fr' };

describe('the transport chosen is the one that is opened', () => {
  for (const name of TRANSPORTS) {
    test(name, async () => {
      const transport = await openTransport({ name, outboxFolder: 'unused', environment: ENVIRONMENT });
      expect(transport.name).toBe(name);
    });
  }
});

test('smtp takes its settings from the environment', async () => {
  const server = await startMailServer();
  const environment = {
    ENCAISSE_SMTP_HOST: '127.0.0.1',
    ENCAISSE_SMTP_PORT: String(server.port),
    ENCAISSE_SMTP_USER: LOGIN.user,
    ENCAISSE_SMTP_PASSWORD: LOGIN.password,
  };
  const transport = await openTransport({ name: 'smtp', outboxFolder: 'unused', environment });
  expect(await transport.send(MAIL)).toEqual({ outcome: 'accepted', place: null });
  await server.close();
  expect(server.mails.map(({ from }) => from)).toEqual([LOGIN.user]);
});

test('the outbox needs no setting at all', async () => {
  const outboxFolder = join(temporaryFolder(), 'outbox');
  const transport = await openTransport({ name: 'outbox', outboxFolder, environment: {} });
  await transport.send(MAIL);
  expect(readdirSync(outboxFolder)).toHaveLength(1);
});

test('a mailbox that is no address is refused before anything is sent', async () => {
  const environment = { ENCAISSE_GMAIL_USER: 'Durand <a@x.fr>' };
  await expect(openTransport({ name: 'gmail', outboxFolder: 'unused', environment })).rejects.toMatchObject({
    failure: { code: 'setting/invalid', variable: 'ENCAISSE_GMAIL_USER' },
  });
});
