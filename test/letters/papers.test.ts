/** Papers: every one of them in both languages, as text; what each must hold, and must not. */
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../shared/base/words.ts';
import { formalNoticePaper } from '../../shared/letters/papers/formal-notice-paper.ts';
import { reminderPaper } from '../../shared/letters/papers/reminder-paper.ts';
import { CLIENT_KINDS, type ClientKind } from '../../shared/register/tables.ts';
import { expectTypeset } from '../french.ts';
import { expectGolden } from '../golden-file.ts';
import { deskOf, FIRM } from './desk.ts';
import { everyPaper, notice, reminder } from './every-paper.ts';
import { paperText } from './paper-text.ts';

for (const language of LANGUAGES) {
  test(`every paper in ${language}`, () =>
    expectGolden(`letters/papers.${language}.txt`, everyPaper(language).map(paperText).join('\n')));
  test(`no paper in ${language} has a hole left, or an odd file name`, () => {
    for (const paper of everyPaper(language)) {
      expect(paperText(paper)).not.toMatch(/\{\{|\}\}|undefined|NaN|\[object|null/);
      expect(paper.fileName).toMatch(/^[A-Za-z0-9_-]+$/);
    }
  });
}

test('French is set as French is', () => {
  for (const paper of everyPaper('fr')) expectTypeset(paperText(paper).replace(/^[=#[].*$|14, quai/gm, ''));
});

describe('a formal notice', () => {
  const [paper, proof] = notice('company', 'fr');
  const text = paper ? paperText(paper) : '';
  test('is one, names its law, its sum, its deadline and its registered letter', () => {
    expect(text).toMatch(/Mise en demeure de payer/);
    expect(text).toMatch(/article 1344 du Code civil/);
    expect(text).toMatch(/article 1344-1 du Code civil/);
    expect(text).toMatch(/au plus tard le 3 décembre 2026/);
    expect(text).toContain('Lettre recommandée avec avis de réception n°\u00a01A 234 567 8901 2');
  });
  test('does not ask to be disregarded', () => expect(text).not.toContain('entre-temps'));
  test('encloses what was sent before', () => {
    expect(proof && paperText(proof)).toMatch(/12\/10\/2026 \| relance, niveau 1/);
    expect(proof && paperText(proof)).toMatch(/12\/11\/2026 \| appel, niveau 3/);
  });
  test('is refused where the decision holds it', () => {
    const { decision, desk } = deskOf({ level: 4 });
    const held = formalNoticePaper(desk, { ...decision, action: 'hold', code: 'three-reminders-first' });
    expect(held).toEqual({ ok: false, error: 'held' });
  });
  test('is refused where the next level is none', () => {
    const { decision, desk } = deskOf({ level: 3 });
    expect(formalNoticePaper(desk, decision)).toEqual({ ok: false, error: 'no-formal-notice' });
  });
  test('never goes to a public body', () => expect(notice('administration', 'fr')).toEqual([]));
});

describe('what is said to whom', () => {
  const all = (kind: ClientKind): string =>
    LANGUAGES.flatMap((language) =>
      [...[1, 2, 3].map((level) => reminder({ kind, language, level })), ...notice(kind, language)].map(
        paperText,
      ),
    ).join('\n');
  for (const kind of ['individual', 'association'] as const) {
    test(`${kind}: neither the indemnity nor the interest of companies`, () =>
      expect(all(kind)).not.toMatch(/L441-10|D441-5|BCE|ECB|forfaitaire|recovery charge/));
  }
  test('administration: no threat', () =>
    expect(all('administration')).not.toMatch(
      /mise en demeure|formal notice|juridiction|court|recommandée/i,
    ));
  test('no article that nobody has seen', () => {
    const papers = LANGUAGES.flatMap((language) => everyPaper(language).map(paperText)).join('\n');
    const articles = new Set(
      papers.match(
        /[LRD]\.?\s?\d{3,4}-\d+(?:-\d+)?|\b1[0-9]{3}(?:-\d+)?(?= (?:du Code civil|of the French Civil|et |and ))/g,
      ),
    );
    expect(Array.from(articles).sort()).toEqual([
      '1231-6',
      '1344',
      '1344-1',
      'D441-5',
      'L441-10',
      'R2192-31',
      'R2192-36',
    ]);
  });
});

describe('what was paid and what is disputed', () => {
  const text = paperText(reminder({ level: 2 }));
  test('stands beside each invoice', () => {
    expect(text).toMatch(/F2026-00009 .* 1\u202f712,58\u202f€ \| 500,00\u202f€ \| 1\u202f212,58\u202f€/);
    expect(text).toMatch(/F2026-00010 .* 480,00\u202f€ \|\s+\| 400,00\u202f€/);
  });
  test('and the balance is called so', () => expect(text).toContain('le règlement du solde des 3 factures'));
  test('an instalment is called so', () => {
    const plans = [
      {
        invoice: 'F2026-00009',
        agreedOn: '2026-10-12',
        instalments: [
          ['2026-11-01', 100000],
          ['2026-12-01', 71258],
        ],
      },
    ] as const;
    const invoices = [
      { number: 'F2026-00009', issued: '2026-09-10', due: '2026-10-10', total: 171258 },
    ] as const;
    const told = reminder({ level: 1, records: { invoices, plans, payments: [], journal: [] } });
    expect(paperText(told)).toContain('le règlement de l’échéance n°\u00a01 de la facture F2026-00009');
  });
});

describe('contracts under another law', () => {
  const settings = { ...FIRM, country: 'Belgique' };
  test('cite no French article', () => {
    for (const kind of CLIENT_KINDS) {
      for (const level of [1, 2, 3, 4]) {
        const text = paperText(reminder({ kind, level, records: { settings } }));
        expect(text.match(/Code civil|Code de commerce|Code de la commande publique/)).toBeNull();
        expect(text).not.toMatch(/\(\s*\)| [.,]/);
      }
    }
  });
  test('a firm’s own text stays as it is', () => {
    const own = new Map([
      ['letter.reminder-1/fr', { subject: 'x', body: 'y (article 12 du Code). {{délai}} {{total}}' }],
    ]);
    const { decision, desk } = deskOf({ level: 1, records: { settings } });
    const paper = reminderPaper({ ...desk, texts: { ...desk.texts, own } }, decision);
    expect(paperText(paper)).toContain('y (article 12 du Code).');
  });
});

test('a letter is for the attention of the person who looks after payments', () => {
  const { decision, desk } = deskOf({ level: 1 });
  const clients = desk.ledger.register.clients.map((one) => ({ ...one, contact: 'Mme Roux' }));
  const ledger = { ...desk.ledger, register: { ...desk.ledger.register, clients } };
  expect(reminderPaper({ ...desk, ledger }, decision).recipient.slice(0, 2)).toEqual([
    'Hôtel du Parc & Fils',
    'À l’attention de Mme Roux',
  ]);
});

describe('an address', () => {
  const recipient = (firm: string, client: string): readonly string[] => {
    const { decision, desk } = deskOf({ level: 1, records: { settings: { ...FIRM, country: firm } } });
    const clients = desk.ledger.register.clients.map((one) => ({ ...one, country: client }));
    const ledger = { ...desk.ledger, register: { ...desk.ledger.register, clients } };
    return reminderPaper({ ...desk, ledger }, decision).recipient;
  };
  const HOME = ['Hôtel du Parc & Fils', '3, place du Marché', '69440 Saint-Cyr'];
  for (const [firm, client, country] of [
    ['France', 'France', null],
    ['France', '', null],
    ['', 'FR', null],
    ['Belgique', '', null],
    ['Belgique', 'BE', null],
    ['France', 'Belgique', 'BELGIQUE'],
    ['Belgique', 'France', 'FRANCE'],
    ['', 'Atlantide', 'ATLANTIDE'],
  ] as const) {
    test(`from “${firm}” to “${client}”`, () =>
      expect(recipient(firm, client)).toEqual(country === null ? HOME : [...HOME, country]));
  }
});

test('in another currency each sum is that currency’s, and no QR code asks for euros', () => {
  const told = reminder({
    level: 1,
    language: 'en',
    records: {
      currencies: ['EUR', 'USD'],
      invoices: [{ number: 'F1', issued: '2026-09-10', due: '2026-10-10', total: 171258, currency: 'USD' }],
      payments: [],
      journal: [],
    },
  });
  expect(paperText(told)).toContain('US$1,712.58');
  expect(paperText(told)).not.toContain('€1,712.58');
  expect(paperText(told)).toContain('no QR');
});
