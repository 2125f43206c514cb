/** Seller and client as an invoice has to name them: what is missing or wrong (CGI ann. II art. 242 nonies A, C. com. L441-9). */
import { readBic, readIban, readLegalId, readVatNumber } from '../base/identifiers.ts';
import { readEmail } from '../register/cell-emails.ts';
import type { Client, Settings } from '../register/entries.ts';
import { normaliseWord } from '../register/known-words.ts';
import { type CheckNotice, errorOn, warningOn } from './notice.ts';
import { parseNumberFormat } from './numbering.ts';

/** Whether a country's cell means France; an empty one does. */
export function isFrance(country: string): boolean {
  return ['', 'fr', 'fra', 'france', 'francemetropolitaine'].includes(normaliseWord(country));
}

/** Whether the client buys for a profession: the 40 € indemnity and penalties by law are for them only. */
export function isProfessional({ kind }: Pick<Client, 'kind'>): boolean {
  return kind === 'company' || kind === 'administration';
}

/** `EI`, `Entrepreneur individuel`, `micro-entreprise`: the law has EI stand with the name (C. com. R526-27). */
export function isSoleTrader(legalForm: string): boolean {
  return /^(ei|entrepreneurindividuel|entrepriseindividuelle|micro.*|autoentrepreneur)$/.test(
    normaliseWord(legalForm),
  );
}

/** The company's legal data, as the settings hold them. */
export function sellerNotices({ texts }: Pick<Settings, 'texts'>): readonly CheckNotice[] {
  const text = (key: string): string => texts.get(key) ?? '';
  return [
    ...missing(
      text('companyName'),
      'seller.companyName',
      'Le nom de votre entreprise',
      'Your company’s name',
    ),
    ...missing(
      text('addressLine1'),
      'seller.addressLine1',
      'L’adresse de votre siège',
      'Your company’s address',
    ),
    ...missing(text('city'), 'seller.city', 'La ville de votre siège', 'Your company’s city'),
    ...missing(
      text('postalCode'),
      'seller.postalCode',
      'Le code postal de votre siège',
      'Your company’s postal code',
    ),
    ...missing(
      text('legalForm'),
      'seller.legalForm',
      'La forme juridique (SARL, SAS, EI…)',
      'The legal form (SARL, SAS, EI…)',
    ),
    ...capitalNotices(text('legalForm'), text('shareCapital')),
    ...sellerIdNotices(text('legalId'), text('country')),
    ...vatNotices(text('vatNumber'), 'seller.vatNumber'),
    ...bankNotices(text('iban'), text('bic')),
    ...formatNotices(text('invoiceNumberFormat'), 'seller.invoiceNumberFormat'),
    ...formatNotices(text('creditNoteNumberFormat'), 'seller.creditNoteNumberFormat'),
  ];
}

function missing(text: string, field: string, fr: string, en: string): readonly CheckNotice[] {
  return text === ''
    ? [
        errorOn(
          field,
          `${fr} manque : la facture doit le porter.`,
          `${en} is missing: the invoice has to show it.`,
        ),
      ]
    : [];
}

const WITH_CAPITAL = /^(sarl|eurl|sas|sasu|sa|sca|selarl|selas|scop)$/;

function capitalNotices(legalForm: string, capital: string): readonly CheckNotice[] {
  if (capital !== '' || !WITH_CAPITAL.test(normaliseWord(legalForm))) return [];
  return [
    warningOn(
      'seller.shareCapital',
      `Une ${legalForm} indique son capital social sur ses factures.`,
      `A ${legalForm} states its share capital on its invoices.`,
    ),
  ];
}

function sellerIdNotices(legalId: string, country: string): readonly CheckNotice[] {
  if (legalId === '') {
    return missing(
      legalId,
      'seller.legalId',
      'Votre numéro SIREN ou SIRET',
      'Your legal id (SIREN or SIRET)',
    );
  }
  return isFrance(country) ? legalIdNotices(legalId, 'seller.legalId') : [];
}

