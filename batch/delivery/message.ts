/** What the weekly mail says: a few formatted figures in, subject, plain text and HTML out. */
import { type CivilDate, dayNumber, isoWeek } from '../../shared/base/civil-date.ts';
import type { Currency } from '../../shared/base/money.ts';
import { dayText, numberText } from '../../shared/base/numbers-text.ts';
import type { Language } from '../../shared/base/words.ts';
import { safeFileName } from './file-name.ts';
import type { MailTemplates } from './templates.ts';

/** All texts are ready for the reader, in `language`. */
export type MessageInput = {
  readonly language: Language;
  readonly company: string;
  readonly asOf: CivilDate;
  readonly currencies: readonly CurrencyFigures[]; // the register's own first
  readonly problems: number; // in the register, of whatever kind
  readonly moving: boolean; // the sheet was edited while it was read
  readonly attachment: string; // the workbook's file name
  readonly audit?: string; // a sentence on what the audit found; none where it found nothing to mend
  readonly sealed?: string; // where the chain of seals stands, kept by whoever keeps the mail
};

export type CurrencyFigures = {
  readonly currency: Currency;
  readonly open: string; // '48 230,00 €'
  readonly openChange: Change | null; // null: no figure to compare with
  readonly overdue: string;
  readonly overdueShare: string | null; // '25,7 %' of what is open
  readonly overdueChange: Change | null;
  readonly dso: string; // '82 jours', or 'n. d.' beside a reason
  readonly dsoReason: string | null;
  readonly dsoChange: Change | null;
  readonly sentences: readonly string[]; // what has changed
  readonly priorities: readonly Act[]; // most urgent first
  readonly pictures: readonly Picture[];
};

/** Something to do: a plain sentence, and where to do it; null: in the workbook. */
export type Act = { readonly text: string; readonly url: string | null };

/** A chart, and what it says where pictures are not shown. */
export type Picture = {
  readonly name: string; // its own in the mail, letters and dashes: `ageing`
  readonly title: string;
  readonly says: string; // its figures in a sentence
  readonly png: Uint8Array;
};

/** Against last week: '+1 200,00 €', and whether that is good news. */
export type Change = { readonly text: string; readonly tone: 'better' | 'worse' | 'even' };

export type ReportMessage = {
  readonly week: string; // ISO 8601, '2026-W47': the key in the subject, the same for every report of the week
  readonly language: Language;
  readonly sender: string; // the name beside the sender's address
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly pictures: readonly InlinePicture[]; // which the HTML shows by their `cid`
  readonly attachment: string; // safe as a file name and in a header
};

export type InlinePicture = { readonly cid: string; readonly fileName: string; readonly png: Uint8Array };

/** The tones on white, at a contrast of 4.5 or more (WCAG 2 AA); the page's style sheet has those for the dark. */
const TONE_COLOURS = { better: '#067647', worse: '#b42318', even: '#5b6675' } as const;

const LONGEST_NAME = 80;

/** Composes the mail of one report. Pure: the same figures give the same bytes. */
export function composeMessage(input: MessageInput, templates: MailTemplates): ReportMessage {
  const company = shortName(input.company);
  const day = dayNumber(input.asOf);
  const attachment = safeFileName(input.attachment);
  const view = {
    language: input.language,
    company,
    attachment,
    week: isoWeek(day),
    day: dayText(day, input.language),
    moving: input.moving,
    audit: input.audit ?? '',
    sealed: input.sealed ?? '',
    problems: input.problems > 0 ? numberText(input.problems, 0, input.language) : '',
    oneProblem: input.problems === 1,
    currencies: input.currencies.map((figures) => currencyView(figures, input.currencies.length > 1)),
    preview: previewText(input.currencies),
  };
  const subject = templates.subject(view).trim();
  return {
    week: view.week,
    language: input.language,
    sender: company,
    subject,
    text: templates.text(view),
    html: templates.html({ ...view, subject }),
    attachment,
    pictures: input.currencies.flatMap(({ pictures }) => pictures.map(inlinePicture)),
  };
}

function inlinePicture({ name, png }: Picture): InlinePicture {
  return { cid: cidOf(name), fileName: `${name}.png`, png };
}

function cidOf(name: string): string {
  return `${name}@encaisse.invalid`;
}

function currencyView(figures: CurrencyFigures, several: boolean) {
  return {
    ...figures,
    heading: several ? figures.currency : '',
    openSize: sizeOf(figures.open),
    overdueSize: sizeOf(figures.overdue),
    dsoSize: sizeOf(figures.dso),
    openChange: coloured(figures.openChange),
    overdueChange: coloured(figures.overdueChange),
    dsoChange: coloured(figures.dsoChange),
    sentences: figures.sentences.map((text) => oneLine(text)),
    priorities: figures.priorities.map(({ text, url }, index) => ({
      rank: index + 1,
      text: oneLine(text),
      url,
    })),
    pictures: figures.pictures.map(({ name, says, title }) => ({ cid: cidOf(name), says, title })),
  };
}

/** Three figures stand side by side and none may break: the longer, the smaller. */
function sizeOf(figure: string): string {
  if (figure.length <= 13) return '20px';
  return figure.length <= 16 ? '17px' : '13px';
}

function coloured(change: Change | null) {
  return change && { ...change, colour: TONE_COLOURS[change.tone] };
}

/** What inboxes show after the subject: the most urgent sentence, once; the figures follow in the mail. */
function previewText(currencies: readonly CurrencyFigures[]): string {
  return oneLine(currencies.flatMap((figures) => figures.priorities)[0]?.text ?? '');
}

/** A name short enough for a subject. */
function shortName(name: string): string {
  const letters = [...oneLine(name.slice(0, 8 * LONGEST_NAME))];
  return letters.length > LONGEST_NAME ? `${letters.slice(0, LONGEST_NAME - 1).join('')}…` : letters.join('');
}

/** Control and direction characters, which could fake a header or turn a line around, become spaces. */
function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\u200e\u200f\u2028-\u202e\u2066-\u2069]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}
