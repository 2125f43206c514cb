/** Rooms within rooms: a folder one takes in at a glance, and no two parts of it that lean on each other. */
import { posix } from 'node:path';
import { type Fault, fault, importsOf, type TextFile } from './source-file.ts';

const FOLDER_FILES = 40;

/** Actions call one another across their folders: issuing mails, a payment seals, a reminder heals. No two files form a circle. */
const ONE_ROOM = 'appsscript/actions';

/** @returns a fault for the first code file that is one too many for a glance at its folder */
export function crowdFaults(files: readonly TextFile[]): readonly Fault[] {
  const crowds = new Map<string, number>();
  return files.flatMap((file) => {
    const folder = posix.dirname(file.path);
    const crowd = (crowds.get(folder) ?? 0) + 1;
    crowds.set(folder, crowd);
    return crowd === FOLDER_FILES + 1
      ? [fault(file, 0, `its folder has more than ${FOLDER_FILES} files`)]
      : [];
  });
}

/**
 * Inside a room, what stands in it (a folder within counts as one, a file as one) forms no circle that a folder is part of.
 * Two files of one folder may know each other; their types often do. Between rooms the floors decide.
 */
export function circleFaults(files: readonly TextFile[]): readonly Fault[] {
  const folders = new Set(files.flatMap(({ path }) => foldersAbove(path)));
  const rooms = [...folders].filter((folder) => folder.includes('/') && folder !== ONE_ROOM);
  return rooms.flatMap((room) => circlesIn(room, files));
}

type Arrow = { readonly file: TextFile; readonly from: string; readonly to: string };

function circlesIn(folder: string, files: readonly TextFile[]): readonly Fault[] {
  const arrows = files
    .filter(({ path }) => path.startsWith(`${folder}/`))
    .flatMap((file) => arrowsOf(file, folder));
  const next = new Map<string, Set<string>>();
  for (const { from, to } of arrows) next.set(from, (next.get(from) ?? new Set<string>()).add(to));
  return arrows
    .filter(({ from, to }) => !from.includes('.') && reaches(next, to, from))
    .map(({ file, from, to }) => fault(file, 0, `${folder}/${from} leans on ${to}, which leans on it`));
}

function arrowsOf(file: TextFile, folder: string): readonly Arrow[] {
  const partOf = (path: string) => path.slice(folder.length + 1).split('/')[0] ?? '';
  return importsOf(file).flatMap(({ from }) => {
    const target = posix.join(posix.dirname(file.path), from);
    if (!from.startsWith('.') || !target.startsWith(`${folder}/`)) return [];
    const arrow = { file, from: partOf(file.path), to: partOf(target) };
    return arrow.from === arrow.to ? [] : [arrow];
  });
}

function reaches(next: ReadonlyMap<string, ReadonlySet<string>>, start: string, goal: string): boolean {
  const seen = new Set([start]);
  for (const part of seen) for (const further of next.get(part) ?? []) seen.add(further);
  return seen.has(goal);
}

/** `a/b` of `a/b/c.ts`, and `a`. */
function foldersAbove(path: string): readonly string[] {
  const folder = posix.dirname(path);
  return folder === '.' ? [] : [folder, ...foldersAbove(folder)];
}
