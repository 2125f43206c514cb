import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { outboxTransport } from '../../batch/delivery/outbox.ts';
import { headerText, partOf, readMime } from './mime-parts.ts';
import { MAIL, MESSAGE, WORKBOOK } from './one-mail.ts';
import { temporaryFolder } from './temporary-folder.ts';

test('the draft is a whole mail that a client opens to be sent', async () => {
  const folder = join(temporaryFolder(), 'new', 'outbox');
  const result = await outboxTransport(folder).send(MAIL);
  const [name = ''] = readdirSync(folder);
  expect(name).toMatch(/^2026-W47-anne-example\.com-[0-9a-f]{8}\.eml$/);
  expect(result).toEqual({ outcome: 'accepted', place: join(folder, name) });
  expect(statSync(join(folder, name)).mode & 0o077).toBe(0);

  const bytes = readFileSync(join(folder, name));
  expect(bytes.toString('latin1')).not.toMatch(/[^\r]\n/);
  const mail = readMime(bytes);
  expect(mail.headers.get('x-unsent')).toBe('1');
  expect(mail.headers.has('from')).toBe(false); // the client puts in its own account
  expect(headerText(mail, 'to')).toBe('anne@example.com');
  expect(headerText(mail, 'subject')).toBe(MESSAGE.subject);
  expect(partOf(mail, 'text/html').body.toString('utf8').replace(/\r\n/g, '\n')).toBe(MESSAGE.html);
  expect(partOf(mail, 'application/vnd').body.equals(WORKBOOK)).toBe(true);
  const [, ...pictures] = partOf(mail, 'multipart/related').parts;
  expect(pictures.map(({ body }) => body.equals(Buffer.from(MESSAGE.pictures[0].png)))).toEqual([
    true,
    false,
  ]);
});

test('a recipient cannot lead out of the folder, and two never share a draft', async () => {
  const folder = temporaryFolder();
  const outbox = join(folder, 'outbox');
  for (const recipient of [
    '../../x@example.com',
    'a/b@example.com',
    'a?b@example.com',
    `${'l'.repeat(64)}@${'d'.repeat(60)}.example.com`,
  ]) {
    await outboxTransport(outbox).send({ ...MAIL, recipient });
  }
  expect(readdirSync(folder)).toEqual(['outbox']);
  const names = readdirSync(outbox);
  expect(names).toHaveLength(4);
  for (const name of names) expect(name).toMatch(/^[A-Za-z0-9._-]{1,80}$/);
});

test('written again, the draft replaces the stale one and leaves nothing beside it', async () => {
  const folder = temporaryFolder();
  await outboxTransport(folder).send(MAIL);
  await outboxTransport(folder).send({ ...MAIL, attachment: Buffer.from('newer') });
  const names = readdirSync(folder);
  expect(names).toHaveLength(1);
  const mail = readMime(readFileSync(join(folder, names[0] ?? '')));
  expect(partOf(mail, 'application/vnd').body.toString()).toBe('newer');
});

test('a folder that cannot be written is said so', async () => {
  const file = join(temporaryFolder(), 'file');
  writeFileSync(file, '');
  const result = await outboxTransport(join(file, 'outbox')).send(MAIL);
  expect(result).toMatchObject({ outcome: 'refused', failure: { code: 'outbox/unwritable' } });
});

test('a draft that cannot be renamed into place leaves nothing half-written', async () => {
  const folder = temporaryFolder();
  const first = await outboxTransport(folder).send(MAIL);
  const name = first.outcome === 'accepted' ? (first.place ?? '') : '';
  const other = temporaryFolder();
  mkdirSync(join(other, name.slice(folder.length + 1)));
  const result = await outboxTransport(other).send(MAIL);
  expect(result).toMatchObject({ outcome: 'refused', failure: { code: 'outbox/unwritable' } });
  expect(readdirSync(other)).toHaveLength(1);
});
