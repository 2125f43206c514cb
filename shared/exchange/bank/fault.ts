/** The reasons a bank file is refused for, each said once. */
import { typesetFrench } from '../../base/words.ts';
import type { BankFault } from './statement.ts';

/** @param line of the file, from 1; 0: the file as a whole */
export function bankFault(code: string, line: number, fr: string, en: string): BankFault {
  return { code, line, message: { fr: typesetFrench(fr), en } };
}

export function badAmount(line: number, found: string): BankFault {
  return bankFault(
    'bank/amount',
    line,
    `« ${shown(found)} » n’est pas un montant : rien n’est importé. Téléchargez le fichier de nouveau, sans l’ouvrir dans un tableur.`,
    `“${shown(found)}” is not an amount: nothing is imported. Download the file again, without opening it in a spreadsheet.`,
  );
}

export function badDay(line: number, found: string): BankFault {
  return bankFault(
    'bank/day',
    line,
    `« ${shown(found)} » n’est pas une date : rien n’est importé. Téléchargez le fichier de nouveau, sans l’ouvrir dans un tableur.`,
    `“${shown(found)}” is not a day: nothing is imported. Download the file again, without opening it in a spreadsheet.`,
  );
}

export function cutShort(line: number): BankFault {
  return bankFault(
    'bank/truncated',
    line,
    'Le fichier s’arrête avant sa fin : rien n’est importé. Téléchargez-le de nouveau.',
    'The file ends before its end: nothing is imported. Download it again.',
  );
}

export function badCurrency(line: number, found: string): BankFault {
  return bankFault(
    'bank/currency',
    line,
    `« ${shown(found)} » n’est pas la devise de ce relevé : rien n’est importé. Une devise par fichier.`,
    `“${shown(found)}” is not this statement’s currency: nothing is imported. One currency a file.`,
  );
}

const LONGEST_SHOWN = 40;

function shown(text: string): string {
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}
