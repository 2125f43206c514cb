/** A payment plan as an agreement: the debt acknowledged, its instalments, what a missed one leads to, the signatures of both. */
import { civilDate, type DayNumber } from '../../base/civil-date.ts';
import { decimalText } from '../../base/money.ts';
import { dayText, moneyText } from '../../base/numbers-text.ts';
import { openBalanceOn } from '../../receivables/ledger.ts';
import { greetingText, invoicesText, ofInvoicesText, shortDay } from '../letter-words.ts';
import { type Desk, letterheadOf, paperFileName } from '../letterhead.ts';
import type { Paper, PaperBlock } from '../paper.ts';
import { heading, paragraph, paragraphs, paymentBlock, table } from '../paper-blocks.ts';
import { PAPER_WORDS as WORDS } from '../paper-words.ts';
import { paymentMeansOf } from '../payment-means.ts';
import type { MessageFacts } from '../placeholder-names.ts';
import { type Sender, senderOf } from '../sender.ts';
import { openInvoicesOf } from './proof-sheet-paper.ts';
import { writtenText } from './written.ts';

/** What is agreed. Minor units of one currency; the instalments add up to the invoices' amounts. */
export type PlanAgreement = {
  readonly client: number;
  readonly currency: number;
  readonly invoices: readonly { readonly invoice: number; readonly amount: number }[]; // what is open of each
  readonly instalments: readonly { readonly dueDay: DayNumber; readonly amount: number }[]; // by day
};

export function planAgreementPaper(desk: Desk, plan: PlanAgreement): Paper {
  const { asOf, ledger, texts } = desk;
  const { register } = ledger;
  const client = register.clients[plan.client];
  const { code, kind, language, name } = client;
  const sender = senderOf(register.settings);
  const facts = factsOf(desk, plan);
  const written = writtenText(texts, ['letter.plan-agreement'], { kind, language }, register.settings, facts);
  const places = [signer(sender.company, language), signer(name, language)];
  const head = letterheadOf(desk, client);
  return {
    ...head,
    kind: 'planAgreement',
    mention: '',
    subject: written.subject,
    references: [[WORDS.clientCode[language], code]],
    blocks: [
      ...paragraphs(written.above),
      ...planTables(desk, plan),
      ...paragraphs(written.below),
      ...meansOf(desk, plan, sender),
      paragraph(`${WORDS.twoCopies[language]} ${head.placeAndDate}.`),
      { block: 'signature', lines: [], places },
    ],
    fileName: paperFileName(language === 'fr' ? 'echeancier' : 'payment-plan', code, civilDate(asOf)),
  };
}

function factsOf(desk: Desk, plan: PlanAgreement): MessageFacts {
  const { clients, currencies, invoices } = desk.ledger.register;
  const { contact, language, name } = clients[plan.client];
  const numbers = plan.invoices.map(({ invoice }) => invoices.numberAt(invoice));
  const asked = { numbers, isPartPaid: isPartPaid(desk, plan), instalment: null };
  const total = plan.instalments.reduce((sum, { amount }) => sum + amount, 0);
  return {
    client: name,
    date: dayText(desk.asOf, language),
    greeting: greetingText(contact, language),
    amount: moneyText(total, currencies[plan.currency], language),
    number: numbers.join(', '),
    invoices: invoicesText(asked, language),
    ofInvoices: ofInvoicesText(asked, language),
  };
}

function signer(name: string, language: 'fr' | 'en'): string {
  return language === 'fr' ? `Pour ${name}` : `For ${name}`;
}

function isPartPaid({ ledger }: Desk, { invoices }: PlanAgreement): boolean {
  return invoices.some(({ amount, invoice }) => amount < ledger.register.invoices.total[invoice]);
}

function planTables({ ledger }: Desk, plan: PlanAgreement): readonly PaperBlock[] {
  const { clients, currencies, invoices } = ledger.register;
  const { language } = clients[plan.client];
  const amount = (minor: number): string => moneyText(minor, currencies[plan.currency], language);
  const word = (key: keyof typeof WORDS, prefix = ''): string => prefix + WORDS[key][language];
  const total = plan.instalments.reduce((sum, one) => sum + one.amount, 0);
  let left = total;
  return [
    heading(word('debt')),
    table(
      [word('invoice'), word('issued'), word('due'), word('total', '>'), word('open', '>')],
      plan.invoices.map(({ amount: open, invoice }) => [
        invoices.numberAt(invoice),
        shortDay(invoices.issueDay[invoice], language),
        shortDay(invoices.dueDay[invoice], language),
        amount(invoices.total[invoice]),
        amount(open),
      ]),
      [[word('acknowledged'), amount(total)]],
    ),
    heading(word('instalments')),
    table(
      [word('rank'), word('payOn'), word('total', '>'), word('leftAfter', '>')],
      plan.instalments.map(({ amount: part, dueDay }, index) => {
        left -= part;
        return [String(index + 1), dayText(dueDay, language), amount(part), amount(left)];
      }),
      [[word('totalOfPlan'), amount(total)]],
    ),
  ];
}

/** The account to pay to; no QR code: it would hold one sum. */
function meansOf({ ledger }: Desk, plan: PlanAgreement, sender: Sender): readonly PaperBlock[] {
  const { clients, currencies, invoices } = ledger.register;
  const { code: clientCode, language } = clients[plan.client];
  const currency = currencies[plan.currency];
  const numbers = plan.invoices.map(({ invoice }) => invoices.numberAt(invoice));
  const asked = { amount: decimalText(0, currency), currency, numbers, clientCode };
  const means = paymentMeansOf(sender, asked, language);
  return means && means.lines.length > 0
    ? paymentBlock({ ...means, link: '', transfer: null }, language)
    : [];
}

/** The plans that rule on the day for the client's open invoices, as one agreement; null where there is none. */
export function agreedPlanOf(
  desk: Pick<Desk, 'asOf' | 'ledger'>,
  client: number,
  currency: number,
): PlanAgreement | null {
  const { asOf, ledger } = desk;
  const { invoices, plans } = ledger.register;
  const parts = new Map<DayNumber, number>();
  const planned: { readonly invoice: number; readonly amount: number }[] = [];
  for (const invoice of openInvoicesOf(desk, client)) {
    const ruling = plans.filter((plan) => plan.invoice === invoice && plan.agreedOn <= asOf);
    const plan = ruling[ruling.length - 1];
    if (!plan || invoices.currency[invoice] !== currency) continue;
    for (const { amount, dueDay } of plan.instalments) parts.set(dueDay, (parts.get(dueDay) ?? 0) + amount);
    planned.push({ invoice, amount: openBalanceOn(ledger, invoice, plan.agreedOn) });
  }
  if (planned.length === 0) return null;
  const instalments = Array.from(parts, ([dueDay, amount]) => ({ dueDay, amount }));
  return {
    client,
    currency,
    invoices: planned,
    instalments: instalments.sort((a, b) => a.dueDay - b.dueDay),
  };
}
