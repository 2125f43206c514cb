/** `encaisse credit`: the decision, its figures, and what is refused with its reason. */
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../delivery/temporary-folder.ts';
import { expectTypeset, typeset } from '../../french.ts';
import { type Files, writeFolder } from '../../sources/csv-fixture.ts';
import { type Ran, runCommand } from '../runs.ts';

const MONTHS = ['01', '02', '03', '04', '05', '06', '07', '08'];

function register(settings = 'locale,fr_FR', more = ''): Files {
  return {
    settings: `key,value\ncompanyName,Atelier\n${settings}\n`,
    clients: 'code,name,creditLimit\nC1,Hôtel du Parc,5000\nC2,Neuf,\n',
    invoices: `number,client,issueDate,dueDate,total\n${MONTHS.map((month) => `F${month},C1,2026-${month}-01,2026-${month}-28,1000`).join('\n')}\nG1,C1,2026-11-01,2026-11-30,1500\n${more}`,
    payments: `date,invoice,amount\n${MONTHS.map((month) => `2026-${month}-27,F${month},1000`).join('\n')}\n`,
  };
}

function credit(given: Files, ...args: readonly string[]): Promise<Ran> {
  const all = ['--register', writeFolder(given), '--as-of', '2026-11-20', ...args];
  return runCommand('credit', all, { folder: temporaryFolder() });
}

test('the decision, then what it rests on', async () => {
  const { code, out, talk } = await credit(register(), 'C1', '--amount', '1 000,00');
  expect([code, talk]).toEqual([0, []]);
  const lines = out.trimEnd().split('\n');
  expect(lines.slice(0, 7)).toEqual(
    [
      'C1 Hôtel du Parc · 1\u202f000,00 € · 20 novembre 2026',
      'Accorder : plafond de 5\u202f000,00 € tenu, utilisé à 50 % avec cette facture.',
      'Encours : 1\u202f500,00 €',
      'Dont échu : 0,00 €',
      'Avec cette facture : 2\u202f500,00 €',
      'Plafond : 5\u202f000,00 €',
      'Plafond proposé : 1\u202f900,00 €',
    ].map(typeset),
  );
  expect(out).toMatch(/Note de risque\u202f: A \(\d+\/100\)/);
  for (const text of lines) expectTypeset(text);
});

test('in the register’s language', async () => {
  const { out } = await credit(register('locale,en_GB'), 'c1', '--amount=4000');
  expect(out).toContain('Grant against a deposit of €500.00: €500.00 above the limit of €5,000.00.');
  expect(out).toContain('Available: €3,500.00');
});

test('a client that was never invoiced', async () => {
  const { code, out } = await credit(register(), 'C2', '--amount', '2000');
  expect(code).toBe(0);
  expect(out).toContain(typeset('À décider par un responsable : client peu connu'));
  expect(out).toContain(typeset('Note de risque : inconnue'));
});

test('another currency', async () => {
  const { out } = await credit(register(), 'C1', '--amount', '100', '--currency', 'usd');
  expect(out).toContain('le plafond est dans une autre devise');
  expect(out).toContain('100,00');
});

test('rows to mend do not count, and end with 1', async () => {
  const { code, talk } = await credit(
    register('locale,fr_FR', 'G2,C1,2026-13-01,,10\n'),
    'C1',
    '--amount',
    '1',
  );
  expect(code).toBe(1);
  expect(talk.join('')).toContain('1 point à corriger');
});

describe('refused with 2', () => {
  for (const [args, said] of [
    [['--amount', '10'], 'indiquez le client et le montant TTC'],
    [['C1'], 'indiquez le client et le montant TTC'],
    [['C1', 'C2', '--amount', '10'], 'argument en trop'],
    [['NOBODY', '--amount', '10'], 'n’a pas de client'],
    [['C1', '--amount', 'dix'], 'n’est pas un montant en EUR'],
    [['C1', '--amount', '1.005'], 'n’est pas un montant en EUR'],
    [['C1', '--amount', '10', '--currency', 'euros'], 'n’est pas une devise'],
  ] as const) {
    test(args.join(' '), async () => {
      const { code, out, talk } = await credit(register(), ...args);
      expect([code, out]).toEqual([2, '']);
      expect(talk.join('')).toContain(said);
    });
  }
});
