/** Every reason a bank's file is refused for, with its place; and files that were made to harm. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { NODE_READERS, readBankFile } from '../../../batch/sources/bank-file.ts';
import { dayNumber } from '../../../shared/base/civil-date.ts';
import type { CsvProfile } from '../../../shared/exchange/bank/csv-columns.ts';
import { proveStatement } from '../../../shared/exchange/bank/proof.ts';
import { readBankText } from '../../../shared/exchange/bank/read.ts';
import type { BankFault, BankStatement, ReadStatements } from '../../../shared/exchange/bank/statement.ts';
import { temporaryFolder } from '../../delivery/temporary-folder.ts';
import { expectTypeset } from '../../french.ts';

const read = (text: string, profile: CsvProfile | null = null): ReadStatements =>
  readBankText(text, { currency: 'EUR', profile, kept: [] }, NODE_READERS);

function statements(text: string): readonly BankStatement[] {
  const answer = read(text);
  if (!answer.ok) throw new Error(JSON.stringify(answer.faults));
  return answer.statements;
}

/** What reading and proving refuse. */
function faultsOf(text: string, profile: CsvProfile | null = null): readonly BankFault[] {
  const answer = read(text, profile);
  if (!answer.ok) return answer.faults;
  return answer.statements.flatMap((one) => {
    const proof = proveStatement(one, dayNumber('2026-11-20'));
    return proof.proof === 'refused' ? proof.faults : [];
  });
}

const line = (code: string, amount: string, changes: { currency?: string; day?: string } = {}): string => {
  const { currency = 'EUR', day = '051026' } = changes;
  return `${code}30006    00001${currency}2 12345678901  ${day}  051026${' '.repeat(40)}  ${amount}${' '.repeat(16)}`;
};
const OPEN = line('01', '0000000010000{');
const MOVE = line('04', '0000000001205{');
const CLOSE = line('07', '0000000011205{');
const cfonb = (...lines: readonly string[]): string => lines.join('\n');

const ofx = (body: string): string => `OFXHEADER:100\n\n<OFX><STMTRS>${body}</STMTRS></OFX>`;
const OFX_MOVE = '<CURDEF>EUR\n<STMTTRN>\n<DTPOSTED>20261005\n<TRNAMT>1.00\n</STMTTRN>';

const entry = (more: string, currency = 'EUR', day = '2026-10-05'): string =>
  `<Document><BkToCstmrStmt><Stmt><Acct><Ccy>EUR</Ccy></Acct><Ntry><Amt Ccy="${currency}">10.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><BookgDt><Dt>${day}</Dt></BookgDt>${more}</Ntry></Stmt></BkToCstmrStmt></Document>`;
const details = (...amounts: readonly string[]): string =>
  `<NtryDtls>${amounts.map((amount) => `<TxDtls><Amt Ccy="EUR">${amount}</Amt></TxDtls>`).join('')}</NtryDtls>`;

const CSV = 'Date;Libellé;Montant;Devise\n';
const PROFILE = { date: 'Jour', label: ['Quoi'], amount: 'Combien' };

