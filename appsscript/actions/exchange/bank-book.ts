/** The register as a bank import sees it: what is open, what was imported already, and what the statements would do to it. */
import type { Language } from '../../../shared/base/words.ts';
import { type KeptProfile, keptProfiles } from '../../../shared/exchange/bank/kept-profiles.ts';
import {
  type ImportInput,
  type ImportPlan,
  planImport,
  planWaiting,
} from '../../../shared/exchange/match/import-plan.ts';
import { toleranceOf } from '../../../shared/exchange/match/tolerance.ts';
import { buildLedger, type Ledger } from '../../../shared/receivables/ledger.ts';
import { readGrids } from '../../../shared/register/grid-rows.ts';
import type { SourceTableKey } from '../../../shared/register/source-tables.ts';
import type { StatementFields } from '../../contract/bank.ts';
import type { Answer } from '../../contract.ts';
import type { Grid, World } from '../../world.ts';
import { answered, refused, type TabView, textsOf, viewOf } from '../frame.ts';
import { noticesIn } from '../record/drafting.ts';
import { readStatements } from './bank-statements.ts';

export type BankBook = {
  readonly ledger: Ledger;
  readonly payments: TabView;
  readonly bank: TabView;
  readonly plan: ImportPlan; // of the statements
  readonly waiting: ImportPlan; // what earlier imports left to be decided
  readonly profiles: readonly KeptProfile[];
  readonly language: Language;
};

const TABLES_READ: readonly SourceTableKey[] = [
  'settings',
  'clients',
  'invoices',
  'payments',
  'instalments',
  'bank',
  'bankProfiles',
];

/** Seven reads, however many rows there are. Refused where a tab is missing or a statement is not of this register. */
export function openBankBook(world: World, asked: readonly StatementFields[]): Answer<BankBook> {
  const { language } = world.sheet;
  const today = world.now().day;
  const grids = new Map<SourceTableKey, Grid>(TABLES_READ.map((table) => [table, world.sheet.read(table)]));
  const payments = viewOf('payments', grids.get('payments') ?? [], language);
  if (!payments.ok) return payments;
  const bank = viewOf('bank', grids.get('bank') ?? [], language);
  if (!bank.ok) return bank;
  const { evidence, register } = readGrids(grids);
  const read = readStatements(asked, register.currencies, today);
  if (!read.ok) return refused(NOT_TAKEN[language], noticesIn(read.notices.slice(0, MOST_NOTICES), language));
  const ledger = buildLedger(register);
  const input: ImportInput = {
    ledger,
    ibans: evidence.ibans,
    asOf: today,
    toleranceMinor: toleranceOf(register.settings),
    paymentIds: idsByRow(payments.value),
  };
  const views = {
    ledger,
    payments: payments.value,
    bank: bank.value,
    language,
    profiles: keptProfiles(evidence.bankProfiles),
  };
  return answered({ ...views, plan: planImport(read.statements, input), waiting: planWaiting(input) });
}

const MOST_NOTICES = 10;

function idsByRow(view: TabView): ReadonlyMap<number, string> {
  const ids = textsOf(view, 'id').map((id, index) => [index + 2, id] as const);
  return new Map(ids.filter(([, id]) => id !== ''));
}

const NOT_TAKEN = {
  fr: 'Ce relevé n’est pas importé.',
  en: 'This statement is not imported.',
} as const;
