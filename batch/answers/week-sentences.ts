/** What has changed, in plain sentences: for the workbook's first page, the mail and the terminal. */
import { countText, moneyText, numberText, percentText } from '../../shared/base/numbers-text.ts';
import { type Language, NO_BREAK_SPACE, typesetFrench, type Words } from '../../shared/base/words.ts';
import type { CurrencyReport, Report } from './report.ts';
import { type About, phrase, sentence } from './week-words.ts';

/** Of every currency, its code in front where there are several. Names are as the register has them: escape them. */
export function weekSentences(report: Report): readonly Words[] {
  const several = report.currencies.length > 1;
  return report.currencies.flatMap((part) => {
    const sentences = partSentences(report, part);
    if (!several) return sentences;
    return sentences.map(({ fr, en }) => ({
      fr: `${typesetFrench(`${part.currency} : `)}${fr}`,
      en: `${part.currency}: ${en}`,
    }));
  });
}

/** Of one currency; none where nothing is or was open and nothing came. */
export function partSentences(report: Report, part: CurrencyReport): readonly Words[] {
  if (isIdle(part)) return [];
  const about: About = { report, part, changes: part.changes };
  return [openWords(about), overdueWords(about), ...dsoWords(about), ...newsSentences(report, part)];
}

/** Those that no figure says: who fell behind, whose grade fell, what came. */
export function newsSentences(report: Report, part: CurrencyReport): readonly Words[] {
  if (isIdle(part)) return [];
  const about: About = { report, part, changes: part.changes };
  return [lateWords(about), ...gradeWords(about), cashWords(about)];
}

function isIdle({ changes, receivables }: CurrencyReport): boolean {
  const { cash, open } = changes;
  return receivables.open === 0 && open === 0 && cash.came === 0 && cash.beside === 0;
}

/** Which of three wordings a difference calls for. */
function turn<S, M, L>(difference: number, same: S, more: M, less: L): S | M | L {
  if (difference === 0) return same;
  return difference > 0 ? more : less;
}

function openWords(about: About): Words {
  const { currency, receivables } = about.part;
  const difference = receivables.open - about.changes.open;
  return sentence(about, turn(difference, 'openSame', 'openMore', 'openLess'), (language) => ({
    open: moneyText(receivables.open, currency, language),
    change: moneyText(Math.abs(difference), currency, language),
  }));
}

function overdueWords(about: About): Words {
  const { currency, receivables } = about.part;
  const { open, overdue } = receivables;
  const difference = overdue - about.changes.overdue;
  if (overdue === 0 && difference === 0) return sentence(about, 'nothingOverdue', () => ({}));
  return sentence(about, turn(difference, 'overdueSame', 'overdueMore', 'overdueLess'), (language) => ({
    overdue: moneyText(overdue, currency, language),
    share:
      overdue === 0 ? '' : phrase('share', language, { share: percentText(overdue / open, 0, language) }),
    change: moneyText(Math.abs(difference), currency, language),
  }));
}

/** Days are compared as they are shown. */
function dsoWords(about: About): readonly Words[] {
  const { value } = about.part.dso.countBack;
  const then = about.changes.dso;
  if (value === null) return [];
  const now = Math.round(value * 10);
  if (then === null) return [sentence(about, 'dso', (language) => ({ dso: daysText(now, language) }))];
  const difference = now - Math.round(then * 10);
  return [
    sentence(about, turn(difference, 'dsoSame', 'dsoMore', 'dsoLess'), (language) => ({
      dso: daysText(now, language),
      change: daysText(Math.abs(difference), language),
    })),
  ];
}

/** @param tenths of a day. French takes the singular below 2, English for 1 only */
function daysText(tenths: number, language: Language): string {
  const french = tenths < 20 ? 'jour' : 'jours';
  const english = tenths === 10 ? 'day' : 'days';
  const noun = language === 'fr' ? french : english;
  return `${numberText(tenths / 10, 1, language)}${NO_BREAK_SPACE}${noun}`;
}

function lateWords(about: About): Words {
  const { changes, part } = about;
  const { lateNoMore, newlyLate } = changes;
  const sum = newlyLate.reduce((total, { overdue }) => total + overdue, 0);
  return sentence(about, newlyLate.length === 0 ? 'noneLate' : 'newlyLate', (language) => {
    const money = (minor: number): string => moneyText(minor, part.currency, language);
    const texts = newlyLate.map(({ client, overdue }) => `${nameOf(about, client)} (${money(overdue)})`);
    return {
      count:
        language === 'fr'
          ? countText(newlyLate.length, 'client est passé', 'clients sont passés', 'fr')
          : countText(newlyLate.length, 'client fell', 'clients fell', 'en'),
      sum: money(sum),
      names: listed(texts, language),
      cured: curedText(lateNoMore.length, language),
    };
  });
}

function curedText(count: number, language: Language): string {
  if (count === 0) return '';
  if (language === 'fr')
    return typesetFrench(` ; ${countText(count, 'ne l’est plus', 'ne le sont plus', 'fr')}`);
  return `; ${countText(count, 'is', 'are', 'en')} late no more`;
}

function gradeWords(about: About): readonly Words[] {
  const { fell } = about.changes;
  if (fell.length === 0) return [];
  const texts = fell.map(({ client, from, to }) => `${nameOf(about, client)} (${from} → ${to})`);
  return [
    sentence(about, 'fell', (language) => ({
      count:
        language === 'fr'
          ? countText(fell.length, 'client a vu sa note baisser', 'clients ont vu leur note baisser', 'fr')
          : countText(fell.length, 'client fell to a lower grade', 'clients fell to a lower grade', 'en'),
      names: listed(texts, language),
    })),
  ];
}

function nameOf({ report }: About, client: number): string {
  const { code, name } = report.register.clients[client];
  return (name === '' ? code : name).replace(/[\r\n\t]+/g, ' ');
}

const MOST_NAMES = 3;

/** `A, B, C et 2 autres` */
function listed(texts: readonly string[], language: Language): string {
  const shown = texts.slice(0, MOST_NAMES).join(', ');
  const rest = texts.length - MOST_NAMES;
  if (rest <= 0) return shown;
  const others =
    language === 'fr' ? countText(rest, 'autre', 'autres', 'fr') : countText(rest, 'other', 'others', 'en');
  return `${shown} ${language === 'fr' ? 'et' : 'and'} ${others}`;
}

function cashWords(about: About): Words {
  const { beside, came, foretold } = about.changes.cash;
  const { currency } = about.part;
  const all = came + beside;
  const key =
    foretold === null
      ? turn(all, 'noCash', 'cash', 'cash')
      : turn(came, 'noneForetold', 'foretold', 'foretold');
  return sentence(about, key, (language) => {
    const money = (minor: number): string => moneyText(minor, currency, language);
    if (foretold === null) return { came: money(all) };
    const { expected, range } = foretold;
    return {
      came: money(came),
      expected: money(expected),
      range:
        range === null ? '' : phrase('range', language, { low: money(range.low), high: money(range.high) }),
      beside: beside === 0 ? '' : phrase('beside', language, { beside: money(beside) }),
    };
  });
}
