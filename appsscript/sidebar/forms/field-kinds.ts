/** Kinds of fields: texts, days, choices, numbers, yes or no. */

import { el } from '../dom.ts';
import { type Field, type FieldOptions, fieldOf, markWrong, missing } from '../fields.ts';
import { digitsOf } from '../money-text.ts';
import { language, say } from '../say.ts';
import { decimalsOf, parseDecimal, shownDecimal } from './decimals.ts';

export function textField(
  name: string,
  label: string,
  value: string,
  options: FieldOptions & { readonly type?: 'text' | 'email' | 'tel' } = {},
): Field {
  const input = el('input', { type: options.type ?? 'text', autocomplete: 'off', spellcheck: 'false' });
  return fieldOf(name, label, input, value, options);
}

export function longField(name: string, label: string, value: string, options: FieldOptions = {}): Field {
  return fieldOf(name, label, el('textarea', { rows: 2 }), value, options);
}

export function dayField(name: string, label: string, value: string, options: FieldOptions = {}): Field {
  const input = el('input', { type: 'date', min: '1900-01-01', max: '2199-12-31' });
  return fieldOf(name, label, input, value, options);
}

export type Choice = { readonly key: string; readonly label: string };

export function choiceField(
  name: string,
  label: string,
  value: string,
  choices: readonly Choice[],
  options: FieldOptions = {},
): Field {
  const known = choices.some(({ key }) => key === value) || value === '';
  const all = known ? choices : [...choices, { key: value, label: value }];
  const select = el('select', {}, ...all.map((one) => el('option', { value: one.key }, one.label)));
  return fieldOf(name, label, select, value, options);
}

type NumberOptions = FieldOptions & {
  readonly currency?: () => string; // money of this currency: its decimals, no more
  readonly change?: () => void;
};

/** A number as people write it; its value is the plain decimal text. Shown again in good form when left. */
export function numberField(name: string, label: string, value: string, options: NumberOptions = {}): Field {
  const input = el('input', { type: 'text', inputmode: 'decimal', autocomplete: 'off', class: 'number' });
  const currency = () => options.currency?.() ?? '';
  const least = () => (options.currency ? digitsOf(currency()) : 0);
  const plain = () => parseDecimal(input.value, language());
  const shown = (text: string) => (text === '' ? '' : shownDecimal(text, least(), language()));
  const problem = () => {
    if (input.value.trim() === '') return options.required === true ? missing() : '';
    return numberProblem(plain(), options.currency ? least() : undefined);
  };
  input.addEventListener('change', () => {
    const wrong = problem();
    if (wrong !== '') markWrong(input, wrong);
    else input.value = shown(plain() ?? '');
  });
  const field = fieldOf(name, label, input, shown(value), options);
  return {
    ...field,
    problem,
    value: () => plain() ?? '',
    put: (text) => field.put(shown(text)),
  };
}

function numberProblem(plain: string | undefined, decimals: number | undefined): string {
  if (plain === undefined) {
    return say('Nombre attendu, par exemple 1 234,56', 'A number is expected, such as 1,234.56');
  }
  if (decimals === undefined || decimalsOf(plain) <= decimals) return '';
  return say(`${decimals} décimales au plus`, `At most ${decimals} decimals`);
}

export type Flag = {
  readonly node: HTMLElement;
  readonly on: () => boolean;
  readonly control: HTMLInputElement;
};

/** A box to tick, its words beside it. */
export function flagField(label: string, on: boolean, kind: 'check' | 'switch' = 'check'): Flag {
  const control = el('input', { type: 'checkbox', role: kind === 'switch' ? 'switch' : undefined });
  control.checked = on;
  const node = el('label', { class: kind }, control, el('span', {}, label));
  return { node, control, on: () => control.checked };
}
