/** The dry run in the sidebar, and that nothing is told to leave by itself before somebody has looked at it. */
import { describe, expect, test } from 'vitest';
import { saveSettingsAction } from '../../appsscript/actions/record/settings.ts';
import { outlookView } from '../../appsscript/actions/view/outlook.ts';
import { remindersView } from '../../appsscript/actions/view/reminders.ts';
import type { World } from '../../appsscript/world.ts';
import { type FakeState, putRows, rowsOf, TODAY_SERIAL } from './fake-world.ts';
import { owingRegister } from './owing-register.ts';
import { ranWell, refusedFields } from './record/record-runs.ts';

const switchTo = (sendMode: string) => (world: World) => saveSettingsAction(world, { values: { sendMode } });
const modeOf = (state: FakeState) => rowsOf(state, 'settings').find(({ key }) => key === 'sendMode')?.value;

describe('what will go out', () => {
  const view = ranWell(owingRegister(), outlookView);

  test('is told for thirty days, by day, with the sums of each', () => {
    expect([view.from, view.through, view.sendsByItself]).toEqual(['2026-11-25', '2026-12-24', false]);
    expect(view.days.map(({ day }) => day)).toEqual([...view.days.map(({ day }) => day)].sort());
    expect(view.messages).toBe(view.days.reduce((sum, { messages }) => sum + messages.length, 0));
    for (const { messages, totals } of view.days) {
      const sum = messages.reduce((all, { total }) => all + Math.round(Number(total) * 100), 0);
      expect(totals).toEqual([{ currency: 'EUR', total: (sum / 100).toFixed(2) }]);
    }
  });
  test('begins with what today’s list sends', () => {
    const due = ranWell(owingRegister(), remindersView).filter(({ action }) => action === 'send');
    const today = view.days.find(({ day }) => day === '2026-11-25')?.messages ?? [];
    expect(today.map(({ client, level, total }) => [client, level, total])).toEqual(
      due.map(({ client, level, total }) => [client, level, total]),
    );
    expect(today.length).toBeGreaterThan(0);
  });
  test('climbs the levels one after the other, and says what comes on top', () => {
    const levels = view.days.flatMap(({ messages }) =>
      messages.filter(({ client }) => client === 'ACME').map(({ level }) => level),
    );
    expect(levels).toEqual(levels.map((_, index) => index + 1));
    expect(levels.length).toBeGreaterThan(1);
    const second = view.days.flatMap(({ messages }) => messages).find(({ level }) => level === 2);
    expect(second?.claims).toMatch(/^avec \d.* d’intérêts et \d.* d’indemnité$/);
  });
  test('tells of promises that fall due', () => {
    const state = owingRegister();
    putRows(state, 'journal', [
      {
        ...{ at: TODAY_SERIAL - 1, client: 'BOIS', invoice: 'F3', event: 'promesse', amount: 1000 },
        ...{ promisedOn: TODAY_SERIAL + 3, key: 'J-1' },
      },
    ]);
    const { dues, holds } = ranWell(state, outlookView);
    expect(dues).toMatchObject([
      { day: '2026-11-28', client: 'BOIS', amount: '1000.00', text: 'Promesse de payer F3' },
    ]);
    expect(holds).toMatchObject([{ client: 'BOIS', total: '1000.00' }]);
  });
});

describe('switching automatic sending on', () => {
  test('is refused until somebody has looked, that very day', () => {
    const state = owingRegister();
    expect(refusedFields(state, switchTo('send'))).toEqual(['sendMode']);
    expect(modeOf(state)).toBe('aperçu');
    ranWell(state, outlookView);
    state.now += 86_400_000;
    expect(refusedFields(state, switchTo('send'))).toEqual(['sendMode']);
    ranWell(state, outlookView);
    ranWell(state, switchTo('send'));
    expect(modeOf(state)).toBe('envoi');
    expect(ranWell(state, outlookView).sendsByItself).toBe(true);
  });
  test('is asked once: other settings are saved as before, and it is switched off at any time', () => {
    const state = owingRegister({ sendMode: 'envoi' });
    ranWell(state, (world) => saveSettingsAction(world, { values: { sendMode: 'send', city: 'Lyon' } }));
    ranWell(state, switchTo('preview'));
    expect(modeOf(state)).toBe('aperçu');
  });
});
