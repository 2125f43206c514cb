/** The report in a few lines, for the terminal. */
import { moneyText, percentText } from '../../../shared/base/numbers-text.ts';
import type { Language } from '../../../shared/base/words.ts';
import type { CurrencyReport, Report } from '../../answers/report.ts';
import { NO_FIGURE, WHY_NO_FIGURE } from '../../workbook/words.ts';
import { oneLine } from '../ground/one-line.ts';
import { auditLine } from './audit-lines.ts';
import { daysText } from './mail-figures.ts';

const MOST_PRIORITIES = 3;

export function summaryText(report: Report): string {
  const french = report.language === 'fr';
  const title = french
    ? `${report.name} – créances au ${report.asOf}`
    : `${report.name} – receivables as of ${report.asOf}`;
  const parts = report.currencies.map((part) => currencyText(part, report.language));
  return `${[oneLine(title), ...parts, problemsText(report), auditLine(report)].filter((part) => part !== '').join('\n')}\n`;
}

function currencyText(part: CurrencyReport, language: Language): string {
  const { currency, receivables, dso, proof } = part;
  const french = language === 'fr';
  const money = (minor: number): string => moneyText(minor, currency, language);
  const share =
    receivables.open === 0 ? '' : ` (${percentText(receivables.overdue / receivables.open, 1, language)})`;
  const rows: readonly (readonly [label: string, text: string])[] = [
    [french ? 'Encours' : 'Open', money(receivables.open)],
    [french ? 'dont échu' : 'of which overdue', money(receivables.overdue) + share],
    [french ? 'Non imputé' : 'Unapplied', money(receivables.unapplied)],
    [french ? 'Solde' : 'Balance', money(receivables.balance)],
    ['DSO', dsoText(dso.countBack, language)],
    [french ? 'Preuve' : 'Proof', proofText(proof.holds, language)],
  ];
  const width = Math.max(...rows.map(([label]) => label.length));
  const lines = rows.map(([label, text]) => `  ${label.padEnd(width)}  ${text}`);
  const first = part.priorities
    .slice(0, MOST_PRIORITIES)
    .map(({ text }, place) => `  ${place + 1}. ${oneLine(text[language])}`);
  return [currency, ...lines, ...first].join('\n');
}

function dsoText(figure: CurrencyReport['dso']['countBack'], language: Language): string {
  if (figure.value === null) return `${NO_FIGURE[language]} (${WHY_NO_FIGURE[figure.reason][language]})`;
  return daysText(figure.value, language);
}

function proofText(holds: boolean, language: Language): string {
  if (language === 'fr')
    return holds ? 'la balance est égale au registre, au centime' : 'LA BALANCE NE TOMBE PAS JUSTE';
  return holds ? 'the balance equals the register, to the cent' : 'THE BALANCE DOES NOT ADD UP';
}

function problemsText({ problems, language }: Report): string {
  const count = problems.length;
  if (count === 0) return '';
  if (language === 'fr')
    return count === 1
      ? 'Un point du registre est à corriger.'
      : `${count} points du registre sont à corriger.`;
  return count === 1
    ? 'One thing in the register is to be mended.'
    : `${count} things in the register are to be mended.`;
}
