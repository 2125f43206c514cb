/** `DataValidation` and its builder: what a cell accepts. */
import { type Emulates, EnumValue, enumName } from '../emulated.ts';
import type { Rect } from '../spreadsheet.ts';

/** A rule as the model keeps it: plain data. */
export type ValidationRule = {
  readonly criteria: string; // `VALUE_IN_LIST`, `DATE_IS_VALID_DATE` …
  readonly values: readonly unknown[];
  readonly allowInvalid: boolean;
  readonly helpText: string | null;
};

export type RangeLike = { readonly tab: { readonly gid: number }; readonly rect: Rect };

type Google = GoogleAppsScript.Spreadsheet.DataValidation;
type GoogleBuilder = GoogleAppsScript.Spreadsheet.DataValidationBuilder;

export class DataValidation
  implements
    Emulates<Google, 'getAllowInvalid' | 'getHelpText' | 'getCriteriaType' | 'getCriteriaValues' | 'copy'>
{
  static readonly emulates = 'DataValidation';
  readonly rule: ValidationRule;

  constructor(rule: ValidationRule) {
    this.rule = rule;
  }
  getAllowInvalid(): boolean {
    return this.rule.allowInvalid;
  }
  getHelpText(): string {
    return this.rule.helpText ?? '';
  }
  getCriteriaType(): EnumValue {
    return new EnumValue('DataValidationCriteria', this.rule.criteria);
  }
  getCriteriaValues(): unknown[] {
    return [...this.rule.values];
  }
  copy(): DataValidationBuilder {
    return new DataValidationBuilder(this.rule);
  }
}

export class DataValidationBuilder
  implements
    Emulates<
      GoogleBuilder,
      | 'requireValueInList'
      | 'requireValueInRange'
      | 'requireDate'
      | 'requireNumberGreaterThanOrEqualTo'
      | 'requireNumberBetween'
      | 'requireCheckbox'
      | 'requireFormulaSatisfied'
      | 'requireTextIsEmail'
      | 'withCriteria'
      | 'setAllowInvalid'
      | 'setHelpText'
      | 'build'
    >
{
  static readonly emulates = 'DataValidationBuilder';
  rule: ValidationRule;

  constructor(rule: ValidationRule = { criteria: '', values: [], allowInvalid: true, helpText: null }) {
    this.rule = rule;
  }
  requireValueInList(values: readonly string[], showDropdown = true): this {
    return require_(this, 'VALUE_IN_LIST', [values, showDropdown]);
  }
  requireValueInRange(range: unknown, showDropdown = true): this {
    const { tab, rect } = rangeLike(range);
    return require_(this, 'VALUE_IN_RANGE', [{ gid: tab.gid, rect }, showDropdown]);
  }
  requireDate(): this {
    return require_(this, 'DATE_IS_VALID_DATE', []);
  }
  requireNumberGreaterThanOrEqualTo(number: number): this {
    return require_(this, 'NUMBER_GREATER_THAN_OR_EQUAL_TO', [number]);
  }
  requireNumberBetween(from: number, to: number): this {
    return require_(this, 'NUMBER_BETWEEN', [from, to]);
  }
  requireCheckbox(checked?: unknown, unchecked?: unknown): this {
    return require_(this, 'CHECKBOX', checked === undefined ? [] : [checked, unchecked]);
  }
  requireFormulaSatisfied(formula: string): this {
    return require_(this, 'CUSTOM_FORMULA', [formula]);
  }
  requireTextIsEmail(): this {
    return require_(this, 'TEXT_IS_VALID_EMAIL', []);
  }
  withCriteria(criteria: unknown, values: readonly unknown[]): this {
    return require_(this, enumName(criteria, 'DataValidationCriteria'), values);
  }
  setAllowInvalid(allowInvalid: boolean): this {
    this.rule = { ...this.rule, allowInvalid };
    return this;
  }
  setHelpText(helpText: string): this {
    this.rule = { ...this.rule, helpText };
    return this;
  }
  build(): DataValidation {
    if (this.rule.criteria === '') throw new Error('NotEmulated: a validation without criteria');
    return new DataValidation(this.rule);
  }
}

function require_<T extends DataValidationBuilder>(
  builder: T,
  criteria: string,
  values: readonly unknown[],
): T {
  builder.rule = { ...builder.rule, criteria, values };
  return builder;
}

/** The cells an argument stands for. */
export function rangeLike(value: unknown): RangeLike {
  if (isRangeLike(value)) return value;
  throw new Error('NotEmulated: something else where a Range is expected');
}

function isRangeLike(value: unknown): value is RangeLike {
  return typeof value === 'object' && value !== null && 'tab' in value && 'rect' in value;
}
