/** Every paper there is, of every kind of client and level. */
import { type CivilDate, dayNumber } from '../../shared/base/civil-date.ts';
import type { Language } from '../../shared/base/words.ts';
import type { InterestSegment } from '../../shared/law/late-interest.ts';
import type { Paper } from '../../shared/letters/paper.ts';
import { callSheetPaper } from '../../shared/letters/papers/call-sheet-paper.ts';
import { formalNoticePaper } from '../../shared/letters/papers/formal-notice-paper.ts';
import { historyPaper } from '../../shared/letters/papers/history-paper.ts';
import { type InterestAccount, interestPaper } from '../../shared/letters/papers/interest-paper.ts';
import { irrecoverablePaper } from '../../shared/letters/papers/irrecoverable-paper.ts';
import { type PlanAgreement, planAgreementPaper } from '../../shared/letters/papers/plan-agreement-paper.ts';
import { reminderPaper } from '../../shared/letters/papers/reminder-paper.ts';
import { statementPaper } from '../../shared/letters/papers/statement-paper.ts';
import { thankYouPaper } from '../../shared/letters/papers/thank-you-paper.ts';
import { latestThanks } from '../../shared/letters/thanks.ts';
import { CLIENT_KINDS, type ClientKind } from '../../shared/register/tables.ts';
import { type DeskOf, deskOf } from './desk.ts';

export function reminder(told: DeskOf, tracking = ''): Paper {
  const { decision, desk } = deskOf(told);
  return reminderPaper(desk, decision, tracking);
}

export function notice(kind: ClientKind, language: Language): readonly Paper[] {
  const { decision, desk } = deskOf({ kind, language, level: 4 });
  const made = formalNoticePaper(desk, decision, '1A 234 567 8901 2');
  return made.ok ? [made.value.notice, made.value.proofSheet] : [];
}

const FIRST_DAY = dayNumber('2026-12-15');

const PLAN: PlanAgreement = {
  client: 0,
  currency: 0,
  invoices: [{ invoice: 0, amount: 121258 }],
  instalments: [
    { dueDay: FIRST_DAY, amount: 40420 },
    { dueDay: FIRST_DAY + 31, amount: 40419 },
    { dueDay: FIRST_DAY + 62, amount: 40419 },
  ],
};

function segment(from: CivilDate, through: CivilDate, principal: number): InterestSegment {
  const days = dayNumber(through) - dayNumber(from) + 1;
  return { from: dayNumber(from), through: dayNumber(through), days, principal, percent: 12.4 };
}

const INTEREST: InterestAccount = {
  client: 0,
  currency: 0,
  invoices: [
    {
      invoice: 0,
      dueDay: dayNumber('2026-10-10'),
      segments: [segment('2026-10-11', '2026-10-30', 171258), segment('2026-10-31', '2026-11-25', 121258)],
      interest: 2235,
      indemnity: 4000,
      settled: 2000,
    },
  ],
};

function otherPapers(language: Language): readonly Paper[] {
  const { decision, desk } = deskOf({ language, level: 3 });
  const thanks = latestThanks(desk, 0, 0);
  return [
    statementPaper(desk, 0, 0),
    statementPaper(desk, 0, 0, dayNumber('2026-10-01')),
    planAgreementPaper(desk, PLAN),
    ...(thanks ? [thankYouPaper(desk, 0, thanks)] : []),
    interestPaper(desk, INTEREST),
    historyPaper(desk, 0),
    callSheetPaper(desk, 0, 0, decision),
    irrecoverablePaper(desk, 0, [{ invoice: 1, net: 40000, vat: 8000 }]),
  ];
}

export function everyPaper(language: Language): readonly Paper[] {
  return [
    ...CLIENT_KINDS.flatMap((kind) => [1, 2, 3].map((level) => reminder({ kind, language, level }))),
    ...CLIENT_KINDS.flatMap((kind) => notice(kind, language)),
    reminder({ kind: 'administration', language, level: 4 }),
    ...otherPapers(language),
  ];
}
