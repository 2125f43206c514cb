/** Statements as French banks lay them out, from their bytes to their movements: encodings, preambles, missing headers, several accounts. */
import { describe, expect, test } from 'vitest';
import { decodeBankFile, NODE_READERS } from '../../../batch/sources/bank-file.ts';
import { civilDate } from '../../../shared/base/civil-date.ts';
import { readBankText } from '../../../shared/exchange/bank/read.ts';
import type { BankStatement } from '../../../shared/exchange/bank/statement.ts';

function read(bytes: Uint8Array | string): readonly BankStatement[] {
  const text = typeof bytes === 'string' ? bytes : decodeBankFile(bytes);
  const answer = readBankText(text, { currency: 'EUR', profile: null, kept: [] }, NODE_READERS);
  if (!answer.ok) throw new Error(JSON.stringify(answer.faults));
  return answer.statements;
}

/** `account opening closing`, then a line a movement. */
function said(bytes: Uint8Array | string): readonly string[] {
  return read(bytes).flatMap(({ account, closing, movements, opening }) => [
    `${account || '-'} ${opening?.minor ?? '-'} ${closing?.minor ?? '-'}`,
    ...movements.map(({ day, label, minor }) => `${civilDate(day)} ${minor} ${label}`),
  ]);
}

const cp1252 = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const utf16 = (text: string): Uint8Array => Buffer.from(`\ufeff${text}`, 'utf16le');

