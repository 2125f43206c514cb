/** The advanced Drive service, v3, under `drive.file`: the add-on sees the files it made and no other. */
import { createHash } from 'node:crypto';
import { nextId, nowOf } from '../backend.ts';
import { notEmulated, optionsOf, textOption } from '../emulated.ts';
import { type Execution, ServiceError } from '../execution.ts';
import type { StoredFile } from '../state.ts';
import { BlobService, signedBytes } from './blob.ts';
import { driveQuery } from './drive-query.ts';

const FOLDER = 'application/vnd.google-apps.folder';

export class DriveService {
  static readonly emulates = 'Drive';
  readonly execution: Execution;

  constructor(execution: Execution) {
    this.execution = execution;
  }
  get Files(): DriveFiles {
    return new DriveFiles(this.execution);
  }
  get About(): DriveAbout {
    return new DriveAbout(this.execution);
  }
}

export class DriveAbout {
  static readonly emulates = 'Drive.About';
  readonly execution: Execution;

  constructor(execution: Execution) {
    this.execution = execution;
  }
  get(options: unknown): unknown {
    this.execution.needsAuthorization('Drive.About.get');
    const fields = textOption(optionsOf(options, 'Drive.About.get', ['fields']), 'fields');
    if (fields !== 'user(emailAddress)') notEmulated(`Drive.About.get of ${fields}`);
    const emailAddress = this.execution.start.user;
    return this.execution.call('Drive.About.get', () => ({ user: { emailAddress } }));
  }
}

const RESOURCE = ['id', 'name', 'mimeType', 'parents', 'appProperties', 'description'];

export class DriveFiles {
  static readonly emulates = 'Drive.Files';
  readonly execution: Execution;

  constructor(execution: Execution) {
    this.execution = execution;
  }

  /** Under `drive.file`: what the script made for the same person. */
  #own(): readonly StoredFile[] {
    const { backend, start } = this.execution;
    return backend.state.files.filter(({ owner }) => owner === start.user);
  }

  create(resource: unknown, blob?: unknown, options?: unknown): unknown {
    this.execution.needsAuthorization('Drive.Files.create');
    const parts = optionsOf(resource, 'Drive.Files.create', RESOURCE);
    const fields = textOption(optionsOf(options, 'Drive.Files.create', ['fields']), 'fields');
    const bytes = bytesIn(blob);
    return this.execution.call('Drive.Files.create', () => {
      const file = newFile(this.execution, parts, bytes);
      this.execution.backend.state.files.push(file);
      return described(file, fields === '' ? 'kind,id,name,mimeType' : fields);
    });
  }

  /** The newest last, as `orderBy: 'createdTime'` asks. */
  list(options: unknown): unknown {
    this.execution.needsAuthorization('Drive.Files.list');
    const asked = optionsOf(options, 'Drive.Files.list', ['q', 'fields', 'pageSize', 'orderBy', 'spaces']);
    const order = textOption(asked, 'orderBy');
    if (!['', 'createdTime'].includes(order)) notEmulated(`Drive.Files.list ordered by ${order}`);
    const matches = driveQuery(textOption(asked, 'q'));
    const fields = /^files\((.*)\)$/.exec(textOption(asked, 'fields'))?.[1];
    if (fields === undefined)
      return notEmulated('Drive.Files.list without fields, or with others than files(…)');
    return this.execution.call('Drive.Files.list', () => {
      const found = this.#own().filter(matches);
      return {
        files: found.slice(0, Number(asked.get('pageSize') ?? 100)).map((file) => described(file, fields)),
      };
    });
  }

  /** `alt: 'media'` answers the content; Google's documentation leaves open in which form. */
  get(id: unknown, options?: unknown): unknown {
    this.execution.needsAuthorization('Drive.Files.get');
    const asked = optionsOf(options, 'Drive.Files.get', ['fields', 'alt']);
    return this.execution.call('Drive.Files.get', () => {
      const file = fileOf(this.execution, id);
      if (asked.get('alt') === 'media') return signedBytes(file.bytes);
      return described(file, textOption(asked, 'fields') || 'kind,id,name,mimeType');
    });
  }

  /** Only into the bin and out of it. */
  update(resource: unknown, id: unknown): unknown {
    this.execution.needsAuthorization('Drive.Files.update');
    const trashed = optionsOf(resource, 'Drive.Files.update', ['trashed']).get('trashed') === true;
    return this.execution.call('Drive.Files.update', () => {
      const file = fileOf(this.execution, id);
      file.trashed = trashed;
      return described(file, 'kind,id,name,mimeType');
    });
  }

  generateIds(options?: unknown): unknown {
    this.execution.needsAuthorization('Drive.Files.generateIds');
    const count = Number(
      optionsOf(options, 'Drive.Files.generateIds', ['count', 'fields']).get('count') ?? 10,
    );
    return this.execution.call('Drive.Files.generateIds', () => ({
      ids: Array.from({ length: count }, () => nextId(this.execution.backend, 'file')),
    }));
  }
}

function fileOf({ backend }: Execution, id: unknown): StoredFile {
  const file = backend.state.files.find((one) => one.id === id);
  if (!file) throw new ServiceError(`File not found: ${String(id)}.`);
  return file;
}

function bytesIn(blob: unknown): Uint8Array | null {
  if (blob === undefined || blob === null) return null;
  return blob instanceof BlobService
    ? blob.bytes
    : notEmulated('Drive.Files.create with something but a blob');
}

function newFile(
  { backend, start }: Execution,
  parts: ReadonlyMap<string, unknown>,
  bytes: Uint8Array | null,
): StoredFile {
  const id = textOption(parts, 'id') || nextId(backend, 'file');
  if (backend.state.files.some((file) => file.id === id))
    throw new ServiceError('A file already exists with the provided ID.');
  const mimeType = textOption(parts, 'mimeType');
  if (bytes === null && mimeType !== FOLDER) notEmulated('Drive.Files.create of an empty file');
  const content = bytes ?? new Uint8Array();
  const parents = parts.get('parents') ?? [];
  return {
    id,
    name: textOption(parts, 'name'),
    mimeType,
    bytes: content,
    sha256: createHash('sha256').update(content).digest('hex'),
    owner: start.user,
    parents: Array.isArray(parents) ? parents.map(String) : notEmulated('parents that are no array'),
    appProperties: textsOf(parts.get('appProperties')),
    description: textOption(parts, 'description'),
    createdAt: nowOf(backend),
    trashed: false,
  };
}

function textsOf(value: unknown): Readonly<Record<string, string>> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(Object.entries(value).map(([key, text]) => [key, String(text)]));
}

function described(file: StoredFile, fields: string): unknown {
  const known: Readonly<Record<string, unknown>> = {
    kind: 'drive#file',
    id: file.id,
    name: file.name,
    mimeType: file.mimeType,
    webViewLink: `https://drive.google.com/file/d/${file.id}/view`,
    sha256Checksum: file.sha256,
    size: String(file.bytes.length),
    trashed: file.trashed,
    createdTime: new Date(file.createdAt).toISOString(),
    appProperties: file.appProperties,
    parents: file.parents,
    owners: [{ me: true, emailAddress: file.owner }], // nobody sees another's files
  };
  return Object.fromEntries(
    fields
      .replace('owners(me,emailAddress)', 'owners')
      .split(',')
      .map((field) => {
        const name = field.trim();
        return name in known ? [name, known[name]] : notEmulated(`the file's field ${name}`);
      }),
  );
}
