import { test } from 'vitest';
import { dayNumber } from '../../shared/base/civil-date.ts';
import { decimalText } from '../../shared/base/money.ts';
import type { Language } from '../../shared/base/words.ts';
import { firstThings } from '../../shared/insight/priorities.ts';
import { rateClients } from '../../shared/insight/risk/risk.ts';
import { buildLedger, clientBalancesOn, openItemsOn } from '../../shared/receivables/ledger.ts';
import { expectGolden } from '../golden-file.ts';
import { registerOf } from '../receivables/register-of.ts';
import { RICH, RICH_AS_OF } from './rich-register.ts';

const asOf = dayNumber(RICH_AS_OF);
const ledger = buildLedger(registerOf(RICH));
const { clients, currencies } = ledger.register;

function riskList(language: Language): string {
  const lines = currencies.flatMap((currency, index) => [
    `# ${currency}`,
    ...rateClients(ledger, index, asOf).flatMap(
      ({ client, score, grade, exposure, availableCredit, reasons }) => [
        '',
        `${score} ${grade}  ${clients[client].code} ${clients[client].name}  ${decimalText(exposure, currency)}` +
          (availableCredit === null ? '' : `  (${decimalText(availableCredit, currency)})`),
        ...reasons.map(({ code, points, text }) => `  ${points} ${code}: ${text[language]}`),
      ],
    ),
    '',
  ]);
  return `${lines.join('\n')}\n`;
}

function priorityList(language: Language): string {
  const lines = currencies.flatMap((currency, currencyIndex) => {
    const balances = clientBalancesOn(ledger, currencyIndex, asOf);
    const items = openItemsOn(ledger, currencyIndex, asOf);
    const problems = currencyIndex === 0 ? 12 : null;
    const acts = firstThings({ ledger, currencyIndex, asOf, balances, items }, problems);
    return [`# ${currency}`, ...acts.map(({ code, text }) => `${code}: ${text[language]}`), ''];
  });
  return `${lines.join('\n')}\n`;
}

test('the risk list in French', () => expectGolden('insight/risk.fr.txt', riskList('fr')));
test('the risk list in English', () => expectGolden('insight/risk.en.txt', riskList('en')));
test('what to do first in French', () => expectGolden('insight/priorities.fr.txt', priorityList('fr')));
test('what to do first in English', () => expectGolden('insight/priorities.en.txt', priorityList('en')));
