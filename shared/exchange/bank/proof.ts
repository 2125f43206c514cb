/** Whether a statement is whole: its opening balance and its movements make its closing balance; and whether its days can be. */
import type { DayNumber } from '../../base/civil-date.ts';
import { decimalText } from '../../base/money.ts';
import { bankFault } from './fault.ts';
import type { BankFault, BankStatement } from './statement.ts';

export type StatementProof =
  | { readonly proof: 'proven' }
  | { readonly proof: 'unproven' } // the file does not say both balances
  | { readonly proof: 'refused'; readonly faults: readonly BankFault[] };

/** @param today no movement is booked after it: such a file is of another account, or made up */
export function proveStatement(statement: BankStatement, today: DayNumber): StatementProof {
  const { closing, currency, movements, opening } = statement;
  const faults = movements.filter(({ day }) => day > today).map(({ line }) => inFuture(line));
  const sum = movements.reduce((all, { minor }) => all + minor, opening?.minor ?? 0);
  if (opening !== null && closing !== null && sum !== closing.minor) {
    faults.push(unequal(decimalText(sum, currency), decimalText(closing.minor, currency)));
  }
  if (faults.length > 0) return { proof: 'refused', faults };
  return { proof: opening !== null && closing !== null ? 'proven' : 'unproven' };
}

function inFuture(line: number): BankFault {
  return bankFault(
    'bank/future',
    line,
    'Ce mouvement est daté d’un jour à venir : rien n’est importé. Vérifiez le fichier.',
    'This movement is of a day to come: nothing is imported. Check the file.',
  );
}

function unequal(found: string, said: string): BankFault {
  return bankFault(
    'bank/closing',
    0,
    `Solde initial et mouvements font ${found}, le fichier dit ${said} : il est incomplet. Rien n’est importé.`,
    `The opening balance and the movements make ${found}, the file says ${said}: it is incomplete. Nothing is imported.`,
  );
}
