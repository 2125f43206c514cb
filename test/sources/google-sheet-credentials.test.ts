import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { googleCredentials, type SheetCredentials } from '../../batch/sources/sheet/sheet-credentials.ts';
import { faultOf, SheetFailure } from '../../batch/sources/sheet/sheet-faults.ts';
import { faultWords } from '../../batch/sources/sheet/sheet-words.ts';
import { SourceError } from '../../batch/sources/source.ts';
import type { Words } from '../../shared/base/words.ts';
import type { Fault } from '../workspace/sheets-server.ts';
import { failToRead, quickTiming, readThrough, smallRegister } from './sheet-fixture.ts';

const TOKEN = 'canary-token-5f1d';
const KEY = 'canary-key-77ab';
const ROBOT = 'report@dupont.iam.gserviceaccount.com';

/** No credentials but those a test names: neither the developer's own nor those of a cloud machine. */
beforeEach(async () => {
  const home = await temporaryFolder();
  vi.stubEnv('HOME', home);
  vi.stubEnv('APPDATA', home);
  vi.stubEnv('METADATA_SERVER_DETECTION', 'none');
  return () => vi.unstubAllEnvs();
});

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'encaisse-key-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

const SERVICE_KEY = JSON.stringify({ type: 'service_account', client_email: ROBOT, private_key: KEY });

/** A project folder with a key beside it. @returns their paths, and what signing in with the key says */
async function withKey(text: string, mode: number, place: 'beside' | 'inside' = 'beside') {
  const folder = await temporaryFolder();
  const project = join(folder, 'project');
  await mkdir(project);
  const keyFile = join(place === 'beside' ? folder : project, 'key.json');
  await writeFile(keyFile, text);
  await chmod(keyFile, mode);
  return { project, keyFile, said: await refusal({ GOOGLE_APPLICATION_CREDENTIALS: keyFile }, project) };
}

async function refusal(environment: Record<string, string>, project: string): Promise<Words> {
  const error: unknown = await googleCredentials(
    environment,
    project,
  )(quickTiming()).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(inspect(error)).not.toContain(KEY);
  if (error instanceof SourceError) return error.words;
  if (error instanceof SheetFailure) return faultWords(error.fault, null);
  throw new Error('signed in');
}

for (const mode of [0o640, 0o604, 0o644, 0o660, 0o601]) {
  test.skipIf(process.platform === 'win32')(`a key of mode ${mode.toString(8)} lies open`, async () => {
    const { said, keyFile } = await withKey(SERVICE_KEY, mode);
    expect(said).toEqual({
      fr: `La clé ${keyFile} peut être lue par d’autres utilisateurs de cette machine. Lancez\u202f: chmod 600 "${keyFile}"`,
      en: `The key ${keyFile} can be read by other users of this machine. Run: chmod 600 "${keyFile}"`,
    });
  });
}

test('a key inside the project is refused, through a link too', async () => {
  const { said, keyFile, project } = await withKey(SERVICE_KEY, 0o600, 'inside');
  expect(said).toEqual({
    fr: `La clé ${keyFile} se trouve dans le dossier du projet, d’où elle partirait avec le code. Déplacez-la hors du projet et corrigez GOOGLE_APPLICATION_CREDENTIALS.`,
    en: `The key ${keyFile} lies in the project’s folder, from where it would leave with the code. Move it out of the project and correct GOOGLE_APPLICATION_CREDENTIALS.`,
  });
  const link = join(await temporaryFolder(), 'link.json');
  await symlink(keyFile, link);
  const linked = await refusal({ GOOGLE_APPLICATION_CREDENTIALS: link }, project);
  expect(linked.en).toContain('lies in the project');
});

for (const [name, text] of [
  ['no JSON', `-----BEGIN ${KEY}`],
  ['no key', '{"private_key":"x"}'],
] as const) {
  test(`a key file that is ${name} is refused`, async () => {
    const { said, keyFile } = await withKey(text, 0o600);
    expect(said).toEqual({
      fr: `GOOGLE_APPLICATION_CREDENTIALS désigne ${keyFile}, qui n’est pas une clé Google lisible. Indiquez le fichier JSON de la clé du compte de service.`,
      en: `GOOGLE_APPLICATION_CREDENTIALS names ${keyFile}, which is not a Google key that can be read. Name the JSON file of the service account’s key.`,
    });
  });
}

test('a key file that is not there is refused', async () => {
  const folder = await temporaryFolder();
  const said = await refusal({ GOOGLE_APPLICATION_CREDENTIALS: join(folder, 'none.json') }, folder);
  expect(said.en).toContain('which is not a Google key that can be read');
});

test('a key that signs nothing is refused', async () => {
  const { said } = await withKey(SERVICE_KEY, 0o600);
  expect(said.en).toMatch(/^Google refuses the credentials/);
});

test('no credentials on this machine', async () => {
  const said = await refusal({}, await temporaryFolder());
  expect(said).toEqual({
    fr: 'Cette machine n’a pas d’identifiants Google. Indiquez la clé d’un compte de service dans GOOGLE_APPLICATION_CREDENTIALS, ou lancez\u202f: gcloud auth application-default login --scopes=https://www.googleapis.com/auth/spreadsheets.readonly,https://www.googleapis.com/auth/cloud-platform',
    en: 'This machine has no Google credentials. Name a service account’s key in GOOGLE_APPLICATION_CREDENTIALS, or run: gcloud auth application-default login --scopes=https://www.googleapis.com/auth/spreadsheets.readonly,https://www.googleapis.com/auth/cloud-platform',
  });
});

