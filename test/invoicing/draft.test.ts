import { describe, expect, test } from 'vitest';
import { dayNumber } from '../../shared/base/civil-date.ts';
import { checkDraft, type IssueContext } from '../../shared/invoicing/draft.ts';
import type { Draft } from '../../shared/invoicing/read-drafts.ts';
import { expectTypeset } from '../french.ts';
import { type Cells, CORRECTED, clientOf, contextOf, draftOf, settingsOf, TODAY } from './drafts-of.ts';

/** The fields complained about, errors with a `!`. */
function said(draft: Draft, context: Partial<IssueContext> = {}): readonly string[] {
  const { notices, canIssue } = checkDraft(draft, contextOf(context));
  for (const { words } of notices) {
    expectTypeset(words.fr);
    expect(words.en).not.toBe('');
  }
  expect(canIssue).toBe(notices.every(({ severity }) => severity === 'warning'));
  return notices.map(({ field, severity }) => (severity === 'error' ? `!${field}` : field));
}

test('a complete draft has nothing to be said of', () => expect(said(draftOf())).toEqual([]));

const SELLER: readonly (readonly [Readonly<Record<string, string>>, readonly string[]])[] = [
  [{ companyName: '' }, ['!seller.companyName']],
  [{ addressLine1: '' }, ['!seller.addressLine1']],
  [{ postalCode: '' }, ['!seller.postalCode']],
  [{ city: '' }, ['!seller.city']],
  [{ legalForm: '' }, ['!seller.legalForm']],
  [{ shareCapital: '' }, ['seller.shareCapital']],
  [{ legalForm: 'EI', shareCapital: '' }, []],
  [{ legalId: '' }, ['!seller.legalId']],
  [{ legalId: '732829321' }, ['!seller.legalId']],
  [{ legalId: '73282932' }, ['!seller.legalId']],
  [{ vatNumber: 'FR45732829320' }, ['!seller.vatNumber']],
  [{ iban: '' }, ['seller.iban']],
  [{ iban: 'FR7630006000011234567890188' }, ['!seller.iban']],
  [{ bic: 'AGRI' }, ['!seller.bic']],
  [{ invoiceNumberFormat: 'F{YYYY}' }, ['!seller.invoiceNumberFormat']],
  [{ creditNoteNumberFormat: 'A {000}' }, ['!seller.creditNoteNumberFormat']],
];
for (const [changes, expected] of SELLER) {
  test(`seller ${JSON.stringify(changes)}: ${expected.join(', ') || 'nothing'}`, () =>
    expect(said(draftOf(), { settings: settingsOf(changes) })).toEqual(expected));
}

const CLIENT: readonly (readonly [Parameters<typeof clientOf>[0], readonly string[]])[] = [
  [{ addressLine1: '' }, ['!client.addressLine1']],
  [{ city: '' }, ['!client.city']],
  [{ postalCode: '' }, ['!client.postalCode']],
  [{ postalCode: '', country: 'Irlande', legalId: 'IE-1' }, []],
  [{ legalId: '' }, ['client.legalId']],
  [{ legalId: '', kind: 'individual' }, []],
  [{ legalId: '552100555' }, ['!client.legalId']],
  [{ vatNumber: 'FR00552100554' }, ['!client.vatNumber']],
  [{ vatNumber: 'DE12345678' }, ['!client.vatNumber']],
  [{ vatNumber: 'CHE-123.456.789 MWST' }, []],
  [{ email: '' }, ['client.email']],
  [{ email: 'nobody' }, ['!client.email']],
];
for (const [changes, expected] of CLIENT) {
  test(`client ${JSON.stringify(changes)}: ${expected.join(', ') || 'nothing'}`, () =>
    expect(said(draftOf(), { client: clientOf(changes) })).toEqual(expected));
}

test('no client, or none of the register', () => {
  expect(said(draftOf({ client: '' }), { client: null })).toEqual(['!client']);
  expect(said(draftOf({ client: 'C9' }), { client: null })).toEqual(['!client']);
});