/** @returns the notices on a French legal id that is not empty */
export function legalIdNotices(legalId: string, field: string): readonly CheckNotice[] {
  const read = readLegalId(legalId);
  if (read.ok) return [];
  return read.error === 'legalId/key'
    ? [
        errorOn(
          field,
          `La clé de ${legalId} est fausse : vérifiez ce SIREN ou SIRET.`,
          `The check digit of ${legalId} is wrong: check this SIREN or SIRET.`,
        ),
      ]
    : [errorOn(field, 'Un SIREN a 9 chiffres, un SIRET 14.', 'A SIREN has 9 digits, a SIRET 14.')];
}

/** Of a VAT number outside the EU nothing is said. */
export function vatNotices(vatNumber: string, field: string): readonly CheckNotice[] {
  const read = vatNumber === '' ? null : readVatNumber(vatNumber);
  if (read === null || read.ok || read.error === 'vatNumber/country') return [];
  return read.error === 'vatNumber/key'
    ? [
        errorOn(
          field,
          `La clé du n° de TVA ${vatNumber} est fausse.`,
          `The key of VAT number ${vatNumber} is wrong.`,
        ),
      ]
    : [
        errorOn(
          field,
          `Le n° de TVA ${vatNumber} n’a pas la forme de son pays.`,
          `VAT number ${vatNumber} does not have its country’s form.`,
        ),
      ];
}

function bankNotices(iban: string, bic: string): readonly CheckNotice[] {
  const notices: CheckNotice[] = [];
  if (iban === '') {
    notices.push(
      warningOn(
        'seller.iban',
        'Sans IBAN, la facture ne dit pas où payer.',
        'Without an IBAN the invoice does not say where to pay.',
      ),
    );
  } else if (!readIban(iban).ok) {
    notices.push(
      errorOn(
        'seller.iban',
        'Cet IBAN est faux : vérifiez chaque caractère.',
        'This IBAN is wrong: check each character.',
      ),
    );
  }
  if (bic !== '' && !readBic(bic).ok) {
    notices.push(
      errorOn(
        'seller.bic',
        'Un BIC a 8 ou 11 caractères, comme AGRIFRPP.',
        'A BIC has 8 or 11 characters, such as AGRIFRPP.',
      ),
    );
  }
  return notices;
}

function formatNotices(format: string, field: string): readonly CheckNotice[] {
  if (format === '' || parseNumberFormat(format).ok) return [];
  return [
    errorOn(
      field,
      'Ce format de numéro ne convient pas : écrivez par exemple F{YYYY}-{00000} (lettres sans accent, chiffres, - _ / +).',
      'This number format will not do: write F{YYYY}-{00000}, for instance (plain letters, digits, - _ / +).',
    ),
  ];
}

/** The client an invoice is for. */
export function clientNotices(client: Client): readonly CheckNotice[] {
  const isFrench = isFrance(client.country);
  return [
    ...missing(client.name, 'client.name', 'Le nom du client', 'The client’s name'),
    ...missing(client.addressLine1, 'client.addressLine1', 'L’adresse du client', 'The client’s address'),
    ...missing(client.city, 'client.city', 'La ville du client', 'The client’s city'),
    ...(isFrench
      ? missing(
          client.postalCode,
          'client.postalCode',
          'Le code postal du client',
          'The client’s postal code',
        )
      : []),
    ...(isFrench ? clientIdNotices(client) : []),
    ...vatNotices(client.vatNumber, 'client.vatNumber'),
    ...emailNotices(client.email),
  ];
}

function clientIdNotices(client: Client): readonly CheckNotice[] {
  if (client.legalId !== '') return legalIdNotices(client.legalId, 'client.legalId');
  return isProfessional(client)
    ? [
        warningOn(
          'client.legalId',
          'Le SIREN du client manque : il devient obligatoire sur les factures entre professionnels.',
          'The client’s SIREN is missing: invoices between businesses will have to show it.',
        ),
      ]
    : [];
}

function emailNotices(email: string): readonly CheckNotice[] {
  if (email === '') {
    return [
      warningOn(
        'client.email',
        'Sans courriel, la facture sera émise mais pas envoyée.',
        'Without an email address the invoice is issued but not sent.',
      ),
    ];
  }
  return readEmail(email).ok
    ? []
    : [errorOn('client.email', 'Ce courriel n’est pas une adresse.', 'This is not an email address.')];
}
