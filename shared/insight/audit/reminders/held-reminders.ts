/** Held reminders: a debt that nobody may ask for grows old, by a hold forgotten, an address missing or a dispute nobody settles. */
import { type AuditTest, type Hit, notRun } from '../finding.ts';
import type { HeldReminder } from '../inputs.ts';
import type { AuditView } from '../view.ts';

const LONG_DAYS = 60;
/** Reasons that pass by themselves, or were decided by rule. */
const PASSING: readonly string[] = [
  'not-a-working-day',
  'cool-down',
  'below-tolerance',
  'three-reminders-first',
  'unapplied-covers',
];

export const HELD_REMINDERS: AuditTest = {
  key: 'reminders-held',
  title: { fr: 'Relances suspendues depuis longtemps', en: 'Reminders held for long' },
  run: (view) => {
    const { held } = view.inputs;
    if (held === null) return notRun('Relances non décidées.', 'Reminders were not decided.');
    const long = held.filter(
      ({ amount, code, oldestDueDay }) =>
        !PASSING.includes(code) && amount > 0 && view.asOf - oldestDueDay > LONG_DAYS,
    );
    const stale = long.filter(({ code }) => code === 'bank-stale');
    const hits = [
      ...long.filter(({ code }) => code !== 'bank-stale').map((one) => heldHit(view, one)),
      ...view.register.currencies.flatMap((_, currency) => {
        const own = stale.filter((one) => one.currency === currency);
        return own.length === 0 ? [] : [staleHit(own, currency)];
      }),
    ];
    return { ran: true, population: held.length, hits };
  },
};

function heldHit(
  { register }: AuditView,
  { amount, client, code, currency, oldestDueDay, why }: HeldReminder,
): Hit {
  const { row } = register.clients[client];
  return {
    severity: 'warning',
    table: 'clients',
    row,
    subject: register.clients[client].code,
    mark: code,
    facts: [code, oldestDueDay],
    currency,
    amount,
    say: {
      fr: (tell) =>
        `${tell.client(client)} n’est plus relancé pour ${tell.money(amount, currency)}, échus depuis le ${tell.day(oldestDueDay)}\u202f: ${ended(why.fr)} Décidez\u202f: reprendre, négocier ou provisionner.`,
      en: (tell) =>
        `${tell.client(client)} is no longer reminded of ${tell.money(amount, currency)}, due since ${tell.day(oldestDueDay)}: ${ended(why.en)} Decide: resume, negotiate or make a provision.`,
    },
  };
}

function ended(sentence: string): string {
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}

function staleHit(own: readonly HeldReminder[], currency: number): Hit {
  const amount = own.reduce((sum, one) => sum + one.amount, 0);
  return {
    severity: 'warning',
    table: 'payments',
    row: 1,
    subject: 'bank-stale',
    facts: [own.length],
    currency,
    amount,
    say: {
      fr: (tell) =>
        `Faute de règlements saisis récemment, ${tell.count(own.length, 'client n’est plus relancé', 'clients ne sont plus relancés')} pour ${tell.money(amount, currency)}\u202f; saisissez les encaissements, les relances reprendront.`,
      en: (tell) =>
        `As no payment was entered of late, ${tell.count(own.length, 'client is', 'clients are')} no longer reminded of ${tell.money(amount, currency)}; enter the receipts, and reminders resume.`,
    },
  };
}
