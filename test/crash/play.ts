/** Plays one world: an act with what happens to it, then the act again until nothing changes, then what has to hold. */
import { createHash } from 'node:crypto';
import type { CallFault, ServiceCall } from '../workspace/backend.ts';
import { ScriptError } from '../workspace/job.ts';
import { copyState, type WorkspaceState } from '../workspace/state.ts';
import { OWNER, type Workspace } from '../workspace/workspace.ts';
import { edit } from './edits.ts';
import { openOn } from './fixture.ts';
import { faultsOf, isLogged, type Witness } from './invariants.ts';
import type { Happening, Plan } from './plan.ts';
import type { Act, Scenario } from './scenario.ts';
import { scenarioNamed, startOf } from './scenarios.ts';
import { isSilencing, silenceFaults, silenceText } from './silence.ts';
import { tabOf } from './tables.ts';

export type Played = {
  readonly faults: readonly string[]; // what does not hold; empty: all is well
  readonly calls: readonly SeenCall[]; // of the first round
  readonly rounds: number; // 0: it came to a state that was seen before
};

export type SeenCall = Pick<ServiceCall, 'name' | 'pending'>;

const MOST_ROUNDS = 8;
const BETWEEN_ROUNDS = 11 * 60_000; // longer than a lease
const COLLEAGUE = 'collegue@exemple.fr';

/** States, once all has happened, from which all ended well: what follows is the same again. */
const endedWell = new Map<string, Set<string>>(); // by script

export function play(plan: Plan, code: string, remembers = true): Played {
  const scenario = scenarioNamed(plan.scenario);
  const workspace = openOn(copyState(startOf(scenario, code)), code, 0);
  const stage = newStage(workspace, scenario, plan.happenings);
  const known = endedWell.get(code) ?? new Set<string>();
  endedWell.set(code, known);
  stage.round();
  const calls = [...stage.calls];
  const seen: string[] = [];
  const isKnown = (): boolean => {
    if (!remembers || !stage.isDone()) return false;
    const key = worldKey(scenario, workspace.state, stage);
    seen.push(key);
    return known.has(key);
  };
  const rounds = untilQuiet(stage, workspace, isKnown);
  if (rounds === 'known') return { faults: [], calls, rounds: 0 };
  const faults = [
    ...(rounds > MOST_ROUNDS ? [`not quiet after ${MOST_ROUNDS} rounds`] : []),
    ...faultsOf(workspace.state, scenario, startOf(scenario, code), stage.witness),
  ];
  if (faults.length === 0) for (const key of seen) known.add(key);
  return { faults, calls, rounds };
}

/** What follows depends on it alone, once all has happened. */
function worldKey({ name }: Scenario, state: WorkspaceState, stage: Stage): string {
  return createHash('sha1')
    .update(`${name} ${stateText(state)} ${stage.witnessText()}`)
    .digest('base64');
}

/** @param isKnown asked after each round */
function untilQuiet(stage: Stage, workspace: Workspace, isKnown: () => boolean): number | 'known' {
  let quiet = 0;
  let rounds = 0;
  while (quiet < 2 && rounds <= MOST_ROUNDS) {
    if (isKnown()) return 'known';
    workspace.advance(BETWEEN_ROUNDS);
    const before = stateText(workspace.state);
    stage.round();
    if (stage.isDone()) rounds += 1; // while things go on happening nothing needs to be quiet
    quiet = stateText(workspace.state) === before ? quiet + 1 : 0;
  }
  return rounds;
}

type Stage = {
  readonly round: () => void;
  readonly isDone: () => boolean; // all that was to happen has happened
  readonly calls: readonly SeenCall[];
  readonly witness: Witness;
  readonly witnessText: () => string;
};

function newStage(workspace: Workspace, scenario: Scenario, happenings: readonly Happening[]): Stage {
  const calls: SeenCall[] = [];
  const witness = newWitness(happenings);
  let waiting = [...happenings];
  let isAside = false;
  let rounds = 0;
  const goingOn = (): Act => (rounds === 0 ? scenario.act : (scenario.after ?? scenario.act));
  workspace.planFaults((call: ServiceCall): CallFault | null => {
    if (isAside) return null;
    calls.push(call);
    const step = calls.length;
    if (call.name === 'MailApp.sendEmail') {
      witness.sends.set(workspace.mails.length, step);
      if (!isLogged(workspace.state, scenario)) witness.early.add(workspace.mails.length);
    }
    const now = waiting.filter((one) => one.step === step);
    waiting = waiting.filter((one) => one.step !== step);
    isAside = true;
    for (const one of now) {
      happen(workspace, goingOn(), one);
      if (isSilencing(one.kind)) witness.silenced ??= { kind: one.kind, step };
    }
    isAside = false;
    return now.flatMap((one) => ('when' in one ? [one] : []))[0] ?? null;
  });
  return {
    round: () => {
      run(workspace, OWNER, goingOn());
      rounds += 1;
    },
    isDone: () => waiting.every(({ step }) => step <= calls.length),
    calls,
    witness,
    witnessText: () => {
      const { early, mayLoseNotes, sends, silenced } = witness;
      const late = silenceFaults(workspace.state, silenced, sends);
      return JSON.stringify([mayLoseNotes, [...early], silenceText(silenced, late, calls.length)]);
    },
  };
}

function run(workspace: Workspace, user: string, act: Act): void {
  try {
    act(workspace.inProcess, user);
  } catch (error) {
    if (!(error instanceof ScriptError)) throw error;
  }
}

/** What people do. Google's part is handed to the call. @param act what goes on, and is then done by another too */
function happen(workspace: Workspace, act: Act, one: Happening): void {
  if ('when' in one) return;
  if (one.kind === 'other') run(workspace, COLLEAGUE, act);
  else if (one.kind === 'self') run(workspace, OWNER, act);
  else edit(workspace.state, one.kind);
}

function newWitness(happenings: readonly Happening[]): Witness {
  const has = (kind: Happening['kind']): boolean => happenings.some((one) => one.kind === kind);
  const mayLoseNotes = has('insert') && (has('kill') || has('throw'));
  return { mayLoseNotes, silenced: null, sends: new Map(), early: new Set() };
}

const KEPT = [
  'seals',
  'invoices',
  'lines',
  'drafts',
  'payments',
  'instalments',
  'journal',
  'recurring',
  'clients',
  'bank',
];

/** What the world holds, without what changes at every run: tokens, heartbeat, computed views. */
function stateText(state: WorkspaceState): string {
  const rows = KEPT.map((key) => tabOf(state, key).rows);
  const mails = state.mails.map(({ to, subject, at }) => [to, subject, at]);
  const files = state.files.map(({ name, sha256 }) => [name, sha256]);
  return JSON.stringify([rows, mails, files, state.now]).replace(
    /[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g,
    '*',
  );
}