/** What is wrong, the file, and what is said: the code and the line. */
const CASES: readonly (readonly [string, string, string, CsvProfile?])[] = [
  ['CFONB: wider than 120', cfonb(OPEN, `${MOVE}x`, CLOSE), 'bank/width 2'],
  ['CFONB: a movement outside of a statement', cfonb(OPEN, CLOSE, MOVE), 'bank/order 3'],
  ['CFONB: a record nobody knows', cfonb(OPEN, line('09', '0000000000000{'), CLOSE), 'bank/order 2'],
  ['CFONB: no new balance', cfonb(OPEN, MOVE), 'bank/truncated 2'],
  ['CFONB: an amount without its sign', cfonb(OPEN, line('04', '00000000012050'), CLOSE), 'bank/amount 2'],
  [
    'CFONB: a day that is none',
    cfonb(OPEN, line('04', '0000000001205{', { day: '310226' }), CLOSE),
    'bank/day 2',
  ],
  [
    'CFONB: another currency',
    cfonb(OPEN, line('04', '0000000001205{', { currency: 'USD' }), CLOSE),
    'bank/currency 2',
  ],
  ['CFONB: a movement missing', cfonb(OPEN, CLOSE), 'bank/closing 0'],
  ['OFX: cut short', ofx(OFX_MOVE).slice(0, -6), 'bank/truncated 7'],
  ['OFX: an account that never ends', '<OFX><STMTRS><CURDEF>EUR</OFX>', 'bank/truncated 1'],
  ['OFX: an amount that is none', ofx(OFX_MOVE.replace('1.00', '1.0.0')), 'bank/amount 4'],
  ['OFX: a day that is none', ofx(OFX_MOVE.replace('20261005', '20261305')), 'bank/day 4'],
  ['OFX: a currency that is none', ofx(OFX_MOVE.replace('EUR', 'EURO')), 'bank/currency 3'],
  ['CAMT: a batch that does not add up', entry(details('4.00', '5.99')), 'bank/batch 1'],
  ['CAMT: another currency', entry('', 'USD'), 'bank/currency 1'],
  ['CAMT: a day that is none', entry('', 'EUR', '2026-02-30'), 'bank/day 1'],
  ['CAMT: neither credit nor debit', entry('').replace('CRDT', 'X'), 'bank/amount 1'],
  ['XML cut short', entry('').slice(0, -3), 'bank/xml 0'],
  ['another XML', '<Facture/>', 'bank/format 0'],
  ['entities', '<!DOCTYPE a [<!ENTITY b "c">]><Document/>', 'bank/entities 0'],
  ['CSV: no header', 'Un;Deux;Trois\n1;2;3\n', 'bank/columns 0'],
  ['CSV: a profile of another bank', `${CSV}05/10/2026;VIR;1,00;EUR\n`, 'bank/profile 0', PROFILE],
  ['CSV: another currency', `${CSV}05/10/2026;VIR;1,00;USD\n`, 'bank/currency 2'],
  ['CSV: an amount that is none', `${CSV}05/10/2026;VIR;1,001;EUR\n`, 'bank/amount 2'],
  [
    'CSV: both a debit and a credit',
    'Date;Libellé;Débit;Crédit\n05/10/2026;VIR;1,00;2,00\n',
    'bank/amount 2',
  ],
  ['CSV: no amount', 'Date;Libellé;Débit;Crédit\n05/10/2026;VIR;;\n', 'bank/amount 2'],
  ['CSV: a day that is none', `${CSV}32/10/2026;VIR;1,00;EUR\n`, 'bank/day 2'],
  [
    'CSV: a balance that does not follow',
    'Date;Libellé;Montant;Solde\n05/10/2026;A;1,00;1,00\n06/10/2026;B;1,00;3,00\n',
    'bank/balance 3',
  ],
  [
    'CSV: neither a debit nor a credit',
    'Date;Libellé;Montant;Sens\n05/10/2026;VIR;1,00;C\n06/10/2026;FRAIS;1,00;X\n',
    'bank/direction 3',
  ],
  [
    'CSV: two amounts',
    'Date;Libellé;Montant (USD);Montant (EUR)\n05/10/2026;VIR;1,10;1,00\n',
    'bank/columns 0',
  ],
  [
    'CSV: two balances',
    'Date;Libellé;Montant;Solde;Solde\n05/10/2026;VIR;1,00;1,00;2,00\n',
    'bank/columns 0',
  ],
  [
    'CSV: an amount that is neither its debit nor its credit',
    'Date;Libellé;Débit;Crédit;Montant\n05/10/2026;VIR;;1,00;2,00\n',
    'bank/amount 2',
  ],
  [
    'CSV: debits of both signs, no balance',
    'Date;Libellé;Débit;Crédit\n05/10/2026;FRAIS;-1,00;\n06/10/2026;EXTOURNE;1,00;\n',
    'bank/signs 3',
  ],
  ['CSV: a credit below zero', 'Date;Libellé;Débit;Crédit\n05/10/2026;VIR;;-1,00\n', 'bank/signs 2'],
  ['CSV: an amount of two readings', `${CSV}05/10/2026;VIR;1.200;EUR\n`, 'bank/amount 2'],
  ['CSV: English, days of two readings', 'Date,Description,Amount\n03/04/2026,VIR,1.00\n', 'bank/days 2'],
  ['CSV: French, days as an American writes them', `${CSV}10/13/2026;VIR;1,00;EUR\n`, 'bank/day 2'],
  ['CSV: a quote that never closes', `${CSV}05/10/2026;"VIR;1,00;EUR\n`, 'bank/quotes 0'],
  ['a day to come', `${CSV}21/11/2026;VIR;1,00;EUR\n`, 'bank/future 2'],
  ['nothing', ' \n', 'bank/empty 0'],
  ['a header alone', CSV, 'bank/empty 0'],
  ['not text', 'PK\u0003\u0004\u0000', 'bank/binary 0'],
  ['25 million characters', 'x'.repeat(25_000_000), 'bank/size 0'],
];

