/** The XML of an issued document: from its seal, stored once, refused where a platform would refuse it. */
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { eInvoice } from '../../../appsscript/actions/exchange/e-invoice.ts';
import { issue } from '../../../appsscript/actions/issue/issue.ts';
import { previewIssue } from '../../../appsscript/actions/issue/preview.ts';
import type { World } from '../../../appsscript/world.ts';
import { sha256 } from '../../../shared/base/sha256.ts';
import { fakeRegister, putDraft, registerWithDrafts } from '../fake-register.ts';
import { done, type FakeState, putRows, run } from '../fake-world.ts';
import { cellsOf, ranWell, refusedFields } from '../record/record-runs.ts';

const ask = (invoice: string) => (world: World) => eInvoice(world, { invoice });

/** One invoice issued, to a client of the given kind. */
function issued(): { readonly state: FakeState; readonly number: string } {
  const state = registerWithDrafts(1);
  const { documents } = ranWell(state, (world) => issue(world, { drafts: ['D-1'], send: false }));
  return { state, number: documents[0]?.number ?? '' };
}

const xmlFiles = ({ files }: FakeState) => files.filter(({ name }) => name.endsWith('.xml'));

test('is what was sealed, stored beside the PDF under its name', () => {
  const { number, state } = issued();
  const before = cellsOf(state);
  const { text, url } = ranWell(state, ask(number));
  const [file] = xmlFiles(state);
  expect(text).toMatch(/^XML \(EN 16931\) rangé dans Drive/);
  expect(url).toBe(file?.url);
  expect(state.files.map(({ name }) => name)).toContain(file?.name.replace(/xml$/, 'pdf'));
  expect(XMLValidator.validate(file?.html ?? '')).toBe(true);
  const tree = new XMLParser({ removeNSPrefix: true }).parse(file?.html ?? '');
  expect(tree.CrossIndustryInvoice.ExchangedDocument.ID).toBe(number);
  expect(cellsOf(state)).toEqual(before); // the register is not touched
});

test('asked twice it is stored once; where it would say something else, it is stored anew', () => {
  const { number, state } = issued();
  ranWell(state, ask(number));
  ranWell(state, ask(number));
  expect(xmlFiles(state)).toHaveLength(1);
  const rows = state.tabs.get('invoices')?.[1];
  putRows(state, 'payments', [
    {
      id: 'P-1',
      date: Number(rows?.find((cell) => typeof cell === 'number' && cell > 40_000)),
      invoice: number,
      amount: 20,
      method: 'virement',
    },
  ]);
  ranWell(state, ask(number));
  expect(new Set(xmlFiles(state).map(({ html }) => sha256(html))).size).toBe(2);
});

test('makes nine service calls at most', () => {
  const { number, state } = issued();
  expect(run(state, ask(number)).calls.length).toBeLessThanOrEqual(9);
});

test('a number nobody issued here has none', () => {
  const { state } = issued();
  expect(refusedFields(state, ask('F1999-00001'))).toEqual([]);
  expect(xmlFiles(state)).toEqual([]);
});

test('a private person whom no mail reaches needs no platform; with an address on the card the XML is made', () => {
  const state = fakeRegister();
  const card = {
    ...{ code: 'PART', name: 'Mme Éloïse Œuvre', kind: 'particulier', addressLine1: '1 rue Haute' },
    ...{ postalCode: '69001', city: 'Lyon' },
  };
  putRows(state, 'clients', [card]);
  putDraft(state, 'D-1', 'PART');
  const { documents } = ranWell(state, (world) => issue(world, { drafts: ['D-1'], send: false }));
  const number = documents[0]?.number ?? '';
  const answer = done(run(state, ask(number)));
  expect(JSON.stringify(answer)).toMatch(/n’a pas besoin de plateforme.*BR-FR-12/);
  expect(xmlFiles(state)).toEqual([]);
  state.tabs.get('clients')?.pop();
  putRows(state, 'clients', [{ ...card, email: 'eloise@exemple.fr' }]);
  ranWell(state, ask(number));
  expect(xmlFiles(state)[0]?.html).toContain('schemeID="EM">eloise@exemple.fr<');
});

describe('what a platform would refuse', () => {
  /** A business in France without the number that a platform knows it by. */
  function lacking(): FakeState {
    const state = fakeRegister();
    putRows(state, 'clients', [
      {
        ...{ code: 'SANS', name: 'Sans numéro', kind: 'entreprise', addressLine1: '1 rue Haute' },
        ...{ postalCode: '69001', city: 'Lyon', email: 'a@sans.example' },
      },
    ]);
    putDraft(state, 'D-1', 'SANS');
    return state;
  }

  test('is told of the draft, which may be issued all the same', () => {
    const { draft } = ranWell(lacking(), (world) => previewIssue(world, { draft: 'D-1' }));
    const told = draft.notices.filter(({ text }) => text.startsWith('Facture électronique'));
    expect(told.length).toBeGreaterThan(0);
    expect(new Set(told.map(({ severity }) => severity))).toEqual(new Set(['warning']));
  });

  test('is not told of a draft that is right', () => {
    const { draft } = ranWell(registerWithDrafts(1), (world) => previewIssue(world, { draft: 'D-1' }));
    expect(draft.notices.filter(({ text }) => text.startsWith('Facture électronique'))).toEqual([]);
  });

  test('is not made: each rule is named', () => {
    const state = lacking();
    const { documents } = ranWell(state, (world) => issue(world, { drafts: ['D-1'], send: false }));
    const answer = done(run(state, ask(documents[0]?.number ?? '')));
    expect(answer.ok).toBe(false);
    expect(answer.ok ? [] : answer.notices.map(({ text }) => /\[[A-Z]+-[A-Z0-9-]+\]$/.test(text))).toContain(
      true,
    );
    expect(xmlFiles(state)).toEqual([]);
  });
});
