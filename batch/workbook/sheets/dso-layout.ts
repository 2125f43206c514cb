/** Where things stand on the DSO sheet: charts on top, the months below, the charts' own columns to the right. */
import { FIGURES } from './figures.ts';

export const CHART_TOP = 3; // counted from 0
export const CHART_ROWS = 15;
export const HEADER_ROW = CHART_TOP + CHART_ROWS + 2;
export const FIRST_ROW = HEADER_ROW + 1;

export const MONTH = 1;
export const SALES = 2;
export const NOT_DUE = 4;
export const OVERDUE = 5;
export const FIRST_FIGURE = 6;
export const REMARKS = FIRST_FIGURE + FIGURES.length;

/** Right of what is printed. A missing figure is empty there: the text « n. d. » of the table would be drawn as a zero. */
export const CHART_DATA = REMARKS + 2;
