/** The overview in a few lines, for the terminal. */
import { moneyText, numberText, percentText } from '../../shared/base/numbers-text.ts';
import type { Language } from '../../shared/base/words.ts';
import { say } from '../workbook/words.ts';
import type { CurrencyOverview, Overview } from './overview.ts';

const WORDS = {
  head: {
    fr: '{name} – créances au {day} ; dossiers traités : {done} sur {registers}',
    en: '{name} – receivables as of {day}; firms done: {done} of {registers}',
  },
  none: {
    fr: '{name} ; dossiers traités : 0 sur {registers}',
    en: '{name}; firms done: 0 of {registers}',
  },
  sums: {
    fr: '{currency} · encours {open}, dont échu {overdue}{share} ; argent exposé {atRisk}',
    en: '{currency} · open {open}, of which overdue {overdue}{share}; money at risk {atRisk}',
  },
  firm: {
    fr: '  {rank}. {firm} : {overdue} échus sur {open}',
    en: '  {rank}. {firm}: {overdue} overdue of {open}',
  },
  failed: { fr: 'Sans rapport :', en: 'Without a report:' },
  reason: { fr: '  {firm} : {reason}', en: '  {firm}: {reason}' },
} as const;

const MOST_FIRMS = 5;

export function overviewText(name: string, overview: Overview, language: Language): string {
  const { asOf, currencies, done, failed, registers } = overview;
  const [doneText, all] = [done, registers].map((count) => numberText(count, 0, language));
  const holes = { name, day: asOf ?? '', done: doneText, registers: all };
  const lines = [
    say(asOf === null ? WORDS.none : WORDS.head, language, holes),
    ...currencies.flatMap((currency) => currencyLines(currency, language)),
    ...(failed.length === 0 ? [] : [say(WORDS.failed, language)]),
    ...failed.map(({ name: firm, reason }) =>
      say(WORDS.reason, language, { firm, reason: reason[language] }),
    ),
  ];
  return `${lines.join('\n')}\n`;
}

function currencyLines(part: CurrencyOverview, language: Language): readonly string[] {
  const { currency, firms, moneyAtRisk, open, overdue } = part;
  const money = (minor: number): string => moneyText(minor, currency, language);
  const sums = {
    currency,
    open: money(open),
    overdue: money(overdue),
    share: open === 0 ? '' : ` (${percentText(overdue / open, 1, language)})`,
    atRisk: money(moneyAtRisk),
  };
  const late = firms.filter((firm) => firm.overdue > 0).slice(0, MOST_FIRMS);
  return [
    say(WORDS.sums, language, sums),
    ...late.map((firm, at) =>
      say(WORDS.firm, language, {
        rank: String(at + 1),
        firm: firm.name,
        overdue: money(firm.overdue),
        open: money(firm.open),
      }),
    ),
  ];
}
