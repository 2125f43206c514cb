/** `encaisse credit CLIENT --amount N`: may the client be invoiced this much more, and why. */
import { dayNumber } from '../../../shared/base/civil-date.ts';
import { isCurrency } from '../../../shared/base/money.ts';
import { dayText, moneyText } from '../../../shared/base/numbers-text.ts';
import type { Language, Words } from '../../../shared/base/words.ts';
import { type CreditDecision, creditDecision } from '../../../shared/insight/credit/credit-decision.ts';
import { buildLedger } from '../../../shared/receivables/ledger.ts';
import { readAmount } from '../../../shared/register/cell-amounts.ts';
import type { Register } from '../../../shared/register/entries.ts';
import { type CommandFlags, lastText } from '../../options/command-flags.ts';
import { registerDay } from '../../options/register-day.ts';
import { UsageError } from '../../options/usage-error.ts';
import { oneLine } from '../ground/one-line.ts';
import { readRegister, registerToday } from '../ground/read-register.ts';
import type { ExitCode, World } from '../ground/world.ts';
import { clientNamed, problemsText } from './paper-desk.ts';

/** What is asked, before the register is read. */
type Asked = { readonly code: string; readonly amount: string };

/** The answer goes to the standard output. @throws UsageError, SourceError */
export async function runCredit(flags: CommandFlags, world: World): Promise<ExitCode> {
  const asked = askedOf(flags);
  const { asOf, register: name } = registerDay(flags, world.environment, world.folder);
  const { problems, register } = (await readRegister(name, world)).read;
  const { language, currency: own } = register.settings;
  const day = dayNumber(asOf ?? (await registerToday(register.settings, world)));
  const client = clientNamed(register, asked.code);
  const currency = currencyOf(lastText(flags, 'currency') ?? own);
  const amount = amountOf(asked.amount, currency);
  const decision = creditDecision(buildLedger(register), day, { client, amount, currency, waiting: 0 });
  const { code, name: clientName } = register.clients[client];
  const heading = `${code} ${clientName} · ${moneyText(amount, currency, language)} · ${dayText(day, language)}`;
  const lines = [heading, decision.words[language], ...figureLines(decision, register, language)];
  await world.out.write(`${lines.map((text) => oneLine(text)).join('\n')}\n`);
  if (problems.length > 0) world.talk(problemsText(problems.length, language));
  return problems.length > 0 ? 1 : 0;
}

/** @throws UsageError */
function askedOf({ texts, words }: CommandFlags): Asked {
  const amount = texts.get('amount')?.at(-1);
  if (words.length === 1 && amount !== undefined) return { code: words[0], amount };
  throw new UsageError({
    fr: 'indiquez le client et le montant TTC\u202f: encaisse credit C001 --amount 1500.',
    en: 'say which client, and the amount with VAT: encaisse credit C001 --amount 1500.',
  });
}

/** @throws UsageError */
function currencyOf(text: string): string {
  const code = text.trim().toUpperCase();
  if (isCurrency(code)) return code;
  throw new UsageError({
    fr: `--currency\u202f: «\u202f${text}\u202f» n’est pas une devise\u202f; écrivez son code, par exemple EUR.`,
    en: `--currency: "${text}" is no currency; write its code, such as EUR.`,
  });
}

/** @throws UsageError */
function amountOf(text: string, currency: string): number {
  const amount = readAmount(text, currency);
  if (amount.ok) return amount.value;
  throw new UsageError({
    fr: `--amount\u202f: «\u202f${text}\u202f» n’est pas un montant en ${currency}\u202f; écrivez par exemple 1500 ou 1234.50.`,
    en: `--amount: "${text}" is not an amount in ${currency}; write 1500 or 1234.50.`,
  });
}

const LABELS = {
  exposure: { fr: 'Encours', en: 'Owed' },
  after: { fr: 'Avec cette facture', en: 'With this invoice' },
  overdue: { fr: 'Dont échu', en: 'Of it overdue' },
  limit: { fr: 'Plafond', en: 'Limit' },
  proposed: { fr: 'Plafond proposé', en: 'Proposed limit' },
  available: { fr: 'Disponible', en: 'Available' },
  grade: { fr: 'Note de risque', en: 'Risk grade' },
} as const satisfies Readonly<Record<string, Words>>;

const UNKNOWN: Words = { fr: 'inconnue', en: 'unknown' };

/** Exposure, limit and risk, then the risk's reasons, one a line. Drafts are not in a register that is read from outside: none is counted. */
function figureLines(
  { available, figures, limit, limitIs, risk }: CreditDecision,
  { settings: { currency } }: Register,
  language: Language,
): readonly string[] {
  const line = (label: Words, text: string) =>
    `${label[language]}${language === 'fr' ? '\u202f' : ''}: ${text}`;
  const money = (minor: number) => moneyText(minor, currency, language);
  const lines = [
    line(LABELS.exposure, money(figures.exposure)),
    line(LABELS.overdue, money(figures.overdue)),
  ];
  lines.push(line(LABELS.after, money(figures.after)));
  if (limit !== null) lines.push(line(limitIs === 'set' ? LABELS.limit : LABELS.proposed, money(limit)));
  if (limitIs === 'set' && risk?.proposedLimit !== null && risk !== null) {
    lines.push(line(LABELS.proposed, money(risk.proposedLimit)));
  }
  if (available !== null) lines.push(line(LABELS.available, money(available)));
  if (risk === null) return [...lines, line(LABELS.grade, UNKNOWN[language])];
  const grade = risk.grade === 'unknown' ? UNKNOWN[language] : risk.grade;
  const reasons = risk.reasons.map(({ points, text }) => `  +${points} ${text[language]}`);
  return [...lines, line(LABELS.grade, `${grade} (${risk.score}/100)`), ...reasons];
}
