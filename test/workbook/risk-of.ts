/** Who is a risk and what to do first, made by hand for the workbook's tests. */
import type { ClientAgeing } from '../../batch/answers/report.ts';
import type { Currency } from '../../shared/base/money.ts';
import type { Priority } from '../../shared/insight/priorities.ts';
import type { ClientRisk, RiskGrade } from '../../shared/insight/risk/risk.ts';
import type { Register } from '../../shared/register/entries.ts';

/** The first was better a week ago, the last worse; a month ago nobody was rated but the first. */
export function beforeOf(clients: readonly ClientAgeing[]) {
  const week = clients.map(
    ({ client }, at) => [client, { score: 50, grade: at === 0 ? ('B' as const) : ('C' as const) }] as const,
  );
  return { week: new Map(week), month: new Map(week.slice(0, 1)) };
}

const GRADES: readonly RiskGrade[] = ['D', 'C', 'B', 'unknown', 'A'];

export function riskOf(register: Register, clients: readonly ClientAgeing[]): readonly ClientRisk[] {
  return clients.map(({ client, balance }, at) => {
    const exposure = Math.max(0, balance);
    const creditLimit = client % 3 === 0 ? 2_000_000 : null;
    const score = Math.max(2, 96 - Math.floor((90 * at) / clients.length));
    return {
      client,
      score,
      grade: GRADES[Math.min(GRADES.length - 1, Math.floor((GRADES.length * at) / clients.length))],
      late: score / 100,
      lateBy30: score / 200,
      moneyAtRisk: Math.round((exposure * score) / 200),
      isPerson: client % 7 === 6,
      exposure,
      creditLimit,
      availableCredit: creditLimit === null ? null : creditLimit - exposure,
      proposedLimit: 1_500_000,
      reasons: [
        {
          code: 'oldest-overdue',
          points: Math.ceil(score / 2),
          text: {
            fr: `a des factures échues depuis plus de 60 jours, dont ${register.invoices.numberAt(client)}`,
            en: 'has invoices more than 60 days overdue',
          },
        },
        {
          code: 'late-rate',
          points: Math.floor(score / 2),
          text: {
            fr: 'paie en moyenne 34 jours après l’échéance',
            en: 'pays 34 days after the due date on average',
          },
        },
      ],
    };
  });
}

export function prioritiesOf(
  register: Register,
  clients: readonly ClientAgeing[],
  currency: Currency,
): readonly Priority[] {
  const chase = clients.slice(0, 4).map((client, at): Priority => {
    const { name } = register.clients[client.client];
    const count = at + 2;
    return {
      code: 'chase-client',
      client: client.client,
      invoice: null,
      amount: client.overdue,
      text: {
        fr: `Relancer ${name} : ${count} factures échues, la plus ancienne depuis ${100 - 9 * at} jours, sans relance depuis trois semaines.`,
        en: `Chase ${name}: ${count} invoices overdue, the oldest by ${100 - 9 * at} days, no reminder for three weeks.`,
      },
    };
  });
  if (chase.length === 0) return [];
  const apply: Priority = {
    code: 'apply-cash',
    client: clients[0].client,
    invoice: null,
    amount: 12_345,
    text: {
      fr: `Imputer les virements reçus en ${currency}.`,
      en: `Apply the transfers received in ${currency}.`,
    },
  };
  return [...chase, apply];
}
