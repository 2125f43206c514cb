import { expect, test } from 'vitest';
import { checkDraft, type IssueContext, snapshotOf } from '../../shared/invoicing/draft.ts';
import type { Draft } from '../../shared/invoicing/read-drafts.ts';
import { readSnapshot, snapshotText } from '../../shared/invoicing/snapshot-text.ts';
import { CORRECTED, clientOf, contextOf, draftOf, settingsOf } from './drafts-of.ts';

test('a snapshot is of what may be issued only', () => {
  const checked = checkDraft(draftOf({}, []), contextOf());
  expect(() => snapshotOf(checked, contextOf(), 'F1')).toThrow();
});

function snapshot(draft: Draft, context: Partial<IssueContext> = {}) {
  const whole = contextOf(context);
  const made = snapshotOf(checkDraft(draft, whole), whole, 'F2026-00001');
  const read = readSnapshot(snapshotText(made));
  expect(read).toEqual({ ok: true, value: made });
  return made;
}

test('a private person owes neither the 40 euros nor penalties', () => {
  const one = snapshot(draftOf(), { client: clientOf({ kind: 'individual' }) });
  expect([one.recoveryIndemnity, one.lateInterest]).toEqual(['', '']);
  const other = snapshot(draftOf(), { client: clientOf({ kind: 'administration' }) });
  expect([other.recoveryIndemnity, other.lateInterest]).toEqual(['40', 'ECB+10']);
});

test('what the settings say of penalties and discount is kept as written', () => {
  const settings = settingsOf({
    lateInterest: '12 %',
    recoveryIndemnity: '40,00 €',
    earlyPaymentDiscount: '2 % à 8 jours',
  });
  const one = snapshot(draftOf(), { settings });
  expect([one.lateInterest, one.recoveryIndemnity, one.earlyPaymentDiscount]).toEqual([
    '12 %',
    '40.00',
    '2 % à 8 jours',
  ]);
});

test('a payment link is filled in, and is https or none', () => {
  const of = (paymentLink: string) =>
    snapshot(draftOf(), { settings: settingsOf({ paymentLink }) }).paymentLink;
  expect(of('https://pay.example/{number}?a={amount}&c={currency}')).toBe(
    'https://pay.example/F2026-00001?a=1080.00&c=EUR',
  );
  for (const bad of ['javascript:alert(1)', 'http://pay.example', 'pay.example']) expect(of(bad)).toBe('');
});

test('mentions: those of categories without VAT first, in the client’s language, in the firm’s own words where it wrote some', () => {
  const lines = [
    { vatRate: 0, vatCategory: 'G' },
    {},
    { vatRate: 0, vatCategory: 'E' },
    { vatRate: 0, vatCategory: 'G' },
  ];
  const client = clientOf({ country: 'Suisse', language: 'en', legalId: '' });
  const settings = settingsOf({ vatOnDebits: 'oui' });
  const own = new Map([
    ['mention.exempt/en', 'Exempt, article 261-4 of the tax code'],
    ['mention.export/fr', 'pas dans cette langue'],
  ]);
  expect(snapshot(draftOf({}, lines), { client, settings, own }).mentions).toEqual([
    'Export exempt from VAT, article 146 of Directive 2006/112/EC',
    'Exempt, article 261-4 of the tax code',
    'VAT is due when invoiced (option for debits)',
    'Kind of operations: services',
    'RCS Lyon 732 829 320',
  ]);
});

test('a firm without VAT number says so by article 293 B', () => {
  const settings = settingsOf({ vatNumber: '' });
  expect(snapshot(draftOf({}, [{ vatRate: 0 }], false), { settings }).mentions[0]).toBe(
    'TVA non applicable, art. 293 B du CGI',
  );
});

test('numbers are kept in their shortest form, the sums in minor units', () => {
  const one = snapshot(
    draftOf({}, [{ quantity: '1,50', unitPrice: '33,330', vatRate: '5,50', discountPercent: 0 }]),
  );
  expect(one.lines[0]).toMatchObject({
    quantity: '1.5',
    unitPrice: '33.33',
    vatRate: '5.5',
    discountPercent: '',
    netMinor: '5000',
  });
  expect(one.vat).toEqual([{ category: 'S', rate: '5.5', netMinor: '5000', vatMinor: '275' }]);
  expect([one.netMinor, one.vatMinor, one.totalMinor]).toEqual(['5000', '275', '5275']);
});

test('a credit note keeps which invoice it corrects, and owes nothing', () => {
  const one = snapshot(draftOf({ type: 'avoir', corrects: 'F2026-00012' }), { corrected: CORRECTED });
  expect(one).toMatchObject({
    type: 'creditNote',
    corrects: 'F2026-00012',
    correctsDate: '2026-10-14',
    dueDate: '',
    paymentTerms: '',
    lateInterest: '',
    recoveryIndemnity: '',
    paymentLink: '',
  });
});
