/** The fields of a client. */
import type { ClientCard, ClientFields } from '../contract.ts';
import { button, el, folded } from './dom.ts';
import { choiceField, longField, numberField, textField } from './field-kinds.ts';
import { allSound, type Field, markWrong } from './fields.ts';
import { act, guard, type Page, tell } from './page.ts';
import { language, say } from './say.ts';

type Key = keyof ClientFields;
type Fields = Readonly<Record<Key, Field>>;

/** @param card missing for a new client; @param taken codes, in small letters, that a new client may not have */
export function clientForm(
  page: Page,
  card: ClientCard | undefined,
  taken: ReadonlySet<string>,
  saved: (card: ClientCard) => void,
): HTMLElement {
  const fields = fieldsOf(card?.fields);
  if (card) fields.code.control.setAttribute('readonly', '');
  else proposeCode(fields, taken);
  guard(page);
  const save = (): void => {
    if (!allSound(Object.values(fields))) return;
    if (taken.has(fields.code.value().toLowerCase())) {
      markWrong(fields.code.control, say('Ce code est déjà pris', 'This code is taken'));
      fields.code.control.focus();
      return;
    }
    act(page, 'ui_saveClient', valuesOf(fields), (next) => {
      saved(next);
      tell(page, 'good', say('Fiche enregistrée.', 'Card saved.'));
    });
  };
  return el(
    'form',
    { class: 'form', novalidate: true },
    ...(['name', 'code', 'kind', 'legalId', 'vatNumber', 'email', 'cc', 'phone'] as const).map(
      (key) => fields[key].node,
    ),
    folded(
      say('Adresse', 'Address'),
      el(
        'div',
        { class: 'form' },
        ...(['addressLine1', 'addressLine2', 'postalCode', 'city', 'country', 'language'] as const).map(
          (key) => fields[key].node,
        ),
      ),
    ),
    folded(
      say('Conditions et suivi', 'Terms and follow-up'),
      el(
        'div',
        { class: 'form' },
        ...(['paymentTerms', 'creditLimit', 'calendar', 'owner', 'notes'] as const).map(
          (key) => fields[key].node,
        ),
      ),
    ),
    button(say('Enregistrer la fiche', 'Save the card'), save, 'primary'),
  );
}

function fieldsOf(client: ClientFields | undefined): Fields {
  const was = (key: Key): string => client?.[key] ?? '';
  const half = { half: true };
  return {
    name: textField('name', say('Nom', 'Name'), was('name'), { required: true }),
    code: textField('code', say('Code', 'Code'), was('code'), { required: true, half: true }),
    kind: choiceField('kind', say('Type', 'Kind'), client?.kind ?? 'company', kinds(), half),
    legalId: textField('legalId', say('SIREN ou SIRET', 'SIREN or SIRET'), was('legalId'), half),
    vatNumber: textField('vatNumber', say('N° de TVA', 'VAT number'), was('vatNumber'), half),
    email: textField('email', say('Courriel de facturation', 'Billing email'), was('email'), {
      type: 'email',
    }),
    cc: textField('cc', say('Copie à', 'Copy to'), was('cc')),
    phone: textField('phone', say('Téléphone', 'Phone'), was('phone'), { type: 'tel' }),
    addressLine1: textField('addressLine1', say('Adresse', 'Address'), was('addressLine1')),
    addressLine2: textField('addressLine2', say('Complément', 'Address line 2'), was('addressLine2')),
    postalCode: textField('postalCode', say('Code postal', 'Postal code'), was('postalCode'), half),
    city: textField('city', say('Ville', 'City'), was('city'), half),
    country: textField('country', say('Pays', 'Country'), was('country'), half),
    language: choiceField(
      'language',
      say('Langue', 'Language'),
      client?.language ?? language(),
      languages(),
      half,
    ),
    paymentTerms: textField(
      'paymentTerms',
      say('Conditions de paiement', 'Payment terms'),
      was('paymentTerms'),
      {
        help: say(
          'Par exemple : 30 jours fin de mois. Vide : celles des réglages.',
          'Such as: 30 days, EOM. Empty: those of the settings.',
        ),
      },
    ),
    creditLimit: numberField(
      'creditLimit',
      say('Plafond de crédit', 'Credit limit'),
      was('creditLimit'),
      half,
    ),
    calendar: textField('calendar', say('Calendrier', 'Calendar'), was('calendar'), half),
    owner: textField('owner', say('Responsable', 'Owner'), was('owner')),
    notes: longField('notes', say('Notes', 'Notes'), was('notes')),
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

/** Until one writes a code, it follows the name. */
function proposeCode({ name, code }: Fields, taken: ReadonlySet<string>): void {
  const typed = { code: false };
  code.control.addEventListener('input', () => {
    typed.code = code.value() !== '';
  });
  name.control.addEventListener('input', () => {
    if (!typed.code) code.put(freeCode(name.value(), taken));
  });
}

function freeCode(name: string, taken: ReadonlySet<string>): string {
  const plain = name.normalize('NFD').replace(/[^A-Za-z0-9]/g, '');
  const start = plain.toUpperCase().slice(0, 8);
  let code = start;
  for (let next = 2; taken.has(code.toLowerCase()) && code !== ''; next += 1) code = `${start}${next}`;
  return code;
}

function valuesOf(fields: Fields): ClientFields {
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
    email: text('email'),
    cc: text('cc'),
    phone: text('phone'),
    paymentTerms: text('paymentTerms'),
    creditLimit: text('creditLimit'),
    calendar: text('calendar'),
    owner: text('owner'),
    notes: text('notes'),
  };
}
