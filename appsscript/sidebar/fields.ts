/** The fields of forms: a label, the control, a line of help, and what is wrong with it, tied together for everyone. */
import type { Notice } from '../contract.ts';
import { type Child, el } from './dom.ts';
import { say } from './say.ts';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

export type Field = {
  readonly node: HTMLElement;
  readonly control: Control;
  /** What the script is given. */
  readonly value: () => string;
  readonly put: (value: string) => void;
  /** Why it cannot be sent as it is; empty where it can. */
  readonly problem: () => string;
};

export type FieldOptions = {
  readonly required?: boolean;
  readonly half?: boolean; // two stand side by side
  readonly help?: string;
};

let made = 0;

/** A control under its label. `name` is the field's name in the script's notices. */
export function labelled(name: string, label: string, control: Control, options: FieldOptions): HTMLElement {
  made += 1;
  control.id = `f${made}`;
  control.name = name;
  if (options.required === true) control.setAttribute('aria-required', 'true');
  const help = options.help ? el('p', { class: 'help', id: `${control.id}-help` }, options.help) : null;
  if (help) control.setAttribute('aria-describedby', help.id);
  control.addEventListener('input', () => clearWrong(control));
  return el(
    'div',
    { class: options.half === true ? 'field half' : 'field' },
    el('label', { for: control.id }, label, options.required === true && requiredMark()),
    control,
    help,
  );
}

function requiredMark(): Child {
  return el('span', { class: 'required', 'aria-hidden': 'true' }, ' *');
}

/** Shows what is wrong with a control, under it. */
export function markWrong(control: Element, text: string, severity: Notice['severity'] = 'error'): void {
  clearWrong(control);
  if (severity === 'error') control.setAttribute('aria-invalid', 'true');
  const id = `${control.id}-wrong`;
  control.closest('.field')?.append(el('p', { class: `wrong ${severity}`, id }, text));
  control.setAttribute('aria-errormessage', id);
}

export function clearWrong(control: Element): void {
  control.removeAttribute('aria-invalid');
  control.removeAttribute('aria-errormessage');
  for (const old of control.closest('.field')?.querySelectorAll('.wrong') ?? []) old.remove();
}

/** One control as a field whose value is its text. */
export function fieldOf(
  name: string,
  label: string,
  control: Control,
  value: string,
  options: FieldOptions,
): Field {
  control.value = value;
  return {
    node: labelled(name, label, control, options),
    control,
    value: () => control.value.trim(),
    put: (next) => {
      control.value = next;
      clearWrong(control);
    },
    problem: () => (options.required === true && control.value.trim() === '' ? missing() : ''),
  };
}

export function missing(): string {
  return say('À remplir', 'To be filled in');
}

/** Marks every field that cannot be sent, and leads to the first. @returns whether all can */
export function allSound(fields: readonly Field[]): boolean {
  const wrong = fields.filter((field) => field.problem() !== '');
  for (const field of wrong) markWrong(field.control, field.problem());
  const [first] = wrong;
  first?.control.closest('details')?.setAttribute('open', '');
  first?.control.focus();
  return first === undefined;
}
