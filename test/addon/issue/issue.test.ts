import assert from 'node:assert/strict';
import { describe, test } from 'vitest';
import { resumeIssued } from '../../../appsscript/actions/issue/resume.ts';
import { fakeRegister, putDraft, registerWithDrafts } from '../fake-register.ts';
import { columnsOf, done, type FakeState, putRows, rowsOf, run, TODAY_SERIAL } from '../fake-world.ts';
import { brokenPromises } from '../kept-promises.ts';
import { issued, issuedOf, noticesOf, refusalOf } from './issued.ts';

function cellsOf(state: FakeState, tab: 'invoices' | 'journal' | 'drafts', ...keys: readonly string[]) {
  return rowsOf(state, tab).map((row) => keys.map((key) => row[key]));
}

describe('what issuing writes', () => {
  const state = registerWithDrafts(2);
  const { documents, refused } = issuedOf(issued(state, ['D-1', 'D-2']));

  test('says what became of each draft', () => {
    assert.deepEqual(refused, []);
    assert.deepEqual(
      documents.map(({ draft, number, state: sent }) => [draft, number, sent]),
      [
        ['D-1', 'F2026-00001', 'sent'],
        ['D-2', 'F2026-00002', 'sent'],
      ],
    );
  });

  test('invoices have their sums, days, document and seal', () => {
    assert.deepEqual(
      cellsOf(
        state,
        'invoices',
        'number',
        'client',
        'issueDate',
        'net',
        'vat',
        'total',
        'sentOn',
        'document',
      ),
      [
        [
          'F2026-00001',
          'ACME',
          TODAY_SERIAL,
          120.5,
          24.1,
          144.6,
          TODAY_SERIAL,
          'https://drive.example/FILE-1',
        ],
        [
          'F2026-00002',
          'BOIS',
          TODAY_SERIAL,
          120.5,
          24.1,
          144.6,
          TODAY_SERIAL,
          'https://drive.example/FILE-2',
        ],
      ],
    );
  });

  test('messages are said to be sent, drafts under which number they left', () => {
    assert.deepEqual(cellsOf(state, 'journal', 'key', 'event', 'status', 'recipient'), [
      ['invoice:F2026-00001', 'facture envoyée', 'envoyé', 'achats@acme.example'],
      ['invoice:F2026-00002', 'facture envoyée', 'envoyé', 'achats@bois.example'],
    ]);
    assert.deepEqual(cellsOf(state, 'drafts', 'id', 'number'), [
      ['D-1', 'F2026-00001'],
      ['D-2', 'F2026-00002'],
    ]);
  });

  test('each client gets one mail with its document, and all promises are kept', () => {
    assert.deepEqual(
      state.mails.map(({ to, attachments }) => [to, attachments]),
      [
        ['achats@acme.example', [{ fileId: 'FILE-1' }]],
        ['achats@bois.example', [{ fileId: 'FILE-2' }]],
      ],
    );
    assert.deepEqual(brokenPromises(state, true), []);
  });
});

test('issuing again changes nothing, and says so', () => {
  const state = registerWithDrafts(1);
  issued(state, ['D-1']);
  const before = JSON.stringify([...state.tabs]);
  const again = issuedOf(issued(state, ['D-1', 'D-1']));
  assert.equal(JSON.stringify([...state.tabs]), before);
  assert.equal(state.mails.length, 1);
  assert.deepEqual(
    again.documents.map(({ draft, number, state: sent }) => [draft, number, sent]),
    [['D-1', 'F2026-00001', 'sent']],
  );
});

