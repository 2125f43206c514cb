/** The settings, read and saved by key: each value is judged before any is written. */

import { civilDate, type DayNumber } from '../../../shared/base/civil-date.ts';
import { readBic, readIban } from '../../../shared/base/identifiers.ts';
import type { Language, Words } from '../../../shared/base/words.ts';
import { type CheckNotice, errorOn, warningOn } from '../../../shared/invoicing/notice.ts';
import { parseNumberFormat } from '../../../shared/invoicing/numbering.ts';
import { isFrance, legalIdNotices, sellerNotices, vatNotices } from '../../../shared/invoicing/parties.ts';
import { SEALED_SETTINGS } from '../../../shared/invoicing/sealed-settings.ts';
import { knownRates } from '../../../shared/law/known-rates.ts';
import { lawNotices } from '../../../shared/law/law-notices.ts';
import { readChoice } from '../../../shared/register/cell-choices.ts';
import { knownWords } from '../../../shared/register/known-words.ts';
import { settingFault, settingsOf } from '../../../shared/register/reading/read-settings.ts';
import { SETTINGS } from '../../../shared/register/settings.ts';
import { type SettingPlan, settingPlans } from '../../../shared/register/tabs/setting-plan.ts';
import type { Answer, Notice, SettingField } from '../../contract.ts';
import type { World } from '../../world.ts';
import {
  answered,
  appendRows,
  cellOf,
  type Row,
  refused,
  type TabView,
  tableOf,
  textOf,
  underLock,
} from '../frame.ts';
import { sealSettings } from '../issue/seal-changes.ts';
import { mailsByItself } from '../send-mode.ts';
import { SEEN_PROPERTY } from '../view/outlook.ts';
import { noticesIn } from './drafting.ts';
import { type RowAt, writeRows } from './write-rows.ts';

const NOT_SAVED: Words = {
  fr: 'Aucun réglage n’est enregistré : corrigez ces champs.',
  en: 'No setting is saved: correct these fields.',
};

/** Every setting as the form shows it. */
export function settingsAction(world: World): Answer<readonly SettingField[]> {
  const view = tableOf(world, 'settings');
  if (!view.ok) return view;
  const rows = rowsByKey(view.value);
  const { language } = world.sheet;
  return answered(
    settingPlans().map((plan) => fieldOf(plan, valueAt(view.value, rows.get(plan.key)), language)),
  );
}

function valueAt(view: TabView, row: number | undefined): string {
  return row === undefined ? '' : textOf(view, row, 'value');
}

/** Of a choice the form holds the key, whatever the words in the cell. */
function fieldOf(plan: SettingPlan, text: string, language: Language): SettingField {
  const choice = plan.choices.length > 0 && text !== '' ? readChoice(text, plan.choices) : null;
  return {
    key: plan.key,
    label: plan.words[language],
    value: choice?.ok ? choice.value : text,
    help: plan.help[language],
    required: plan.required,
    choices: plan.choices.map(({ key, words }) => ({ key, label: words[language] })),
  };
}

const settingNamed = knownWords(SETTINGS.map(({ key, words }) => [key, words]));

/** The row of each setting; of rows that name the same one the first stands. */
function rowsByKey(view: TabView): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  for (let row = 2; row <= view.grid.length; row++) {
    const key = settingNamed(textOf(view, row, 'key'));
    if (key !== undefined && !rows.has(key)) rows.set(key, row);
  }
  return rows;
}

/** Saves what is given, and answers what is still missing or doubtful. One wrong value, and nothing is written. */
export function saveSettingsAction(
  world: World,
  { values }: { readonly values: Readonly<Record<string, string>> },
): Answer<readonly Notice[]> {
  return underLock(world, () => {
    const view = tableOf(world, 'settings');
    if (!view.ok) return view;
    const { language } = world.sheet;
    const country = values.country ?? valueAt(view.value, rowsByKey(view.value).get('country'));
    const wrong = [
      ...Object.entries(values).flatMap(([key, value]) => valueNotices(key, value, country)),
      ...unseenNotices(world, view.value, values),
    ];
    return wrong.length > 0
      ? refused(NOT_SAVED[language], noticesIn(wrong, language))
      : answered(writeSettings(world, view.value, values));
  });
}

/** What leaves by itself is looked at first: on the day it is switched on, somebody has seen what would go out. */
function unseenNotices(
  world: World,
  view: TabView,
  { sendMode }: Readonly<Record<string, string>>,
): readonly CheckNotice[] {
  const before = new Map([['sendMode', valueAt(view, rowsByKey(view).get('sendMode'))]]);
  if (sendMode === undefined || mailsByItself({ texts: before })) return [];
  if (!mailsByItself({ texts: new Map([['sendMode', sendMode]]) })) return [];
  const seenOn = world.properties.read().get(SEEN_PROPERTY) ?? '';
  return seenOn === civilDate(world.now().day) ? [] : [UNSEEN];
}

const UNSEEN = errorOn(
  'sendMode',
  'Regardez d’abord ce qui partirait : menu Encaisse, « Ce qui partira (30 jours) », puis enregistrez.',
  'Look first at what would go out: Encaisse menu, “What will go out (30 days)”, then save.',
);

