/** The firm as messages and pages show it: from the settings, and from what was sealed. */
import { expect, test } from 'vitest';
import { invoiceMail } from '../../appsscript/render/invoice-mail.ts';
import { invoicePage } from '../../appsscript/render/invoice-page.ts';
import { textNotices } from '../../appsscript/render/text-notices.ts';
import { documentOf } from '../../shared/invoicing/document.ts';
import { type Sender, senderOf, signatureOf } from '../../shared/letters/sender.ts';
import { snapshotOfNumber } from '../invoicing/snapshots.ts';
import { registerOf } from '../receivables/register-of.ts';
import { SENDER, shelf } from './messages.ts';

function senderWith(texts: Readonly<Record<string, string>>): Sender {
  const settings = { companyName: 'Atelier Mérinos', texts: new Map(Object.entries(texts)) };
  return senderOf(registerOf({ settings, invoices: [] }).settings);
}

test('settings make the sender', () => {
  const sender = senderWith({
    legalForm: 'SARL',
    shareCapital: '10000',
    addressLine1: '14, quai des Tanneurs',
    postalCode: '69005',
    city: 'Lyon',
    legalId: '732 829 320',
    iban: 'fr76 3000 6000 0112 3456 7890 189',
    senderName: 'Claire Martin',
    replyTo: 'claire@merinos.example',
  });
  expect(sender).toMatchObject({
    company: 'Atelier Mérinos',
    name: 'Claire Martin',
    replyTo: 'claire@merinos.example',
    iban: 'FR7630006000011234567890189',
  });
  expect(sender.identity.fr.replace(/\s/g, ' ')).toBe(
    'Atelier Mérinos · SARL au capital de 10 000 € · 14, quai des Tanneurs, 69005 Lyon · SIREN 732 829 320',
  );
  expect(signatureOf(sender)).toBe('Claire Martin\nAtelier Mérinos');
});

test('a wrong account is none, and a firm without a person signs itself', () => {
  const sender = senderWith({ iban: 'FR76 0000', email: 'a@b.example', replyTo: 'a@b, c@d' });
  expect([sender.iban, sender.replyTo, signatureOf(sender)]).toEqual(['', 'a@b.example', 'Atelier Mérinos']);
});

test('what was sealed is what the page and the mail say, whatever the settings have become', () => {
  const snapshot = snapshotOfNumber('F2026-00001');
  const document = documentOf(snapshot, `h1:${'abcdef0123456789'.repeat(4)}`);
  const page = invoicePage(document);
  for (const said of [
    snapshot.seller.name,
    snapshot.client.name,
    'F2026-00001',
    document.total,
    document.witness,
  ]) {
    expect(page).toContain(said);
  }
  const other = { ...SENDER, iban: 'DE89370400440532013000', bic: '' };
  const { inline, text } = invoiceMail({ document, kind: 'company', sender: other, texts: shelf() });
  expect(text).toContain('FR76 3000 6000 0112 3456 7890 189');
  expect(text).not.toContain('DE89');
  expect(inline).toHaveLength(1);
});

test('names that stand for nothing are told to who writes', () => {
  expect(textNotices([], 'fr')).toEqual([]);
  expect(textNotices(['montnat', 'x'], 'fr')[0]?.text).toContain('{{montnat}}, {{x}}');
  expect(textNotices(['x'], 'en')[0]).toMatchObject({ severity: 'warning', field: '' });
});
