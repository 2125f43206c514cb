/** The form of a client: mended on its card, or filled in for a new one. */
import type { ClientCard } from '../../contract.ts';
import { button, foldedForm, form } from '../dom.ts';
import { allSound, markWrong } from '../fields.ts';
import { act, guard, type Page, tell } from '../page.ts';
import { say } from '../say.ts';
import { clientFields, clientValues, type FieldsOfClient } from './client-fields.ts';

const FIRST = ['name', 'code', 'kind', 'legalId', 'vatNumber', 'contact', 'email', 'cc', 'phone'] as const;
const ADDRESS = ['addressLine1', 'addressLine2', 'postalCode', 'city', 'country', 'language'] as const;
const TERMS = [
  'paymentTerms',
  'creditLimit',
  'maximumTermDays',
  'calendar',
  'owner',
  'iban',
  'notes',
] as const;
const HOLDS = ['holdUntil', 'holdReason', 'insolvencyOn'] as const;

/** @param card missing for a new client; @param taken codes, in small letters, that a new client may not have */
export function clientForm(
  page: Page,
  card: ClientCard | undefined,
  taken: ReadonlySet<string>,
  saved: (card: ClientCard) => void,
): HTMLElement {
  const fields = clientFields(card?.fields);
  const nodes = (keys: readonly (keyof FieldsOfClient)[]) => keys.map((key) => fields[key].node);
  if (card) fields.code.control.setAttribute('readonly', '');
  else proposeCode(fields, taken);
  guard(page);
  const save = (): void => {
    if (!allSound(Object.values(fields)) || !isFree(fields, taken)) return;
    act(page, 'ui_saveClient', clientValues(fields), (next) => {
      saved(next);
      tell(page, 'good', say('Fiche enregistrée.', 'Card saved.'));
    });
  };
  return form(
    ...nodes(FIRST),
    foldedForm(say('Adresse', 'Address'), ...nodes(ADDRESS)),
    foldedForm(say('Conditions et suivi', 'Terms and follow-up'), ...nodes(TERMS)),
    foldedForm(say('Suspension, procédure collective', 'Hold, insolvency'), ...nodes(HOLDS)),
    button(say('Enregistrer la fiche', 'Save the card'), save, 'primary'),
  );
}

/** Saving under another client's code would write over that client. */
function isFree({ code }: FieldsOfClient, taken: ReadonlySet<string>): boolean {
  if (!taken.has(code.value().toLowerCase())) return true;
  markWrong(code.control, say('Ce code est déjà pris', 'This code is taken'));
  code.control.focus();
  return false;
}

/** Until one writes a code, it follows the name. */
function proposeCode({ name, code }: FieldsOfClient, taken: ReadonlySet<string>): void {
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
