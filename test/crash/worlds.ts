/** What the crash tests ask of a scenario: that it does what it is for, and that no world of it goes wrong. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { callsOf, editThenKill, killThenEdit, playAll, singlePlans } from './enumerate.ts';
import { scenarioNamed } from './scenarios.ts';

const PATIENCE = { timeout: 300_000 };

const code = (): string => readFileSync('dist/addon/Code.js', 'utf8');

/** @param mails that leave when nothing goes wrong: a scenario in which nothing happens proves nothing */
export function testWorlds(name: string, mails: number, count: (worlds: number) => void): void {
  test(`${name}: every call killed, thrown and edited around`, PATIENCE, () => {
    const scenario = scenarioNamed(name);
    const calls = callsOf(scenario, code());
    expect(calls.filter((call) => call.name === 'MailApp.sendEmail')).toHaveLength(mails);
    const { worlds, bad } = playAll(singlePlans(scenario, calls), code());
    count(worlds);
    expect(bad).toEqual([]);
  });
}

/** An edit and a kill at it or soon after; a kill, and an edit in the next run. @param later calls after the kill */
export function testPairs(
  name: string,
  apart: number,
  later: readonly number[],
  count: (worlds: number) => void,
): void {
  test(`${name}: an edit and a kill, either first`, PATIENCE, () => {
    const scenario = scenarioNamed(name);
    const calls = callsOf(scenario, code()).length;
    const plans = [
      ...editThenKill(scenario, calls, apart),
      ...killThenEdit(scenario, calls, later, ['sort', 'insert']),
    ];
    const { worlds, bad } = playAll(plans, code());
    count(worlds);
    expect(bad).toEqual([]);
  });
}

/** Rows put in above, and a kill at the write or soon after: nobody's row is covered for ever. */
export function testCovering(name: string, count: (worlds: number) => void): void {
  test(`${name}: rows put in and a kill`, PATIENCE, () => {
    const scenario = scenarioNamed(name);
    const plans = editThenKill(scenario, callsOf(scenario, code()).length, 3, ['insert']).filter(
      ({ happenings }) => happenings.every(({ kind }) => kind !== 'other'),
    );
    const { worlds, bad } = playAll(plans, code());
    count(worlds);
    expect(bad).toEqual([]);
  });
}
