import { parse } from 'csv-parse/sync';
import { XMLParser } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { civilDate } from '../../../shared/base/civil-date.ts';
import { readCamt } from '../../../shared/exchange/bank/camt.ts';
import { isCfonb, readCfonb } from '../../../shared/exchange/bank/cfonb.ts';
import { type CsvRow, readBankCsv } from '../../../shared/exchange/bank/csv.ts';
import { isOfx, readOfx } from '../../../shared/exchange/bank/ofx.ts';
import type { BankStatement, ReadStatements } from '../../../shared/exchange/bank/statement.ts';
import { TEXT } from '../../../shared/exchange/bank/xml-tree.ts';

function only(read: ReadStatements | null): BankStatement {
  if (!read?.ok) throw new Error(JSON.stringify(read?.faults));
  const [statement] = read.statements;
  if (!statement) throw new Error('no statement');
  return statement;
}

/** What every format of this file says: 1 000.00, a transfer in of 120.50, a fee of 12.00, at last 1 108.50. */
function said({ closing, movements, opening }: BankStatement) {
  return {
    opening: opening?.minor,
    closing: closing?.minor,
    movements: movements.map(({ day, minor }) => `${civilDate(day)} ${minor}`),
  };
}
const MOVEMENTS = ['2026-10-05 12050', '2026-10-06 -1200'];

const pad = (text: string, width: number): string => text.padEnd(width);
const cfonb = (code: string, date: string, amount: string, label = ''): string =>
  `${code}30006    00001EUR2 12345678901  ${date}  ${date}${pad(label, 31)}${' '.repeat(2)}${' '.repeat(7)}  ${amount}REF0000000000001`;

const CFONB = [
  cfonb('01', '011026', '0000000010000{'),
  cfonb('04', '051026', '0000000001205{', 'VIR EPICERIE OLLIER'),
  `05${cfonb('04', '051026', '0000000001205{').slice(2, 45)}NPY${pad('EPICERIE OLLIER SARL', 70)}  `,
  `05${cfonb('04', '051026', '0000000001205{').slice(2, 45)}LCC${pad('FACTURE F2026-00012', 70)}  `,
  cfonb('04', '061026', '0000000000120}', 'FRAIS DE TENUE'),
  cfonb('07', '311026', '0000000011085{'),
].join('\r\n');

describe('CFONB 120', () => {
  test('a statement, its details and the signs in its last characters', () => {
    expect(isCfonb(CFONB)).toBe(true);
    const statement = only(readCfonb(CFONB));
    expect(said(statement)).toEqual({ opening: 100_000, closing: 110_850, movements: MOVEMENTS });
    expect(statement.account).toBe('300060000112345678901');
    expect(statement.movements[0]).toMatchObject({
      payer: 'EPICERIE OLLIER SARL',
      label: 'VIR EPICERIE OLLIER EPICERIE OLLIER SARL FACTURE F2026-00012',
    });
  });
});

const OFX_BODY = (close: boolean): string => {
  const tag = (name: string, text: string): string => `<${name}>${text}${close ? `</${name}>` : ''}\n`;
  return `<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS>${tag('CURDEF', 'EUR')}<BANKACCTFROM>${tag('BANKID', '30006')}${tag('ACCTID', '12345678901')}</BANKACCTFROM><BANKTRANLIST><STMTTRN>${tag('TRNTYPE', 'CREDIT')}${tag('DTPOSTED', '20261005120000[+1:CET]')}${tag('TRNAMT', '120.50')}${tag('FITID', 'A1')}${tag('NAME', 'EPICERIE OLLIER &amp; FILS')}${tag('MEMO', 'FACTURE F2026-00012')}</STMTTRN><STMTTRN>${tag('TRNTYPE', 'DEBIT')}${tag('DTPOSTED', '20261006')}${tag('TRNAMT', '-12,00')}${tag('FITID', 'A2')}${tag('NAME', 'FRAIS')}</STMTTRN></BANKTRANLIST><LEDGERBAL>${tag('BALAMT', '1108.50')}${tag('DTASOF', '20261031')}</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`;
};

describe('OFX', () => {
  test.each([
    ['1, SGML', `OFXHEADER:100\nDATA:OFXSGML\nCHARSET:1252\n\n${OFX_BODY(false)}`],
    ['2, XML', `<?xml version="1.0"?>\n<?OFX OFXHEADER="200"?>\n${OFX_BODY(true)}`],
  ])('%s', (_, text) => {
    expect(isOfx(text)).toBe(true);
    const statement = only(readOfx(text));
    expect(said(statement)).toEqual({ opening: undefined, closing: 110_850, movements: MOVEMENTS });
    expect(statement.account).toBe('3000612345678901');
    expect(statement.movements[0]).toMatchObject({ payer: 'EPICERIE OLLIER & FILS', bankId: 'A1' });
  });

  test('a file that is cut is refused', () => {
    expect(readOfx(OFX_BODY(true).slice(0, -8))).toMatchObject({
      ok: false,
      faults: [{ code: 'bank/truncated' }],
    });
  });
});

const XML = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  textNodeName: TEXT,
});

