/** What the audit has to know of reminders held back: insight does not decide them. */
import type { DunningDecision } from '../../shared/dunning/decision.ts';
import type { HeldReminder } from '../../shared/insight/audit/inputs.ts';

export function heldReminders(decisions: readonly DunningDecision[]): readonly HeldReminder[] {
  return decisions.flatMap(({ action, asked, client, code, currency, total, why }) =>
    action === 'hold' && asked.length > 0
      ? [{ client, currency, code, why, oldestDueDay: asked[0].dueDay, amount: total }]
      : [],
  );
}
