/** Every colour a tab's words take stands out from the ground it stands on. */
import { expect, test } from 'vitest';
import { LANGUAGES } from '../../shared/base/words.ts';
import { dashboardLooks } from '../../shared/register/tabs/dashboard-layout.ts';
import { TAB_RULES } from '../../shared/register/tabs/tab-looks.ts';
import { TODAY, todayLooks } from '../../shared/register/tabs/today-layout.ts';
import { contrast } from '../contrast.ts';

const CHIP = '#e8eaed'; // Google Sheets’ grey behind a chosen word: the darkest ground of a row

for (const language of LANGUAGES) {
  test(`rows that a rule colours, in ${language}`, () => {
    const rules = Object.values(TAB_RULES).flatMap((rulesOf) => rulesOf(language));
    expect(rules.length).toBeGreaterThan(10);
    const faint = rules.filter(({ background, colour }) => contrast(colour, background || CHIP) < 4.5);
    expect(faint.map(({ colour, formula }) => `${formula}: ${colour}`)).toEqual([]);
  });
  test(`the dashboard, in ${language}`, () => {
    const { areas } = dashboardLooks(language);
    const faint = areas.filter(
      ({ background = '#ffffff', colour }) => colour !== undefined && contrast(colour, background) < 4.5,
    );
    expect(faint).toEqual([]);
  });
}

test('a head over figures ends where they end', () => {
  const { areas } = dashboardLooks('fr');
  const figures = areas.filter(({ align, area }) => align === 'right' && area.rows > 1);
  expect(figures).toHaveLength(6);
  for (const { area } of figures) {
    expect(areas).toContainEqual({ area: { ...area, row: area.row - 1, rows: 1 }, align: 'right' });
  }
});

test('so do the heads of what is to be done today', () => {
  const { areas } = todayLooks('fr');
  const heads = areas.filter(({ align, area }) => align === 'right' && area.row === TODAY.headers.row);
  expect(heads.map(({ area }) => area.rows)).toEqual([TODAY.rows.rows + 1]);
});
