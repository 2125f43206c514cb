import { expect, test } from 'vitest';
import { shipToElement } from '../../../shared/exchange/cii/ship-to.ts';
import { xmlText } from '../../../shared/exchange/cii/xml.ts';
import type { Snapshot } from '../../../shared/invoicing/snapshot.ts';
import { issued, sampleNamed } from './documents.ts';

/** The texts of the delivery, in the order they stand in; none where it says nothing. */
function delivery(snapshot: Snapshot): string {
  const found = shipToElement(snapshot);
  const texts = found === null ? [] : (xmlText(found).match(/(?<=>)[^<>\n]+(?=<)/g) ?? []);
  return texts.join(' | ');
}

const ADDRESSES: readonly (readonly [written: string, read: string])[] = [
  ['Dépôt 4\n69007 Lyon', '69007 | Dépôt 4 | Lyon | FR'],
  [
    'Dépôt 4\n12 rue Basse\nZone A\nQuai 2\n69007 Lyon',
    '69007 | Dépôt 4 | 12 rue Basse | Zone A, Quai 2 | Lyon | FR',
  ],
  ['Rue Haute 1\nB-1000 Bruxelles\nBelgique', '1000 | Rue Haute 1 | Bruxelles | BE'],
  ['Main Street 1\nDublin\nIreland', 'Main Street 1 | Dublin | IE'],
  [' \n 69007 Lyon \n', '69007 | Lyon | FR'],
  ['Chez Paul', 'Chez Paul | FR'],
  ['Maroc', 'Maroc | FR'], // a line of its own is a place, not a country
];

test.each(ADDRESSES)('%j', (deliveryAddress, read) =>
  expect(delivery({ ...issued(), deliveryAddress })).toBe(read),
);

test('at the buyer’s nothing is said, but where the rules want a country or any word', () => {
  const buyer = '75011 | 3 place du Marché | Paris | FR';
  expect(delivery(issued())).toBe('');
  expect(delivery({ ...issued(), serviceDate: '' })).toBe(buyer);
  expect(delivery(sampleNamed('intra-community').snapshot)).toMatch(/ \| IE$/);
});
