/** What the weekly mail shows of a report. */
import { countText, moneyText, numberText, percentText } from '../../shared/base/numbers-text.ts';
import { type Language, NO_BREAK_SPACE } from '../../shared/base/words.ts';
import type { AuditSeverity } from '../../shared/insight/audit/finding.ts';
import type { CurrencyReport, Report, Sealed } from '../answers/report.ts';
import type { Change, CurrencyFigures, MessageInput } from '../delivery/message.ts';
import { NO_FIGURE, WHY_NO_FIGURE } from '../workbook/words.ts';
import { oneLine } from './one-line.ts';

const MOST_PRIORITIES = 5;

export function mailFigures(report: Report, attachment: string): MessageInput {
  return {
    language: report.language,
    company: report.name,
    asOf: report.asOf,
    currencies: report.currencies.map((part) => currencyFigures(part, report.language)),
    problems: report.problems.length,
    moving: report.source.moving,
    attachment,
    ...auditFigures(report),
  };
}

/** What waits to be looked into, and the head of the seals: a mail that is kept is an anchor as well. */
function auditFigures({ audit, language, sealed }: Report): Pick<MessageInput, 'audit' | 'sealed'> {
  const waiting = audit.findings.filter(({ reviewed }) => reviewed === null);
  const count = (severity: AuditSeverity): number =>
    waiting.filter((one) => one.severity === severity).length;
  const [errors, warnings] = [count('error'), count('warning')];
  return {
    ...(errors + warnings === 0 ? {} : { audit: auditSentence(errors, warnings, language) }),
    ...(sealed === null ? {} : { sealed: sealSentence(sealed, language) }),
  };
}

function auditSentence(errors: number, warnings: number, language: Language): string {
  const isFrench = language === 'fr';
  const parts = [
    ...(errors === 0
      ? []
      : [countText(errors, isFrench ? 'erreur' : 'error', isFrench ? 'erreurs' : 'errors', language)]),
    ...(warnings === 0
      ? []
      : [
          countText(
            warnings,
            isFrench ? 'point à justifier' : 'point to explain',
            isFrench ? 'points à justifier' : 'points to explain',
            language,
          ),
        ]),
  ].join(isFrench ? ' et ' : ' and ');
  return isFrench
    ? `Audit\u202f: ${parts}, dans la feuille Audit du classeur joint.`
    : `Audit: ${parts}, on the Audit sheet of the attached workbook.`;
}

function sealSentence({ hash, seq }: Sealed, language: Language): string {
  const rank = numberText(seq, 0, language);
  return language === 'fr' ? `Dernier sceau\u202f: n° ${rank}, ${hash}` : `Last seal: no. ${rank}, ${hash}`;
}

function currencyFigures(part: CurrencyReport, language: Language): CurrencyFigures {
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
    priorities: part.priorities.slice(0, MOST_PRIORITIES).map(({ text }) => oneLine(text[language])),
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
