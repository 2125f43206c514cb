/** OFX 1 (SGML, tags that are not closed) and 2 (XML): one statement for each account of the file. Both read the same way: a tag, then its text. */
import { isCurrency } from '../../base/money.ts';
import { amountMinor, plainDay } from './amounts.ts';
import { badAmount, badCurrency, badDay, cutShort } from './fault.ts';
import type { BankBalance, BankFault, BankMovement, BankStatement, ReadStatements } from './statement.ts';

export function isOfx(text: string): boolean {
  return /^\s*(OFXHEADER\s*:|<\?xml[^>]*\?>\s*<\?OFX|<\?OFX|<OFX>)/i.test(text.slice(0, 400));
}

type Token = { readonly tag: string; readonly text: string; readonly line: number };

/** Opening and closing tags in order, each opening one with the text behind it. */
function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  const pattern = /<(\/?[A-Za-z0-9.]+)>([^<]*)/g;
  let line = 1;
  let at = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    for (; at < match.index; at++) if (text[at] === '\n') line++;
    tokens.push({ tag: match[1].toUpperCase(), text: decoded(match[2]), line });
  }
  return tokens;
}

/** The five entities of XML and numbers of characters; anything else stands as it is. */
function decoded(text: string): string {
  const named: Readonly<Record<string, string>> = {
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: ' ',
  };
  return text
    .replace(
      /&(?:#(\d{1,6})|([a-z]{2,4}));/g,
      (whole, code: string | undefined, name: string | undefined) => {
        if (code !== undefined) return String.fromCodePoint(Math.min(Number(code), 0x10ffff));
        return named[name ?? ''] ?? whole;
      },
    )
    .trim();
}

type Draft = {
  account: string;
  bank: string;
  currency: string;
  closing: BankBalance | null;
  movements: BankMovement[];
};

type Fields = Map<string, Token>;

/** What is being read: an account's statement, and within it a transaction or a balance. */
type Reading = {
  readonly statements: BankStatement[];
  readonly faults: BankFault[];
  open: Draft | null;
  fields: Fields | null;
};

/** @returns the statements; or every tag whose text is wrong */
export function readOfx(text: string): ReadStatements {
  const reading: Reading = { statements: [], faults: [], open: null, fields: null };
  const tokens = tokensOf(text);
  for (const token of tokens) {
    if (/^(CC)?STMTRS$/.test(token.tag))
      reading.open = { account: '', bank: '', currency: '', closing: null, movements: [] };
    else if (reading.open !== null) readWithin(token, reading.open, reading);
  }
  const { faults, open, statements } = reading;
  const isWhole = tokens.some(({ tag }) => tag === '/OFX') && open === null;
  if (!isWhole) faults.push(cutShort(tokens.length === 0 ? 0 : tokens[tokens.length - 1].line));
  return faults.length > 0 ? { ok: false, faults } : { ok: true, statements };
}

function readWithin(token: Token, open: Draft, reading: Reading): void {
  const { faults, fields, statements } = reading;
  const { tag } = token;
  if (/^\/(CC)?STMTRS$/.test(tag)) {
    statements.push(statementOf(open));
    reading.open = null;
  } else if (tag === 'STMTTRN' || tag === 'LEDGERBAL') reading.fields = new Map([[tag, token]]);
  else if (fields === null) addHead(token, open, faults);
  else if (tag === '/STMTTRN' || tag === '/LEDGERBAL') {
    if (tag === '/STMTTRN') open.movements.push(movementOf(fields, open.currency, faults));
    else open.closing = balanceOf(fields, open.currency, faults);
    reading.fields = null;
  } else fields.set(tag, token);
}

function addHead({ line, tag, text }: Token, open: Draft, faults: BankFault[]): void {
  if (tag === 'CURDEF') {
    open.currency = text;
    if (!isCurrency(text)) faults.push(badCurrency(line, text));
  } else if (tag === 'ACCTID') open.account = text.replace(/\s/g, '');
  else if (tag === 'BANKID' || tag === 'BRANCHID') open.bank += text.replace(/\s/g, '');
}

function statementOf({ account, bank, closing, currency, movements }: Draft): BankStatement {
  const isIban = /^[A-Z]{2}\d{2}/.test(account);
  return { account: isIban ? account : bank + account, currency, opening: null, closing, movements };
}

function textOf(fields: Fields, tag: string): string {
  return fields.get(tag)?.text ?? '';
}

function movementOf(fields: Fields, currency: string, faults: BankFault[]): BankMovement {
  const { line } = fields.get('STMTTRN') ?? { line: 0 };
  const name = textOf(fields, 'NAME') || textOf(fields, 'PAYEE');
  const memo = textOf(fields, 'MEMO');
  const value = textOf(fields, 'DTAVAIL');
  return {
    day: dayOf(textOf(fields, 'DTPOSTED'), line, faults),
    valueDay: value === '' ? null : dayOf(value, line, faults),
    minor: minorOf(textOf(fields, 'TRNAMT'), currency, line, faults),
    label: [name, memo].filter((text) => text !== '').join(' '),
    payer: name,
    payerIban: '',
    reference: textOf(fields, 'REFNUM') || textOf(fields, 'CHECKNUM'),
    bankId: textOf(fields, 'FITID'),
    line,
  };
}

function balanceOf(fields: Fields, currency: string, faults: BankFault[]): BankBalance {
  const { line } = fields.get('LEDGERBAL') ?? { line: 0 };
  return {
    day: dayOf(textOf(fields, 'DTASOF'), line, faults),
    minor: minorOf(textOf(fields, 'BALAMT'), currency, line, faults),
  };
}

function dayOf(text: string, line: number, faults: BankFault[]): number {
  const day = plainDay(text);
  if (!Number.isNaN(day)) return day;
  faults.push(badDay(line, text));
  return 0;
}

/** A point by the standard; a comma as some French banks write it. */
function minorOf(text: string, currency: string, line: number, faults: BankFault[]): number {
  const minor = isCurrency(currency) ? amountMinor(text, currency, null) : 0;
  if (!Number.isNaN(minor)) return minor;
  faults.push(badAmount(line, text));
  return 0;
}
