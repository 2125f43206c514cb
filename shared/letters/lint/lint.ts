/**
 * The lint of a text as it is written in the templates tab: what should not be in it, or is missing from it. A first reminder threatens
 * with nothing, a private person is never asked for what firms owe, a public body is never threatened.
 */
import { unknownPlaceholders } from '../../base/placeholders.ts';
import type { Language } from '../../base/words.ts';
import { CLIENT_KINDS, type ClientKind } from '../../register/tables.ts';
import type { MessageText } from '../message-texts.ts';
import { DETAILS, placeholderIn, placeholdersOf } from '../placeholder-names.ts';
import { finding, type LintFinding } from './lint-codes.ts';
import {
  FIRM_PENALTIES,
  firstFound,
  folded,
  INSULTS,
  LAST_STEP,
  LEGAL_ACTION,
  languageOfText,
} from './lint-words.ts';

/** What a text is for. */
export type LintContext = {
  readonly level: number; // 0: a notice, an invoice, thanks; 4: a formal notice
  readonly kind: ClientKind | null; // null: for whomever
  readonly language: Language;
  readonly base: string; // its name without channel and kind: what may be named in it
  readonly mayClaim: boolean; // interest and the fixed sum may be asked for
};

/** @param name such as `reminder-2.individual`, `letter.formal-notice` @param language as written; empty means French */
export function lintTemplate(
  name: string,
  language: string,
  text: MessageText,
  associationsAreFirms = false,
): readonly LintFinding[] {
  return lintText(text, contextOf(name, language, associationsAreFirms));
}

/** Every finding on a text, errors and warnings. */
export function lintText(text: MessageText, context: LintContext): readonly LintFinding[] {
  if (text.body.trim() === '') return [finding('body/empty', 'body')];
  const parts = [
    ['subject', text.subject],
    ['body', text.body],
  ] as const;
  return [
    ...(text.subject.trim() === '' ? [finding('subject/empty', 'subject')] : []),
    ...parts.flatMap(([place, part]) => [
      ...unknownFindings(part, place, context),
      ...toneFindings(part, place, context),
      ...shoutingFindings(part, place),
    ]),
    ...languageFindings(text, context),
    ...missingFindings(text, context),
  ];
}

/** What the name of a text says it is for. A calendar's own name may be of any level: only what no level allows is found in it. */
export function contextOf(name: string, language: string, associationsAreFirms = false): LintContext {
  const own = name
    .trim()
    .toLowerCase()
    .replace(/^letter\./, '');
  const [base, suffix = ''] = own.split('.');
  const kind = CLIENT_KINDS.find((one) => one === suffix) ?? PUBLIC_TEXTS.get(base) ?? null;
  const isPrivate = kind === 'individual' || (kind === 'association' && !associationsAreFirms);
  const isEnglish = /^(?:en|angl)/i.test(language.trim());
  return {
    level: LEVELS.get(base) ?? ANY_LEVEL,
    kind,
    language: isEnglish ? 'en' : 'fr',
    base,
    mayClaim: !isPrivate,
  };
}

const LAST_REMINDER = 3;
const ANY_LEVEL = 4;

const LEVELS: ReadonlyMap<string, number> = new Map([
  ['notice', 0],
  ['invoice', 0],
  ['credit-note', 0],
  ['thank-you', 0],
  ['statement', 0],
  ['reminder-1', 1],
  ['reminder-2', 2],
  ['payment-order', 2],
  ['reminder-3', LAST_REMINDER],
  ['moratory-interest', LAST_REMINDER],
]);

/** Texts that ask for a payment, and have to say which and until when. */
const ASKING: ReadonlySet<string> = new Set([
  'reminder-1',
  'reminder-2',
  'reminder-3',
  'payment-order',
  'moratory-interest',
  'formal-notice',
]);

const PUBLIC_TEXTS: ReadonlyMap<string, ClientKind> = new Map([
  ['payment-order', 'administration'],
  ['moratory-interest', 'administration'],
]);

type Place = 'subject' | 'body' | 'message';

function unknownFindings(part: string, place: Place, { base }: LintContext): readonly LintFinding[] {
  const holes = part.replace(new RegExp(DETAILS.source, 'gimu'), '');
  return unknownPlaceholders(holes, placeholdersOf(base)).map((name) =>
    finding('placeholder/unknown', place, name),
  );
}

/** Threats, the law of firms, insults; in either language, whatever the text's own. */
function toneFindings(part: string, place: Place, context: LintContext): readonly LintFinding[] {
  const words = folded(part);
  const find = (patterns: typeof INSULTS): string | null => firstFound(patterns, words, ['fr', 'en']);
  const insult = find(INSULTS);
  return [
    ...threatFindings(find(LEGAL_ACTION), find(LAST_STEP), place, context),
    ...(context.mayClaim ? [] : penaltyFindings(find(FIRM_PENALTIES), part, place)),
    ...(insult === null ? [] : [finding('insult', place, insult)]),
  ];
}

function threatFindings(
  action: string | null,
  lastStep: string | null,
  place: Place,
  { kind, level }: LintContext,
): readonly LintFinding[] {
  const worst = action ?? lastStep;
  if (worst === null) return [];
  if (kind === 'administration') return [finding('threat/public-body', place, worst)];
  if (action !== null && level < LAST_REMINDER) return [finding('threat/too-early', place, action)];
  if (lastStep === null || level >= LAST_REMINDER) return [];
  return [finding(level < 2 ? 'threat/too-early' : 'last-step/too-early', place, lastStep)];
}

function penaltyFindings(words: string | null, part: string, place: Place): readonly LintFinding[] {
  const name = placeholderIn(part, 'indemnity', 'interest');
  const found = words ?? (name === null ? null : `{{${name}}}`);
  return found === null ? [] : [finding('penalties/private-person', place, found)];
}

/** Abbreviations are written in capitals, and so is what stands between braces. */
const ABBREVIATION = /^(?:IBAN|BIC|SEPA|SIREN|SIRET|TVA|VAT|EURL|SARL|SASU|EUR|RIB|CGV|LRAR)$/;

function shoutingFindings(part: string, place: Place): readonly LintFinding[] {
  const marks = /[!?]{2,}/.exec(part);
  if (marks) return [finding('shouting', place, marks[0])];
  const words = part.replace(/\{\{[^{}]*\}\}/g, ' ').match(/\p{Lu}{4,}/gu) ?? [];
  const loud = words.find((word) => !ABBREVIATION.test(word));
  return loud === undefined ? [] : [finding('shouting', place, loud)];
}

function languageFindings({ body, subject }: MessageText, { language }: LintContext): readonly LintFinding[] {
  const found = languageOfText(`${subject} ${body}`.replace(/\{\{[^{}]*\}\}/g, ' '));
  return found === null || found === language ? [] : [finding('language/other', 'body')];
}

/** Warnings: the table below the text says both, but for a letter's deadline. */
function missingFindings({ body, subject }: MessageText, { base }: LintContext): readonly LintFinding[] {
  if (!ASKING.has(base)) return [];
  const all = `${subject}\n${body}`;
  const hasSum = DETAILS.test(body) || placeholderIn(all, 'amount', 'total') !== null;
  return [
    ...(placeholderIn(all, 'deadline') === null ? [finding('deadline/missing', 'body', '', 'warning')] : []),
    ...(hasSum ? [] : [finding('amount/missing', 'body', '', 'warning')]),
  ];
}