describe('CSV of', () => {
  test('Crédit Agricole: a preamble of several lines, labels over several lines, Windows-1252', () => {
    const file =
      'Téléchargement du 21/11/2026;;;;\r\n;;;;\r\nSARL MAISON OLLIER;;;;\r\nCompte courant n° 12345678901;;;;\r\nSolde au 31/10/2026 1 108,50 \x80;;;;\r\n;;;;\r\n' +
      'Liste des opérations du compte entre le 01/10/2026 et le 31/10/2026;;;;\r\n;;;;\r\nDate;Libellé;Débit euros;Crédit euros;\r\n' +
      '06/10/2026;"FRAIS\r\nDE TENUE ";12,00;;\r\n05/10/2026;"VIREMENT EN VOTRE FAVEUR\r\nÉPICERIE OLLIER         \r\nF2026-00012";;120,50;\r\n';
    expect(said(cp1252(file))).toEqual([
      '12345678901 - 110850',
      '2026-10-06 -1200 FRAIS DE TENUE',
      '2026-10-05 12050 VIREMENT EN VOTRE FAVEUR ÉPICERIE OLLIER F2026-00012',
    ]);
  });

  test('Société Générale: the account kept as text, the currency in a column, long words in another', () => {
    const file =
      "=\"00030001234\";01/10/2026;31/10/2026;2;31/10/2026;1 108,50 EUR\r\n\r\nDate de l'opération;Libellé;Détail de l'écriture;Montant de l'opération;Devise\r\n" +
      '05/10/2026;VIR RECU    123;VIR RECU DE: EPICERIE OLLIER MOTIF: F2026-00012;120,50;EUR\r\n06/10/2026;FRAIS;FRAIS DE TENUE;-12,00;EUR\r\n';
    expect(said(cp1252(file))).toEqual([
      '00030001234 - -',
      '2026-10-05 12050 VIR RECU 123 VIR RECU DE: EPICERIE OLLIER MOTIF: F2026-00012',
      '2026-10-06 -1200 FRAIS FRAIS DE TENUE',
    ]);
  });

  test('BNP Paribas: no header row, the account and its balance on the first line', () => {
    const file =
      'Compte de chèques;Compte de chèques;****1234;31/10/2026;;1 108,50\n06/10/2026;Frais;;FRAIS DE TENUE;-12,00\n05/10/2026;Virement reçu;;VIR SEPA RECU /DE OLLIER;120,50\n';
    expect(said(cp1252(file))).toEqual([
      '****1234 - 110850',
      '2026-10-06 -1200 Frais FRAIS DE TENUE',
      '2026-10-05 12050 Virement reçu VIR SEPA RECU /DE OLLIER',
    ]);
  });

  test('BNP Paribas, with a header row', () => {
    const file =
      'Date operation;Libelle court;Type operation;Libelle operation;Montant operation en euro\n05/10/2026;VIR;VIREMENT RECU;VIR SEPA RECU /DE OLLIER;120,50\n';
    expect(said(file)).toEqual(['- - -', '2026-10-05 12050 VIR SEPA RECU /DE OLLIER']);
  });

  test('LCL: no header row, the account and its balance on the last line', () => {
    const file =
      '05/10/2026;120,50;Virement;;VIR SEPA EPICERIE OLLIER;;0;Divers\n06/10/2026;-12,00;Chèque;0001234;;;0;Divers\n31/10/2026;1108,50;;01234 123456A\n';
    expect(said(cp1252(file))).toEqual([
      '01234123456A - 110850',
      '2026-10-05 12050 Virement VIR SEPA EPICERIE OLLIER',
      '2026-10-06 -1200 Chèque',
    ]);
  });

  test('LCL without its last line has no header, and is refused', () => {
    const file = '05/10/2026;120,50;Virement;;VIR SEPA EPICERIE OLLIER;;0;Divers\n';
    const answer = readBankText(file, { currency: 'EUR', profile: null, kept: [] }, NODE_READERS);
    expect(answer).toMatchObject({ ok: false, faults: [{ code: 'bank/columns' }] });
  });

  test('CIC: debit and credit, a running balance that proves the file', () => {
    const file =
      "Date d'opération;Date de valeur;Débit;Crédit;Libellé;Solde\n05/10/2026;05/10/2026;;120,50;VIR OLLIER;1 120,50\n06/10/2026;07/10/2026;-12,00;;FRAIS;1 108,50\n";
    expect(said(cp1252(file))).toEqual([
      '- 100000 110850',
      '2026-10-05 12050 VIR OLLIER',
      '2026-10-06 -1200 FRAIS',
    ]);
  });

  test('Boursorama: days as ISO 8601, several accounts in one file, a balance that does not run', () => {
    const head =
      'dateOp;dateVal;label;category;categoryParent;supplierFound;amount;comment;accountNum;accountLabel;accountbalance\n';
    const file =
      `\ufeff${head}2026-10-05;2026-10-05;"VIR ÉPICERIE";Virements;Virements;ollier;120,50;;00040123;BoursoBank;1108.50\n` +
      '2026-10-05;2026-10-05;VIR LIVRET;Virements;Virements;;50,00;;00040999;Livret;50.00\n2026-10-06;2026-10-06;FRAIS;Frais;Frais;;-12,00;;00040123;BoursoBank;1108.50\n';
    expect(said(Buffer.from(file))).toEqual([
      '00040123 - -',
      '2026-10-05 12050 VIR ÉPICERIE ollier',
      '2026-10-06 -1200 FRAIS',
      '00040999 - -',
      '2026-10-05 5000 VIR LIVRET',
    ]);
  });

  test.each([
    ['UTF-16', utf16('Date;Libellé;Montant\n05/10/2026;VIR É;120,50\n'), 'VIR É'],
    ['UTF-8 with its mark', Buffer.from('\ufeffDate;Libellé;Montant\n05/10/2026;VIR É;120,50\n'), 'VIR É'],
    [
      'UTF-8 saved again as Windows-1252',
      Buffer.from('Date;LibellÃ©;Montant\n05/10/2026;VIR X;120,50\n'),
      'VIR X',
    ],
    [
      'accents lost to question marks',
      Buffer.from('Date;Libell?;D?bit;Cr?dit\n05/10/2026;VIR X;;120,50\n'),
      'VIR X',
    ],
    ['tabs', Buffer.from('Date\tLibellé\tMontant\n05/10/2026\tVIR X\t120,50\n'), 'VIR X'],
    ['commas and quoted amounts', Buffer.from('Date,Libellé,Montant\n05/10/2026,VIR X,"120,50"\n'), 'VIR X'],
    ['old Macintosh ends of line', Buffer.from('Date;Libellé;Montant\r05/10/2026;VIR X;120,50\r'), 'VIR X'],
  ])('%s', (_, bytes, label) => {
    expect(said(bytes)).toEqual(['- - -', `2026-10-05 12050 ${label}`]);
  });
});

test('OFX: an account and its credit card, each its own statement', () => {
  const entry = (amount: string, id: string): string =>
    `<STMTTRN><TRNTYPE>OTHER<DTPOSTED>20261005<TRNAMT>${amount}<FITID>${id}<NAME>N${id}</STMTTRN>`;
  const file =
    `OFXHEADER:100\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR<BANKACCTFROM><BANKID>30006<ACCTID>123</BANKACCTFROM><BANKTRANLIST>${entry('120.50', 'A')}</BANKTRANLIST><LEDGERBAL><BALAMT>120.50<DTASOF>20261031</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1>` +
    `<CREDITCARDMSGSRSV1><CCSTMTTRNRS><CCSTMTRS><CURDEF>EUR<CCACCTFROM><ACCTID>4970XXXX1234</CCACCTFROM><BANKTRANLIST>${entry('-15.00', 'B')}${entry('-16.00', 'C')}</BANKTRANLIST></CCSTMTRS></CCSTMTTRNRS></CREDITCARDMSGSRSV1></OFX>`;
  expect(said(file)).toEqual([
    '30006123 - 12050',
    '2026-10-05 12050 NA',
    '4970XXXX1234 - -',
    '2026-10-05 -1500 NB',
    '2026-10-05 -1600 NC',
  ]);
});

