/** What a scenario is: an act that is made to fail, and what has to be so when all is quiet again. */
import type { Runner, Workspace } from '../workspace/workspace.ts';
import type { Edit } from './plan.ts';

/** One round of what its user does; done again until nothing changes. */
export type Act = (runner: Runner<unknown>, user: string) => void;

export type Scenario = {
  readonly name: string;
  readonly edits: readonly Edit[];
  readonly prepare: (workspace: Workspace) => void;
  readonly act: Act;
  /** What follows until all is quiet, where it is more than the act again. */
  readonly after?: Act;
  /** Drafts asked to be issued: each becomes one number, unless somebody deleted or doubled it first. */
  readonly drafts: readonly string[];
  /** What recording adds to the payments, in the end. */
  readonly recorded: number;
  /** What imported payments sum to, in the end. */
  readonly imported?: number;
  /** Addresses that must not hear of what is due. */
  readonly silent?: readonly string[];
  /** The journal's key of what the act writes down: there in the end. */
  readonly logged?: string;
  /** What the instalments agreed by the act sum to, in the end. */
  readonly planned?: number;
};

/** A call of the sidebar; its user asks again, and the daily run comes by. */
export function askedAgain(call: string, asks: unknown): Pick<Scenario, 'act' | 'after'> {
  return {
    act: (runner, user) => runner.runAs({ user }, call, asks),
    after: (runner, user) => {
      runner.runAs({ user }, call, asks);
      runner.fireTrigger('trg_daily');
    },
  };
}
