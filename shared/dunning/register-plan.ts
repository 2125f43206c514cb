/** The plan of a whole new register: every tab, with the calendars and the rates it begins with. */
import { dayNumber, serialOfDay } from '../base/civil-date.ts';
import type { Language } from '../base/words.ts';
import { KNOWN_RATES } from '../law/known-rates.ts';
import { type Choice, CLIENT_KINDS, TABLES, YES_NO_CHOICES } from '../register/tables.ts';
import { type TabPlan, tabPlans } from '../register/tabs/tab-plan.ts';
import { type PlannedRow, plannedRow } from '../register/tabs/tab-rows.ts';
import { SHIPPED_CALENDARS } from './shipped-calendars.ts';

/** What setting up applies, tab by tab. */
export function registerPlans(language: Language): readonly TabPlan[] {
  return tabPlans(language).map((plan) => {
    if (plan.tab === 'calendars') return { ...plan, firstRows: calendarRows(language) };
    return plan.tab === 'rates' ? { ...plan, firstRows: rateRows(language) } : plan;
  });
}

/** The shipped calendars, for a tab without any: its keeper changes them there. */
function calendarRows(language: Language): readonly PlannedRow[] {
  const kinds = choicesOf('clients', 'kind');
  const channels = choicesOf('calendars', 'channel');
  return CLIENT_KINDS.flatMap((kind) =>
    SHIPPED_CALENDARS[kind].map((step) => {
      const cells = {
        calendar: wordOf(kinds, kind, language),
        level: step.level,
        offsetDays: step.offsetDays,
        channel: wordOf(channels, step.channel, language),
        template: step.template,
        minimumGapDays: step.minimumGapDays,
        newDeadlineDays: step.newDeadlineDays,
        penalties: wordOf(YES_NO_CHOICES, step.penalties ? 'yes' : 'no', language),
      };
      return plannedRow(cells, [], true);
    }),
  );
}

function rateRows(language: Language): readonly PlannedRow[] {
  return KNOWN_RATES.map(({ from, percent, series, source, toCheck }) => {
    const cells = {
      series,
      from: serialOfDay(dayNumber(from)),
      percent,
      source: source[language],
      toCheck: toCheck ? wordOf(YES_NO_CHOICES, 'yes', language) : null,
    };
    return plannedRow(cells, [`${series}|${from}`], false);
  });
}

function choicesOf(table: 'clients' | 'calendars', column: string): readonly Choice[] {
  return TABLES[table].columns.find(({ key }) => key === column)?.choices ?? [];
}

function wordOf(choices: readonly Choice[], key: string, language: Language): string {
  return choices.find((choice) => choice.key === key)?.words[language] ?? key;
}
