/** `encaisse plan`: the coming days as text and as JSON, in the register’s language; what is refused. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { generateRegister } from '../../../batch/sample/generate.ts';
import { demoSample } from '../../../batch/sample/options.ts';
import { writeCsvFolder } from '../../../batch/sample/write-csv.ts';
import { temporaryFolder } from '../../delivery/temporary-folder.ts';
import { expectTypeset, typeset } from '../../french.ts';
import { expectGolden } from '../../golden-file.ts';
import { type Files, writeFolder } from '../../sources/csv-fixture.ts';
import { buildOnce, encaisse } from '../built-command.ts';
import { type Ran, runCommand } from '../runs.ts';

function register(locale = 'fr_FR', more: Partial<Files> = {}): Files {
  return {
    settings: `key,value\ncompanyName,Atelier\nlocale,${locale}\nlateInterest,12\n`,
    clients:
      'code,name,email,addressLine1,holdUntil,holdReason\nC1,Hôtel du Parc,a@exemple.fr,1 rue Haute,,\nC2,Garage Élan,b@exemple.fr,2 rue Basse,2026-05-20,congés\n',
    invoices:
      'number,client,issueDate,dueDate,total\nF1,C1,2026-04-01,2026-05-01,1200\nF2,C1,2026-04-11,2026-05-11,300\nF3,C2,2026-04-01,2026-05-01,450\nF4,C2,2026-04-01,2026-05-30,90\n',
    payments: 'date,client,amount\n2026-05-04,C2,1\n',
    instalments:
      'invoice,dueDate,amount,agreedOn\nF4,2026-05-30,45,2026-05-01\nF4,2026-06-30,45,2026-05-01\n',
    journal: 'at,client,event,promisedOn\n2026-05-04,C2,promise,2026-05-22\n',
    ...more,
  };
}

function plan(given: Files, ...args: readonly string[]): Promise<Ran> {
  const all = ['--register', writeFolder(given), '--as-of', '2026-05-04', ...args];
  return runCommand('plan', all, { folder: temporaryFolder() });
}

test('day by day, then what is held, then what falls due', async () => {
  const { code, out, talk } = await plan(register());
  expect([code, talk]).toEqual([0, []]);
  expectGolden('commands/plan.fr.txt', out);
  for (const line of out.trimEnd().split('\n')) expectTypeset(line.trim());
});

test('in the register’s language', async () => {
  const { out } = await plan(register('en_GB'));
  expectGolden('commands/plan.en.txt', out);
});

test('of a firm that has not said its name', async () => {
  const { out } = await plan(register('fr_FR', { settings: 'key,value\nlocale,fr_FR\nlateInterest,12\n' }));
  expect(out).toMatch(/^relances prévues du 4 mai 2026/);
});

test('as JSON, to the standard output alone', async () => {
  const { code, out } = await plan(register(), '--days', '15', '--json', '-');
  expect(code).toBe(0);
  expectGolden('commands/plan.json', out);
});

test('the same JSON to a file, beside the table', async () => {
  const folder = temporaryFolder();
  const args = ['--register', writeFolder(register()), '--as-of', '2026-05-04', '--days', '15'];
  const { out } = await runCommand('plan', [...args, '--json', 'plan.json'], { folder });
  expect(out).toContain('Hôtel du Parc');
  const { out: json } = await plan(register(), '--days', '15', '--json', '-');
  expect(readFileSync(join(folder, 'plan.json'), 'utf8')).toBe(json);
});

test('nothing to send is said', async () => {
  const none = { invoices: 'number,client,issueDate,total\n', instalments: 'invoice,dueDate,amount\n' };
  const { code, out } = await plan(register('fr_FR', none));
  expect(code).toBe(0);
  expect(out).toContain(typeset('Total : aucun message'));
});

test('what nobody can end is held from its day on', async () => {
  const clients = 'code,name,insolvencyOn\nC1,Hôtel du Parc,2026-05-12\nC2,Garage Élan,\n';
  const { out } = await plan(register('fr_FR', { clients }), '--days', '30');
  expect(out).toContain('1\u202f500,00\u202f€  dès le 12 mai 2026');
});

test('an indemnity that no rate turns into another currency is said to be unknown', async () => {
  const invoices = 'number,client,issueDate,dueDate,total,currency\nF1,C1,2026-04-01,2026-05-01,1200,USD\n';
  const given = { invoices, instalments: 'invoice,dueDate,amount\n' };
  const { out } = await plan(register('fr_FR', given), '--days', '16');
  expect(out).toContain('+ indemnité à chiffrer');
});

test('rows to mend are told, and the exit code with them', async () => {
  const { code, talk } = await plan(register('fr_FR', { payments: 'date,client,amount\n2026-02-30,C2,1\n' }));
  expect(code).toBe(1);
  expect(talk.join('\n')).toContain('le registre a 1 point à corriger');
});

describe('days that are none', () => {
  for (const text of ['0', '367', '-1', '1.5', 'dix']) {
    test(text, async () => {
      const { code, talk } = await plan(register(), `--days=${text}`);
      expect(code).toBe(2);
      expect(talk.join('\n')).toContain(typeset('écrivez un nombre de 1 à 366.'));
    });
  }
});

describe('the built command, on the sample', () => {
  beforeAll(buildOnce);
  test('lists at least what the report would send today', async () => {
    const folder = temporaryFolder();
    writeCsvFolder(generateRegister(demoSample('2026-11-20')), folder);
    const day = ['--register', folder, '--as-of', '2026-11-20'];
    const planned = await encaisse(['plan', ...day, '--json', '-'], { folder });
    const reported = await encaisse(['report', ...day, '--json', '-'], { folder });
    const { messages } = JSON.parse(planned.out);
    const { dunning } = JSON.parse(reported.out);
    const today = messages.filter((one: { readonly day: string }) => one.day === '2026-11-20');
    const sent = dunning.filter((one: { readonly action: string }) => one.action === 'send');
    const told = ({ client, invoices, level, total }: Record<string, unknown>) => [
      client,
      invoices,
      level,
      total,
    ];
    expect(sent.length).toBeGreaterThan(3);
    expect(today.map(told)).toEqual(sent.map(told));
    expect(planned.code).toBe(0);
  });
});
