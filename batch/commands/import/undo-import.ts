/** An import taken back: its payments leave the register, the log keeps its movements as undone, so that a file may come again. */

import { IMPORTED } from '../../../shared/exchange/match/imported.ts';
import type { Register } from '../../../shared/register/entries.ts';
import { UsageError } from '../../options/usage-error.ts';
import type { RegisterWriter } from '../../sources/register-writer.ts';
import type { ExitCode, World } from '../ground/world.ts';
import type { PaymentBook } from './payment-book.ts';

/** @throws UsageError where no movement of the log is of that import */
export async function undoImport(
  importId: string,
  { register }: PaymentBook,
  writer: RegisterWriter,
  isDry: boolean,
  world: World,
): Promise<ExitCode> {
  const entries = register.bank.filter((entry) => entry.importId === importId && entry.state !== 'undone');
  if (entries.length === 0) throw unknownImport(importId, register);
  const ids = new Set(entries.flatMap(({ payments }) => payments).filter((id) => id.startsWith(IMPORTED)));
  if (!isDry) {
    await writer.remove('payments', 'id', ids); // first: a log that says undone beside its payments would count them for ever
    await writer.change(
      'bank',
      'key',
      new Map(entries.map(({ key }) => [key, { state: 'undone', payments: '' }] as const)),
      { state: 'undone' },
    );
  }
  await world.out.write(
    register.settings.language === 'fr'
      ? `Import ${importId}\u202f: règlements retirés ${ids.size}, mouvements annulés ${entries.length}.\n`
      : `Import ${importId}: payments taken out ${ids.size}, movements undone ${entries.length}.\n`,
  );
  return 0;
}

function unknownImport(importId: string, { bank }: Register): UsageError {
  const known = Array.from(
    new Set(bank.filter(({ state }) => state !== 'undone').map(({ importId: id }) => id)),
  );
  const list = known.slice(-5).join(', ') || '—';
  return new UsageError({
    fr: `aucun import «\u202f${importId}\u202f»\u202f; les derniers sont ${list}.`,
    en: `no import "${importId}"; the last ones are ${list}.`,
  });
}
