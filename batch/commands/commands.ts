/** Every command beside the report and the demonstration, in the order the help names them. */
import { CREDIT } from './collect/credit-command.ts';
import { INTEREST } from './collect/interest-command.ts';
import { PLAN } from './collect/plan-command.ts';
import { CLAIM_FILE, LETTER } from './collect/print-commands.ts';
import type { Command } from './command.ts';
import { E_INVOICE, E_REPORTING, FEC } from './exchange/exchange-commands.ts';
import { IMPORT_BANK, IMPORT_OPENING } from './import/import-commands.ts';
import { PORTFOLIO } from './portfolio/portfolio-command.ts';

export const COMMANDS: readonly Command[] = [
  PLAN,
  E_INVOICE,
  FEC,
  E_REPORTING,
  IMPORT_BANK,
  IMPORT_OPENING,
  CREDIT,
  INTEREST,
  LETTER,
  CLAIM_FILE,
  PORTFOLIO,
];

export function commandNamed(name: string): Command | undefined {
  return COMMANDS.find((command) => command.name === name);
}
