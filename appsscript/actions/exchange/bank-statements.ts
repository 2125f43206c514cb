/** Statements as the dialog sends them, read again: the script trusts no browser. */
import { type DayNumber, parseCivilDate } from '../../../shared/base/civil-date.ts';
import { type Currency, isCurrency } from '../../../shared/base/money.ts';
import type { BankMovement, BankStatement } from '../../../shared/exchange/bank/statement.ts';
import { type CheckNotice, errorOn } from '../../../shared/invoicing/notice.ts';
import { readAmount } from '../../../shared/register/cell-amounts.ts';
import type { MovementFields, StatementFields } from '../../contract/bank.ts';

export type ReadFields =
  | { readonly ok: true; readonly statements: readonly BankStatement[] }
  | { readonly ok: false; readonly notices: readonly CheckNotice[] };

/** @param currencies of the register @param today no movement is booked after it */
export function readStatements(
  asked: readonly StatementFields[],
  currencies: readonly Currency[],
  today: DayNumber,
): ReadFields {
  const notices: CheckNotice[] = [];
  const statements = asked.flatMap(({ account, currency, movements }): readonly BankStatement[] => {
    if (!isCurrency(currency) || !currencies.includes(currency)) {
      notices.push(otherCurrency(currency));
      return [];
    }
    const read = movements.map((one, index) => movementOf(one, currency, today, index, notices));
    return [{ account, currency, opening: null, closing: null, movements: read }];
  });
  return notices.length > 0 ? { ok: false, notices } : { ok: true, statements };
}

function movementOf(
  fields: MovementFields,
  currency: Currency,
  today: DayNumber,
  index: number,
  notices: CheckNotice[],
): BankMovement {
  const { bankId, label, payer, payerIban, reference } = fields;
  const day = parseCivilDate(fields.day);
  const amount = readAmount(fields.amount, currency);
  if (!day.ok || day.value > today) notices.push(badDay(fields.day));
  if (!amount.ok) notices.push(badAmount(fields.amount));
  const words = { label, payer, payerIban, reference, bankId };
  return {
    ...words,
    day: day.ok ? day.value : today,
    valueDay: null,
    minor: amount.ok ? amount.value : 0,
    line: index + 1,
  };
}

function otherCurrency(currency: string): CheckNotice {
  return errorOn(
    'currency',
    `Ce relevé est en ${currency}, une devise que le registre n’a pas : rien n’est importé. Indiquez-la dans les réglages ou sur une facture.`,
    `This statement is in ${currency}, a currency the register does not have: nothing is imported. Name it in the settings or on an invoice.`,
  );
}

function badDay(day: string): CheckNotice {
  return errorOn(
    'day',
    `Un mouvement est daté du ${day}, après aujourd’hui : rien n’est importé. Vérifiez le fichier.`,
    `A movement is dated ${day}, after today: nothing is imported. Check the file.`,
  );
}

function badAmount(amount: string): CheckNotice {
  return errorOn(
    'amount',
    `« ${amount} » n’est pas un montant de cette devise : rien n’est importé. Téléchargez le fichier de nouveau.`,
    `“${amount}” is not an amount of this currency: nothing is imported. Download the file again.`,
  );
}
