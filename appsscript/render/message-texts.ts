/** The texts of the sheet's messages: those of its templates tab, and the shipped ones that are bundled with the script. */
import type { Cell } from '../../shared/base/problem.ts';
import {
  type MessageTexts,
  ownTexts,
  parseText,
  type TextShelf,
} from '../../shared/letters/message-texts.ts';
import { SHIPPED_TEXTS } from './shipped-texts.ts';

const SHIPPED: MessageTexts = new Map(Array.from(SHIPPED_TEXTS, ([key, file]) => [key, parseText(file)]));

/** @param grid of the templates tab, the header first; may be empty */
export function messageTexts(grid: readonly (readonly Cell[])[]): TextShelf {
  return { own: ownTexts(grid), shipped: SHIPPED };
}