describe('each is refused with its place', () => {
  for (const [what, text, expected, profile = null] of CASES) {
    test(what, () => {
      const faults = faultsOf(text, profile);
      expect(faults.map(({ code, line: at }) => `${code} ${at}`)).toEqual([expected]);
      for (const { message } of faults) {
        expectTypeset(message.fr);
        expect(message.en).not.toBe(message.fr);
      }
    });
  }

  test('no reason is without its case', () => {
    const folder = join(import.meta.dirname, '../../../shared/exchange/bank');
    const codes = readdirSync(folder).flatMap(
      (name) => readFileSync(join(folder, name), 'utf8').match(/'bank\/[a-z]+'/g) ?? [],
    );
    const proven = new Set(CASES.map(([, , expected]) => `'${expected.split(' ')[0]}'`));
    expect(new Set(codes)).toEqual(proven);
  });

  test('every wrong line is named, not the first alone', () => {
    expect(faultsOf(`${CSV}32/10/2026;A;1,00;EUR\n05/10/2026;B;x;EUR\n`).map(({ line: at }) => at)).toEqual([
      2, 3,
    ]);
  });
});

describe('files made to harm', () => {
  test('200,001 movements are too many, 25 MB are not even read', () => {
    const many = `Date;Libellé;Montant\n${'05/10/2026;A;1,00\n'.repeat(200_001)}`;
    expect(faultsOf(many).map(({ code }) => code)).toEqual(['bank/size']);
    const path = join(temporaryFolder(), 'releve.csv');
    writeFileSync(path, Buffer.alloc(25_000_000, 0x41));
    expect(readBankFile(path, { currency: 'EUR', profile: null, kept: [] })).toMatchObject({
      ok: false,
      faults: [{ code: 'bank/size' }],
    });
  });

  test.each([
    ['elements 100,000 deep', `${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}`],
    [
      'a CAMT that nests its details without end',
      entry(`${'<NtryDtls>'.repeat(50_000)}${'</NtryDtls>'.repeat(50_000)}`),
    ],
    ['signs without names', '<'.repeat(200_000)],
    ['tags of OFX without text', `<OFX>${'<A>'.repeat(200_000)}`],
    ['one line of quotes', `Date;Libellé;Montant\n${'"'.repeat(100_001)}`],
    [
      'a preamble of digits',
      `Solde ${'1'.repeat(200_000)}\nCompte ${'AB12 '.repeat(50_000)}\nDate;Libellé;Montant\n`,
    ],
    ['an amount of digits', `Date;Libellé;Montant\n05/10/2026;A;${'1'.repeat(200_000)}\n`],
    ['an amount of points', `Date;Libellé;Montant\n05/10/2026;A;${'1.'.repeat(100_000)}\n`],
  ])('%s: answered, without a crash', (_, text) => {
    const answer = read(text);
    if (answer.ok) expect(answer.statements.flatMap(({ movements }) => movements).length).toBeLessThan(2);
    else expect(answer.faults[0]?.code).toMatch(/^bank\//);
  });

  test('marks that turn the reading direction, control characters and endless labels', () => {
    const label = `VIR \u202eREILLO\u202c\u0007 F2026\u200b-00012\u0085\u001b[31m ${'x'.repeat(5000)}`;
    const [statement] = statements(`Date;Libellé;Montant\n05/10/2026;${label};1,00\n`);
    const said = statement?.movements[0]?.label ?? '';
    expect(said.startsWith('VIR REILLO F2026-00012 [31m xxx')).toBe(true);
    expect(said).toHaveLength(1000);
  });

  test('names of the language itself are columns nobody knows', () => {
    const [statement] = statements(
      '__proto__;constructor;Date;Libellé;Montant\nx;y;05/10/2026;toString;1,00\n',
    );
    expect(statement?.movements.map(({ label, minor }) => [label, minor])).toEqual([['toString', 100]]);
    expect(read('<__proto__><constructor/></__proto__>')).toMatchObject({ ok: false });
  });
});
