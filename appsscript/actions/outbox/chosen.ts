/** Who of those asked for is to be written to today: decided from the register, as far as the day's quota of mails goes. */
import { type Weighed, weighDunning } from '../../../shared/dunning/decide.ts';
import type { DunningDecision } from '../../../shared/dunning/decision.ts';
import { withinQuota } from '../../../shared/dunning/quota.ts';
import { buildLedger } from '../../../shared/receivables/ledger.ts';
import type { Register } from '../../../shared/register/entries.ts';
import type { World } from '../../world.ts';
import type { OpenRegister } from '../frame.ts';
import { recipientsLeft } from './send.ts';

export type Wanted = { readonly client: string; readonly currency: string };

/** @param wanted `null`: all that is due by mail @param only one client's code; empty: any client */
export type Chosen = { readonly wanted: readonly Wanted[] | null; readonly only: string };

/** Today's decisions about those asked for. The quota is asked only where something would leave: one call. @param busy clients that another run is writing to */
export function chosenToday(
  world: World,
  { register }: OpenRegister,
  { wanted, only }: Chosen,
  busy: ReadonlySet<string>,
): readonly DunningDecision[] {
  const chosen = weighDunning(buildLedger(register), world.now().day).filter(({ decision }) => {
    const { code } = register.clients[decision.client];
    return isWanted(register, decision, wanted) && (only === '' || code === only);
  });
  const isFree = ({ decision }: Weighed): boolean => !busy.has(register.clients[decision.client].code);
  const leaving = chosen.filter((one) => isMailed(one.decision) && isFree(one));
  if (leaving.length === 0) return chosen.map(({ decision }) => decision);
  const kept = new Map(withinQuota(leaving, recipientsLeft(world)).map((one, at) => [leaving[at], one]));
  return chosen.map((one) => (kept.get(one) ?? one).decision);
}

/** Whether it leaves today, by mail. */
export function isMailed({ action, channel }: DunningDecision): boolean {
  return action === 'send' && channel === 'email';
}

/** `null`: everyone is. */
export function isWanted(
  register: Register,
  decision: DunningDecision,
  wanted: readonly Wanted[] | null,
): boolean {
  const its = wantedOf(register, decision);
  return wanted === null || wanted.some((one) => one.client === its.client && one.currency === its.currency);
}

/** The client and the currency, as they are asked for. */
export function wantedOf({ clients, currencies }: Register, { client, currency }: DunningDecision): Wanted {
  return { client: clients[client].code, currency: currencies[currency] };
}
