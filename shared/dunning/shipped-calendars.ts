/**
 * The calendars that stand where the register has none: contact on the first day late, three reminders before a formal notice,
 * softer for private persons and associations, no formal notice for administrations (their accountant owes interest by law).
 */
import type { Channel, ClientKind } from '../register/tables.ts';
import type { Step } from './calendar.ts';

const GAP_DAYS = 7;

function step(
  level: number,
  offsetDays: number,
  channel: Channel,
  template: string,
  newDeadlineDays: number | null = null,
  penalties = false,
): Step {
  return { level, offsetDays, channel, template, minimumGapDays: GAP_DAYS, newDeadlineDays, penalties };
}

export const SHIPPED_CALENDARS: Readonly<Record<ClientKind, readonly Step[]>> = {
  company: [
    step(0, -5, 'email', 'notice'),
    step(1, 1, 'email', 'reminder-1', 8),
    step(2, 15, 'email', 'reminder-2', 8, true),
    step(3, 30, 'call', 'reminder-3', 8, true),
    step(4, 45, 'registeredLetter', 'formal-notice', 8, true),
  ],
  individual: [
    step(0, -5, 'email', 'notice'),
    step(1, 1, 'email', 'reminder-1', 10),
    step(2, 18, 'email', 'reminder-2', 10),
    step(3, 33, 'letter', 'reminder-3', 15),
    step(4, 50, 'registeredLetter', 'formal-notice', 15),
  ],
  association: [
    step(0, -5, 'email', 'notice'),
    step(1, 1, 'email', 'reminder-1', 10),
    step(2, 18, 'email', 'reminder-2', 10),
    step(3, 33, 'call', 'reminder-3', 15),
    step(4, 50, 'registeredLetter', 'formal-notice', 15),
  ],
  administration: [
    step(0, -5, 'email', 'notice'),
    step(1, 1, 'email', 'reminder-1', 15),
    step(2, 20, 'email', 'payment-order', 15),
    step(3, 35, 'call', 'payment-order', 15),
    step(4, 50, 'letter', 'moratory-interest', 15, true),
  ],
};
