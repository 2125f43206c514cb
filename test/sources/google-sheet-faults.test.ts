import { expect, test } from 'vitest';
import { SYSTEM_TIMING } from '../../batch/sources/sheet/sheet-patience.ts';
import type { Fault, Plan } from '../workspace/sheets-server.ts';
import { addTab, writeCells } from '../workspace/spreadsheet.ts';
import { failToRead, readThrough, smallRegister } from './sheet-fixture.ts';

/** Fails the requests in this order, and then no more. */
function inOrder(...faults: readonly (Fault | null)[]): Plan {
  return ({ index }) => faults[index] ?? null;
}

const always =
  (fault: Fault): Plan =>
  () =>
    fault;

const status = (code: number, more: Partial<Extract<Fault, { fault: 'status' }>> = {}): Fault => ({
  fault: 'status',
  status: code,
  ...more,
});

for (const [name, fault] of [
  ['429', status(429)],
  ['a 403 that is a rate limit', status(403, { reason: 'RATE_LIMIT_EXCEEDED' })],
  ['408', status(408)],
  ['500', status(500)],
  ['502', status(502)],
  ['503', status(503)],
  ['504', status(504)],
  ['a truncated answer', { fault: 'truncated' }],
  ['a connection cut in the answer', { fault: 'cut' }],
  ['a connection reset', { fault: 'reset' }],
] as const) {
  test(`${name}, then fine`, async () => {
    const { tables, seen, slept, begun } = await readThrough(smallRegister(), {
      plan: inOrder(fault, null, fault, fault),
    });
    expect(tables).toHaveLength(3);
    expect(begun).toBe(1);
    expect(slept).toEqual([2000, 2000, 4000]);
    expect(seen).toHaveLength(4 + 3);
  });
}

test('an answer that hangs is asked for again', async () => {
  const { seen, slept } = await readThrough(smallRegister(), {
    plan: inOrder(null, { fault: 'hang' }),
    requestTimeoutMs: 150,
  });
  expect(seen).toHaveLength(5);
  expect(slept).toEqual([2000]);
});

for (const [retryAfter, wait] of [
  ['0', 2000],
  ['1', 2000],
  ['7', 7000],
  ['300', 300_000],
  ['Fri, 20 Nov 2026 00:00:30 GMT', 30_000],
  ['Thu, 19 Nov 2026 23:59:00 GMT', 2000],
  ['soon', 2000],
] as const) {
  test(`Retry-After ${retryAfter} waits ${wait} ms`, async () => {
    const { slept } = await readThrough(smallRegister(), { plan: inOrder(status(429, { retryAfter })) });
    expect(slept).toEqual([wait]);
  });
}

test('more than five minutes of Retry-After are not waited for', async () => {
  const { slept, words } = await failToRead(smallRegister(), {
    plan: always(status(429, { retryAfter: '301' })),
  });
  expect(slept).toEqual([]);
  expect(words.en).toMatch(/^The read quota/);
});

test('a truncated second look is an edit at worst', async () => {
  const { info, begun } = await readThrough(smallRegister(), {
    plan: inOrder(null, null, { fault: 'truncated' }),
  });
  expect({ moving: info.moving, begun }).toEqual({ moving: false, begun: 2 });
});

test('the 56th request of a minute waits until the first is a minute old', async () => {
  const spreadsheet = smallRegister();
  addTab(spreadsheet, 'Règlements', [['id'], ['P1']], { rowCount: 490_000, columnCount: 20 });
  const { seen, slept } = await readThrough(spreadsheet, {
    plan: ({ index }) => {
      if (index === 40) writeCells(spreadsheet, spreadsheet.tabs[3], 490_000, 1, [['P2']]);
      return null;
    },
  });
  expect(seen).toHaveLength(41 + 42);
  expect(slept).toEqual([1000, 59_000]);
});

const LOGIN =
  'gcloud auth application-default login --scopes=https://www.googleapis.com/auth/spreadsheets.readonly,https://www.googleapis.com/auth/cloud-platform';

const SIX_TRIES = [2000, 4000, 8000, 16_000, 32_000];

