/** `encaisse claim-file`: all that a lawyer or an agency needs to pursue a client, in one archive or folder, with fingerprints. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { CivilDate } from '../../../shared/base/civil-date.ts';
import { countText } from '../../../shared/base/numbers-text.ts';
import type { Language } from '../../../shared/base/words.ts';
import { pieceListPaper } from '../../../shared/letters/papers/piece-list-paper.ts';
import { openInvoicesOf } from '../../../shared/letters/papers/proof-sheet-paper.ts';
import { writeWhole } from '../../answers/whole-file.ts';
import { type CommandFlags, lastText } from '../../options/command-flags.ts';
import { UsageError } from '../../options/usage-error.ts';
import { paperPdf } from '../../print/paper-pdf.ts';
import { writing } from '../ground/failures.ts';
import { oneLine } from '../ground/one-line.ts';
import type { ExitCode, World } from '../ground/world.ts';
import { type Claim, type ClaimPiece, claimPieces } from './claim-pieces.ts';
import { missingText } from './letter.ts';
import {
  clientNamed,
  fileFlag,
  invoicesNamed,
  type OpenedDesk,
  openDesk,
  problemsText,
} from './paper-desk.ts';

type Target = { readonly zip: string } | { readonly folder: string };

export async function runClaimFile(flags: CommandFlags, world: World): Promise<ExitCode> {
  const target = targetOf(flags, world);
  const code = lastText(flags, 'client') ?? noClient();
  const opened = await openDesk(flags, world, true);
  const { desk, language, register } = opened;
  const client = clientNamed(register, code);
  const named = invoicesNamed(register, flags.texts.get('invoice') ?? [], client);
  const invoices = named.length > 0 ? named : openInvoicesOf(desk, client);
  if (invoices.length === 0) {
    await world.out.write(NOTHING_OPEN[language]);
    return 1;
  }
  const claim = claimPieces(opened, client, invoices);
  const files = withList(claim, opened, client);
  await write(files, target, opened.day, world);
  await tell(claim, files, target, opened, world);
  const { problems } = opened.issued.read;
  if (problems.length > 0) world.talk(problemsText(problems.length, language));
  return problems.length + claim.missing.length + claim.squares.size > 0 ? 1 : 0;
}

const NOTHING_OPEN = {
  fr: 'rien n’est ouvert pour ce client à cette date\u202f: nommez les factures par --invoice.\n',
  en: 'nothing of this client is open on that day: name the invoices with --invoice.\n',
} as const;

/** @throws UsageError */
function noClient(): never {
  throw new UsageError({
    fr: 'dites de quel client\u202f: --client CODE.',
    en: 'say which client: --client CODE.',
  });
}

/** @throws UsageError where both or neither is given, or where the folder is there already */
function targetOf(flags: CommandFlags, world: World): Target {
  const zip = fileFlag(flags, 'zip');
  const folder = fileFlag(flags, 'folder');
  if (zip !== null && folder === null) return { zip };
  if (folder === null || zip !== null) {
    throw new UsageError({
      fr: 'dites où l’écrire\u202f: --zip FICHIER ou --folder DOSSIER, l’un des deux.',
      en: 'say where to write it: --zip FILE or --folder FOLDER, one of them.',
    });
  }
  if (!existsSync(resolve(world.folder, folder))) return { folder };
  throw new UsageError({
    fr: `«\u202f${folder}\u202f» existe déjà\u202f: donnez un dossier nouveau, pour que rien d’autre ne s’y mêle.`,
    en: `"${folder}" is there already: name a new folder, so that nothing else is mixed in.`,
  });
}

/** The pieces, their list on paper, and their fingerprints as `sha256sum -c` reads them. */
function withList(
  { missing, pieces }: Claim,
  { day, desk, language }: OpenedDesk,
  client: number,
): readonly ClaimPiece[] {
  const listed = pieces.map((piece) => ({ ...piece, sha256: sha256Of(piece.bytes) }));
  const paper = pieceListPaper(desk, client, listed, missing);
  const list = { title: paper.subject, path: `00-${paper.fileName}.pdf`, bytes: paperPdf(paper, day).bytes };
  const sums = [...listed, { ...list, sha256: sha256Of(list.bytes) }]
    .map(({ path, sha256 }) => `${sha256}  ${path}\n`)
    .join('');
  const name = language === 'fr' ? 'empreintes-sha256.txt' : 'fingerprints-sha256.txt';
  return [list, ...pieces, { title: name, path: name, bytes: Buffer.from(sums, 'utf8') }];
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function write(
  files: readonly ClaimPiece[],
  target: Target,
  day: CivilDate,
  world: World,
): Promise<void> {
  if ('zip' in target) {
    await writing(target.zip, () => writeWhole(zipOf(files, day), resolve(world.folder, target.zip)));
  } else {
    await writing(target.folder, () => writeFolder(files, resolve(world.folder, target.folder)));
  }
}

/** Its entries bear the day it is asked for: the same claim is the same archive. */
function zipOf(files: readonly ClaimPiece[], day: CivilDate): Readable {
  const zip = new ZipFile();
  const options = { mtime: new Date(`${day}T12:00:00`), mode: 0o100644, forceDosTimestamp: true };
  for (const { bytes, path } of files) zip.addBuffer(Buffer.from(bytes), path, options);
  zip.end();
  return Readable.from(zip.outputStream);
}

/** Filled under another name, then given its own. */
async function writeFolder(files: readonly ClaimPiece[], folder: string): Promise<void> {
  const aside = `${folder}.${process.pid}.part`;
  try {
    for (const { bytes, path } of files) {
      await mkdir(dirname(join(aside, path)), { recursive: true });
      await writeFile(join(aside, path), bytes, { flush: true });
    }
    await rename(aside, folder);
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

async function tell(
  { missing, squares }: Claim,
  files: readonly ClaimPiece[],
  target: Target,
  { language }: OpenedDesk,
  world: World,
): Promise<void> {
  const path = 'zip' in target ? target.zip : target.folder;
  await world.out.write(`${doneText(files.length, path, language)}\n`);
  for (const sentence of missing) await world.out.write(`  ${oneLine(sentence)}\n`);
  if (squares.size > 0) world.talk(missingText([...squares], language));
}

function doneText(count: number, path: string, language: Language): string {
  return language === 'fr'
    ? `${countText(count, 'fichier', 'fichiers', language)} dans ${path}`
    : `${countText(count, 'file', 'files', language)} in ${path}`;
}
