/** Google's services behind the world's ports: what is typed into cells, what a mail's headers may hold, files of an earlier run. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { cellOf, typedValue } from '../../appsscript/google/cells.ts';
import { drawerOf } from '../../appsscript/google/files.ts';
import { mailPort } from '../../appsscript/google/mail.ts';
import { columnLetters } from '../../appsscript/google/sheet.ts';
import { tabKeyOf } from '../../appsscript/google/tabs.ts';
import type { Mail } from '../../appsscript/world.ts';
import { sha256OfBytes } from '../../shared/base/sha256.ts';

afterEach(() => vi.unstubAllGlobals());

describe('cells', () => {
  for (const [cell, typed] of [
    ['=1+1', "'=1+1"],
    ["'tHooft", "''tHooft"],
    ['', ''],
    [null, ''],
    [0, 0],
    [-0.5, -0.5],
    [true, true],
  ] as const) {
    test(`${JSON.stringify(cell)} is typed as ${JSON.stringify(typed)}`, () =>
      expect(typedValue(cell)).toBe(typed));
  }
  for (const number of [Number.NaN, Number.POSITIVE_INFINITY]) {
    test(`${number} is our bug`, () => expect(() => typedValue(number)).toThrow('a number that is none'));
  }
  test('what Google gives is told apart', () => {
    const given = ['', 'x', 1, false, new Date(7), undefined, {}];
    expect(given.map((value) => cellOf(value, (date) => date.getTime()))).toEqual([
      null,
      'x',
      1,
      false,
      7,
      null,
      null,
    ]);
  });
});

for (const [column, letters] of [
  [1, 'A'],
  [26, 'Z'],
  [27, 'AA'],
  [52, 'AZ'],
  [53, 'BA'],
  [702, 'ZZ'],
  [703, 'AAA'],
] as const) {
  test(`column ${column} is ${letters}`, () => expect(columnLetters(column)).toBe(letters));
}

for (const [title, tab] of [
  ['Factures', 'invoices'],
  ['INVOICES', 'invoices'],
  ['reglements', 'payments'],
  ['Tableau de bord', 'dashboard'],
  ['Notes', null],
  ['', null],
] as const) {
  test(`a tab titled '${title}' is ${tab ?? 'none of ours'}`, () => expect(tabKeyOf(title)).toBe(tab));
}

const MAIL: Mail = {
  to: 'a@exemple.fr',
  cc: ['b@exemple.fr', 'c@exemple.fr'],
  bcc: '',
  replyTo: 'r@exemple.fr',
  senderName: 'Atelier Brun',
  subject: 'Facture',
  text: 'Bonjour\nligne',
  html: '<p>Bonjour</p>',
  inline: [{ cid: 'qr', gifBase64: 'R0lG' }],
  attachments: [{ fileId: 'file-1' }],
};

function stubMail() {
  const sent: Record<string, unknown>[] = [];
  vi.stubGlobal('MailApp', { sendEmail: (message: Record<string, unknown>) => sent.push(message) });
  vi.stubGlobal('Utilities', {
    newBlob: (bytes: unknown, type: string, name: string) => ({ bytes, type, name }),
    base64Decode: (text: string) => `decoded ${text}`,
  });
  const drawer = { ...drawerOf('sheet', 'folder'), blob: (id: string) => `blob of ${id}` as never };
  return { sent, send: (mail: Mail) => mailPort(drawer).send(mail) };
}

describe('a mail', () => {
  test('carries its addresses, its pictures and its files', () => {
    const { sent, send } = stubMail();
    send(MAIL);
    expect(sent).toEqual([
      {
        to: 'a@exemple.fr',
        cc: 'b@exemple.fr,c@exemple.fr',
        replyTo: 'r@exemple.fr',
        name: 'Atelier Brun',
        subject: 'Facture',
        body: 'Bonjour\nligne',
        htmlBody: '<p>Bonjour</p>',
        inlineImages: { qr: { bytes: 'decoded R0lG', type: 'image/gif', name: 'qr.gif' } },
        attachments: ['blob of file-1'],
      },
    ]);
  });
  for (const [field, value] of [
    ['subject', 'Facture\r\nBcc: x@evil.example'],
    ['senderName', 'Atelier\nBcc: x@evil.example'],
    ['to', 'a@exemple.fr\n'],
    ['replyTo', 'r@exemple.fr\u0000'],
  ] as const) {
    test(`with a line break in its ${field} does not leave`, () => {
      const { sent, send } = stubMail();
      expect(() => send({ ...MAIL, [field]: value })).toThrow('control character');
      expect(sent).toEqual([]);
    });
  }
});

describe('a file that an earlier run stored', () => {
  const BYTES = [37, 80, 68, 70, -1, -128, 127, 0];
  const stub = (content: unknown, sha256Checksum = sha256OfBytes(BYTES)) => {
    vi.stubGlobal('Drive', {
      Files: {
        get: (_: string, { alt }: { alt?: string }) =>
          alt === 'media' ? content : { name: 'F1.pdf', sha256Checksum },
      },
    });
    vi.stubGlobal('Utilities', { newBlob: (bytes: number[]) => ({ getBytes: () => bytes }) });
  };
  for (const [form, content] of [
    ['bytes', BYTES],
    ['unsigned bytes', BYTES.map((byte) => byte & 0xff)],
    ['a text with a character a byte', String.fromCharCode(...BYTES.map((byte) => byte & 0xff))],
    ['a blob', { getBytes: () => BYTES }],
  ] as const) {
    test(`comes back whole, given as ${form}`, () => {
      stub(content);
      expect(drawerOf('sheet', 'folder').blob('file-1').getBytes()).toEqual(BYTES);
    });
  }
  for (const [what, content] of [
    ['another file', [37, 80]],
    ['a text decoded as UTF-8', '%PDF\ufffd\ufffd'],
    ['nothing', null],
  ] as const) {
    test(`given as ${what} is not attached`, () => {
      stub(content);
      expect(() => drawerOf('sheet', 'folder').blob('file-1')).toThrow('Drive');
    });
  }
});

test('a name is no query', () => {
  const asked: string[] = [];
  const list = ({ q }: { q: string }) => {
    asked.push(q);
    return { files: [] };
  };
  vi.stubGlobal('Drive', { Files: { list } });
  drawerOf('sheet', 'folder').find("x' or name contains 'y\\");
  expect(asked[0]).toContain("name = 'x\\' or name contains \\'y\\\\' and");
});
