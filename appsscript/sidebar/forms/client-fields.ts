/** The fields of a client's form, and what they hold. */
import type { ClientFields } from '../../contract.ts';
import type { Field } from '../fields.ts';
import { language, say } from '../say.ts';
import { choiceField, dayField, longField, numberField, textField } from './field-kinds.ts';

type Key = keyof ClientFields;
export type FieldsOfClient = Readonly<Record<Key, Field>>;
type Was = (key: Key) => string;

const HALF = { half: true };

/** @param client missing for a new one */
export function clientFields(client: ClientFields | undefined): FieldsOfClient {
  const was: Was = (key) => client?.[key] ?? '';
  return { ...identity(was), ...address(was), ...terms(was) };
}

function identity(was: Was) {
  return {
    name: textField('name', say('Nom', 'Name'), was('name'), { required: true }),
    code: textField('code', 'Code', was('code'), { required: true, half: true }),
    kind: choiceField('kind', say('Type', 'Kind'), was('kind') || 'company', kinds(), HALF),
    legalId: textField('legalId', say('SIREN ou SIRET', 'SIREN or SIRET'), was('legalId'), HALF),
    vatNumber: textField('vatNumber', say('N° de TVA', 'VAT number'), was('vatNumber'), HALF),
    contact: textField('contact', say('Interlocuteur', 'Contact'), was('contact'), {
      help: say('Qui s’occupe des paiements.', 'Who looks after payments.'),
    }),
    email: textField('email', say('Courriel de facturation', 'Billing email'), was('email'), {
      type: 'email',
    }),
    cc: textField('cc', say('Copie à', 'Copy to'), was('cc')),
    phone: textField('phone', say('Téléphone', 'Phone'), was('phone'), { type: 'tel' }),
  };
}

function address(was: Was) {
  return {
    addressLine1: textField('addressLine1', say('Adresse', 'Address'), was('addressLine1')),
    addressLine2: textField('addressLine2', say('Complément', 'Address line 2'), was('addressLine2')),
    postalCode: textField('postalCode', say('Code postal', 'Postal code'), was('postalCode'), HALF),
    city: textField('city', say('Ville', 'City'), was('city'), HALF),
    country: textField('country', say('Pays', 'Country'), was('country'), HALF),
    language: choiceField(
      'language',
      say('Langue', 'Language'),
      was('language') || language(),
      languages(),
      HALF,
    ),
  };
}

function terms(was: Was) {
  const help = say(
    'Par exemple : 30 jours fin de mois. Vide : celles des réglages.',
    'Such as: 30 days, EOM. Empty: those of the settings.',
  );
  return {
    paymentTerms: textField(
      'paymentTerms',
      say('Conditions de paiement', 'Payment terms'),
      was('paymentTerms'),
      { help },
    ),
    creditLimit: numberField(
      'creditLimit',
      say('Plafond de crédit', 'Credit limit'),
      was('creditLimit'),
      HALF,
    ),
    maximumTermDays: numberField(
      'maximumTermDays',
      say('Délai maximal (j)', 'Longest term (days)'),
      was('maximumTermDays'),
      HALF,
    ),
    calendar: textField('calendar', say('Calendrier', 'Calendar'), was('calendar'), HALF),
    owner: textField('owner', say('Responsable', 'Owner'), was('owner'), HALF),
    iban: textField('iban', 'IBAN', was('iban'), {
      help: say(
        'Du compte qui paie : ses virements sont reconnus.',
        'Of the account it pays from: its transfers are known by it.',
      ),
    }),
    ...suspension(was),
    notes: longField('notes', 'Notes', was('notes')),
  };
}

function suspension(was: Was) {
  return {
    holdUntil: dayField('holdUntil', say('Suspendu jusqu’au', 'On hold until'), was('holdUntil'), HALF),
    holdReason: textField('holdReason', say('Motif', 'Reason'), was('holdReason'), HALF),
    insolvencyOn: dayField(
      'insolvencyOn',
      say('Procédure collective ouverte le', 'Insolvency opened on'),
      was('insolvencyOn'),
      {
        help: say(
          'Jour du jugement : les relances cessent, la créance se déclare.',
          'The court’s day: reminders end, the debt is to be lodged.',
        ),
      },
    ),
  };
}

function kinds() {
  return [
    { key: 'company', label: say('Entreprise', 'Company') },
    { key: 'individual', label: say('Particulier', 'Individual') },
    { key: 'association', label: say('Association', 'Association') },
    { key: 'administration', label: say('Administration', 'Administration') },
  ];
}

function languages() {
  return [
    { key: 'fr', label: say('Français', 'French') },
    { key: 'en', label: say('Anglais', 'English') },
  ];
}

/** What the script is given. */
export function clientValues(fields: FieldsOfClient): ClientFields {
  const text = (key: Key): string => fields[key].value();
  const kind = (['company', 'individual', 'association', 'administration'] as const).find(
    (one) => one === text('kind'),
  );
  return {
    code: text('code'),
    name: text('name'),
    kind: kind ?? 'company',
    legalId: text('legalId'),
    vatNumber: text('vatNumber'),
    addressLine1: text('addressLine1'),
    addressLine2: text('addressLine2'),
    postalCode: text('postalCode'),
    city: text('city'),
    country: text('country'),
    language: text('language') === 'en' ? 'en' : 'fr',
    contact: text('contact'),
    email: text('email'),
    cc: text('cc'),
    phone: text('phone'),
    iban: text('iban'),
    paymentTerms: text('paymentTerms'),
    creditLimit: text('creditLimit'),
    maximumTermDays: text('maximumTermDays'),
    calendar: text('calendar'),
    holdUntil: text('holdUntil'),
    holdReason: text('holdReason'),
    insolvencyOn: text('insolvencyOn'),
    owner: text('owner'),
    notes: text('notes'),
  };
}
