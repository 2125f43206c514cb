import { expect, test } from 'vitest';
import { clientName, kindOf, MOST_CLIENTS } from '../../batch/sample/client-names.ts';
import { drawClients } from '../../batch/sample/clients.ts';
import { PAYER_PERCENT, PAYERS } from '../../batch/sample/payers.ts';
import { makeRandom } from '../../batch/sample/random.ts';
import { dayNumber } from '../../shared/base/civil-date.ts';

const asOf = dayNumber('2026-11-20');

function draw(clients: number) {
  const span = { start: asOf - 900, asOf, clients, invoices: clients * 100, stories: false };
  return drawClients(span, makeRandom(3, 'clients'));
}

test('no name, code or SIREN occurs twice among the most clients', () => {
  const clients = draw(MOST_CLIENTS);
  const unique = (values: readonly string[]) => new Set(values).size;
  expect(unique(clients.map(({ row }) => row.name))).toBe(MOST_CLIENTS);
  expect(unique(clients.map(({ code }) => code))).toBe(MOST_CLIENTS);
  const identified = clients.map(({ row }) => row.legalId).filter((legalId) => legalId !== '');
  expect(unique(identified)).toBe(identified.length);
});

test('habits occur as often as they should', () => {
  const clients = draw(4000);
  for (const payer of PAYERS) {
    const percent = (clients.filter((client) => client.payer === payer).length / 4000) * 100;
    expect(Math.abs(percent - PAYER_PERCENT[payer])).toBeLessThan(2.5);
  }
});

for (const clients of [0, MOST_CLIENTS + 1, Number.NaN]) {
  test(`${clients} clients are refused`, () => {
    expect(() => draw(clients)).toThrow(`a sample has 1 to 5000 clients, not ${clients}`);
  });
}

test('kinds take turns, names fit them', () => {
  expect([kindOf(0), kindOf(2), kindOf(4), kindOf(7)]).toEqual([
    'company',
    'individual',
    'association',
    'administration',
  ]);
  expect(clientName(0)).toBe('Menuiserie Vialard SARL');
  expect(clientName(2)).toBe('Adèle Vialard');
  expect(clientName(4)).toBe('Association culturelle Vialard');
  expect(clientName(7)).toBe('Mairie de Saint-Aubrac-sur-Ardive');
});

test('a single client is there on every day', () => {
  const [only] = draw(1);
  expect(only.firstDay).toBe(asOf - 900);
  expect(only.lastDay).toBeGreaterThan(asOf);
});
