/** `encaisse interest`: the calculation line by line in the register’s language; what is refused. */
import { beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../delivery/temporary-folder.ts';
import { expectTypeset, typeset } from '../../french.ts';
import { expectGolden } from '../../golden-file.ts';
import { type Files, writeFolder } from '../../sources/csv-fixture.ts';
import { buildOnce, encaisse } from '../built-command.ts';
import { type Ran, runCommand } from '../runs.ts';

const ECB = 'series,from,percent\nECB-MRO,2026-01-01,2.15\nECB-MRO,2026-07-01,2.4\n';

function register(locale = 'fr_FR', rates = ECB): Files {
  return {
    settings: `key,value\ncompanyName,Atelier\nlocale,${locale}\n`,
    clients: 'code,name\nC1,Hôtel du Parc\nC2,Garage Élan\n',
    invoices:
      'number,type,client,issueDate,dueDate,total,currency\nF1,,C1,2026-05-16,2026-06-15,1200,\nF2,,C1,2026-05-16,2026-06-30,1200,\nF3,,C1,2026-05-16,2026-06-30,500,USD\nF4,,C2,2026-05-16,2026-12-31,90,\nA1,creditNote,C1,2026-05-20,,10,\n',
    payments: 'date,invoice,amount,purpose\n2026-07-10,F2,1200,\n2026-07-15,F2,20,pénalités\n',
    journal: 'at,client,invoice,event,level,interest,indemnity\n2026-07-12,C1,F2,reminder,2,4.08,40\n',
    rates,
  };
}

function interest(given: Files, ...args: readonly string[]): Promise<Ran> {
  const all = [...args, '--register', writeFolder(given), '--as-of', '2026-07-20'];
  return runCommand('interest', all, { folder: temporaryFolder() });
}

test('one invoice: its lines, its sums, the law', async () => {
  const { code, out, talk } = await interest(register(), 'F1');
  expect([code, talk]).toEqual([0, []]);
  expectGolden('commands/interest-invoice.fr.txt', out);
  for (const line of out.trimEnd().split('\n')) expectTypeset(line.trim());
});

test('all of a client, in the register’s language', async () => {
  const french = await interest(register(), '--client', 'C1');
  expectGolden('commands/interest-client.fr.txt', french.out);
  for (const line of french.out.trimEnd().split('\n')) expectTypeset(line.trim());
  expectGolden('commands/interest-client.en.txt', (await interest(register('en_GB'), '--client', 'C1')).out);
});

test('nothing late, nothing owed', async () => {
  expect((await interest(register(), 'F4')).out).toContain('Ni intérêts ni indemnité à cette date.');
  expect((await interest(register('en_GB'), '--client', 'C2')).out).toBe(
    'Neither interest nor a fixed sum on that day.\n',
  );
});

test('a promise may have interrupted the limitation: the keeper is asked', async () => {
  const journal = 'at,client,invoice,event,promisedOn\n2026-07-01,C1,F1,promise,2026-07-30\n';
  const { out } = await interest({ ...register(), journal }, 'F1');
  expect(out).toContain(
    typeset('La promesse ou l’échéancier du 1er juillet 2026 l’a peut-être interrompue : si'),
  );
  const english = await interest({ ...register('en_GB'), journal }, 'F1');
  expect(english.out).toContain('The promise or plan of 1 July 2026 may have interrupted it');
});

test('a missing half-year names its row and ends with 1', async () => {
  const { code, out } = await interest(
    register('fr_FR', 'series,from,percent\nECB-MRO,2026-01-01,2.15\n'),
    'F1',
  );
  expect(code).toBe(1);
  expect(out).toContain(
    typeset('inconnus, le taux ECB-MRO au 1er juillet 2026 manque dans la table des taux'),
  );
  expect(out).toContain(typeset('Indemnité forfaitaire : 40,00 €'));
  expect(out).not.toContain('Reste dû');
  const older = register('fr_FR', ECB.replace('ECB-MRO,2026-01-01,2.15\n', ''));
  const invoices = `${older.invoices ?? ''}F0,,C1,2026-07-01,2026-07-05,100,\n`;
  expect((await interest({ ...older, invoices }, 'F0')).code).toBe(0);
});

describe('refused', () => {
  for (const [name, args, told] of [
    ['neither', [], /indiquez la facture, ou le client/],
    ['an invoice that is not there', ['F9'], /pas de facture «.F9.»/],
    ['a client that is not there', ['--client', 'C9'], /pas de client «.C9.»/],
    ['another client’s invoice', ['F1', '--client', 'C2'], /F1 est celle du client C1/],
    ['a credit note', ['A1'], /A1 est un avoir/],
  ] as const) {
    test(name, async () => {
      const { code, out, talk } = await interest(register(), ...args);
      expect([code, out]).toEqual([2, '']);
      expect(talk.join('\n')).toMatch(told);
    });
  }
});

describe('built', () => {
  beforeAll(buildOnce);
  test('as a process', async () => {
    const folder = temporaryFolder();
    const args = ['interest', 'F1', '--register', writeFolder(register('en_GB')), '--as-of', '2026-07-20'];
    const { code, out } = await encaisse(args, { folder });
    expect(code).toBe(0);
    expect(out).toContain('Interest, rounded once: €14.15');
  });
});
