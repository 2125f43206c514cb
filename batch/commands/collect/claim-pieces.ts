/** The pieces of a claim file: the account, the invoices, what was sent and said, who the debtor is. */
import type { Words } from '../../../shared/base/words.ts';
import type { Paper } from '../../../shared/letters/paper.ts';
import { debtorSheetPaper } from '../../../shared/letters/papers/debtor-sheet-paper.ts';
import { historyPaper } from '../../../shared/letters/papers/history-paper.ts';
import { interestAccountOf } from '../../../shared/letters/papers/interest-account.ts';
import { interestPaper } from '../../../shared/letters/papers/interest-paper.ts';
import { proofSheetPaper } from '../../../shared/letters/papers/proof-sheet-paper.ts';
import { statementPaper } from '../../../shared/letters/papers/statement-paper.ts';
import { openItemsOn } from '../../../shared/receivables/ledger.ts';
import { safeFileName } from '../../delivery/file-name.ts';
import { paperPdf } from '../../print/paper-pdf.ts';
import type { PrintedPdf } from '../../print/pdf.ts';
import { documentCopy, noCopyText } from '../ground/document-copy.ts';
import { journalCsv } from './journal-csv.ts';
import type { OpenedDesk } from './paper-desk.ts';

export type ClaimPiece = { readonly title: string; readonly path: string; readonly bytes: Uint8Array };

export type Claim = {
  readonly pieces: readonly ClaimPiece[];
  readonly missing: readonly string[]; // sentences on what could not be joined
  readonly squares: ReadonlySet<string>; // characters that the typeface does not have
};

const TITLES = {
  debtor: { fr: 'Fiche du débiteur', en: 'The debtor' },
  statement: { fr: 'Relevé de compte', en: 'Statement of account' },
  sealed: { fr: 'document scellé', en: 'sealed document' },
  unsealed: { fr: 'copie sans sceau', en: 'copy without a seal' },
  proof: { fr: 'État des envois', en: 'List of what was sent' },
  interest: { fr: 'Décompte des intérêts', en: 'Interest on late payment' },
  history: { fr: 'Historique complet', en: 'Complete history' },
  journal: { fr: 'Journal, ligne par ligne', en: 'The journal, row by row' },
  folder: { fr: 'factures', en: 'invoices' },
} as const satisfies Readonly<Record<string, Words>>;

type Making = {
  readonly pieces: ClaimPiece[];
  readonly missing: string[];
  readonly squares: Set<string>;
  readonly taken: Set<string>; // paths, in small letters: some disks know no others
};

/** Makes every piece. @param client index @param invoices what the claim is about, indexes */
export function claimPieces(opened: OpenedDesk, client: number, invoices: readonly number[]): Claim {
  const { desk, language, register } = opened;
  const making: Making = { pieces: [], missing: [], squares: new Set(), taken: new Set() };
  const add = (title: string, paper: Paper): void =>
    addPdf(making, title, `${paper.fileName}.pdf`, paperPdf(paper, opened.day));
  add(TITLES.debtor[language], debtorSheetPaper(desk, client));
  for (const currency of currenciesOwed(opened, client, invoices)) {
    const code = register.currencies[currency];
    add(`${TITLES.statement[language]} (${code})`, statementPaper(desk, client, currency));
    const interest = interestAccountOf(desk, client, currency, invoices);
    if ('account' in interest) {
      add(`${TITLES.interest[language]} (${code})`, interestPaper(desk, interest.account));
    } else
      making.missing.push(`${TITLES.interest[language]} (${code})${colon(opened)}${interest.why[language]}`);
  }
  addDocuments(making, opened, invoices);
  add(TITLES.proof[language], proofSheetPaper(desk, client, invoices));
  add(TITLES.history[language], historyPaper(desk, client));
  const csv = journalCsv(opened.issued.kept.get('journal') ?? [], register.clients[client].code);
  addPiece(making, TITLES.journal[language], 'journal.csv', Buffer.from(csv, 'utf8'));
  return making;
}

function colon({ language }: OpenedDesk): string {
  return language === 'fr' ? '\u202f: ' : ': ';
}

/** The currencies of the invoices claimed, and any other the client owes in. */
function currenciesOwed(
  { desk, register }: OpenedDesk,
  client: number,
  claimed: readonly number[],
): readonly number[] {
  const { invoices } = register;
  return register.currencies.flatMap((_, currency) => {
    const isClaimed = claimed.some((invoice) => invoices.currency[invoice] === currency);
    const items = openItemsOn(desk.ledger, currency, desk.asOf);
    return isClaimed || items.some(({ invoice }) => invoices.client[invoice] === client) ? [currency] : [];
  });
}

/** The invoices claimed, and the credit notes that correct them. */
function addDocuments(
  making: Making,
  { day, issued, language, register }: OpenedDesk,
  claimed: readonly number[],
): void {
  const wanted = new Set(claimed);
  const { corrects } = register.invoices;
  const documents = issued.documents((index) => wanted.has(index) || wanted.has(corrects[index]));
  for (const document of documents) {
    const pdf = documentCopy(document, day);
    if (pdf === null) {
      making.missing.push(noCopyText(document, language));
      continue;
    }
    const title = `${document.number}, ${(document.hash === '' ? TITLES.unsealed : TITLES.sealed)[language]}`;
    addPdf(
      making,
      title,
      `${document.number.replace(/[/\\]/g, '-')}.pdf`,
      pdf,
      `${TITLES.folder[language]}/`,
    );
  }
}

function addPdf(
  making: Making,
  title: string,
  name: string,
  { bytes, missing }: PrintedPdf,
  folder = '',
): void {
  for (const character of missing) making.squares.add(character);
  addPiece(making, title, name, bytes, folder);
}

/** Two pieces never have one path. */
function addPiece(
  { pieces, taken }: Making,
  title: string,
  name: string,
  bytes: Uint8Array,
  folder = '',
): void {
  const safe = safeFileName(name);
  let path = folder + safe;
  for (let copy = 2; taken.has(path.toLowerCase()); copy++)
    path = folder + safe.replace(/(\.\w+)$/, `-${copy}$1`);
  taken.add(path.toLowerCase());
  pieces.push({ title, path, bytes });
}
