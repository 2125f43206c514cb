/**
 * What was printed is sealed too: each stored PDF's checksum joins the chain, once a document, so that a file that is exchanged later
 * shows. It is done in the daily run: files are looked up without the lock, sealed under it.
 */
import type { SealContent, SealRow } from '../../../shared/invoicing/seal.ts';
import type { Answer } from '../../contract.ts';
import type { World } from '../../world.ts';
import { answered, refused, underLock } from '../frame.ts';
import { LAST_START_MILLIS } from '../outbox/send.ts';
import { type Sealed, sealedIn } from './book.ts';
import { appendSeals, continued, openChain } from './chain.ts';
import { fileName } from './documents.ts';

/** What one run seals at most: a call a file; the next run goes on. */
const MOST = 50;

/** @param started when the run began @returns how many documents were sealed */
export function sealDocuments(world: World, started = world.now().millis): Answer<number> {
  const opened = openChain(world);
  if (!opened.ok) return opened;
  const found: SealContent[] = [];
  for (const sealed of withoutDocument(opened.value.chain).slice(0, MOST)) {
    if (world.now().millis - started > LAST_START_MILLIS) break;
    const file = world.files.find(fileName(sealed));
    if (file) found.push(documentSeal(world, sealed.number, file.id, file.sha256));
  }
  return found.length === 0 ? answered(0) : underLock(world, () => append(world, found));
}

function documentSeal(world: World, number: string, file: string, sha256: string): SealContent {
  return { type: 'DOC', number, at: world.now().instant, snapshotText: JSON.stringify({ file, sha256 }) };
}

/** The chain is read again: another run may have sealed meanwhile. */
function append(world: World, found: readonly SealContent[]): Answer<number> {
  const opened = openChain(world);
  if (!opened.ok) return opened;
  const done = documented(opened.value.chain);
  const rows = continued(
    world,
    opened.value,
    found.filter(({ number }) => !done.has(number)),
  );
  const fault = appendSeals(world, opened.value.seals, rows);
  return fault === null ? answered(rows.length) : refused(fault);
}

function withoutDocument(chain: readonly SealRow[]): readonly Sealed[] {
  const done = documented(chain);
  return sealedIn(chain.filter(({ number }) => !done.has(number)));
}

function documented(chain: readonly SealRow[]): ReadonlySet<string> {
  return new Set(chain.filter(({ type }) => type === 'DOC').map(({ number }) => number));
}
