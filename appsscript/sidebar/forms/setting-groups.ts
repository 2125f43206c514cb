/** Settings by what they are about, in the order a newcomer fills them in. */
import type { SettingField } from '../../contract.ts';
import { say } from '../say.ts';

export type SettingGroup = { readonly title: string; readonly keys: readonly string[] };

/** @returns the groups that hold something; what no group names stands in the last */
export function settingGroups(settings: readonly SettingField[]): readonly SettingGroup[] {
  const known = new Set(GROUPS.flatMap(({ keys }) => keys));
  const has = new Set(settings.map(({ key }) => key));
  const others = settings.map(({ key }) => key).filter((key) => !known.has(key));
  const groups = GROUPS.map(({ fr, en, keys }) => ({
    title: say(fr, en),
    keys: keys.filter((key) => has.has(key)),
  }));
  return [...groups, { title: say('Autres réglages', 'Other settings'), keys: others }].filter(
    ({ keys }) => keys.length > 0,
  );
}

const GROUPS = [
  {
    fr: 'Identité légale',
    en: 'Legal identity',
    keys: words(
      'companyName legalForm shareCapital legalId registration vatNumber vatOnDebits addressLine1 addressLine2 postalCode city country email phone',
    ),
  },
  { fr: 'Banque et paiement', en: 'Bank and payment', keys: words('iban bic paymentLink paymentTerms') },
  {
    fr: 'Factures',
    en: 'Invoices',
    keys: words(
      'invoiceNumberFormat creditNoteNumberFormat operations lateInterest recoveryIndemnity earlyPaymentDiscount termsOfSaleLink receiptPage',
    ),
  },
  {
    fr: 'Messages et relances',
    en: 'Mails and reminders',
    keys: words(
      'senderName replyTo bcc sendMode thankYou minimumContactGapDays maxContactsPer30Days bankFreshnessDays reminderTolerance holidays reportRecipients',
    ),
  },
  {
    fr: 'Retards et droit',
    en: 'Late payment and law',
    keys: words(
      'lateInterestCountry associationsAre claimAfterPayment limitationYears limitationYearsConsumer',
    ),
  },
  { fr: 'Langue et calculs', en: 'Language and computing', keys: words('locale currency timeZone agedBy') },
];

function words(text: string): readonly string[] {
  return text.split(' ');
}