function valueNotices(key: string, value: string, country: string): readonly CheckNotice[] {
  if (!SETTINGS.some((setting) => setting.key === key)) {
    return [errorOn(key, 'Ce réglage n’existe pas.', 'There is no such setting.')];
  }
  if (value === '') return [];
  const fault = settingFault(key, value);
  if (fault !== null) {
    const [fr, en = fr] = fault.detail.split(' | ');
    const example: Words = fr === '' ? { fr: '', en: '' } : { fr: ` : ${fr}`, en: `: ${en}` };
    return [
      errorOn(key, `Cette valeur ne convient pas${example.fr}.`, `This value will not do${example.en}.`),
    ];
  }
  return identifierNotices(key, value, country);
}

function identifierNotices(key: string, value: string, country: string): readonly CheckNotice[] {
  switch (key) {
    case 'legalId':
      return isFrance(country) ? legalIdNotices(value, key) : [];
    case 'vatNumber':
      return vatNotices(value, key);
    case 'iban':
      return readIban(value).ok
        ? []
        : [
            errorOn(
              key,
              'Cet IBAN est faux : vérifiez chaque caractère.',
              'This IBAN is wrong: check each character.',
            ),
          ];
    case 'bic':
      return readBic(value).ok
        ? []
        : [errorOn(key, 'Un BIC a 8 ou 11 caractères.', 'A BIC has 8 or 11 characters.')];
    case 'invoiceNumberFormat':
    case 'creditNoteNumberFormat':
      return parseNumberFormat(value).ok
        ? []
        : [errorOn(key, 'Écrivez par exemple F{YYYY}-{00000}.', 'Write F{YYYY}-{00000}, for instance.')];
    case 'paymentLink':
    case 'termsOfSaleLink':
    case 'receiptPage':
      return /^https:\/\/\S+$/i.test(value) ? [] : [notAnAddress(key)];
    default:
      return [];
  }
}

function notAnAddress(key: string): CheckNotice {
  return errorOn(
    key,
    'Une adresse qui commence par https:// est attendue.',
    'An address that begins with https:// is expected.',
  );
}

function writeSettings(
  world: World,
  view: TabView,
  values: Readonly<Record<string, string>>,
): readonly Notice[] {
  const { language } = world.sheet;
  const known = rowsByKey(view);
  const changed: RowAt[] = [];
  const added: Row[] = [];
  for (const plan of settingPlans()) {
    const value = values[plan.key];
    if (value === undefined) continue;
    const row = known.get(plan.key);
    const written = wordOf(plan, value, language);
    if (row === undefined) {
      if (value !== '') added.push({ key: plan.words[language], value: written });
    } else if (textOf(view, row, 'value') !== written || typeof cellOf(view, row, 'value') !== 'string') {
      changed.push({ row, values: { value: written === '' ? null : written } });
    }
  }
  if (changed.length > 0) writeRows(world, view, changed);
  appendRows(world, view, added);
  const texts = textsAfter(view, known, values);
  const isOther = (key: string): boolean => key in values && values[key] !== valueAt(view, known.get(key));
  if (SEALED_SETTINGS.some(isOther)) sealSettings(world, { texts });
  const law = lawWarnings(texts, values, world.now().day);
  return noticesIn([...settingNotices(texts), ...changedFormat(view, known, values), ...law], language);
}

function wordOf({ choices }: SettingPlan, value: string, language: Language): string {
  const choice = value === '' ? null : readChoice(value, choices);
  if (choice === null || !choice.ok) return value;
  return choices.find(({ key }) => key === choice.value)?.words[language] ?? value;
}

/** The settings as they stand once these are saved. */
function textsAfter(
  view: TabView,
  known: ReadonlyMap<string, number>,
  values: Readonly<Record<string, string>>,
): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const { key } of SETTINGS) {
    const text = values[key] ?? valueAt(view, known.get(key));
    if (text !== '') texts.set(key, text);
  }
  return texts;
}

/** What an invoice would still lack; the form's fields carry the settings' own names. */
function settingNotices(texts: ReadonlyMap<string, string>): readonly CheckNotice[] {
  return sellerNotices({ texts }).map((notice) => ({
    ...notice,
    field: notice.field.replace(/^seller\./, ''),
  }));
}

/** What the law says to the values just saved: a rate under its floor, a country whose rules are not known. */
function lawWarnings(
  texts: ReadonlyMap<string, string>,
  values: Readonly<Record<string, string>>,
  today: DayNumber,
): readonly CheckNotice[] {
  const settings = settingsOf({ texts: new Map(texts), rows: new Map() });
  const notices = lawNotices({ settings, clients: [], rates: knownRates(settings.language) }, today);
  return notices
    .filter(({ setting }) => setting in values || (setting === 'lateInterestCountry' && 'country' in values))
    .map(({ setting, words }) => warningOn(setting, words.fr, words.en));
}

function changedFormat(
  view: TabView,
  known: ReadonlyMap<string, number>,
  values: Readonly<Record<string, string>>,
): readonly CheckNotice[] {
  return ['invoiceNumberFormat', 'creditNoteNumberFormat']
    .filter((key) => {
      const before = valueAt(view, known.get(key));
      return before !== '' && values[key] !== undefined && values[key] !== before;
    })
    .map((key) =>
      warningOn(
        key,
        'Un nouveau format commence une nouvelle série : gardez-le au moins jusqu’à la fin de l’exercice.',
        'A new format begins a new series: keep it at least until the end of the financial year.',
      ),
    );
}
