/** Conditional formats: colour that means something, for every row of a column. */
import type { ConditionalFormattingRule } from 'exceljs';
import { ALARM_FILL, argb, BAD, fill, font, GOOD } from './style.ts';

/** A fill behind what is above 0. */
export function fillAboveZero(colour: string, priority: number): ConditionalFormattingRule {
  return {
    type: 'cellIs',
    operator: 'greaterThan',
    formulae: ['0'],
    priority,
    style: { fill: fill(colour) },
  };
}

/** Red and bold beyond a limit. */
export function redBeyond(
  operator: 'greaterThan' | 'lessThan',
  limit: number,
  priority: number,
): ConditionalFormattingRule {
  const style = { font: font(10, BAD, { bold: true }) };
  return { type: 'cellIs', operator, formulae: [String(limit)], priority, style };
}

/** Green below or above a limit: good news. */
export function greenBeyond(
  operator: 'greaterThan' | 'lessThan',
  limit: number,
  priority: number,
): ConditionalFormattingRule {
  const style = { font: font(10, GOOD) };
  return { type: 'cellIs', operator, formulae: [String(limit)], priority, style };
}

/** Red on red where a cell that must be 0 is not. */
export function alarmUnlessZero(priority: number): readonly ConditionalFormattingRule[] {
  const style = { fill: fill(ALARM_FILL), font: font(10, BAD, { bold: true }) };
  return (['greaterThan', 'lessThan'] as const).map((operator, at) => ({
    type: 'cellIs',
    operator,
    formulae: ['0'],
    priority: priority + at,
    style,
  }));
}

const BAR = 'F1B5A8';

/** A bar in the cell, from 0 to `full`. */
export function dataBar(full: number, priority: number): ConditionalFormattingRule {
  const bar = {
    type: 'dataBar' as const,
    priority,
    gradient: false,
    cfvo: [
      { type: 'num' as const, value: 0 },
      { type: 'num' as const, value: full },
    ],
    color: argb(BAR), // exceljs takes it, its types do not know it
  };
  return bar;
}
