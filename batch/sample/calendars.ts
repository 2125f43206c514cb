/** The sample's reminder calendars, one for each kind of client: softer for private persons, without threats for administrations. */
import type { Channel, ClientKind } from '../../shared/register/tables.ts';
import type { SampleRow } from './rows.ts';

export type Step = {
  readonly level: number;
  readonly offsetDays: number; // from the due date
  readonly channel: Channel;
  readonly template: string;
  readonly newDeadlineDays: number | null;
  readonly penalties: boolean;
};

const MINIMUM_GAP_DAYS = 5;

function step(
  level: number,
  offsetDays: number,
  channel: Channel,
  template: string,
  newDeadlineDays: number | null = null,
  penalties = false,
): Step {
  return { level, offsetDays, channel, template, newDeadlineDays, penalties };
}

const COURTESY: readonly Step[] = [
  step(-1, -5, 'email', 'avant-echeance'),
  step(0, 1, 'email', 'premier-jour'),
];

export const CALENDARS: Readonly<Record<ClientKind, readonly Step[]>> = {
  company: [
    ...COURTESY,
    step(1, 8, 'email', 'relance-1'),
    step(2, 15, 'email', 'relance-2', 8, true),
    step(3, 28, 'call', 'dernier-rappel', 8, true),
    step(4, 43, 'registeredLetter', 'mise-en-demeure', 8, true),
  ],
  individual: [
    ...COURTESY,
    step(1, 10, 'email', 'relance-1'),
    step(2, 20, 'email', 'relance-2', 10),
    step(3, 35, 'letter', 'dernier-rappel', 15),
    step(4, 50, 'registeredLetter', 'mise-en-demeure', 15),
  ],
  association: [
    ...COURTESY,
    step(1, 10, 'email', 'relance-1'),
    step(2, 20, 'email', 'relance-2', 10),
    step(3, 30, 'call', 'dernier-rappel', 10),
    step(4, 50, 'registeredLetter', 'mise-en-demeure', 15),
  ],
  administration: [
    ...COURTESY,
    step(1, 8, 'email', 'relance-1'),
    step(2, 20, 'email', 'suivi-mandatement', 15),
    step(3, 35, 'call', 'suivi-mandatement', 15),
    step(4, 50, 'letter', 'interets-moratoires', 15, true),
  ],
};

export function calendarRows(): readonly SampleRow<'calendars'>[] {
  return Object.entries(CALENDARS).flatMap(([calendar, steps]) =>
    steps.map((each) => ({
      calendar,
      level: String(each.level),
      offsetDays: String(each.offsetDays),
      channel: each.channel,
      template: each.template,
      minimumGapDays: String(MINIMUM_GAP_DAYS),
      newDeadlineDays: each.newDeadlineDays === null ? '' : String(each.newDeadlineDays),
      penalties: each.penalties ? 'yes' : 'no',
    })),
  );
}
