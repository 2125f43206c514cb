/** The proof, client by client: two additions of the same register, and their difference as a live formula. */
import { currencyDigits } from '../../../shared/base/money.ts';
import type { Proof, ProofLine } from '../../../shared/receivables/proof.ts';
import { clientColumns } from '../client-columns.ts';
import type { CurrencyPart } from '../currency-part.ts';
import { alarmUnlessZero } from '../rules.ts';
import { ALARM_FILL, BAD, bannerStyle, GOOD, PALE } from '../style.ts';
import { columnWidth, headerHeight } from '../table/column-width.ts';
import { putTable } from '../table/put-table.ts';
import type { CellAt, Column } from '../table/table.ts';
import { LABELS, say } from '../words.ts';
import { type Page, put } from '../xlsx/page.ts';

const WORDS = {
  holds: {
    fr: '{currency} : la preuve tient pour chaque client et au total.',
    en: '{currency}: the proof holds for every client and in total.',
  },
  fails: {
    fr: '{currency} : la preuve ne tient pas. Ne diffusez pas ce rapport.',
    en: '{currency}: the proof does not hold. Do not pass this report on.',
  },
  total: { fr: 'Total', en: 'Total' },
  empty: { fr: 'Aucun mouvement.', en: 'No movement.' },
  invoices: { fr: 'Factures', en: 'Invoices' },
  creditNotes: { fr: 'Avoirs', en: 'Credit notes' },
  payments: { fr: 'Règlements', en: 'Payments' },
  ledger: { fr: 'Factures − avoirs − règlements', en: 'Invoices − credit notes − payments' },
  difference: { fr: 'Écart', en: 'Difference' },
};

export const PROOF_COLUMNS = 11;

type ClientProof = Proof['clients'][number];

/** Writes one table a currency, one below the other. */
export function putProof(page: Page, parts: readonly CurrencyPart[], top: number): void {
  let row = top;
  for (const part of parts) row = putCurrencyProof(page, part, row) + 3;
}

/** @returns the table's last row */
function putCurrencyProof(page: Page, part: CurrencyPart, top: number): number {
  const { answers, draft } = part;
  const { language } = draft;
  const { holds } = answers.proof;
  const verdict = say(holds ? WORDS.holds : WORDS.fails, language, { currency: answers.currency });
  const style = holds ? bannerStyle(GOOD, PALE) : bannerStyle(BAD, ALARM_FILL);
  put(page, top, 1, verdict, style, PROOF_COLUMNS);
  page.sheet.getRow(top).height = 20;
  const columns = columnsOf(part);
  const table = {
    columns,
    rows: answers.proof.clients,
    currency: answers.currency,
    totalLabel: say(WORDS.total, language),
    whenEmpty: say(WORDS.empty, language),
  };
  const place = putTable(page, table, top + 1, language);
  columns.forEach((column, at) => {
    const sheetColumn = page.sheet.getColumn(at + 1);
    const needed = columnWidth(column, table.rows, table.currency);
    sheetColumn.width = Math.max(sheetColumn.width ?? 0, needed);
  });
  page.sheet.getRow(place.headerRow).height = headerHeight(
    columns.map(({ header }) => header),
    columns.map((_, at) => page.sheet.getColumn(at + 1).width ?? 10),
  );
  return place.lastRow;
}

function columnsOf(part: CurrencyPart): readonly Column<ClientProof>[] {
  const { language } = part.draft;
  const amount = (key: keyof ProofLine, header: string): Column<ClientProof> => ({
    key,
    header,
    kind: 'amount',
    cell: (line) => line[key],
    total: 'sum',
  });
  return [
    ...clientColumns<ClientProof>(part, 'text', ({ client }) => client),
    amount('notDue', say(LABELS.notDue, language)),
    amount('overdue', say(LABELS.overdue, language)),
    amount('unapplied', say(LABELS.unapplied, language)),
    amount('balance', say(LABELS.balance, language)),
    amount('invoices', say(WORDS.invoices, language)),
    amount('creditNotes', say(WORDS.creditNotes, language)),
    amount('payments', say(WORDS.payments, language)),
    amount('ledger', say(WORDS.ledger, language)),
    differenceColumn(part, say(WORDS.difference, language)),
  ];
}

/** Computed again in the sheet from its six terms; rounded, because a spreadsheet's decimals are not exact. */
function differenceColumn({ answers }: CurrencyPart, header: string): Column<ClientProof> {
  const digits = currencyDigits(answers.currency);
  const formula = (at: CellAt): string =>
    `ROUND(${at('notDue')}+${at('overdue')}-${at('unapplied')}-${at('invoices')}+${at('creditNotes')}+${at('payments')},${digits})`;
  return {
    key: 'difference',
    header,
    kind: 'amount',
    cell: ({ difference }) => difference,
    formula,
    total: { formula, value: answers.proof.total.difference / 10 ** digits },
    rules: alarmUnlessZero(1),
  };
}
