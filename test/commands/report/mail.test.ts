/** The weekly mail by the whole command: to whom, how often, and what stands in the way. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { LOGIN, type MailServer, startMailServer } from '../../delivery/mail-server.ts';
import { headerText, partOf, readMime } from '../../delivery/mime-parts.ts';
import { temporaryFolder } from '../../delivery/temporary-folder.ts';
import { typeset } from '../../french.ts';
import { writeFolder } from '../../sources/csv-fixture.ts';
import { CLEAN, english, WITH_PROBLEM } from '../registers.ts';
import { type Around, filesBelow, NOW, type Ran, report } from '../runs.ts';

/** One register and one folder, in which one run follows the other. */
function desk(files = CLEAN) {
  const register = writeFolder(files);
  const folder = temporaryFolder();
  const send = (args: readonly string[] = [], around: Partial<Around> = {}): Promise<Ran> =>
    report(['--register', register, '--email', ...args], { folder, ...around });
  return { folder, send };
}

const later = (days: number) => () => new Date(NOW.getTime() + days * 86_400_000);
const drafts = (folder: string) => filesBelow(folder).filter((name) => name.endsWith('.eml'));

describe('drafts in the outbox', () => {
  test('one a recipient, with the workbook', async () => {
    const { folder, send } = desk();
    const { code, out, talk } = await send(['--to', 'anne@example.com, bob@example.com']);
    expect(code).toBe(0);
    expect(out).toContain('Maison Ollier');
    expect(talk).toEqual([
      expect.stringContaining(typeset('anne@example.com : brouillon prêt à envoyer dans ')),
      expect.stringContaining(typeset('bob@example.com : brouillon prêt à envoyer dans ')),
    ]);
    const [first, ...others] = drafts(folder);
    expect(others).toHaveLength(1);
    const mail = readMime(readFileSync(join(folder, first)));
    expect(headerText(mail, 'to')).toBe('anne@example.com');
    expect(headerText(mail, 'subject')).toContain('Maison Ollier');
    expect(partOf(mail, 'text/plain').body.toString()).toContain(typeset('Encours : 100,00 €'));
    const workbook = partOf(mail, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
    expect(workbook.body.subarray(0, 2).toString()).toBe('PK');
    expect(workbook.headers.get('content-disposition')).toContain('encaisse-2026-11-20.xlsx');
  });
  test('the charts are pictures within the mail, which all together stays small', async () => {
    const { folder, send } = desk({ ...CLEAN, payments: 'date,invoice,amount\n2026-11-02,F1,40.00\n' });
    await send();
    const [draft] = drafts(folder);
    const bytes = readFileSync(join(folder, draft));
    expect(bytes.length).toBeLessThan(500_000);
    const related = partOf(readMime(bytes), 'multipart/related');
    const [html, ...pictures] = related.parts;
    expect(pictures.map(({ headers }) => headers.get('content-id'))).toEqual([
      '<ageing@encaisse.invalid>',
      '<dso@encaisse.invalid>',
      '<forecast@encaisse.invalid>',
    ]);
    for (const { body, headers } of pictures) {
      expect(headers.get('content-type')).toContain('image/png');
      expect(headers.get('content-disposition')).toMatch(/^inline/);
      expect(body.subarray(1, 4).toString()).toBe('PNG');
      const cid = headers.get('content-id')?.slice(1, -1);
      expect(html.body.toString()).toContain(` src="cid:${cid}"`);
    }
    expect(html.body.toString()).toContain(
      typeset('alt="Balance âgée au 20 novembre 2026 : non échu 0,00 €'),
    );
  });
  test('by default to the register’s recipients; the workbook written is the one attached', async () => {
    const { folder, send } = desk(english());
    await send(['--xlsx', 'r.xlsx', '--outbox', 'drafts', '--state', 'kept']);
    const [draft, ...files] = filesBelow(folder);
    expect(draft).toMatch(/^drafts\/2026-W47-accounts-example.com-\w+\.eml$/);
    expect(files).toEqual([
      expect.stringMatching(/^kept\/anchors-\w{12}\.jsonl$/),
      'kept/sent.json',
      'r.xlsx',
    ]);
    const mail = readMime(readFileSync(join(folder, draft)));
    const workbook = partOf(mail, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
    expect(workbook.body.equals(readFileSync(join(folder, 'r.xlsx')))).toBe(true);
  });
  test('a register with a problem is sent, and ends with 1', async () => {
    const { folder, send } = desk(WITH_PROBLEM);
    expect((await send()).code).toBe(1);
    expect(drafts(folder)).toHaveLength(1);
  });
});

describe('once a week and recipient', () => {
  test('the second time in a week nothing is sent, and this is said', async () => {
    const { folder, send } = desk();
    await send([], { clock: NOW_TEXT });
    const [draft] = drafts(folder);
    const before = readFileSync(join(folder, draft));
    const { code, talk } = await send([], { clock: later(2) }); // Sunday of the same ISO week
    expect(code).toBe(0);
    expect(talk).toEqual([
      typeset(
        'compta@example.com : déjà écrit en brouillon cette semaine (2026-11-20T06:00:00.000Z) ; --again l’envoie de nouveau',
      ),
    ]);
    expect(readFileSync(join(folder, draft)).equals(before)).toBe(true);
  });
  test('a recipient who is new gets it', async () => {
    const { folder, send } = desk();
    await send();
    const { talk } = await send(['--to', 'compta@example.com,new@example.com']);
    expect(talk.map((line) => line.slice(0, 30))).toEqual([
      expect.stringContaining(typeset('compta@example.com : déjà')),
      expect.stringContaining(typeset('new@example.com : brouillon')),
    ]);
    expect(drafts(folder)).toHaveLength(2);
  });
  test('--again sends it again', async () => {
    const { send } = desk();
    await send();
    expect((await send(['--again'])).talk).toEqual([expect.stringContaining('brouillon prêt à envoyer')]);
  });
  test('the next Monday it goes out by itself', async () => {
    const { folder, send } = desk();
    await send();
    expect((await send([], { clock: later(3) })).talk).toEqual([
      expect.stringContaining('brouillon prêt à envoyer'),
    ]);
    expect(drafts(folder)).toHaveLength(2);
  });
  test('a dry run says that it was sent, and remembers nothing itself', async () => {
    const { folder, send } = desk();
    expect((await send(['--dry-run'])).talk.join()).toContain('serait écrit en brouillon');
    expect(filesBelow(folder)).toEqual([]);
    await send();
    expect((await send(['--dry-run'])).talk.join()).toContain('déjà écrit en brouillon');
  });
});

const NOW_TEXT = () => NOW;

describe('what the mail lacks is found out before anything is written', () => {
  const nobody = { ...CLEAN, settings: 'key,value\nlocale,fr_FR\n' };
  test('nobody to send to, in the register’s language', async () => {
    const { folder, send } = desk(nobody);
    const { code, out, talk } = await send(['--xlsx', 'r.xlsx'], { language: 'en' });
    expect({ code, out, files: filesBelow(folder) }).toEqual({ code: 2, out: '', files: [] });
    expect(talk).toEqual([
      typeset(
        'encaisse : Le rapport n’a pas de destinataire. Remplissez « Destinataires du rapport » (reportRecipients) dans l’onglet des réglages, ou donnez --to adresse.',
      ),
    ]);
  });
  test('the same in an English register on a French terminal', async () => {
    const { send } = desk({ ...CLEAN, settings: 'key,value\nlocale,en_GB\n' });
    expect((await send([], { language: 'fr' })).talk).toEqual([
      'encaisse: The report has no recipient. Fill in "Report recipients" (reportRecipients) in the settings tab, or give --to address.',
    ]);
  });
  test('an address that is none', async () => {
    const { folder, send } = desk();
    const { code, talk } = await send(['--to', 'Anne <anne@example.com>']);
    expect({ code, files: filesBelow(folder) }).toEqual({ code: 2, files: [] });
    expect(talk[0]).toContain(typeset('« Anne » n’est pas une adresse e-mail.'));
  });
  test('no mail server', async () => {
    const { folder, send } = desk();
    const { code, talk } = await send(['--via', 'smtp', '--dry-run']);
    expect({ code, files: filesBelow(folder) }).toEqual({ code: 2, files: [] });
    expect(talk[0]).toContain('ENCAISSE_SMTP_HOST');
  });
});

async function mailServer(): Promise<MailServer> {
  const server = await startMailServer();
  onTestFinished(() => server.close());
  return server;
}

function smtp(port: number, password = LOGIN.password) {
  return {
    ENCAISSE_SMTP_HOST: '127.0.0.1',
    ENCAISSE_SMTP_PORT: String(port),
    ENCAISSE_SMTP_USER: LOGIN.user,
    ENCAISSE_SMTP_PASSWORD: password,
    ENCAISSE_VIA: 'smtp',
  };
}

describe('by SMTP', () => {
  test('the mail arrives, once a week', async () => {
    const server = await mailServer();
    const { send } = desk();
    const environment = smtp(server.port);
    expect(await send([], { environment })).toMatchObject({
      code: 0,
      talk: [typeset('compta@example.com : envoyé')],
    });
    expect((await send([], { environment })).talk[0]).toContain('déjà envoyé par SMTP cette semaine');
    expect(server.mails.map(({ to }) => to)).toEqual([['compta@example.com']]);
  });
  test('a mailbox that does not exist ends with 3, and the others have their mail', async () => {
    const server = await mailServer();
    const { send } = desk(WITH_PROBLEM);
    const to = ['--to', 'unknown@example.com,bob@example.com'];
    const { code, talk } = await send(to, { environment: smtp(server.port) });
    expect(code).toBe(3);
    expect(talk).toEqual([
      expect.stringContaining(typeset('unknown@example.com : non envoyé.')),
      typeset('bob@example.com : envoyé'),
    ]);
    expect(server.mails.map(({ to: recipients }) => recipients)).toEqual([['bob@example.com']]);
  });
  test('a server that cannot be reached ends with 3; the files are there, and the next run sends', async () => {
    const server = await mailServer();
    const { port } = server;
    await server.close();
    const { folder, send } = desk();
    const { code, talk } = await send(['--xlsx', 'r.xlsx'], { environment: smtp(port) });
    expect(code).toBe(3);
    expect(talk[1]).toMatch(/^compta@example\.com\u202f: non envoyé\. .* est injoignable \(/);
    expect(filesBelow(folder)).toContain('r.xlsx');
    const again = await mailServer();
    expect((await send([], { environment: smtp(again.port) })).code).toBe(0);
    expect(again.mails).toHaveLength(1);
  });
  test('a wrong password is told to nobody', async () => {
    const server = await mailServer();
    const { send } = desk();
    const environment = smtp(server.port, 'secret-4712');
    const { code, talk } = await send([], { environment });
    expect(code).toBe(3);
    expect(talk.join()).toContain('refuse l’identifiant ou le mot de passe');
    expect(talk.join()).not.toContain('4712');
  });
});
