/**
 * The longer run: an edit and a kill, a kill and an edit, two kills, and worlds drawn by seeds, of every scenario. `npm run crash` plays half
 * an hour; `npm run crash -- 5000 remind daily` draws that many worlds of some scenarios only; `npm run crash -- 'issue3:sort@12,kill@31/after/prefix'`
 * plays one world again.
 */
import { readFileSync } from 'node:fs';
import {
  callsOf,
  doubleKills,
  editThenKill,
  killThenEdit,
  playAll,
  randomPlan,
  type Tally,
} from './enumerate.ts';
import { type Plan, parsePlan } from './plan.ts';
import { play } from './play.ts';
import type { Scenario } from './scenario.ts';
import { SCENARIOS, scenarioNamed } from './scenarios.ts';

const code = readFileSync('dist/addon/Code.js', 'utf8');
const APART = 6; // calls between an edit and a kill
const AFTER_A_KILL = Array.from({ length: 40 }, (_, index) => index + 1);
const SEEDS = 300; // worlds drawn for each scenario where no number is given

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

const asked = process.argv.slice(2);
const [first = ''] = asked;
if (first.includes(':')) replay(first);
else {
  const names = asked.filter((one) => !/^\d+$/.test(one));
  const seeds = Number(asked.find((one) => /^\d+$/.test(one)) ?? SEEDS);
  playEverything(seeds, names.length > 0 ? names.map(scenarioNamed) : SCENARIOS);
}

function replay(text: string): void {
  const { calls, faults, rounds } = play(parsePlan(text), code, false);
  for (const [index, { name }] of calls.entries()) say(`${index + 1} ${name}`);
  say(`${rounds} rounds. ${faults.length === 0 ? 'All holds.' : faults.join('\n')}`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}

function playEverything(seeds: number, scenarios: readonly Scenario[]): void {
  let worlds = 0;
  let bad = 0;
  for (const scenario of scenarios) {
    const calls = callsOf(scenario, code).length;
    const tallies = [
      told(scenario, 'an edit, then a kill', editThenKill(scenario, calls, APART)),
      told(scenario, 'a kill, then an edit', thinned(killThenEdit(scenario, calls, AFTER_A_KILL))),
      told(scenario, 'two kills', thinned(doubleKills(scenario, calls))),
      told(scenario, 'drawn by seeds', drawn(scenario, calls, seeds)),
    ];
    for (const tally of tallies) {
      worlds += tally.worlds;
      bad += tally.bad.length;
    }
  }
  say(`${worlds} worlds, ${bad} of them wrong`);
  process.exitCode = bad === 0 ? 0 : 1;
}

function told(scenario: Scenario, what: string, plans: readonly Plan[]): Tally {
  const started = Date.now();
  const tally = playAll(plans, code);
  say(`${scenario.name}, ${what}: ${tally.worlds} worlds in ${Math.round((Date.now() - started) / 1000)} s`);
  for (const one of tally.bad) say(`  ${one}`);
  return tally;
}

/** Every pair of calls would take hours: evenly chosen ones. */
function thinned(plans: readonly Plan[]): readonly Plan[] {
  const every = Math.max(1, Math.floor(plans.length / 1500));
  return plans.filter((_, index) => index % every === 0);
}

function drawn(scenario: Scenario, calls: number, seeds: number): readonly Plan[] {
  return Array.from({ length: seeds }, (_, seed) => randomPlan(scenario, calls, seed + 1));
}
