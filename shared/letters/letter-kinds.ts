/** The letters there are: for each kind, how it is written for a client, or why there is none. */
import type { Words } from '../base/words.ts';
import { decideDunning } from '../dunning/decide.ts';
import type { DunningDecision } from '../dunning/decision.ts';
import type { LetterKind } from './letter-choice.ts';
import type { Desk } from './letterhead.ts';
import type { Paper } from './paper.ts';
import { callSheetPaper } from './papers/call-sheet-paper.ts';
import { formalNoticePaper, leadsToFormalNotice } from './papers/formal-notice-paper.ts';
import { historyPaper } from './papers/history-paper.ts';
import { interestAccountOf } from './papers/interest-account.ts';
import { interestPaper } from './papers/interest-paper.ts';
import { agreedPlanOf, planAgreementPaper } from './papers/plan-agreement-paper.ts';
import { proofSheetPaper } from './papers/proof-sheet-paper.ts';
import { reminderPaper } from './papers/reminder-paper.ts';
import { statementPaper } from './papers/statement-paper.ts';
import { thankYouPaper } from './papers/thank-you-paper.ts';
import { latestThanks } from './thanks.ts';

export type Asked = {
  readonly client: number; // index
  readonly currency: number; // index
  readonly invoices: readonly number[]; // indexes; empty: none was named
  readonly tracking: string; // of a registered letter; empty: none yet
};

/** A letter, what goes into its envelope, and copies of which documents; or why there is none. */
export type Written =
  | { readonly paper: Paper; readonly enclosed: readonly Paper[]; readonly copies: readonly number[] }
  | { readonly why: Words };

/** Writes a letter of a kind. */
export function writeLetter(kind: LetterKind, desk: Desk, asked: Asked): Written {
  return WRITERS[kind](desk, asked);
}

type Writer = (desk: Desk, asked: Asked) => Written;

const WRITERS: Readonly<Record<LetterKind, Writer>> = {
  reminder: reminder,
  'formal-notice': formalNotice,
  'proof-sheet': (desk, { client, invoices }) =>
    alone(invoices.length > 0 ? proofSheetPaper(desk, client, invoices) : proofSheetPaper(desk, client)),
  statement: (desk, { client, currency }) => alone(statementPaper(desk, client, currency)),
  plan: plan,
  interest: interest,
  'thank-you': thankYou,
  history: (desk, { client }) => alone(historyPaper(desk, client)),
  'call-sheet': (desk, { client, currency }) =>
    alone(callSheetPaper(desk, client, currency, decisionFor(desk, client, currency))),
};

function alone(paper: Paper): Written {
  return { paper, enclosed: [], copies: [] };
}

/** The day's decision about a client and currency; null where it owes nothing that is late or nearly due. */
export function decisionFor(
  { asOf, ledger }: Desk,
  client: number,
  currency: number,
): DunningDecision | null {
  const own = decideDunning(ledger, asOf).filter((one) => one.client === client && one.currency === currency);
  return own.find(({ action }) => action === 'send') ?? own[0] ?? null;
}

const NOTHING_LATE: Words = {
  fr: 'rien n’est en retard ni près de l’échéance\u202f: il n’y a pas de relance à écrire.',
  en: 'nothing is late or nearly due: there is no reminder to write.',
};

/** Only what the day's decision sends is written: a level skipped or sent twice is worse than none. */
function reminder(desk: Desk, { client, currency, tracking }: Asked): Written {
  const decision = decisionFor(desk, client, currency);
  if (decision === null) return { why: NOTHING_LATE };
  if (decision.action !== 'send') return { why: decision.why };
  if (leadsToFormalNotice(desk.ledger.register, decision)) {
    return {
      why: {
        fr: 'le niveau du jour est la mise en demeure\u202f: demandez-la.',
        en: 'the level of the day is the formal notice: ask for that one.',
      },
    };
  }
  return alone(reminderPaper(desk, decision, tracking));
}

function formalNotice(desk: Desk, { client, currency, tracking }: Asked): Written {
  const decision = decisionFor(desk, client, currency);
  if (decision === null) return { why: NOTHING_LATE };
  const written = formalNoticePaper(desk, decision, tracking);
  if (written.ok) {
    const copies = [...new Set(decision.asked.map(({ invoice }) => invoice))];
    return { paper: written.value.notice, enclosed: [written.value.proofSheet], copies };
  }
  if (written.error === 'held') return { why: decision.why };
  const { fr, en } = decision.why;
  return {
    why: {
      fr: `la mise en demeure n’est pas le niveau du jour\u202f: ${fr}`,
      en: `the formal notice is not the level of the day: ${en}`,
    },
  };
}

function plan(desk: Desk, { client, currency }: Asked): Written {
  const agreed = agreedPlanOf(desk, client, currency);
  if (agreed) return alone(planAgreementPaper(desk, agreed));
  return {
    why: {
      fr: 'aucun échéancier en cours pour ce client dans cette devise\u202f: écrivez-le d’abord dans l’onglet Échéanciers.',
      en: 'no payment plan of this client rules in this currency: write it into the Instalments tab first.',
    },
  };
}

function interest(desk: Desk, { client, currency, invoices }: Asked): Written {
  const found = interestAccountOf(desk, client, currency, invoices);
  return 'why' in found ? found : alone(interestPaper(desk, found.account));
}

function thankYou(desk: Desk, { client, currency }: Asked): Written {
  const thanks = latestThanks(desk, client, currency);
  if (thanks) return alone(thankYouPaper(desk, client, thanks));
  return {
    why: {
      fr: 'ce client n’a rien payé dans cette devise\u202f: il n’y a pas de quoi le remercier.',
      en: 'this client has paid nothing in this currency: there is nothing to thank for.',
    },
  };
}
