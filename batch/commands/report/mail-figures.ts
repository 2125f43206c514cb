/** What the weekly mail shows of a report. */
import { moneyText, numberText, percentText } from '../../../shared/base/numbers-text.ts';
import { type Language, NO_BREAK_SPACE } from '../../../shared/base/words.ts';
import { firstFive } from '../../answers/first-five.ts';
import type { CurrencyReport, Report } from '../../answers/report.ts';
import { newsSentences } from '../../answers/week-sentences.ts';
import type { Change, CurrencyFigures, MessageInput, Picture } from '../../delivery/message.ts';
import { actUrl } from '../../workbook/act-place.ts';
import { NO_FIGURE, WHY_NO_FIGURE } from '../../workbook/words.ts';
import { oneLine } from '../ground/one-line.ts';
import { attachedAudit, sealLine } from './audit-lines.ts';

const LONGEST_SENTENCE = 600; // letters; it names several clients

/** @param pictures of the first currency */
export function mailFigures(
  report: Report,
  attachment: string,
  pictures: readonly Picture[] = [],
): MessageInput {
  return {
    language: report.language,
    company: report.name,
    asOf: report.asOf,
    currencies: report.currencies.map((part, rank) => ({
      ...currencyFigures(part, report.language),
      sentences: newsSentences(report, part).map((words) =>
        oneLine(words[report.language], LONGEST_SENTENCE),
      ),
      priorities: firstFive(part.priorities).map((act) => ({
        text: oneLine(act.text[report.language]),
        url: actUrl(act, report),
      })),
      pictures: rank === 0 ? pictures : [],
    })),
    problems: report.problems.length,
    moving: report.source.moving,
    attachment,
    ...auditFigures(report),
  };
}

function auditFigures(report: Report): Pick<MessageInput, 'audit' | 'sealed'> {
  const [audit, sealed] = [attachedAudit(report), sealLine(report)];
  return { ...(audit === '' ? {} : { audit }), ...(sealed === '' ? {} : { sealed }) };
}

function currencyFigures(
  part: CurrencyReport,
  language: Language,
): Omit<CurrencyFigures, 'pictures' | 'priorities' | 'sentences'> {
  const { currency, receivables, before, dso, dsoBefore } = part;
  const money = (minor: number): string => moneyText(minor, currency, language);
  const { countBack } = dso;
  return {
    currency,
    open: money(receivables.open),
    openChange: change(receivables.open - before.week.open, money, 'even'),
    overdue: money(receivables.overdue),
    overdueShare:
      receivables.open === 0 ? null : percentText(receivables.overdue / receivables.open, 1, language),
    overdueChange: change(receivables.overdue - before.week.overdue, money, 'worse'),
    dso: countBack.value === null ? NO_FIGURE[language] : daysText(countBack.value, language),
    dsoReason: countBack.value === null ? WHY_NO_FIGURE[countBack.reason][language] : null,
    dsoChange: daysChange(countBack.value, dsoBefore.week.countBack.value, language),
  };
}

/** @param more what an increase means */
function change(difference: number, text: (minor: number) => string, more: Change['tone']): Change {
  if (difference === 0) return { text: text(0), tone: 'even' };
  const sign = difference > 0 ? '+' : '';
  return { text: sign + text(difference), tone: toneOf(difference, more) };
}

function toneOf(difference: number, more: Change['tone']): Change['tone'] {
  if (more === 'even') return 'even';
  return difference > 0 ? 'worse' : 'better';
}

function daysChange(now: number | null, before: number | null, language: Language): Change | null {
  if (now === null || before === null) return null;
  const tenths = Math.round(now * 10) - Math.round(before * 10);
  return change(tenths, (value) => daysText(value / 10, language), 'worse');
}

/** `82,4 jours`, `1,9 jour`: one decimal, and the noun that goes with what is shown. French takes the singular below 2, English for 1 only. */
export function daysText(days: number, language: Language): string {
  const shown = Math.round(Math.abs(days) * 10) / 10;
  const french = shown < 2 ? 'jour' : 'jours';
  const english = shown === 1 ? 'day' : 'days';
  return `${numberText(days, 1, language)}${NO_BREAK_SPACE}${language === 'fr' ? french : english}`;
}
