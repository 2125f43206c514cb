/** On opening: a register that was last refreshed on another day is refreshed, so that nobody reads yesterday's days overdue. */
import { dayOfSerial } from '../../../shared/base/civil-date.ts';
import { DASHBOARD } from '../../../shared/register/tabs/dashboard-layout.ts';
import type { World } from '../../world.ts';
import { refreshWhole } from './whole.ts';

/** One call where the dashboard is today's already; nothing where the register is not set up. @returns whether it refreshed */
export function refreshOnOpen(world: World): boolean {
  if (!world.sheet.has('dashboard') || !world.sheet.has('invoices')) return false;
  const { column, row } = DASHBOARD.identity;
  const made = world.sheet.readColumn('dashboard', column + 1)[row - 1] ?? null;
  if (typeof made === 'number' && dayOfSerial(made) === world.now().day) return false;
  return refreshWhole(world).ok;
}
