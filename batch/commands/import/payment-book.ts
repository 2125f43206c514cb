/** The register as an import reads it: with the ids of its payments, by row. */
import { type KeptProfile, keptProfiles } from '../../../shared/exchange/bank/kept-profiles.ts';
import { writtenRows } from '../../../shared/invoicing/read-drafts.ts';
import { readText } from '../../../shared/register/cells.ts';
import type { Register } from '../../../shared/register/entries.ts';
import { TABLES } from '../../../shared/register/tables.ts';
import { type KeptCells, keepingCells } from '../../sources/kept-cells.ts';
import { readRegister } from '../ground/read-register.ts';
import type { World } from '../ground/world.ts';

export type PaymentBook = {
  readonly register: Register;
  readonly ibans: readonly string[]; // by client
  readonly profiles: readonly KeptProfile[]; // of banks' files that were unknown
  readonly paymentIds: ReadonlyMap<number, string>; // by row, of those that have one
};

/** @throws UsageError, SourceError */
export async function readPaymentBook(register: string, world: World): Promise<PaymentBook> {
  let kept: KeptCells = new Map();
  const { read } = await readRegister(register, world, () => ({
    takeSeal: () => undefined,
    through: (reader) => {
      const keeping = keepingCells(reader, ['payments']);
      kept = keeping.kept;
      return keeping.sink;
    },
  }));
  const rows = writtenRows(kept.get('payments') ?? [], TABLES.payments.columns);
  const ids = rows.map(({ cell, row }) => [row, readText(cell('id'))] as const);
  return {
    register: read.register,
    ibans: read.evidence.ibans,
    profiles: keptProfiles(read.evidence.bankProfiles),
    paymentIds: new Map(ids.filter(([, id]) => id !== '')),
  };
}