describe('a message whose row somebody deleted is not mailed again', () => {
  for (const [what, change, status] of [
    ['what the invoice row says was sent', () => undefined, 'envoyé'],
    ['its day of sending is gone too', (state: FakeState) => erase(state, 'sentOn'), 'inconnu'],
    [
      'the whole invoice row is gone, days later',
      (state: FakeState) => state.tabs.get('invoices')?.splice(1),
      'inconnu',
    ],
  ] as const) {
    test(what, () => {
      const state = registerWithDrafts(1);
      issued(state, ['D-1']);
      state.tabs.get('journal')?.splice(1);
      change(state);
      state.now += 2 * 86_400_000;
      done(run(state, (world) => resumeIssued(world)));
      done(run(state, (world) => resumeIssued(world)));
      assert.equal(state.mails.length, 1);
      assert.deepEqual(cellsOf(state, 'journal', 'key', 'status'), [['invoice:F2026-00001', status]]);
      assert.deepEqual(brokenPromises(state, true), []);
    });
  }
});

function erase(state: FakeState, key: string): void {
  const grid = state.tabs.get('invoices') ?? [];
  const place = columnsOf('invoices').findIndex((column) => column.key === key);
  for (const row of grid.slice(1)) row[place] = null;
}

test('without sending nothing is mailed, now or by a later run', () => {
  const state = registerWithDrafts(1);
  const { documents } = issuedOf(issued(state, ['D-1'], false));
  state.now += 3_600_000;
  issued(state, ['D-1'], true);
  assert.deepEqual(
    documents.map(({ state: sent }) => sent),
    ['none'],
  );
  assert.equal(state.mails.length, 0);
  assert.equal(state.files.length, 1);
  assert.deepEqual(brokenPromises(state, true), []);
});

test('a client without an address is issued to and not mailed', () => {
  const state = fakeRegister();
  putRows(state, 'clients', [
    { code: 'SANS', name: 'Sans', addressLine1: '1 rue', postalCode: '1', city: 'X' },
  ]);
  putDraft(state, 'D-1', 'SANS');
  assert.deepEqual(
    issuedOf(issued(state, ['D-1'])).documents.map(({ state: sent }) => sent),
    ['none'],
  );
  assert.deepEqual(brokenPromises(state, true), []);
});

test('drafts are numbered in the order of their dates, and an older register goes on where it stood', () => {
  const state = fakeRegister();
  putRows(state, 'invoices', [
    { number: 'F2026-00041', client: 'ACME', issueDate: TODAY_SERIAL - 9, total: 10, currency: 'EUR' },
  ]);
  putDraft(state, 'D-1', 'ACME');
  putDraft(state, 'D-2', 'BOIS', { issueDate: TODAY_SERIAL - 3 });
  const { documents } = issuedOf(issued(state, ['D-1', 'D-2']));
  assert.deepEqual(
    documents.map(({ draft, number }) => [draft, number]),
    [
      ['D-1', 'F2026-00043'],
      ['D-2', 'F2026-00042'],
    ],
  );
});

test('a credit note has a series of its own and corrects a sealed invoice', () => {
  const state = registerWithDrafts(1);
  issued(state, ['D-1']);
  putDraft(state, 'D-2', 'ACME', { type: 'avoir', corrects: 'F2026-00001' });
  putDraft(state, 'D-3', 'ACME', { type: 'avoir', corrects: 'F2026-00001' });
  const answer = issued(state, ['D-2', 'D-3']);
  assert.deepEqual(
    issuedOf(answer).documents.map(({ number }) => number),
    ['A2026-00001'],
  );
  assert.match(noticesOf(answer).join(), /D-3: Il reste 0,00.€ à créditer/u);
  assert.deepEqual(
    rowsOf(state, 'seals')
      .map(({ type }) => type)
      .filter((type) => type !== 'DOC'),
    ['ISSUE', 'CREDIT'],
  );
});

