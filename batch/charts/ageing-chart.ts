/** Ageing as columns: what is not due, and what is late by how long. */
import { currencyDigits, decimalNumber } from '../../shared/base/money.ts';
import { dayText, moneyText, numberText } from '../../shared/base/numbers-text.ts';
import type { Language } from '../../shared/base/words.ts';
import { AGEING_BUCKETS, type AgeingBucket } from '../../shared/receivables/ageing.ts';
import type { CurrencyReport, Report } from '../answers/report.ts';
import { BUCKET_COLOURS, RULE } from '../workbook/style.ts';
import { BUCKET_WORDS, say } from '../workbook/words.ts';
import { type Chart, drawing, FIGURE, PADDING, paint, TEXT_SIZE, WIDTH } from './chart.ts';
import { element, words } from './svg.ts';

const WORDS = {
  title: { fr: 'Balance âgée ({currency})', en: 'Ageing ({currency})' },
  says: {
    fr: 'Balance âgée au {day} : {buckets}. Total : {total}.',
    en: 'Ageing as of {day}: {buckets}. Total: {total}.',
  },
} as const;

const HEIGHT = 266;
const TOP = PADDING + TEXT_SIZE + 8;
const BOTTOM = HEIGHT - PADDING - 2 * 21;
const SLOT = (WIDTH - 2 * PADDING) / AGEING_BUCKETS.length;
const COLUMN = SLOT * 0.66;

/** @returns null where nothing is open */
export function ageingChart({ asOfDay, language }: Report, part: CurrencyReport): Chart | null {
  const { ageing, currency, receivables } = part;
  if (receivables.open <= 0) return null;
  const most = Math.max(...AGEING_BUCKETS.map((bucket) => ageing.total[bucket]));
  const buckets = AGEING_BUCKETS.map((bucket) => {
    const name = say(BUCKET_WORDS[bucket], language).toLowerCase();
    return `${name} ${moneyText(ageing.total[bucket], currency, language)}`;
  });
  const base = element('path', { d: `M${PADDING} ${BOTTOM}H${WIDTH - PADDING}`, stroke: paint(RULE) });
  return {
    key: 'ageing',
    title: say(WORDS.title, language, { currency }),
    says: say(WORDS.says, language, {
      day: dayText(asOfDay, language),
      buckets: buckets.join(', '),
      total: moneyText(receivables.open, currency, language),
    }),
    svg: drawing(HEIGHT, [
      ...AGEING_BUCKETS.map((bucket, at) => column(part, bucket, at, most, language)),
      base,
    ]),
  };
}

function column(
  part: CurrencyReport,
  bucket: AgeingBucket,
  at: number,
  most: number,
  language: Language,
): string {
  const minor = part.ageing.total[bucket];
  const middle = PADDING + SLOT * (at + 0.5);
  const height = (minor / most) * (BOTTOM - TOP);
  const centred = { 'text-anchor': 'middle' } as const;
  const bar = element('rect', {
    x: middle - COLUMN / 2,
    y: BOTTOM - height,
    width: COLUMN,
    height,
    fill: paint(BUCKET_COLOURS[at]),
  });
  const amount = words(middle, BOTTOM - height - 8, amountText(minor, most, part.currency, language), {
    ...centred,
    ...FIGURE,
  });
  const names = twoLines(say(BUCKET_WORDS[bucket], language)).map((line, down) =>
    words(middle, BOTTOM + 22 + 21 * down, line, centred),
  );
  return [bar, amount, ...names].join('');
}

const LARGE = 10_000_000;
const SMALL = 100;

/** Whole units, and millions where these grow long; cents only where there is little else. The title names the currency. */
function amountText(minor: number, most: number, currency: string, language: Language): string {
  const [value, largest] = [decimalNumber(minor, currency), decimalNumber(most, currency)];
  if (largest >= LARGE) return `${numberText(value / 1e6, 1, language)} M`;
  return numberText(value, largest < SMALL ? currencyDigits(currency) : 0, language);
}

/** Two lines of about the same length. */
function twoLines(text: string): readonly string[] {
  const spaces = Array.from(text.matchAll(/[ ]/g), ({ index }) => index);
  const middle = text.length / 2;
  const best = spaces.reduce<number | null>(
    (found, at) => (found === null || Math.abs(at - middle) <= Math.abs(found - middle) ? at : found),
    null,
  );
  return best === null ? [text] : [text.slice(0, best), text.slice(best + 1)];
}
