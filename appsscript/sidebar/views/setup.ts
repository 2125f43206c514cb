/** Setting up: the tabs first, then who the firm is and how it invoices. Both may be done again at any time. */
import type { SettingField, SetUpDone } from '../../contract.ts';
import { button, el, fill, folded, paragraph, section } from '../dom.ts';
import type { Field } from '../fields.ts';
import { choiceField, textField } from '../forms/field-kinds.ts';
import { settingGroups } from '../forms/setting-groups.ts';
import { act, banner, focusWrong, guard, load, markField, noticeLists, type Page, tell } from '../page.ts';
import { say } from '../say.ts';

export function showSetup(page: Page): void {
  const settings = el('div', { class: 'part' });
  const result = el('div', { role: 'status' });
  const read = (): void => {
    load(page, 'ui_settings', {}, (fields) => showSettings(page, fields, settings), settings);
  };
  const setUp = button(
    say('Créer ou compléter les onglets', 'Make or complete the tabs'),
    () =>
      act(page, 'ui_setUp', {}, (done) => {
        fill(result, ...doneTexts(done));
        read();
      }),
    'primary',
  );
  const promise = say(
    'Rien de ce que vous avez écrit n’est effacé ni déplacé.',
    'Nothing you have written is erased or moved.',
  );
  fill(
    page.root,
    section(say('1. Les onglets', '1. The tabs'), el('p', { class: 'help' }, promise), setUp, result),
    settings,
  );
  guard(page);
  read();
}

function doneTexts({ made, completed, notices }: SetUpDone): readonly (HTMLElement | null)[] {
  const named = (label: string, names: readonly string[]): HTMLElement | null =>
    names.length === 0 ? null : el('p', {}, `${label} ${names.join(', ')}`);
  const nothing = made.length + completed.length === 0;
  return [
    el(
      'div',
      { class: 'banner good' },
      named(say('Créés :', 'Made:'), made),
      named(say('Complétés :', 'Completed:'), completed),
      nothing ? paragraph(say('Tout était déjà en place.', 'Everything was in place.')) : null,
    ),
    ...noticeLists(notices),
  ];
}

function showSettings(page: Page, settings: readonly SettingField[], into: HTMLElement): void {
  if (settings.length === 0) {
    fill(page.actions);
    fill(into, banner('note', say('Créez d’abord les onglets.', 'Make the tabs first.')));
    return;
  }
  const fields = new Map(settings.map((setting) => [setting.key, fieldOf(setting)]));
  const groups = settingGroups(settings).map(({ title, keys }) => {
    const nodes = keys.flatMap((key) => fields.get(key)?.node ?? []);
    return folded(title, el('div', { class: 'form' }, ...nodes));
  });
  if (groups[0]) groups[0].open = true;
  fill(into, section(say('2. Votre entreprise et vos réglages', '2. Your company and settings'), ...groups));
  const save = (): void => {
    const values = Object.fromEntries([...fields].map(([key, field]) => [key, field.value()]));
    act(page, 'ui_saveSettings', { values }, (notices) => {
      const apart = notices.filter((notice) => !markField(page.root, notice));
      const saved = say('Réglages enregistrés.', 'Settings saved.');
      const but = say(
        'Réglages enregistrés ; certains restent à vérifier.',
        'Settings saved; some are to be checked.',
      );
      tell(page, 'good', notices.length > 0 ? but : saved, ...noticeLists(apart));
      focusWrong(page.root);
    });
  };
  fill(page.actions, button(say('Enregistrer les réglages', 'Save the settings'), save, 'primary'));
}

function fieldOf({ key, label, value, help, required, choices }: SettingField): Field {
  const options = { required, help };
  if (choices.length === 0) return textField(key, label, value, options);
  const empty = required && value !== '' ? [] : [{ key: '', label: '—' }];
  return choiceField(key, label, value, [...empty, ...choices], options);
}