const camt = (entries: string): string =>
  `<Document><BkToCstmrStmt><Stmt><Acct><Id><IBAN>FR76</IBAN></Id><Ccy>EUR</Ccy></Acct>${entries}</Stmt></BkToCstmrStmt></Document>`;
const entry = (indicator: string, amount: string, more = ''): string =>
  `<Ntry><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>${indicator}</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-10-05</Dt></BookgDt>${more}</Ntry>`;
const detail = (amount: string, name: string): string =>
  `<TxDtls><AmtDtls><TxAmt><Amt Ccy="EUR">${amount}</Amt></TxAmt></AmtDtls><RltdPties><Dbtr><Nm>${name}</Nm></Dbtr></RltdPties></TxDtls>`;

describe('CAMT.053', () => {
  test('a batch entry is its transactions, a reversal takes back', () => {
    const batch = `<NtryDtls>${detail('100.00', 'OLLIER')}${detail('20.50', 'BELLON')}</NtryDtls>`;
    const reversal = '<RvslInd>true</RvslInd><AddtlNtryInf>REJET SDD OLLIER</AddtlNtryInf>';
    expect(said(camt(entry('CRDT', '120.50', batch) + entry('DBIT', '100.00', reversal)))).toEqual([
      'FR76 - -',
      '2026-10-05 10000 OLLIER',
      '2026-10-05 2050 BELLON',
      '2026-10-05 -10000 REJET SDD OLLIER',
    ]);
  });

  test('a batch whose transactions say no amounts stays one movement', () => {
    const batch = '<NtryDtls><TxDtls/><TxDtls/></NtryDtls><AddtlNtryInf>LOT</AddtlNtryInf>';
    expect(said(camt(entry('CRDT', '120.50', batch)))).toEqual(['FR76 - -', '2026-10-05 12050 LOT']);
  });
});

test('CFONB: several accounts, each from its old balance to its new', () => {
  const line = (code: string, account: string, amount: string, label = ''): string =>
    `${code}30006    00001EUR2 ${account}  051026  051026${label.padEnd(31)}${' '.repeat(9)}  ${amount}${' '.repeat(16)}`;
  const of = (account: string): readonly string[] => [
    line('01', account, '0000000010000{'),
    line('04', account, '0000000001205{', 'VIR OLLIER'),
    line('07', account, '0000000011205{'),
  ];
  expect(said([...of('12345678901'), ...of('12345678902'), ''].join('\r\n'))).toEqual([
    '300060000112345678901 100000 112050',
    '2026-10-05 12050 VIR OLLIER',
    '300060000112345678902 100000 112050',
    '2026-10-05 12050 VIR OLLIER',
  ]);
});

test('CFONB of LCL: neither a currency nor its decimals are said', () => {
  const line = (code: string, amount: string): string =>
    `${code}30002    00001     12345678901  051026  051026${' '.repeat(40)}  ${amount}${' '.repeat(16)}`;
  const lines = [line('01', '0000000010000{'), line('04', '0000000001205{'), line('07', '0000000011205{')];
  expect(said(lines.join('\n'))).toEqual(['300020000112345678901 100000 112050', '2026-10-05 12050 ']);
});

test('Caisse d’Épargne and Banque Populaire: signed debits, a plus before credits, the booking day first', () => {
  const head =
    'Date de comptabilisation;Libelle simplifie;Libelle operation;Reference;Informations complementaires;Type operation;Categorie;Sous categorie;Debit;Credit;Date operation;Date de valeur;Pointage operation';
  const rows = [
    '05/10/2026;EPICERIE OLLIER;VIR SEPA EPICERIE OLLIER;ABC123;F2026-00012;Virement recu;Revenus;Divers;;+120,50;05/10/2026;05/10/2026;0',
    '06/10/2026;COTISATION;COTISATION;;;Frais;Frais;Divers;-12,00;;06/10/2026;06/10/2026;0',
  ];
  expect(said(cp1252([head, ...rows].join('\r\n')))).toEqual([
    '- - -',
    '2026-10-05 12050 EPICERIE OLLIER VIR SEPA EPICERIE OLLIER F2026-00012',
    '2026-10-06 -1200 COTISATION',
  ]);
});
