/**
 * CAMT.053 (ISO 20022), version 2 and 8: statements, booked entries, and of a batch entry its single transactions. What versions write
 * apart (a status as text or code, a name beside the party or within it) is read either way.
 */
import { isCurrency } from '../../base/money.ts';
import { amountMinor, isoDay } from './amounts.ts';
import { badAmount, badCurrency, badDay, bankFault } from './fault.ts';
import type { BankBalance, BankFault, BankMovement, BankStatement, ReadStatements } from './statement.ts';
import { childrenOf, elementAt, textAt, type XmlTree } from './xml-tree.ts';

/** @param tree of the whole document, prefixes of names left out @returns null where it is another document */
export function readCamt(tree: XmlTree): ReadStatements | null {
  const statements = childrenOf(elementAt(tree, 'Document', 'BkToCstmrStmt'), 'Stmt');
  if (statements.length === 0) return null;
  const faults: BankFault[] = [];
  const read = statements.map((statement, index) => statementOf(statement, index + 1, faults));
  return faults.length > 0 ? { ok: false, faults } : { ok: true, statements: read };
}

function statementOf(tree: XmlTree, position: number, faults: BankFault[]): BankStatement {
  const account = textAt(tree, 'Acct', 'Id', 'IBAN') || textAt(tree, 'Acct', 'Id', 'Othr', 'Id');
  const opening = balanceOf(tree, ['OPBD', 'PRCD'], faults);
  const closing = balanceOf(tree, ['CLBD'], faults);
  const entries = childrenOf(tree, 'Ntry').filter(isBooked);
  const currency = textAt(tree, 'Acct', 'Ccy') || currencyOf(entries[0] ?? tree);
  if (!isCurrency(currency)) {
    faults.push(badCurrency(position, currency));
    return { account, currency, opening: null, closing: null, movements: [] };
  }
  return {
    account: account.replace(/\s/g, ''),
    currency,
    opening,
    closing,
    movements: entries.flatMap((entry, index) => movementsOf(entry, index + 1, currency, faults)),
  };
}

/** `BOOK`, as text (version 2) or code (version 8); what is only expected moves nothing yet. */
function isBooked(entry: XmlTree): boolean {
  return (textAt(entry, 'Sts', 'Cd') || textAt(entry, 'Sts')) !== 'PDNG';
}

function currencyOf(tree: XmlTree): string {
  return textAt(elementAt(tree, 'Amt') ?? elementAt(tree, 'Bal', 'Amt'), '@Ccy');
}

function balanceOf(tree: XmlTree, codes: readonly string[], faults: BankFault[]): BankBalance | null {
  const balance = childrenOf(tree, 'Bal').find((one) => codes.includes(textAt(one, 'Tp', 'CdOrPrtry', 'Cd')));
  if (balance === undefined) return null;
  const currency = textAt(elementAt(balance, 'Amt'), '@Ccy');
  return {
    day: dayOf(textAt(balance, 'Dt', 'Dt') || textAt(balance, 'Dt', 'DtTm'), 0, faults),
    minor: signed(balance, isCurrency(currency) ? currency : 'EUR', 0, faults),
  };
}

/** One movement an entry, or one each of its transactions where they say their amounts and add up to it. */
function movementsOf(
  entry: XmlTree,
  line: number,
  currency: string,
  faults: BankFault[],
): readonly BankMovement[] {
  const written = currencyOf(entry);
  if (written !== '' && written !== currency) faults.push(badCurrency(line, written));
  const whole = movementOf(entry, elementAt(entry, 'NtryDtls', 'TxDtls'), line, currency, faults);
  const details = childrenOf(entry, 'NtryDtls').flatMap((one) => childrenOf(one, 'TxDtls'));
  if (details.length < 2) return [whole];
  const parts = details.map((detail) => ({
    ...movementOf(entry, detail, line, currency, []),
    minor: detailMinor(detail, entry, currency),
  }));
  const sum = parts.reduce((all, { minor }) => all + minor, 0);
  if (sum === whole.minor) return parts;
  if (parts.some(({ minor }) => Number.isNaN(minor))) return [whole];
  faults.push(unequalBatch(line));
  return [whole];
}

/** In minor units, with the sign of its own indicator or its entry's; NaN where it says no amount. */
function detailMinor(detail: XmlTree, entry: XmlTree, currency: string): number {
  const text = textAt(detail, 'Amt') || textAt(detail, 'AmtDtls', 'TxAmt', 'Amt');
  const indicator = textAt(detail, 'CdtDbtInd') || textAt(entry, 'CdtDbtInd');
  const minor = amountMinor(text, currency, '.');
  return indicator === 'DBIT' ? -minor : minor;
}

function movementOf(
  entry: XmlTree,
  detail: XmlTree | undefined,
  line: number,
  currency: string,
  faults: BankFault[],
): BankMovement {
  const minor = signed(entry, currency, line, faults);
  const party = minor < 0 ? 'Cdtr' : 'Dbtr';
  const value = dateText(entry, 'ValDt');
  const remittance = childrenOf(elementAt(detail, 'RmtInf'), 'Ustrd').map((text) => textAt(text));
  const structured = textAt(detail, 'RmtInf', 'Strd', 'CdtrRefInf', 'Ref');
  const payer = textAt(detail, 'RltdPties', party, 'Nm') || textAt(detail, 'RltdPties', party, 'Pty', 'Nm');
  const endToEnd = textAt(detail, 'Refs', 'EndToEndId');
  const words = [...remittance, structured, textAt(entry, 'AddtlNtryInf'), textAt(detail, 'AddtlTxInf')];
  return {
    day: dayOf(dateText(entry, 'BookgDt'), line, faults),
    valueDay: value === '' ? null : dayOf(value, line, faults),
    minor,
    label: words.filter((text) => text !== '').join(' ') || payer,
    payer,
    payerIban: textAt(detail, 'RltdPties', `${party}Acct`, 'Id', 'IBAN').replace(/\s/g, ''),
    reference: structured || (endToEnd === 'NOTPROVIDED' ? '' : endToEnd),
    bankId: textAt(detail, 'Refs', 'AcctSvcrRef') || textAt(entry, 'AcctSvcrRef'),
    line,
  };
}

function dateText(entry: XmlTree, name: string): string {
  return textAt(entry, name, 'Dt') || textAt(entry, name, 'DtTm');
}

function dayOf(text: string, line: number, faults: BankFault[]): number {
  const day = isoDay(text);
  if (!Number.isNaN(day)) return day;
  faults.push(badDay(line, text));
  return 0;
}

/** An entry of a credit is above 0; a reversal says whether it gives or takes by the same indicator. */
function signed(tree: XmlTree, currency: string, line: number, faults: BankFault[]): number {
  const text = textAt(tree, 'Amt');
  const minor = amountMinor(text, currency, '.');
  const indicator = textAt(tree, 'CdtDbtInd');
  if (Number.isNaN(minor) || (indicator !== 'CRDT' && indicator !== 'DBIT')) {
    faults.push(badAmount(line, `${text} ${indicator}`.trim()));
    return 0;
  }
  return indicator === 'DBIT' && minor !== 0 ? -minor : minor;
}

function unequalBatch(line: number): BankFault {
  return bankFault(
    'bank/batch',
    line,
    'Les opérations de ce lot ne font pas son montant : rien n’est importé. Téléchargez le fichier de nouveau.',
    'The transactions of this batch do not add up to it: nothing is imported. Download the file again.',
  );
}
