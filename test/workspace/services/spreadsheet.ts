/** `Spreadsheet`, and `SpreadsheetApp` that opens it: always the one the script is bound to. */
import { type Emulates, type Enums, notEmulated } from '../emulated.ts';
import { type Execution, ServiceError } from '../execution.ts';
import { addTab, removeTab, type Tab } from '../spreadsheet.ts';
import { CHART_TYPES } from './chart.ts';
import { ConditionalRuleBuilder } from './conditional.ts';
import type { RangeListService, RangeService } from './range.ts';
import { SheetService } from './sheet.ts';
import { UiService } from './ui.ts';
import { DataValidationBuilder } from './validation.ts';

type Google = GoogleAppsScript.Spreadsheet.Spreadsheet;

export class SpreadsheetService
  implements
    Emulates<
      Google,
      | 'getId'
      | 'getUrl'
      | 'getName'
      | 'getSpreadsheetLocale'
      | 'getSpreadsheetTimeZone'
      | 'getSheets'
      | 'getSheetByName'
      | 'insertSheet'
      | 'deleteSheet'
      | 'getActiveSheet'
      | 'setActiveSheet'
      | 'getActiveRange'
      | 'getActiveRangeList'
      | 'toast'
      | 'moveActiveSheet'
    >
{
  static readonly emulates = 'Spreadsheet';
  readonly execution: Execution;

  constructor(execution: Execution) {
    this.execution = execution;
  }

  getId(): string {
    return this.#book.id;
  }
  getUrl(): string {
    return `https://docs.google.com/spreadsheets/d/${this.#book.id}/edit`;
  }
  getName(): string {
    return this.#book.title;
  }
  getSpreadsheetLocale(): string {
    this.#allowed('getSpreadsheetLocale');
    return this.#book.locale;
  }
  getSpreadsheetTimeZone(): string {
    this.#allowed('getSpreadsheetTimeZone');
    return this.#book.timeZone;
  }
  getSheets(): SheetService[] {
    this.#allowed('getSheets');
    return this.#read('getSheets', () => this.#book.tabs.map((tab) => new SheetService(this.execution, tab)));
  }
  getSheetByName(name: string): SheetService | null {
    this.#allowed('getSheetByName');
    return this.#read('getSheetByName', () => {
      const tab = this.#book.tabs.find(({ title }) => title === name);
      return tab ? new SheetService(this.execution, tab) : null;
    });
  }

  /** At the end, or at an index from 0; the new tab comes to the front. */
  insertSheet(name: unknown, index?: unknown): SheetService {
    if (typeof name !== 'string') return notEmulated('Spreadsheet.insertSheet without a name');
    if (index !== undefined && typeof index !== 'number')
      return notEmulated('Spreadsheet.insertSheet from a template');
    return this.#read('insertSheet', () => {
      if (this.#book.tabs.some(({ title }) => title === name))
        throw new ServiceError(`A sheet with the name "${name}" already exists. Please enter another name.`);
      const tab = addTab(this.#book, name);
      if (index !== undefined) this.#book.tabs.splice(index, 0, ...this.#book.tabs.splice(-1));
      this.#activate(tab);
      return new SheetService(this.execution, tab);
    });
  }
  deleteSheet(sheet: unknown): unknown {
    if (!(sheet instanceof SheetService)) return notEmulated('a sheet that is none');
    return this.#read('deleteSheet', () => {
      if (this.#book.tabs.length === 1)
        throw new ServiceError("You can't remove all the sheets in a document.");
      removeTab(this.#book, sheet.tab);
    });
  }
  getActiveSheet(): SheetService {
    return this.#read('getActiveSheet', () => new SheetService(this.execution, this.#front));
  }
  setActiveSheet(sheet: unknown): unknown {
    return sheet instanceof SheetService ? sheet.activate() : notEmulated('a sheet that is none');
  }
  moveActiveSheet(position: number): void {
    this.#read('moveActiveSheet', () => {
      const { tabs } = this.#book;
      tabs.splice(position - 1, 0, ...tabs.splice(tabs.indexOf(this.#front), 1));
    });
  }
  getActiveRange(): RangeService | null {
    return new SheetService(this.execution, this.#front).getActiveRange();
  }
  getActiveRangeList(): RangeListService | null {
    return new SheetService(this.execution, this.#front).getActiveRangeList();
  }
  toast(text: string, title = ''): void {
    this.execution.call('Spreadsheet.toast', () =>
      this.execution.backend.screen.toasts.push({ title, text }),
    );
  }

  get #book() {
    return this.execution.backend.state.book;
  }
  get #front(): Tab {
    const { gid } = this.execution.backend.state.selection;
    const tab = this.#book.tabs.find((one) => one.gid === gid) ?? this.#book.tabs[0];
    return tab ?? notEmulated('a spreadsheet without a tab');
  }
  #activate(tab: Tab): void {
    const { selection } = this.execution.backend.state;
    selection.gid = tab.gid;
    selection.ranges = [{ row: 1, column: 1, rows: 1, columns: 1 }];
  }
  #read<T>(name: string, effect: () => T): T {
    return this.execution.read(`Spreadsheet.${name}`, effect);
  }
  /** Before the user opened the add-on in this file, nothing of it may be read. */
  #allowed(name: string): void {
    if (this.execution.start.authMode !== 'NONE') return;
    throw new ServiceError(`You do not have permission to call Spreadsheet.${name}.`);
  }
}

