/** `Ui`, its menus and dialogs: what the user in front of the sheet sees. */
import type { Alert, Menu, MenuItem, Panel } from '../backend.ts';
import { type Emulates, type Enums, EnumValue, enumName, notEmulated } from '../emulated.ts';
import { type Execution, ServiceError } from '../execution.ts';
import { HtmlOutputService } from './html.ts';

type Google = GoogleAppsScript.Base.Ui;

export class UiService
  implements
    Emulates<
      Google,
      'createMenu' | 'createAddonMenu' | 'alert' | 'showSidebar' | 'showModalDialog' | 'showModelessDialog'
    >
{
  static readonly emulates = 'Ui';
  static readonly enums: Enums = {
    Button: ['OK', 'CANCEL', 'YES', 'NO', 'CLOSE'],
    ButtonSet: ['OK', 'OK_CANCEL', 'YES_NO', 'YES_NO_CANCEL'],
  };
  readonly execution: Execution;

  constructor(execution: Execution) {
    this.execution = execution;
  }
  createMenu(title: string): MenuService {
    return new MenuService(this.execution, title);
  }
  createAddonMenu(): MenuService {
    return new MenuService(this.execution, 'Encaisse');
  }

  /** Waits for the user. Locks do not survive the wait, so asking while holding one is refused. */
  alert(...given: unknown[]): EnumValue | Promise<EnumValue> {
    this.#mayShow('Ui.alert');
    return this.execution.call('Ui.alert', () => {
      const held = Object.values(this.execution.backend.locks).some(
        ({ holder }) => holder === this.execution.record.id,
      );
      if (held) return notEmulated('a dialog while the script holds a lock');
      const { screen } = this.execution.backend;
      const alert = alertOf(given);
      screen.alerts.push(alert);
      const answer = screen.answerAlert(alert);
      return typeof answer === 'string' ? button(answer) : answer.then(button);
    });
  }
  showSidebar(page: unknown): void {
    this.#show('showSidebar', 'sidebar', page, null);
  }
  showModalDialog(page: unknown, title: string): void {
    this.#show('showModalDialog', 'modal', page, title);
  }
  showModelessDialog(page: unknown, title: string): void {
    this.#show('showModelessDialog', 'modeless', page, title);
  }

  #show(name: string, kind: Panel['kind'], page: unknown, title: string | null): unknown {
    this.#mayShow(`Ui.${name}`);
    if (!(page instanceof HtmlOutputService)) return notEmulated(`Ui.${name} of something else than a page`);
    const { content, width, height } = page;
    const panel = { kind, title: title ?? page.title, html: content, width, height };
    return this.execution.call(`Ui.${name}`, () => {
      this.execution.backend.screen.panels.push(panel);
      this.execution.backend.screen.onPanel(panel);
    });
  }

  #mayShow(name: string): void {
    if (this.execution.start.startedBy === 'simpleTrigger')
      throw new ServiceError(`You do not have permission to call ${name}.`);
  }
}

function alertOf(given: readonly unknown[]): Alert {
  const [first, second, third] = given;
  if (given.length === 1) return { title: '', text: String(first), buttons: 'OK' };
  if (given.length === 2) return { title: '', text: String(first), buttons: enumName(second, 'ButtonSet') };
  return { title: String(first), text: String(second), buttons: enumName(third, 'ButtonSet') };
}

function button(name: string): EnumValue {
  return new EnumValue('Button', name);
}

export class MenuService
  implements Emulates<GoogleAppsScript.Base.Menu, 'addItem' | 'addSeparator' | 'addSubMenu' | 'addToUi'>
{
  static readonly emulates = 'Menu';
  readonly execution: Execution;
  readonly title: string;
  readonly items: MenuItem[] = [];

  constructor(execution: Execution, title: string) {
    this.execution = execution;
    this.title = title;
  }
  addItem(label: string, calls: string): this {
    this.items.push({ label, calls });
    return this;
  }
  addSeparator(): this {
    this.items.push('separator');
    return this;
  }
  addSubMenu(menu: unknown): this {
    if (!(menu instanceof MenuService)) return notEmulated('a menu that is none');
    this.items.push({ title: menu.title, items: menu.items });
    return this;
  }
  addToUi(): void {
    const menu: Menu = { title: this.title, items: [...this.items] };
    this.execution.call('Menu.addToUi', () => {
      const { menus } = this.execution.backend.screen;
      const known = menus.findIndex(({ title }) => title === this.title);
      menus.splice(known < 0 ? menus.length : known, 1, menu);
    });
  }
}
