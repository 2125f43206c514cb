import { expect, test } from 'vitest';
import { dayNumber } from '../../shared/base/civil-date.ts';
import { LANGUAGES } from '../../shared/base/words.ts';
import { MENTION_KEYS, mentionText } from '../../shared/invoicing/mentions.ts';
import {
  mentionOfCategory,
  rateFault,
  VAT_CATEGORY_CHOICES,
  VAT_CHOICES,
} from '../../shared/invoicing/vat-categories.ts';
import { expectTypeset } from '../french.ts';

for (const [category, rate, isFrench, fault] of [
  ['S', '20', true, null],
  ['S', '20.0', true, null],
  ['S', '0.9', true, null],
  ['S', '0.5', true, 'rate/unusual'],
  ['S', '0.4999', true, 'rate/as-fraction'],
  ['S', '0.055', true, 'rate/as-fraction'],
  ['S', '19', true, 'rate/unusual'],
  ['S', '19', false, null],
  ['S', '50', false, null],
  ['S', '50.1', false, 'rate/too-high'],
  ['S', '0', true, 'rate/none'],
  ['S', '-20', true, 'rate/none'],
  ['S', '', true, 'rate/none'],
  ['E', '0', true, null],
  ['E', '0.00', true, null],
  ['E', '20', true, 'rate/not-zero'],
  ['AE', '20', true, 'rate/not-zero'],
  ['Z', '0', false, null],
  ['O', '', true, 'rate/not-zero'],
] as const) {
  test(`${category} at ${rate} by a ${isFrench ? 'French' : 'foreign'} seller: ${fault}`, () =>
    expect(rateFault(category, rate, isFrench)).toBe(fault));
}

test('what a form offers is allowed, and each category without VAT but the zero rate says why', () => {
  for (const { category, rate } of VAT_CHOICES) expect(rateFault(category, rate, true)).toBeNull();
  const mentions = VAT_CATEGORY_CHOICES.map(({ key }) => [key, mentionOfCategory(key, true)]);
  expect(mentions).toEqual([
    ['S', null],
    ['E', 'exempt'],
    ['AE', 'reverseCharge'],
    ['K', 'intraCommunity'],
    ['G', 'export'],
    ['O', 'outOfScope'],
    ['Z', null],
  ]);
  expect(mentionOfCategory('E', false)).toBe('franchise');
});

test('every mention has its words in both languages, whatever the day', () => {
  for (const key of MENTION_KEYS) {
    for (const language of LANGUAGES) {
      for (const day of ['1990-01-01', '2026-11-25', '2099-01-01'] as const) {
        const text = mentionText(key, dayNumber(day), language, new Map());
        expect(text).not.toBe('');
        if (language === 'fr') expectTypeset(text);
      }
    }
  }
});

test('the firm’s own words stand for ours; blank ones do not', () => {
  const day = dayNumber('2026-11-25');
  const own = (text: string) => mentionText('exempt', day, 'fr', new Map([['mention.exempt/fr', text]]));
  expect(own(' Exonération, art. 261-4-4° du CGI ')).toBe('Exonération, art. 261-4-4° du CGI');
  expect(own('  ')).toBe('Exonération de TVA, article 261 du CGI');
});