const LINES: readonly (readonly [readonly Cells[], readonly string[]])[] = [
  [[], ['!lines']],
  [[{ description: '' }], ['!lines.0.description']],
  [[{}, { quantity: '' }], ['!lines.1.quantity']],
  [[{ quantity: 0 }], ['!lines.0.quantity', 'lines']],
  [[{ quantity: '2,5' }], []],
  [[{ quantity: 'deux' }], ['!lines.0.quantity', '!lines.0.quantity']],
  [[{ quantity: 1.0001 }], []],
  [[{ quantity: 1.00001 }], ['!lines.0.quantity']],
  [[{ unitPrice: '' }], ['!lines.0.unitPrice']],
  [[{ unitPrice: 0.000001, quantity: 100000 }], []],
  [[{ unitPrice: '#REF!' }], ['!lines.0.unitPrice', '!lines.0.unitPrice']],
  [[{ discountPercent: 100 }], ['lines']],
  [[{ discountPercent: 101 }], ['!lines.0.discountPercent', '!lines']],
  [[{ discountPercent: -1 }], ['!lines.0.discountPercent']],
  [[{ net: 900 }], []],
  [[{ net: '900,00 €' }], []],
  [[{ net: 900.01 }], ['!lines.0.net']],
  [[{ net: 'neuf cents' }], ['!lines.0.net']],
  [[{ vatRate: '' }], ['!lines.0.vatRate']],
  [[{ vatRate: 0 }], ['!lines.0.vatCategory']],
  [[{ vatRate: 0, vatCategory: 'E' }], []],
  [[{ vatRate: 0, vatCategory: 'exonéré' }], []],
  [[{ vatRate: 20, vatCategory: 'E' }], ['!lines.0.vatRate']],
  [[{ vatRate: 0, vatCategory: 'S' }], ['!lines.0.vatRate']],
  [[{ vatRate: 0, vatCategory: 'XX' }], ['!lines.0.vatCategory', '!lines.0.vatCategory']],
  [[{ vatRate: 0.2 }], ['!lines.0.vatRate']],
  [[{ vatRate: '20 %' }], []],
  [[{ vatRate: 5.5 }], []],
  [[{ vatRate: 19 }], ['lines.0.vatRate']],
  [[{ vatRate: 60 }], ['!lines.0.vatRate']],
  [[{ unitPrice: 100_000_000_000, quantity: 100 }], ['!lines']],
  [[{}, { unitPrice: -450 }], ['lines']],
  [[{ unitPrice: -450 }], ['!lines']],
];
for (const [lines, expected] of LINES) {
  test(`lines ${JSON.stringify(lines)}: ${expected.join(', ') || 'nothing'}`, () =>
    expect(said(draftOf({}, lines))).toEqual(expected));
}

test('without a VAT number there is no VAT, and what bears none is exempt', () => {
  const settings = settingsOf({ vatNumber: '' });
  expect(said(draftOf({}, [{}], false), { settings })).toEqual(['!lines.0.vatRate']);
  expect(said(draftOf({}, [{ vatRate: 0 }], false), { settings })).toEqual([]);
});

test('reverse charge and supplies abroad ask for VAT numbers, and a client abroad', () => {
  const abroad = clientOf({ country: 'Allemagne', legalId: '' });
  const of = (vatCategory: string) => draftOf({}, [{ vatRate: 0, vatCategory }]);
  expect(said(of('AE'))).toEqual(['!client.vatNumber']);
  expect(said(of('K'), { client: abroad })).toEqual(['!client.vatNumber']);
  expect(said(of('K'), { client: { ...abroad, vatNumber: 'DE123456789' } })).toEqual([]);
  expect(said(of('K'), { client: clientOf({ vatNumber: 'FR96552100554' }) })).toContain('!client.country');
  expect(said(of('G'), { client: abroad })).toEqual([]);
  expect(said(of('G'))).toEqual(['!client.country']);
  expect(said(of('O'))).toEqual([]);
  expect(
    said(of('AE'), {
      settings: settingsOf({ vatNumber: '' }),
      client: { ...abroad, vatNumber: 'DE123456789' },
    }),
  ).toEqual(['!seller.vatNumber']);
});

