/** Worlds that once went wrong, each the shortest of its kind: they stay right. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parsePlan } from './plan.ts';
import { play } from './play.ts';

const code = readFileSync('dist/addon/Code.js', 'utf8');

for (const [text, why] of [
  ['issue1:kill@17/after/all,sort@31', 'a journal sorted while a dead run’s message is claimed'],
  ['issue1:kill@18/after/all,insert@30', 'a row put in while a dead run’s message is claimed'],
  ['remind:kill@12/after/all,sort@26', 'a journal sorted while a dead run’s reminders are given up'],
  ['remind:kill@28/after/all,insert@40', 'a row put in while a dead run’s reminder is given up'],
  ['remind:kill@35/after/all,insert@68', 'a row put in while the last mail’s answer is written'],
  ['record:kill@27/after/all,sort@50', 'a journal sorted while a dead run’s thanks are claimed'],
  ['sentAgain:sort@11', 'a journal sorted while a person’s decision is written'],
  ['sentAgain:insert@12', 'a row put in while a person’s decision is written'],
  [
    'sentAgain:sort@10,kill@10/after/all',
    'a decision beside another row, of a run that is stopped before it looks',
  ],
  [
    'sentAgain:insert@39,kill@39/after/all',
    'a status beside the earlier message of the same key, of such a run',
  ],
] as const) {
  test(`${text}: ${why}`, () => expect(play(parsePlan(text), code, false).faults).toEqual([]));
}
