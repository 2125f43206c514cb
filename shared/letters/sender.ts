/** Who writes: what the settings say of the firm, as messages show it. */
import { readIban } from '../base/identifiers.ts';
import type { Language } from '../base/words.ts';
import { capitalText, ibanText, legalIdText, vatNumberText } from '../invoicing/document-words.ts';
import { readEmail } from '../register/cell-emails.ts';
import type { Settings } from '../register/entries.ts';

export type Sender = {
  readonly company: string;
  readonly name: string; // a person's, or the firm's
  readonly replyTo: string; // empty where none is right
  readonly phone: string;
  readonly iban: string; // without spaces; empty where none is right
  readonly bic: string;
  readonly paymentLink: string; // with `{number}` and `{amount}`
  readonly identity: Readonly<Record<Language, string>>; // the firm in one line
};

/** The firm as a message names it. An account or address that is not valid counts as none: money never goes where nobody can be sure. */
export function senderOf({ companyName, texts }: Settings): Sender {
  const text = (key: string): string => (texts.get(key) ?? '').trim();
  const iban = readIban(text('iban'));
  const address = [text('replyTo'), text('email')].map(readEmail).find(({ ok }) => ok);
  return {
    company: companyName,
    name: text('senderName') || companyName,
    replyTo: address?.ok ? address.value : '',
    phone: text('phone'),
    iban: iban.ok ? iban.value : '',
    bic: text('bic'),
    paymentLink: text('paymentLink'),
    identity: { fr: identityOf(companyName, text, 'fr'), en: identityOf(companyName, text, 'en') },
  };
}

function identityOf(company: string, text: (key: string) => string, language: Language): string {
  const place = `${text('postalCode')} ${text('city')}`.trim();
  const parts = [
    company,
    text('legalForm') === '' ? '' : capitalText(text('legalForm'), text('shareCapital'), language),
    [text('addressLine1'), text('addressLine2'), place].filter((line) => line !== '').join(', '),
    text('legalId') === '' ? '' : legalIdText(text('legalId').replace(/[\s.]/g, ''), language),
    text('vatNumber') === '' ? '' : vatNumberText(text('vatNumber'), language),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

/** As the settings' IBAN is printed. */
export function ibanOf({ iban }: Sender): string {
  return ibanText(iban);
}

/** A person's name, and below it the firm's where it is another. */
export function signatureOf({ company, name }: Sender): string {
  return name === company ? company : `${name}\n${company}`;
}
