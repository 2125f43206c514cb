/**
 * Files through the advanced Drive service with the scope `drive.file`: the add-on sees the files it made and no other. They lie in
 * one folder; what finds them is their name and two properties only the add-on sees, so a moved or shared file is still found.
 */
import { sha256OfBytes } from '../../shared/base/sha256.ts';
import type { StoredFile, World } from '../world.ts';

type Blob = GoogleAppsScript.Base.Blob;
type DriveFile = GoogleAppsScript.Drive_v3.Drive.V3.Schema.File;

const FOLDER = 'application/vnd.google-apps.folder';
const PDF = 'application/pdf';
const XML = 'application/xml';
const FIELDS = 'id,webViewLink,sha256Checksum';

/** The stored files, their bytes for a mail, and whose they are. */
export type Drawer = World['files'] & {
  /** One call, which a file stored later then needs no more: the address of who runs the script; empty where there is no folder yet. */
  readonly owner: () => string;
  /** Makes the folder where there is none. */
  readonly makeFolder: () => void;
  /** No call for what this execution stored or fetched, else two. Throws where Drive does not give back what was stored. */
  readonly blob: (fileId: string) => Blob;
};

/** @param register the spreadsheet's id: files of several registers may share a Drive @param folderName of the folder to make */
export function drawerOf(register: string, folderName: string): Drawer {
  const blobs = new Map<string, Blob>();
  let looked: DriveFile | null = null;
  let made: string | null = null;
  const lookOnce = (): DriveFile => {
    looked ??= findFolder(register);
    return looked;
  };
  const folderOnce = (): string => {
    made ??= lookOnce().id ?? makeFolder(register, folderName);
    return made;
  };
  return {
    owner: () => (lookOnce().owners ?? []).find(({ me }) => me)?.emailAddress ?? '',
    makeFolder: () => {
      folderOnce();
    },
    find: (name) => {
      const [file] = list(`name = '${quoted(name)}' and ${ownedBy(register, 'document')}`);
      return file ? stored(file) : null;
    },
    storePdf: (name, html) => {
      const blob = Utilities.newBlob(html, 'text/html', `${name}.html`).getAs(PDF).setName(name);
      const resource = { ...described(register, 'document', name), parents: [folderOnce()], mimeType: PDF };
      const file = stored(drive().Files.create(resource, blob, { fields: FIELDS }));
      blobs.set(file.id, blob);
      return file;
    },
    storeXml: (name, xml) => {
      const resource = { ...described(register, 'document', name), parents: [folderOnce()], mimeType: XML };
      return stored(drive().Files.create(resource, Utilities.newBlob(xml, XML, name), { fields: FIELDS }));
    },
    blob: (fileId) => {
      const blob = blobs.get(fileId) ?? download(fileId);
      blobs.set(fileId, blob);
      return blob;
    },
  };
}

/** Nothing where there is none. */
function findFolder(register: string): DriveFile {
  const query = `mimeType = '${FOLDER}' and ${ownedBy(register, 'folder')}`;
  return list(query, 'id,owners(me,emailAddress)')[0] ?? {};
}

function makeFolder(register: string, name: string): string {
  const made = drive().Files.create({ ...described(register, 'folder', name), mimeType: FOLDER });
  return needed(made.id);
}

/** Of several files with one name the oldest counts: it is the one that may have left already. */
function list(query: string, fields: string = FIELDS): readonly DriveFile[] {
  const found = drive().Files.list({
    q: `${query} and trashed = false`,
    orderBy: 'createdTime',
    pageSize: 1,
    fields: `files(${fields})`,
  });
  return found.files ?? [];
}

function ownedBy(register: string, kind: string): string {
  const has = (key: string, value: string): string =>
    `appProperties has { key='${key}' and value='${quoted(value)}' }`;
  return `${has('encaisseRegister', register)} and ${has('encaisseKind', kind)}`;
}

function described(register: string, kind: string, name: string): DriveFile {
  return { name, appProperties: { encaisseRegister: register, encaisseKind: kind } };
}

/** A text inside a query's apostrophes. */
function quoted(text: string): string {
  return text.replace(/[\\']/g, '\\$&');
}

function stored(file: DriveFile): StoredFile {
  return { id: needed(file.id), url: needed(file.webViewLink), sha256: needed(file.sha256Checksum) };
}

/** What Drive gives back is compared with what Drive keeps: no other document ever leaves under an invoice's name. */
function download(fileId: string): Blob {
  const { name, sha256Checksum } = drive().Files.get(fileId, { fields: 'name,sha256Checksum' });
  const content: unknown = drive().Files.get(fileId, { alt: 'media' });
  const blob = Utilities.newBlob(bytesOf(content), PDF, needed(name));
  if (sha256OfBytes(blob.getBytes()) !== sha256Checksum) {
    throw new Error('Drive did not give the stored file back whole');
  }
  return blob;
}

/** Drive's answer is a blob, bytes, or a text with a character a byte: which one, Google's documentation leaves open. */
function bytesOf(content: unknown): number[] {
  if (typeof content === 'string') {
    return Array.from(content, (character) => signed(character.charCodeAt(0)));
  }
  if (Array.isArray(content)) return content.map((byte) => signed(Number(byte)));
  if (isBlob(content)) return content.getBytes();
  throw new Error('Drive answered with something that is no file');
}

function isBlob(content: unknown): content is Blob {
  return typeof content === 'object' && content !== null && 'getBytes' in content;
}

/** Google's bytes go from -128 to 127. */
function signed(byte: number): number {
  return ((byte + 128) & 0xff) - 128;
}

/** The advanced service as the manifest switches it on. */
export function drive(): GoogleAppsScript.Drive {
  if (typeof Drive === 'undefined') throw new Error('the advanced Drive service is not switched on');
  return Drive;
}

function needed(value: string | undefined): string {
  if (value === undefined) throw new Error('Drive left out a field it was asked for');
  return value;
}
