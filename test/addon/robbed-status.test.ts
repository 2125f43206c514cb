/** A journal in which a run that is dead wrote a status beside another message's row. */
import { describe, expect, test } from 'vitest';
import { issue } from '../../appsscript/actions/issue/issue.ts';
import { resumeIssued } from '../../appsscript/actions/issue/resume.ts';
import { unknownView } from '../../appsscript/actions/view/unknown.ts';
import type { World } from '../../appsscript/world.ts';
import { registerWithDrafts } from './fake-register.ts';
import { copyOf, done, type FakeState, rowsOf, run } from './fake-world.ts';

const MINUTES = 60_000;

/** Three invoices sent; beside the second stands what was meant for the first. */
function robbed(statusOf: string, more: Readonly<Record<string, string>> = {}): FakeState {
  const state = registerWithDrafts(3);
  run(state, (world: World) => issue(world, { drafts: ['D-1', 'D-2', 'D-3'], send: true }));
  state.now += 11 * MINUTES;
  setCells(state, 'invoice:F2026-00002', { status: 'en cours', statusOf, ...more });
  return state;
}

function setCells(state: FakeState, key: string, values: Readonly<Record<string, string>>): void {
  const [header = [], ...rows] = state.tabs.get('journal') ?? [];
  const titles = { status: 'Statut', statusOf: 'Statut de', claim: 'Prise en charge', key: 'Clé' };
  const row = rows.find((cells) => cells[header.indexOf(titles.key)] === key) ?? [];
  for (const [column, value] of Object.entries(values)) {
    row[header.indexOf(titles[column as keyof typeof titles])] = value === '' ? null : value;
  }
}

const statuses = (state: FakeState): readonly unknown[] =>
  rowsOf(state, 'journal').map(({ status }) => status);

const resume = (world: World) => resumeIssued(world);

function uncertainKeys(state: FakeState): readonly string[] {
  const view = done(run(copyOf(state), unknownView));
  return view.ok ? view.value.map(({ key }) => key) : [];
}

describe('a status beside another message’s row', () => {
  test('says whose it is when it is written', () => {
    const journal = rowsOf(robbed('x'), 'journal');
    expect(journal.map(({ claim, statusOf }) => statusOf === claim)).toEqual([true, false, true]);
  });

  for (const claim of ['t/F2026-00002@1', '']) {
    test(`becomes unknown, and nothing leaves a second time: claim “${claim}”`, () => {
      const state = robbed('t/F2026-00001@1', { claim });
      run(state, resume);
      expect(statuses(state)).toEqual(['envoyé', 'inconnu', 'envoyé']);
      expect(state.mails).toHaveLength(3);
      expect(uncertainKeys(state)).toEqual(['invoice:F2026-00002']);
    });
  }

  test('is shown as uncertain before any run has been', () => {
    const state = robbed('t/F2026-00001@1');
    expect(uncertainKeys(state)).toEqual(['invoice:F2026-00002']);
  });

  test('is left to the run that wrote it while that may be alive', () => {
    const state = robbed('');
    setCells(state, 'invoice:F2026-00002', { statusOf: `t/F2026-00001@${state.now + MINUTES}` });
    run(state, resume);
    expect(statuses(state)).toEqual(['envoyé', 'en cours', 'envoyé']);
    state.now += MINUTES;
    run(state, resume);
    expect(statuses(state)).toEqual(['envoyé', 'inconnu', 'envoyé']);
  });
});
