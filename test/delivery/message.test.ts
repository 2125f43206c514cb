import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { composeMessage, type MessageInput } from '../../batch/delivery/message.ts';
import { readMailTemplates } from '../../batch/delivery/templates.ts';
import { LANGUAGES, type Language } from '../../shared/base/words.ts';
import { expectGolden } from '../golden-file.ts';
import { ENGLISH, FRENCH } from './figures.ts';

const TEMPLATES = { fr: readMailTemplates('fr'), en: readMailTemplates('en') };
const FOLDER = join(import.meta.dirname, '../../templates');

function compose(changes: Partial<MessageInput> = {}, language: Language = 'fr') {
  return composeMessage({ ...(language === 'fr' ? FRENCH : ENGLISH), ...changes }, TEMPLATES[language]);
}

for (const language of LANGUAGES) {
  test(`the ${language} mail is the kept one`, () => {
    const { subject, text, html } = compose({}, language);
    expectGolden(`delivery/weekly-report.${language}.txt`, `${subject}\n\n${text}`);
    expectGolden(`delivery/weekly-report.${language}.html`, html);
  });
}

describe('the subject', () => {
  test('carries company, day and the key of the ISO week', () => {
    expect(compose({}, 'en').subject).toBe(
      'Durand & Partners: receivables as of 20 November 2026 [2026-W47]',
    );
    expect(compose({ asOf: '2027-01-01' }).subject).toContain('1er janvier 2027 [2026-W53]');
  });

  for (const [name, company, shown] of [
    ['a header', 'Durand\r\nBcc: evil@z.com', 'Durand Bcc: evil@z.com: '],
    ['a line separator', 'a\u2028b\u0085c', 'a b c: '],
    ['text turned around', 'a\u202egpj.exe', 'a gpj.exe: '],
    ['80 letters', 'é'.repeat(80), `${'é'.repeat(80)}: `],
    ['81 letters', '𝄞'.repeat(81), `${'𝄞'.repeat(79)}…: `],
  ] as const) {
    test(`stays one line: ${name}`, () => {
      const { subject, sender } = compose({ company }, 'en');
      expect(subject.startsWith(shown)).toBe(true);
      expect(`${sender}: `).toBe(shown);
    });
  }
});