export class SpreadsheetAppService
  implements
    Emulates<
      GoogleAppsScript.Spreadsheet.SpreadsheetApp,
      | 'getActiveSpreadsheet'
      | 'getActive'
      | 'getActiveSheet'
      | 'getActiveRange'
      | 'getUi'
      | 'flush'
      | 'newDataValidation'
      | 'newConditionalFormatRule'
    >
{
  static readonly emulates = 'SpreadsheetApp';
  static readonly enums: Enums = {
    ProtectionType: ['RANGE', 'SHEET'],
    BorderStyle: ['DOTTED', 'DASHED', 'SOLID', 'SOLID_MEDIUM', 'SOLID_THICK', 'DOUBLE'],
    WrapStrategy: ['WRAP', 'OVERFLOW', 'CLIP'],
    BooleanCriteria: [
      'CELL_EMPTY',
      'CELL_NOT_EMPTY',
      'CUSTOM_FORMULA',
      'NUMBER_GREATER_THAN',
      'TEXT_EQUAL_TO',
    ],
    DataValidationCriteria: ['VALUE_IN_LIST', 'VALUE_IN_RANGE', 'DATE_IS_VALID_DATE', 'CUSTOM_FORMULA'],
  };
  readonly execution: Execution;

  constructor(execution: Execution) {
    this.execution = execution;
  }
  getActiveSpreadsheet(): SpreadsheetService {
    return new SpreadsheetService(this.execution);
  }
  getActive(): SpreadsheetService {
    return this.getActiveSpreadsheet();
  }
  getActiveSheet(): SheetService {
    return this.getActiveSpreadsheet().getActiveSheet();
  }
  getActiveRange(): RangeService | null {
    return this.getActiveSpreadsheet().getActiveRange();
  }
  getUi(): UiService {
    const { startedBy } = this.execution.start;
    if (startedBy === 'trigger' || startedBy === 'webApp')
      throw new ServiceError('Cannot call SpreadsheetApp.getUi() from this context.');
    return new UiService(this.execution);
  }
  flush(): void {
    this.execution.flush();
  }
  newDataValidation(): DataValidationBuilder {
    return new DataValidationBuilder();
  }
  newConditionalFormatRule(): ConditionalRuleBuilder {
    return new ConditionalRuleBuilder();
  }
}

/** `Charts`: its enumerations only. */
export class ChartsService {
  static readonly emulates = 'Charts';
  static readonly enums: Enums = {
    ChartType: CHART_TYPES,
    ChartHiddenDimensionStrategy: ['IGNORE_BOTH', 'IGNORE_COLUMNS', 'IGNORE_ROWS', 'SHOW_BOTH'],
    ChartMergeStrategy: ['MERGE_COLUMNS', 'MERGE_ROWS'],
  };
  readonly execution: Execution;
  constructor(execution: Execution) {
    this.execution = execution;
  }
}
