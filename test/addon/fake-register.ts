/** A small register for tests of actions: a firm, three clients, drafts that are complete. */
import { type FakeRow, type FakeState, fakeState, putRows, TODAY_SERIAL } from './fake-world.ts';

const SETTINGS: Readonly<Record<string, string>> = {
  companyName: 'Atelier Lumen',
  legalForm: 'SARL',
  shareCapital: '8000',
  legalId: '732829320',
  vatNumber: 'FR44732829320',
  addressLine1: '4 rue de la Paix',
  postalCode: '75002',
  city: 'Paris',
  country: 'France',
  email: 'compta@lumen.example',
  iban: 'FR7630006000011234567890189',
  paymentTerms: '30 jours',
  locale: 'fr_FR',
  sendMode: 'envoi',
};

export const CLIENTS: readonly FakeRow[] = ['ACME', 'BOIS', 'CUIR'].map((code) => ({
  code,
  name: `Société ${code}`,
  kind: 'entreprise',
  legalId: '552100554',
  addressLine1: '1 rue Haute',
  postalCode: '69001',
  city: 'Lyon',
  email: `achats@${code.toLowerCase()}.example`,
}));

/** @param settings beside or instead of the usual ones */
export function fakeRegister(settings: Readonly<Record<string, string>> = {}): FakeState {
  const state = fakeState();
  const rows = Object.entries({ ...SETTINGS, ...settings }).map(([key, value]) => ({ key, value }));
  putRows(state, 'settings', rows);
  putRows(state, 'clients', CLIENTS);
  return state;
}

export function putDraft(state: FakeState, id: string, client: string, more: FakeRow = {}): void {
  putRows(state, 'drafts', [{ id, client, ready: 'oui', ...more }]);
  putRows(state, 'lines', [
    { invoice: id, position: 1, description: `Pose ${id}`, quantity: 2, unitPrice: 50, vatRate: 20 },
    { invoice: id, position: 2, description: `Dépose ${id}`, quantity: 1, unitPrice: 20.5, vatRate: 20 },
  ]);
}

/** A register with drafts `D-1` … `D-n` for the clients in turn. */
export function registerWithDrafts(count: number): FakeState {
  const state = fakeRegister();
  for (let i = 1; i <= count; i += 1) {
    putDraft(state, `D-${i}`, String(CLIENTS[(i - 1) % CLIENTS.length]?.code));
  }
  return state;
}

export { TODAY_SERIAL };