describe('what the mail says', () => {
  test('an empty register is said so, in text and HTML', () => {
    const { text, html } = compose({ currencies: [], problems: 0 });
    expect(text).toContain('Rien n’est dû à cette date');
    expect(html).toContain('Rien n’est dû à cette date');
    expect(text).not.toContain('corriger');
  });

  for (const [problems, said] of [
    [0, null],
    [1, 'Un point du registre est à corriger.'],
    [2, '2 points du registre sont à corriger.'],
    [1234, '1\u202f234 points du registre sont à corriger.'],
  ] as const) {
    test(`${problems} problems`, () => {
      for (const body of [compose({ problems }).text, compose({ problems }).html]) {
        if (said === null) expect(body).not.toContain('corriger');
        else expect(body).toContain(said);
      }
    });
  }

  test('what has changed is told, and without news nothing is said of it', () => {
    const [euros] = FRENCH.currencies;
    for (const body of [compose().text, compose().html]) expect(body).toContain('Ce qui a changé');
    for (const { html, text } of [compose({ currencies: [{ ...euros, sentences: [] }] })]) {
      expect(text).not.toContain('Ce qui a changé');
      expect(html).not.toContain('Ce qui a changé');
    }
  });

  for (const [open, size] of [
    ['999 999,00 €', '20px'],
    ['9 999 999,00 €', '17px'],
    ['9,999,999.00 USD', '17px'],
    ['KWD 99,999,999.000', '13px'],
  ] as const) {
    test(`a figure of ${open.length} letters is written in ${size}`, () => {
      const [euros] = FRENCH.currencies;
      const { html } = compose({ currencies: [{ ...euros, open }] });
      expect(html).toMatch(new RegExp(`font-size: ${size};[^>]*>${open}<`));
    });
  }

  test('one currency needs no heading, several do', () => {
    const [euros] = FRENCH.currencies;
    expect(compose().text).toContain('\nUSD\n');
    expect(compose({ currencies: euros ? [euros] : [] }).text).not.toContain('EUR');
  });

  test('a sheet that was edited while it was read is said so', () => {
    expect(compose({ moving: true }).text).toContain('en cours de modification');
    expect(compose({ moving: false }).text).not.toContain('en cours de modification');
  });

  test('the attachment has a name that is safe in a header', () => {
    expect(compose({ attachment: '../Été 2026.xlsx' }).attachment).toBe('Ete-2026.xlsx');
  });

  test('French typography: a narrow no-break space before ; : ! ? % € and inside « »', () => {
    const { subject, text, html } = compose({ moving: true });
    const body = html.slice(html.indexOf('<body')).replace(/<[^>]*>|&\w+;/g, '');
    for (const words of [subject, text, body]) {
      expect(words).not.toMatch(/[ \u00a0][;:!?%€»]|«[ \u00a0]|[\p{L}\d][;:!?](?=\s|$)|'/mu);
    }
  });
});

describe('pictures', () => {
  test('each is shown by its own name, and says its figures where it is not shown, in text too', () => {
    const { html, pictures, text } = compose();
    expect(pictures.map(({ cid, fileName }) => [cid, fileName])).toEqual([
      ['ageing@encaisse.invalid', 'ageing.png'],
      ['dso@encaisse.invalid', 'dso.png'],
    ]);
    for (const { cid } of pictures) expect(html).toContain(` src="cid:${cid}"`);
    const shown = FRENCH.currencies.flatMap((figures) => figures.pictures);
    for (const { says } of shown) {
      expect(html).toContain(` alt="${says}"`);
      expect(text).toContain(says);
    }
  });
  test('a mail without any shows none', () => {
    const [euros] = FRENCH.currencies;
    const { html, pictures } = compose({ currencies: [{ ...euros, pictures: [] }] });
    expect(pictures).toEqual([]);
    expect(html).not.toContain('<img');
  });
});

describe('values in HTML', () => {
  const hostile = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)",
    '</td></tr></table><h1>',
    '{{constructor}} {{{raw}}} {{__proto__}}',
    '<!-- --><style>*{display:none}</style>',
    '&lt;b&gt; &amp;',
    '`=javascript:alert(1)`',
  ];

  for (const text of hostile) {
    test(`${text} adds no element and no attribute`, () => {
      const [euros] = FRENCH.currencies;
      if (!euros) throw new Error('the figures have no currency');
      const picture = (words: string) => ({ ...euros.pictures[0], title: words, says: words });
      const currencies = [
        {
          ...euros,
          sentences: [text],
          priorities: [{ text, url: text }],
          dsoReason: text,
          open: text,
          pictures: [picture(text)],
        },
      ];
      const plain = compose({
        currencies: [
          {
            ...euros,
            sentences: ['x'],
            priorities: [{ text: 'x', url: 'x' }],
            dsoReason: 'x',
            open: 'x',
            pictures: [picture('x')],
          },
        ],
        company: 'x',
      });
      const { html, text: mailText } = compose({ currencies, company: text });
      expect(tagsOf(html)).toEqual(tagsOf(plain.html));
      expect(mailText).toContain(text);
    });
  }
});

test('a hole without a value throws', () => {
  expect(() => TEMPLATES.fr.text({ company: 'x' })).toThrow(/not defined/);
  expect(() => TEMPLATES.fr.html({ company: 'x' })).toThrow(/not defined/);
});

for (const name of readdirSync(FOLDER).filter((file) => file.startsWith('weekly-report.'))) {
  test(`${name}: every value is escaped, nothing is loaded from elsewhere but the mail’s own pictures, #each and #if are the only logic`, () => {
    const source = readFileSync(join(FOLDER, name), 'utf8').replace('src="cid:{{cid}}"', '');
    expect(source).not.toMatch(/\{\{\{|\{\{&|https?:|<script|<link|src=|@import|url\(/i);
    const blocks = [...source.matchAll(/\{\{#\s*([a-z]+)/g)].map((match) => match[1]);
    expect(blocks.filter((block) => block !== 'if' && block !== 'each')).toEqual([]);
  });
}

/** The tags with their attributes' names; values are free. */
function tagsOf(html: string): readonly string[] {
  return [...html.matchAll(/<\/?[a-z!][^>]*>/gi)].map(([tag]) => tag.replace(/="[^"]*"/g, ''));
}