for (const [name, fault, tries, fr, en] of [
  [
    '401',
    status(401),
    1,
    `Google refuse les identifiants\u202f: ils ont expiré, ont été révoqués, ou l’horloge de cette machine est fausse. Créez une nouvelle clé du compte de service, ou lancez\u202f: ${LOGIN}`,
    `Google refuses the credentials: they have expired, were revoked, or this machine’s clock is wrong. Create a new key for the service account, or run: ${LOGIN}`,
  ],
  [
    '403',
    status(403),
    1,
    'Le compte Google utilisé n’a pas accès à ce classeur. Partagez le classeur, en lecture, avec ce compte.',
    'The Google account in use has no access to this spreadsheet. Share the spreadsheet with that account, as a viewer.',
  ],
  [
    '403 without the scope',
    status(403, { reason: 'ACCESS_TOKEN_SCOPE_INSUFFICIENT' }),
    1,
    `Les identifiants Google de cette machine ne permettent pas de lire les classeurs. Lancez\u202f: ${LOGIN}`,
    `This machine’s Google credentials do not allow reading spreadsheets. Run: ${LOGIN}`,
  ],
  [
    '403 with the API disabled',
    status(403, { reason: 'SERVICE_DISABLED' }),
    1,
    'L’API Google Sheets n’est pas activée dans le projet Google Cloud des identifiants. Activez-la sur https://console.cloud.google.com/apis/library/sheets.googleapis.com\u202f; après une connexion par gcloud, choisissez aussi le projet\u202f: gcloud auth application-default set-quota-project PROJET',
    'The Google Sheets API is not enabled in the Google Cloud project of the credentials. Enable it at https://console.cloud.google.com/apis/library/sheets.googleapis.com; after a sign-in with gcloud, choose the project too: gcloud auth application-default set-quota-project PROJECT',
  ],
  [
    '404',
    status(404),
    1,
    'Ce classeur Google n’existe pas. Copiez son adresse depuis le navigateur\u202f: https://docs.google.com/spreadsheets/d/…',
    'There is no such Google spreadsheet. Copy its address from the browser: https://docs.google.com/spreadsheets/d/…',
  ],
  [
    '400 for an Excel file',
    status(400, { message: 'This operation is not supported for this document' }),
    1,
    'Ce fichier de Google Drive est un classeur Excel. Ouvrez-le, choisissez Fichier > Enregistrer au format Google Sheets, et donnez l’adresse du nouveau classeur.',
    'This file in Google Drive is an Excel workbook. Open it, choose File > Save as Google Sheets, and give the address of the new spreadsheet.',
  ],
  [
    '400',
    status(400),
    1,
    'Google Sheets a répondu par l’erreur 400. Relancez dans quelques minutes.',
    'Google Sheets answered with error 400. Run again in a few minutes.',
  ],
  [
    '429',
    status(429),
    6,
    'Le quota de lectures de l’API Google Sheets est épuisé. Relancez dans quelques minutes, ou demandez un quota plus élevé dans la console Google Cloud.',
    'The read quota of the Google Sheets API is exhausted. Run again in a few minutes, or ask for a higher quota in the Google Cloud console.',
  ],
  [
    '503',
    status(503),
    6,
    'Google Sheets a répondu par l’erreur 503. Relancez dans quelques minutes.',
    'Google Sheets answered with error 503. Run again in a few minutes.',
  ],
  [
    'reset connections',
    { fault: 'reset' },
    6,
    'Google Sheets est injoignable (ECONNRESET). Vérifiez la connexion, le pare-feu et le proxy, puis relancez.',
    'Google Sheets cannot be reached (ECONNRESET). Check the connection, the firewall and the proxy, then run again.',
  ],
  [
    'hanging',
    { fault: 'hang' },
    6,
    'Google Sheets ne répond pas. Vérifiez la connexion, puis relancez dans quelques minutes.',
    'Google Sheets does not answer. Check the connection, then run again in a few minutes.',
  ],
  [
    'truncated answers',
    { fault: 'truncated' },
    6,
    'Les réponses de Google Sheets arrivent tronquées ou illisibles. Vérifiez le proxy, puis relancez.',
    'The answers of Google Sheets arrive cut or unreadable. Check the proxy, then run again.',
  ],
] as const) {
  test(`always ${name}: ${tries} tries, then its message`, async () => {
    const { words, seen, slept } = await failToRead(smallRegister(), {
      plan: always(fault),
      requestTimeoutMs: fault.fault === 'hang' ? 100 : 5000,
    });
    expect(words).toEqual({ fr, en });
    expect(seen).toHaveLength(tries);
    expect(slept).toEqual(SIX_TRIES.slice(0, tries - 1));
  });
}

test('an unknown spreadsheet is not asked for twice', async () => {
  const { words, seen } = await failToRead(smallRegister(), { spreadsheetId: 'elsewhere' });
  expect(seen).toHaveLength(1);
  expect(words.en).toMatch(/^There is no such Google spreadsheet/);
});

test('a fault in the second look is a fault, not an edit', async () => {
  const { words } = await failToRead(smallRegister(), {
    plan: ({ index }) => (index >= 2 ? status(403) : null),
  });
  expect(words.en).toMatch(/^The Google account in use has no access/);
});

test('real time passes, and chance is a share', async () => {
  const before = SYSTEM_TIMING.now();
  await SYSTEM_TIMING.sleep(1);
  expect(SYSTEM_TIMING.now()).toBeGreaterThanOrEqual(before);
  expect(SYSTEM_TIMING.random()).toBeLessThan(1);
});
