/**
 * What is sealed of the firm itself: who it is by law, and where it is paid. A change joins the chain with what stood there before, so that
 * an account that was exchanged before a client paid can be told, by whomever and wherever it was written.
 */
import type { SealContent, SealRow } from './seal.ts';
import type { SnapshotSeller } from './snapshot.ts';
import { readSnapshot } from './snapshot-text.ts';

const FIELDS = [
  'name',
  'legalForm',
  'shareCapital',
  'legalId',
  'vatNumber',
  'addressLine1',
  'addressLine2',
  'postalCode',
  'city',
  'country',
  'iban',
  'bic',
] as const;

/** The settings whose changes are sealed. */
export const SEALED_SETTINGS: readonly string[] = FIELDS.map(settingOf);

function settingOf(field: (typeof FIELDS)[number]): string {
  return field === 'name' ? 'companyName' : field;
}

/**
 * The seals that bring the chain up to what the settings say now. Before a document was sealed, nothing is: nobody has read them yet.
 * @param seals a verified chain @param now the seller as a document sealed now would name it @param at UTC @param user who is noted; may be empty
 */
export function settingSeals(
  seals: readonly SealRow[],
  now: SnapshotSeller,
  at: string,
  user: string,
): readonly SealContent[] {
  const known = sealedSettings(seals);
  return FIELDS.flatMap((field): SealContent[] => {
    const from = known.get(settingOf(field));
    const to = now[field];
    if (from === undefined || from === to) return [];
    const snapshotText = JSON.stringify({ from, to, user });
    return [{ type: 'SETTING', number: settingOf(field), at, snapshotText }];
  });
}

/** Each setting as the chain knows it: from the last document, and from what was sealed of it since. */
function sealedSettings(seals: readonly SealRow[]): ReadonlyMap<string, string> {
  const known = new Map<string, string>();
  for (let at = seals.length - 1; at >= 0; at--) {
    const { number, snapshot, type } = seals[at];
    if (type === 'SETTING' && !known.has(number)) known.set(number, sealedTo(snapshot));
    if (type !== 'ISSUE' && type !== 'CREDIT') continue;
    const read = readSnapshot(snapshot);
    if (!read.ok) continue;
    for (const field of FIELDS) {
      if (!known.has(settingOf(field))) known.set(settingOf(field), read.value.seller[field]);
    }
    break;
  }
  return known;
}

/** The value a setting's seal says it took on. */
function sealedTo(snapshot: string): string {
  const told: unknown = JSON.parse(snapshot);
  const value = typeof told === 'object' && told !== null && 'to' in told ? told.to : '';
  return typeof value === 'string' ? value : '';
}