const DATES: readonly (readonly [Cells, readonly string[]])[] = [
  [{ issueDate: '2026-11-25' }, []],
  [{ issueDate: '2026-11-26' }, ['!issueDate']],
  [{ issueDate: '30/02/2026' }, ['!issueDate']],
  [{ dueDate: '2026-11-25' }, []],
  [{ dueDate: '2026-11-24' }, ['!dueDate']],
  [{ dueDate: '2027-01-31' }, []], // 25 November + 45 days, end of month
  [{ dueDate: '2027-02-01' }, ['dueDate']],
  [{ serviceDate: '' }, []],
  [{ serviceDate: '2026-11-22' }, []], // three days
  [{ serviceDate: '2026-11-21' }, ['serviceDate']],
  [{ serviceDate: '2026-11-26' }, ['serviceDate']],
  [{ corrects: 'F2026-00001' }, ['!corrects']],
  [{ currency: 'euros' }, ['!currency']],
  [{ type: 'devis' }, ['!type']],
];
for (const [changes, expected] of DATES) {
  test(`draft ${JSON.stringify(changes)}: ${expected.join(', ') || 'nothing'}`, () =>
    expect(said(draftOf(changes))).toEqual(expected));
}

describe('the legal maximum', () => {
  for (const [name, due, client, expected] of [
    ['of a private person: none', '2027-05-01', { kind: 'individual' }, []],
    ['in Italy: 60 days', '2027-01-24', { country: 'Italie', legalId: '' }, []],
    ['in Italy: 61 days', '2027-01-25', { country: 'Italie', legalId: '' }, ['dueDate']],
    ['in Switzerland: none', '2027-05-01', { country: 'Suisse', legalId: '' }, []],
    ['of a trade: 30 days', '2026-12-25', { maximumTermDays: 30 }, []],
    ['of a trade: 31 days', '2026-12-26', { maximumTermDays: 30 }, ['dueDate']],
    ['of a public buyer: 31 days', '2026-12-26', { kind: 'administration' }, ['dueDate']],
    ['of a hospital: 50 days', '2027-01-14', { kind: 'administration', maximumTermDays: 50 }, []],
  ] as const) {
    test(name, () => expect(said(draftOf({ dueDate: due }), { client: clientOf(client) })).toEqual(expected));
  }
});

const NOTES: readonly (readonly [Cells, readonly Cells[], readonly string[]])[] = [
  [{}, [{}], []], // 1,080.00, all that is left
  [{}, [{ unitPrice: 450.01 }], ['!lines']],
  [{}, [{ unitPrice: -1 }], ['!lines']],
  [{ client: 'C2' }, [{}], ['!client']],
  [{ currency: 'USD' }, [{}], ['!currency']],
  [{ issueDate: '2026-10-14' }, [{}], []],
  [{ issueDate: '2026-10-13' }, [{}], ['!issueDate']],
];
for (const [changes, lines, expected] of NOTES) {
  test(`credit note ${JSON.stringify([changes, lines])}: ${expected.join(', ') || 'nothing'}`, () =>
    expect(
      said(draftOf({ type: 'avoir', corrects: 'F2026-00012', ...changes }, lines), { corrected: CORRECTED }),
    ).toEqual(expected));
}

test('a credit note names an invoice that is there', () => {
  expect(said(draftOf({ type: 'avoir' }))).toEqual(['!corrects']);
  expect(said(draftOf({ type: 'avoir', corrects: 'F9' }))).toEqual(['!corrects']);
});

test('a text too long for one cell is refused before it is sealed', () => {
  const line = { description: 'x'.repeat(900) };
  expect(
    said(
      draftOf(
        {},
        Array.from({ length: 40 }, () => line),
      ),
    ),
  ).toEqual([]);
  expect(
    said(
      draftOf(
        {},
        Array.from({ length: 45 }, () => line),
      ),
    ),
  ).toEqual(['!lines']);
});

test('the due date by the client’s terms, else by the register’s', () => {
  const due = (context: Partial<IssueContext>) => checkDraft(draftOf(), contextOf(context)).dueDay;
  expect(due({})).toBe(TODAY + 30);
  expect(due({ client: clientOf({ paymentTerms: [] }) })).toBe(TODAY);
  expect(
    due({ client: clientOf({ paymentTerms: [{ step: 'days', count: 30 }, { step: 'endOfMonth' }] }) }),
  ).toBe(dayNumber('2026-12-31'));
});