type Provider = { readonly credentials: SheetCredentials; readonly asked: string[] };

/**
 * An identity provider on this machine: it hands out a token for the service account.
 * @param refuse the status of a request by its number, 200 to grant it
 */
async function identityProvider(refuse: (index: number) => number = () => 200): Promise<Provider> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const status = refuse(asked.push(request.url ?? '') - 1);
    const granted =
      request.url === '/token'
        ? { access_token: 'exchanged', token_type: 'Bearer', expires_in: 3600, issued_token_type: 'x' }
        : { accessToken: TOKEN, expireTime: '2099-01-01T00:00:00Z' };
    const error = status === 400 ? 'invalid_grant' : 'temporarily_unavailable';
    const body = status === 200 ? granted : { error, error_description: TOKEN };
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'subject'), 'subject-token');
  const config = {
    type: 'external_account',
    audience: '//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/p/providers/q',
    subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
    token_url: `${url}/token`,
    service_account_impersonation_url: `${url}/v1/projects/-/serviceAccounts/${ROBOT}:generateAccessToken`,
    credential_source: { file: join(folder, 'subject') },
  };
  const keyFile = join(folder, 'config.json');
  await writeFile(keyFile, JSON.stringify(config), { mode: 0o644 });
  const environment = { GOOGLE_APPLICATION_CREDENTIALS: keyFile };
  return { credentials: googleCredentials(environment, folder), asked };
}

test('signed in by an identity provider: the token goes with every request', async () => {
  const { credentials, asked } = await identityProvider();
  const { tables, seen } = await readThrough(smallRegister(), { credentials });
  expect(tables).toHaveLength(3);
  expect(new Set(seen.map(({ authorization }) => authorization))).toEqual(new Set([`Bearer ${TOKEN}`]));
  expect(asked).toHaveLength(2);
});

test('without access, the address to share the sheet with is named', async () => {
  const { credentials } = await identityProvider();
  const { words } = await failToRead(smallRegister(), {
    credentials,
    plan: () => ({ fault: 'status', status: 403 }),
  });
  expect(words).toEqual({
    fr: `${ROBOT} n’a pas accès à ce classeur. Partagez le classeur avec cette adresse, en lecture.`,
    en: `${ROBOT} has no access to this spreadsheet. Share the spreadsheet with that address, as a viewer.`,
  });
});

test('an identity provider that refuses', async () => {
  const { credentials } = await identityProvider(() => 400);
  const failed = await failToRead(smallRegister(), { credentials });
  expect(failed.words.en).toMatch(/^Google refuses the credentials/);
  expect(failed.seen).toHaveLength(0);
  expect(inspect(failed)).not.toContain(TOKEN);
});

test('an identity provider that is busy is asked again', async () => {
  const triesOfItsClient = 4;
  const { credentials } = await identityProvider((index) => (index < triesOfItsClient ? 503 : 200));
  const { tables, slept } = await readThrough(smallRegister(), { credentials });
  expect(tables).toHaveLength(3);
  expect(slept).toEqual([2000]);
});

const ECHO = { message: `Authorization: Bearer ${TOKEN}`, reason: TOKEN };
for (const fault of [
  ...[400, 401, 403, 404, 429, 500, 503].map((status): Fault => ({ fault: 'status', status, ...ECHO })),
  { fault: 'truncated' },
  { fault: 'cut' },
  { fault: 'reset' },
  { fault: 'hang' },
] as const) {
  test(`no token in what is said of ${'status' in fault ? fault.status : fault.fault}`, async () => {
    const { credentials } = await identityProvider();
    const options = { credentials, plan: () => fault, requestTimeoutMs: fault.fault === 'hang' ? 100 : 5000 };
    const failed = await failToRead(smallRegister(), options);
    expect(failed.seen[0].authorization).toBe(`Bearer ${TOKEN}`);
    expect(inspect({ ...failed, seen: [] }, { depth: 9 }) + failed.stack).not.toContain(TOKEN);
  });
}

const answered = (status: number, reason?: string) => ({
  config: {},
  response: { status, ...(reason && { data: { error: { errors: [{ reason }] } } }) },
});

for (const [name, error, fault] of [
  ['no such host', { config: {}, code: 'ENOTFOUND' }, { kind: 'network', code: 'ENOTFOUND' }],
  ['an odd code', { config: {}, code: 'a token?' }, { kind: 'network', code: '' }],
  ['403', answered(403), { kind: 'no-access' }],
  ['403 accessNotConfigured', answered(403, 'accessNotConfigured'), { kind: 'api-disabled' }],
  ['403 rate limit', answered(403, 'userRateLimitExceeded'), { kind: 'quota', retryAfterMs: null }],
  ['501', answered(501), { kind: 'server', status: 501, retryAfterMs: null }],
  ['a bug of ours', new TypeError('a bug of ours'), null],
  ['nothing', null, null],
] as const) {
  test(`${name} is ${fault === null ? 'no fault of the API' : `a fault of kind ${fault.kind}`}`, () =>
    expect(faultOf(error, 0)).toEqual(fault));
}
