/** Columns of an unknown bank's file, kept with the register when its import is applied: once for each header, whatever goes wrong. */
import { describe, expect, test } from 'vitest';
import type { ProfileRow } from '../../../shared/exchange/bank/kept-profiles.ts';
import { type FakeState, rowsOf } from '../fake-world.ts';
import { everyMishap, ranWell } from '../record/record-runs.ts';
import { apply, openInvoices, plan, STATEMENT, ticked } from './exchange-of.ts';

const PROFILE: ProfileRow = {
  ...{
    name: 'Banque Dupont',
    headers: 'Jour | Quoi | Combien',
    date: 'Jour',
    label: 'Quoi',
    amount: 'Combien',
  },
  ...{ direction: '', debit: '', credit: '', balance: '', value: '', reference: '', dayOrder: 'mdy' },
};

describe('a profile', () => {
  test('is kept, said, and shown the next time', () => {
    const state = openInvoices();
    const { text } = ranWell(state, apply(ticked(state), STATEMENT, [PROFILE]));
    expect(text).toContain('Les fichiers de «\u202fBanque Dupont\u202f» seront reconnus.');
    expect(rowsOf(state, 'bankProfiles')).toMatchObject([
      { name: 'Banque Dupont', headers: 'Jour | Quoi | Combien', dayOrder: 'mois/jour' },
    ]);
    expect(ranWell(state, plan([])).profiles).toMatchObject([
      {
        name: 'Banque Dupont',
        profile: { date: 'Jour', label: ['Quoi'], amount: 'Combien', dayOrder: 'mdy' },
      },
    ]);
  });

  test('of a header that is known takes the place of the other; the same says nothing', () => {
    const state = openInvoices();
    ranWell(state, apply([], STATEMENT, [PROFILE]));
    const other: ProfileRow = {
      ...PROFILE,
      name: 'Dupont SA',
      headers: 'JOUR | Quoi | combien',
      dayOrder: 'dmy',
    };
    ranWell(state, apply([], STATEMENT, [{ ...PROFILE, headers: 'Jour | Quoi | Combien | Solde' }]));
    ranWell(state, apply([], STATEMENT, [other]));
    expect(rowsOf(state, 'bankProfiles').map(({ dayOrder, name }) => [name, dayOrder])).toEqual([
      ['Dupont SA', 'jour/mois'],
      ['Banque Dupont', 'mois/jour'],
    ]);
    expect(ranWell(state, apply([], STATEMENT, [other])).text).toBe(
      'Tout était déjà importé\u202f: rien n’a été ajouté.',
    );
  });

  test('a register without the tab imports, and says what to do', () => {
    const state = openInvoices();
    state.tabs.delete('bankProfiles');
    const { importId, text } = ranWell(state, apply(ticked(state), STATEMENT, [PROFILE]));
    expect(importId).not.toBe('');
    expect(text).toMatch(/L’onglet « Profils bancaires » manque.*Mettre en place/);
  });

  test('stands once, whatever call fails', () => {
    const start = openInvoices();
    const act = apply(ticked(start), STATEMENT, [PROFILE]);
    const once = (state: FakeState) => expect(rowsOf(state, 'bankProfiles')).toHaveLength(1);
    expect(everyMishap(start, act, () => undefined, once)).toBeGreaterThan(20);
  });
});
