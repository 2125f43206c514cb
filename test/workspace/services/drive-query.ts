/** The search language of Drive, as far as the add-on uses it: conditions joined by `and`. */
import { notEmulated } from '../emulated.ts';
import type { StoredFile } from '../state.ts';

const TEXT = String.raw`'((?:[^'\\]|\\.)*)'`;
type Condition = {
  readonly pattern: RegExp;
  readonly holds: (file: StoredFile, ...texts: string[]) => boolean;
};

const CONDITIONS: readonly Condition[] = [
  { pattern: new RegExp(`^name\\s*=\\s*${TEXT}`), holds: (file, name) => file.name === name },
  { pattern: new RegExp(`^mimeType\\s*=\\s*${TEXT}`), holds: (file, type) => file.mimeType === type },
  { pattern: new RegExp(`^mimeType\\s*!=\\s*${TEXT}`), holds: (file, type) => file.mimeType !== type },
  { pattern: /^trashed\s*=\s*false/, holds: ({ trashed }) => !trashed },
  { pattern: new RegExp(`^${TEXT}\\s+in\\s+parents`), holds: (file, id = '') => file.parents.includes(id) },
  {
    pattern: new RegExp(
      `^appProperties\\s+has\\s*\\{\\s*key\\s*=\\s*${TEXT}\\s+and\\s+value\\s*=\\s*${TEXT}\\s*\\}`,
    ),
    holds: (file, key = '', value = '') => file.appProperties[key] === value,
  },
];

/** @returns whether a file is what the query looks for; a condition not listed here is refused. */
export function driveQuery(query: string): (file: StoredFile) => boolean {
  const tests: ((file: StoredFile) => boolean)[] = [];
  let rest = query.trim();
  while (rest !== '') {
    const met = CONDITIONS.flatMap(({ pattern, holds }) => {
      const match = pattern.exec(rest);
      return match ? [{ match, holds }] : [];
    })[0];
    if (!met) return notEmulated(`the Drive query ${rest}`);
    const [whole, ...texts] = met.match;
    tests.push((file) => met.holds(file, ...texts.map(unquoted)));
    rest = afterAnd(rest.slice(whole.length).trim());
  }
  return (file) => tests.every((holds) => holds(file));
}

function afterAnd(rest: string): string {
  if (rest === '') return '';
  return rest.startsWith('and ') ? rest.slice(4).trim() : notEmulated(`the Drive query … ${rest}`);
}

function unquoted(text: string): string {
  return text.replace(/\\(.)/g, '$1');
}
