/** `ConditionalFormatRule` and its builder. */
import { type Emulates, enumName } from '../emulated.ts';
import type { ConditionalRule } from '../spreadsheet.ts';
import { rangeLike } from './validation.ts';

type Google = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;
type GoogleBuilder = GoogleAppsScript.Spreadsheet.ConditionalFormatRuleBuilder;

export class ConditionalRuleService implements Emulates<Google, 'copy' | 'getBooleanCondition'> {
  static readonly emulates = 'ConditionalFormatRule';
  readonly rule: ConditionalRule;

  constructor(rule: ConditionalRule) {
    this.rule = rule;
  }
  getBooleanCondition(): BooleanConditionService {
    return new BooleanConditionService(this.rule);
  }
  copy(): ConditionalRuleBuilder {
    return new ConditionalRuleBuilder(this.rule);
  }
}

/** `BooleanCondition`: what a rule compares. */
export class BooleanConditionService
  implements Emulates<GoogleAppsScript.Spreadsheet.BooleanCondition, 'getCriteriaValues'>
{
  static readonly emulates = 'BooleanCondition';
  readonly rule: ConditionalRule;

  constructor(rule: ConditionalRule) {
    this.rule = rule;
  }
  getCriteriaValues(): unknown[] {
    return [...this.rule.values];
  }
}

const NOTHING: ConditionalRule = {
  ranges: [],
  condition: '',
  values: [],
  background: null,
  fontColor: null,
  bold: null,
  strikethrough: null,
};

export class ConditionalRuleBuilder
  implements
    Emulates<
      GoogleBuilder,
      | 'setRanges'
      | 'whenTextEqualTo'
      | 'whenTextContains'
      | 'whenTextStartsWith'
      | 'whenCellEmpty'
      | 'whenCellNotEmpty'
      | 'whenNumberGreaterThan'
      | 'whenNumberGreaterThanOrEqualTo'
      | 'whenNumberLessThan'
      | 'whenNumberBetween'
      | 'whenNumberEqualTo'
      | 'whenFormulaSatisfied'
      | 'withCriteria'
      | 'setBackground'
      | 'setFontColor'
      | 'setBold'
      | 'setStrikethrough'
      | 'build'
    >
{
  static readonly emulates = 'ConditionalFormatRuleBuilder';
  rule: ConditionalRule;

  constructor(rule: ConditionalRule = NOTHING) {
    this.rule = rule;
  }
  setRanges(ranges: readonly unknown[]): this {
    return change(this, { ranges: ranges.map((range) => rangeLike(range).rect) });
  }
  whenTextEqualTo(text: string): this {
    return when(this, 'TEXT_EQUAL_TO', [text]);
  }
  whenTextContains(text: string): this {
    return when(this, 'TEXT_CONTAINS', [text]);
  }
  whenTextStartsWith(text: string): this {
    return when(this, 'TEXT_STARTS_WITH', [text]);
  }
  whenCellEmpty(): this {
    return when(this, 'CELL_EMPTY', []);
  }
  whenCellNotEmpty(): this {
    return when(this, 'CELL_NOT_EMPTY', []);
  }
  whenNumberGreaterThan(number: number): this {
    return when(this, 'NUMBER_GREATER_THAN', [number]);
  }
  whenNumberGreaterThanOrEqualTo(number: number): this {
    return when(this, 'NUMBER_GREATER_THAN_OR_EQUAL_TO', [number]);
  }
  whenNumberLessThan(number: number): this {
    return when(this, 'NUMBER_LESS_THAN', [number]);
  }
  whenNumberBetween(from: number, to: number): this {
    return when(this, 'NUMBER_BETWEEN', [from, to]);
  }
  whenNumberEqualTo(number: number): this {
    return when(this, 'NUMBER_EQUAL_TO', [number]);
  }
  whenFormulaSatisfied(formula: string): this {
    return when(this, 'CUSTOM_FORMULA', [formula]);
  }
  withCriteria(criteria: unknown, values: readonly unknown[]): this {
    return when(this, enumName(criteria, 'BooleanCriteria'), values);
  }
  setBackground(background: string | null): this {
    return change(this, { background });
  }
  setFontColor(fontColor: string | null): this {
    return change(this, { fontColor });
  }
  setBold(bold: boolean | null): this {
    return change(this, { bold });
  }
  setStrikethrough(strikethrough: boolean | null): this {
    return change(this, { strikethrough });
  }
  build(): ConditionalRuleService {
    const { condition, ranges } = this.rule;
    if (condition === '' || ranges.length === 0)
      throw new Error('NotEmulated: a rule without condition or ranges');
    return new ConditionalRuleService(this.rule);
  }
}

function change<T extends ConditionalRuleBuilder>(builder: T, part: Partial<ConditionalRule>): T {
  builder.rule = { ...builder.rule, ...part };
  return builder;
}

function when<T extends ConditionalRuleBuilder>(
  builder: T,
  condition: string,
  values: readonly unknown[],
): T {
  return change(builder, { condition, values });
}