function camt(status: string, name: (text: string) => string): string {
  const entry = (ind: string, amount: string, day: string, detail: string): string =>
    `<Ntry><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>${ind}</CdtDbtInd><Sts>${status}</Sts><BookgDt><Dt>${day}</Dt></BookgDt><ValDt><Dt>${day}</Dt></ValDt><AcctSvcrRef>S${day}</AcctSvcrRef><NtryDtls>${detail}</NtryDtls></Ntry>`;
  const detail = `<TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs><RltdPties><Dbtr>${name('Épicerie Ollier')}</Dbtr><DbtrAcct><Id><IBAN>FR76 3000</IBAN></Id></DbtrAcct></RltdPties><RmtInf><Ustrd>Facture F2026-00012</Ustrd></RmtInf></TxDtls>`;
  const balance = (code: string, amount: string, day: string): string =>
    `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>${day}</Dt></Dt></Bal>`;
  return `<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.0x"><BkToCstmrStmt><Stmt><Acct><Id><IBAN>FR7630006000011234567890189</IBAN></Id><Ccy>EUR</Ccy></Acct>${balance('OPBD', '1000.00', '2026-10-01')}${balance('CLBD', '1108.50', '2026-10-31')}${entry('CRDT', '120.50', '2026-10-05', detail)}${entry('DBIT', '12.00', '2026-10-06', '')}</Stmt></BkToCstmrStmt></Document>`;
}

describe('CAMT.053', () => {
  test.each([
    ['version 2', 'BOOK', (text: string) => `<Nm>${text}</Nm>`],
    ['version 8', '<Cd>BOOK</Cd>', (text: string) => `<Pty><Nm>${text}</Nm></Pty>`],
  ])('%s', (_, status, name) => {
    const statement = only(readCamt(XML.parse(camt(status, name))));
    expect(said(statement)).toEqual({ opening: 100_000, closing: 110_850, movements: MOVEMENTS });
    expect(statement.movements[0]).toMatchObject({
      payer: 'Épicerie Ollier',
      payerIban: 'FR763000',
      label: 'Facture F2026-00012',
      reference: '',
      bankId: 'S2026-10-05',
    });
  });

  test('an entry that is only expected moves nothing', () => {
    expect(only(readCamt(XML.parse(camt('PDNG', (text) => `<Nm>${text}</Nm>`)))).movements).toEqual([]);
  });

  test('another document is none', () =>
    expect(readCamt(XML.parse('<Document><Other/></Document>'))).toBeNull());
});

function csvRows(text: string): readonly CsvRow[] {
  const rows: CsvRow[] = [];
  parse(text, {
    delimiter: ';',
    relax_column_count: true,
    bom: true,
    skip_empty_lines: true,
    on_record: (cells: string[], { lines }) => {
      rows.push({ line: lines, cells });
      return null;
    },
  });
  return rows;
}

describe('CSV', () => {
  test('Crédit Mutuel: debit and credit columns, a running balance, newest first', () => {
    const text =
      'Date;Date de valeur;Débit;Crédit;Libellé;Solde\n06/10/2026;06/10/2026;-12,00;;FRAIS;1 108,50\n' +
      '05/10/2026;05/10/2026;;120,50;"VIR EPICERIE\nOLLIER F2026-00012";1 120,50\n';
    const statement = only(readBankCsv(csvRows(text), { currency: 'EUR', profile: null, kept: [] }));
    expect(said(statement)).toEqual({
      opening: 100_000,
      closing: 110_850,
      movements: [...MOVEMENTS].reverse(),
    });
    expect(statement.movements[1]?.label).toBe('VIR EPICERIE OLLIER F2026-00012');
  });

  test('La Banque Postale: a preamble with the account and its balance, one amount column', () => {
    const text =
      'Numéro Compte   ;1234567A033\nType         ;CCP\nCompte tenu en  ;euros\nDate            ;31/10/2026\nSolde (EUROS)   ;1108,50\n\n' +
      'Date;Libellé;Montant(EUROS)\n06/10/2026;FRAIS;-12,00\n05/10/2026;VIREMENT DE OLLIER;120,50\n';
    const statement = only(readBankCsv(csvRows(text), { currency: 'EUR', profile: null, kept: [] }));
    expect(said(statement)).toEqual({
      opening: undefined,
      closing: 110_850,
      movements: [...MOVEMENTS].reverse(),
    });
    expect(statement.account).toBe('1234567A033');
  });

  test('a profile names columns nobody knows', () => {
    const text = 'Jour;Quoi;Combien\n05/10/2026;VIR OLLIER;120,50\n06/10/2026;FRAIS;-12\n';
    expect(readBankCsv(csvRows(text), { currency: 'EUR', profile: null, kept: [] })).toMatchObject({
      faults: [{ code: 'bank/columns', line: 0 }],
    });
    const profile = { date: 'Jour', label: ['Quoi'], amount: 'Combien' };
    expect(said(only(readBankCsv(csvRows(text), { currency: 'EUR', profile, kept: [] }))).movements).toEqual(
      MOVEMENTS,
    );
  });
});
