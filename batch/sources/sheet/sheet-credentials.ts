/** Who reads the sheet: a service account's key, or the credentials Google's tools have set up on this machine. */
import { readFile, realpath, stat } from 'node:fs/promises';
import { isAbsolute, relative, sep } from 'node:path';
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { Words } from '../../../shared/base/words.ts';
import { SourceError } from '../source.ts';
import { faultOf, SheetFailure } from './sheet-faults.ts';
import { jsonField } from './sheet-json.ts';
import { type Timing, withPatience } from './sheet-patience.ts';

/** Signed in. `account` is the address a sheet is shared with, `null` where Google does not tell it. */
export type SheetIdentity = {
  readonly auth: NonNullable<sheets_v4.Options['auth']>;
  account(): Promise<string | null>;
};

/** Signs in. @throws SourceError on a key that lies open, SheetFailure where Google refuses it */
export type SheetCredentials = (timing: Timing) => Promise<SheetIdentity>;

/** What a command does to the spreadsheets shared with it: most of them only read. */
export type SheetUse = 'read' | 'write';

/** The narrowest that does. */
const SCOPES: Readonly<Record<SheetUse, string>> = {
  read: 'https://www.googleapis.com/auth/spreadsheets.readonly',
  write: 'https://www.googleapis.com/auth/spreadsheets',
};

/**
 * Google's application-default credentials; a key file named by GOOGLE_APPLICATION_CREDENTIALS is checked first.
 * @param projectFolder the folder no key may lie in: it would end up in the repository
 */
export function googleCredentials(
  environment: Readonly<Record<string, string | undefined>>,
  projectFolder: string,
  use: SheetUse = 'read',
): SheetCredentials {
  return async (timing) => {
    const keyFile = environment.GOOGLE_APPLICATION_CREDENTIALS;
    if (keyFile) await checkKeyFile(keyFile, projectFolder);
    const { auth: google } = await import('./google-client.ts');
    const auth = new google.GoogleAuth({ scopes: [SCOPES[use]], ...(keyFile && { keyFile }) });
    await withPatience(timing, () => signIn(auth, timing));
    return { auth, account: () => accountOf(auth) };
  };
}

type SignIn = { getAccessToken(): Promise<unknown> };

/** Asks for a token now, so that what is wrong with the credentials is not taken for something wrong with the sheet. */
async function signIn(auth: SignIn, timing: Timing): Promise<void> {
  try {
    await auth.getAccessToken();
  } catch (error) {
    const fault = faultOf(error, timing.now());
    if (fault?.kind === 'network' || fault?.kind === 'timeout' || fault?.kind === 'quota') throw error;
    if (fault?.kind === 'server' && fault.status >= 500) throw error;
    const missing =
      error instanceof Error && error.message.startsWith('Could not load the default credentials');
    throw new SheetFailure({ kind: missing ? 'no-credentials' : 'credentials-refused' });
  }
}

async function accountOf(auth: { getCredentials(): Promise<unknown> }): Promise<string | null> {
  const email = await auth.getCredentials().then(
    (credentials) => jsonField(credentials, 'client_email'),
    () => null, // the message names the account in use in general words then
  );
  return typeof email === 'string' && /^[^\s@]+@[^\s@]+$/.test(email) ? email : null;
}

/** A file that holds a secret is its owner's alone, and outside the project. One that only names an identity provider holds none. */
async function checkKeyFile(keyFile: string, projectFolder: string): Promise<void> {
  const path = await realpath(keyFile).catch(() => null);
  const text = path === null ? null : await readFile(path, 'utf8').catch(() => null);
  const key = text === null ? null : parsed(text);
  if (path === null || typeof jsonField(key, 'type') !== 'string')
    throw new SourceError(unreadableKey(keyFile));
  const isSecret = ['private_key', 'refresh_token'].some((name) => jsonField(key, name) !== undefined);
  if (!isSecret) return;
  const inside = relative(await realpath(projectFolder), path);
  if (!inside.startsWith(`..${sep}`) && !isAbsolute(inside)) throw new SourceError(keyInProject(keyFile));
  const { mode } = await stat(path);
  if (process.platform !== 'win32' && (mode & 0o077) !== 0) throw new SourceError(openKey(keyFile));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function unreadableKey(keyFile: string): Words {
  return {
    fr: `GOOGLE_APPLICATION_CREDENTIALS désigne ${keyFile}, qui n’est pas une clé Google lisible. Indiquez le fichier JSON de la clé du compte de service.`,
    en: `GOOGLE_APPLICATION_CREDENTIALS names ${keyFile}, which is not a Google key that can be read. Name the JSON file of the service account’s key.`,
  };
}

function keyInProject(keyFile: string): Words {
  return {
    fr: `La clé ${keyFile} se trouve dans le dossier du projet, d’où elle partirait avec le code. Déplacez-la hors du projet et corrigez GOOGLE_APPLICATION_CREDENTIALS.`,
    en: `The key ${keyFile} lies in the project’s folder, from where it would leave with the code. Move it out of the project and correct GOOGLE_APPLICATION_CREDENTIALS.`,
  };
}

function openKey(keyFile: string): Words {
  return {
    fr: `La clé ${keyFile} peut être lue par d’autres utilisateurs de cette machine. Lancez\u202f: chmod 600 "${keyFile}"`,
    en: `The key ${keyFile} can be read by other users of this machine. Run: chmod 600 "${keyFile}"`,
  };
}
