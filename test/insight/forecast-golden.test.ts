import { test } from 'vitest';
import { demoSample } from '../../batch/sample/options.ts';
import { type CivilDate, civilDate, dayNumber } from '../../shared/base/civil-date.ts';
import { decimalText } from '../../shared/base/money.ts';
import { type ForecastAnswer, forecastCash } from '../../shared/insight/forecast/forecast.ts';
import { buildLedger, openItemsOn } from '../../shared/receivables/ledger.ts';
import { sampleRegister } from '../dunning/sample-register.ts';
import { expectGolden } from '../golden-file.ts';

const AS_OF: CivilDate = '2026-11-20';
const register = sampleRegister(demoSample(AS_OF));
const ledger = buildLedger(register);

test('the forecast of the sample register', () => {
  const answers = register.currencies.map((_, currency) => forecastCash(ledger, currency, dayNumber(AS_OF)));
  expectGolden('insight/forecast.txt', `${answers.flatMap(linesOf).join('\n')}\n`);
});

function linesOf({ value }: ForecastAnswer, currency: number): readonly string[] {
  if (value === null) return ['none'];
  const money = (minor: number) => decimalText(minor, register.currencies[currency]);
  return [
    `# ${register.currencies[currency]}`,
    ...value.weeks.map(({ from, expected, low, high }) =>
      [civilDate(from), money(expected), `${money(low)} … ${money(high)}`].join('  '),
    ),
    `later ${money(value.later)}, disputed ${money(value.disputedApart)}, unapplied ${money(value.unapplied)}`,
    ...itemLines(value.items, currency),
    '',
  ];
}

function itemLines(
  forecasts: NonNullable<ForecastAnswer['value']>['items'],
  currency: number,
): readonly string[] {
  const { clients, invoices } = register;
  return openItemsOn(ledger, currency, dayNumber(AS_OF)).map(({ invoice, dueDay, disputed }, place) => {
    const { expectedOn, p10, p90, late, lateBy30, paidWithinYear } = forecasts[place];
    const days = [p10, expectedOn, p90].map(civilDate).join(' ');
    const chances = [late, lateBy30, paidWithinYear].map((chance) => chance.toFixed(2)).join(' ');
    const name = `${invoices.numberAt(invoice)} ${clients[invoices.client[invoice]].name}`;
    return `due ${civilDate(dueDay)}  ${days}  ${chances}  ${name}${disputed ? ' (disputed)' : ''}`;
  });
}
