/**
 * What is sealed beside documents: who the firm is and where it is paid, and the payments it recorded. The add-on's own forms seal at once;
 * what was typed into the tabs, or a run did not come to, the daily run finds by comparing the tabs with the chain.
 */
import { sellerOf } from '../../../shared/invoicing/draft-snapshot.ts';
import type { SealContent } from '../../../shared/invoicing/seal.ts';
import {
  paymentSeal,
  paymentSeals,
  paymentsOf,
  type SealedPayment,
} from '../../../shared/invoicing/sealed-payments.ts';
import { settingSeals } from '../../../shared/invoicing/sealed-settings.ts';
import type { Settings } from '../../../shared/register/entries.ts';
import type { Answer } from '../../contract.ts';
import type { World } from '../../world.ts';
import { mendLeftOver } from '../exchange/mend-payments.ts';
import { answered, readRegisterOf, refused, textOf, underLock, viewOf } from '../frame.ts';
import { appendSeals, continued, joinChain, type OpenChain, openChain } from './chain.ts';

/** New payments that one daily run seals at most; the next run goes on. */
const MOST = 200;

/** Settings and payments that the tabs say otherwise than the chain. @returns how many seals joined it */
export function sealChanges(world: World): Answer<number> {
  return underLock(world, () => {
    mendLeftOver(world);
    const opened = openChain(world);
    if (!opened.ok) return opened;
    const { register, grids } = readRegisterOf(world, ['settings', 'clients', 'invoices', 'payments']);
    const view = viewOf('payments', grids.get('payments') ?? [], world.sheet.language);
    if (!view.ok) return view;
    const { chain } = opened.value;
    const { instant } = world.now();
    const payments = paymentsOf(register, (row) => textOf(view.value, row, 'id'));
    return sealAll(world, opened.value, [
      ...settingSeals(chain, sellerOf(register.settings), instant, ''),
      ...paymentSeals(chain, payments, instant, MOST),
    ]);
  });
}

/** Settings just saved. Under the lock. Saved they are, whatever becomes of the seal: where the chain does not hold, issuing says so. */
export function sealSettings(world: World, settings: Pick<Settings, 'texts'>): void {
  const opened = openChain(world);
  if (!opened.ok) return;
  const contents = settingSeals(opened.value.chain, sellerOf(settings), world.now().instant, world.user());
  sealAll(world, opened.value, contents);
}

/** Payments just recorded: three calls. Under the lock. */
export function sealRecorded(world: World, payments: readonly SealedPayment[]): void {
  const { instant } = world.now();
  joinChain(
    world,
    payments.map((one) => paymentSeal(one, instant)),
  );
}

function sealAll(world: World, chain: OpenChain, contents: readonly SealContent[]): Answer<number> {
  const rows = continued(world, chain, contents);
  const fault = appendSeals(world, chain.seals, rows);
  return fault === null ? answered(rows.length) : refused(fault);
}