describe('what is refused', () => {
  test('another run holds the lock: nothing is done', () => {
    const state = registerWithDrafts(1);
    state.lockedBy = 999;
    assert.match(refusalOf(issued(state, ['D-1'])), /rien n’a été fait/u);
    assert.equal(rowsOf(state, 'seals').length, 0);
  });

  test('a tab or a column is missing: it is named', () => {
    const state = registerWithDrafts(1);
    const heads = state.tabs.get('journal')?.[0] ?? [];
    heads.splice(heads.indexOf('Clé'), 1, 'Autre');
    assert.match(refusalOf(issued(state, ['D-1'])), /« Journal ».*« Clé »/u);
    state.tabs.delete('seals');
    state.tabs.set('journal', registerWithDrafts(1).tabs.get('journal') ?? []);
    assert.match(refusalOf(issued(state, ['D-1'])), /« Sceaux »/u);
    assert.equal(state.mails.length, 0);
  });

  for (const column of [0, 1, 2, 3, 4, 5, 6]) {
    test(`a seal whose ${column + 1}. cell was edited stops all issuing, its row named`, () => {
      const state = registerWithDrafts(3);
      issued(state, ['D-1', 'D-2']);
      const row = state.tabs.get('seals')?.[2] ?? [];
      row[column] = column === 0 ? 7 : `${String(row[column])}x`;
      assert.match(refusalOf(issued(state, ['D-3'])), /ligne [34] /u);
      assert.equal(state.mails.length, 2);
    });
  }

  for (const [what, from, row] of [
    ['the last rows of the chain are gone', 2, 3],
    ['all of it is gone', 1, 2],
  ] as const) {
    test(`${what}: the invoice whose seal is lost is named, and no number is given anew`, () => {
      const state = registerWithDrafts(3);
      issued(state, ['D-1', 'D-2']);
      const tab = state.tabs.get('seals') ?? [];
      const issues = tab.filter((cells, at) => at > 0 && cells.includes('ISSUE'));
      tab.splice(1, tab.length, ...(from === 2 ? [issues[0]] : []));
      const number = from === 2 ? 'F2026-00002' : 'F2026-00001';
      const words = new RegExp(
        `La facture ${number} \\(ligne ${row} de l’onglet Factures\\) porte un sceau`,
        'u',
      );
      assert.match(refusalOf(issued(state, ['D-3'])), words);
      assert.equal(state.mails.length, 2);
      assert.equal(rowsOf(state, 'invoices').length, 2);
    });
  }

  test('what another tool wrote for a seal, and a row copied with its seal, stop nothing', () => {
    const state = registerWithDrafts(2);
    issued(state, ['D-1']);
    const [, row] = state.tabs.get('invoices') ?? [];
    const place = columnsOf('invoices').findIndex(({ key }) => key === 'number');
    const copy = row.map((cell, at) => (at === place ? 'X-1' : cell));
    const other = row.map((cell, at) => {
      if (at === place) return 'X-2';
      return columnsOf('invoices')[at].key === 'seal' ? 'vu, AB' : cell;
    });
    state.tabs.get('invoices')?.push(copy, other);
    assert.equal(issuedOf(issued(state, ['D-2'])).documents.length, 1);
  });

  test('a copied draft row: neither of the two is issued', () => {
    const state = registerWithDrafts(1);
    putRows(state, 'drafts', [{ id: 'D-1', client: 'BOIS', ready: 'oui' }]);
    assert.match(noticesOf(issued(state, ['D-1'])).join(), /Deux brouillons portent l’identifiant D-1/u);
    assert.equal(rowsOf(state, 'seals').length, 0);
  });

  test('a draft that is gone, one that lacks its client, and the others go on', () => {
    const state = registerWithDrafts(1);
    putDraft(state, 'D-2', '');
    const answer = issued(state, ['D-1', 'D-2', 'D-9']);
    assert.deepEqual(
      issuedOf(answer).documents.map(({ draft }) => draft),
      ['D-1'],
    );
    assert.match(noticesOf(answer).join(), /D-9: Le brouillon D-9 n’est plus.*D-2: Choisissez un client/u);
  });

  test('a date before the last of the series', () => {
    const state = registerWithDrafts(1);
    issued(state, ['D-1']);
    putDraft(state, 'D-2', 'ACME', { issueDate: TODAY_SERIAL - 1 });
    assert.match(noticesOf(issued(state, ['D-2'])).join(), /La série va déjà jusqu’au 2026-11-25/u);
  });
});
