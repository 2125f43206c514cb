/** Native Excel charts (DrawingML, ECMA-376 part 1 §21.2). Every series carries its values, so that viewers which do not calculate show it too. */

import { GREY, INK, NAVY, RULE } from '../style.ts';
import { numberText } from './bulk-rows.ts';
import { cleanText, xmlEscape } from './cell-text.ts';

/** Cells of the workbook, and what they hold. */
export type TextCells = { readonly cells: string; readonly texts: readonly string[] };
export type NumberCells = {
  readonly cells: string;
  readonly values: readonly (number | null)[];
  readonly format: string;
};

export type Series = {
  readonly name: TextCells; // one cell
  readonly values: NumberCells;
  readonly colour: string;
  readonly pointColours?: readonly string[]; // each column its own
};

export type Chart = {
  readonly kind: 'line' | 'columns' | 'stackedColumns';
  readonly title: string;
  readonly description: string; // for those who cannot see it
  readonly categories: TextCells | NumberCells;
  readonly step?: 'months' | 'weeks'; // between days on the axis; months without it
  readonly series: readonly Series[];
  readonly labels: boolean; // the values above the columns, and no value axis
  readonly axisFormat: string;
  readonly anchor: Anchor;
};

/** Cells that a chart covers, counted from 0; the second corner is outside. */
export type Anchor = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

const CATEGORY_AXIS = 111;
const VALUE_AXIS = 222;

/** The chart's own part. */
export function chartXml(chart: Chart): string {
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">' +
    `<c:roundedCorners val="0"/><c:chart>${title(chart.title)}<c:autoTitleDeleted val="0"/>` +
    `<c:plotArea><c:layout/>${plot(chart)}${categoryAxis(chart)}${valueAxis(chart)}<c:spPr><a:noFill/></c:spPr></c:plotArea>` +
    `${legend(chart)}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>` +
    `<c:spPr>${solid('FFFFFF')}<a:ln w="9525">${solid(RULE)}</a:ln></c:spPr>${textStyle(900, INK, false)}</c:chartSpace>`
  );
}

function title(text: string): string {
  const run = `<a:r><a:rPr lang="fr-FR" sz="1000" b="1">${solid(NAVY)}${LATIN}</a:rPr><a:t>${xmlEscape(cleanText(text))}</a:t></a:r>`;
  return `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="1000" b="1"/></a:pPr>${run}</a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;
}

function plot(chart: Chart): string {
  const series = chart.series.map((one, at) => seriesXml(chart, one, at)).join('');
  const axes = `<c:axId val="${CATEGORY_AXIS}"/><c:axId val="${VALUE_AXIS}"/>`;
  if (chart.kind === 'line') {
    return `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series}<c:marker val="1"/>${axes}</c:lineChart>`;
  }
  const stacked = chart.kind === 'stackedColumns';
  return (
    `<c:barChart><c:barDir val="col"/><c:grouping val="${stacked ? 'stacked' : 'clustered'}"/><c:varyColors val="0"/>${series}` +
    `<c:gapWidth val="45"/>${stacked ? '<c:overlap val="100"/>' : ''}${axes}</c:barChart>`
  );
}

/** One series; the order of its elements is the schema's. */
function seriesXml(chart: Chart, series: Series, at: number): string {
  const head = `<c:ser><c:idx val="${at}"/><c:order val="${at}"/><c:tx>${textCells(series.name)}</c:tx>`;
  const cells = `<c:cat>${categoryCells(chart.categories)}</c:cat><c:val>${numberCells(series.values)}</c:val>`;
  if (chart.kind === 'line') {
    const line = `<c:spPr><a:ln w="25400" cap="rnd">${solid(series.colour)}<a:round/></a:ln></c:spPr>`;
    return `${head}${line}<c:marker><c:symbol val="none"/></c:marker>${cells}<c:smooth val="0"/></c:ser>`;
  }
  const points = (series.pointColours ?? []).map(pointXml).join('');
  return `${head}<c:spPr>${solid(series.colour)}</c:spPr><c:invertIfNegative val="0"/>${points}${dataLabels(chart)}${cells}</c:ser>`;
}

function pointXml(colour: string, at: number): string {
  return `<c:dPt><c:idx val="${at}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/><c:spPr>${solid(colour)}</c:spPr></c:dPt>`;
}

function dataLabels(chart: Chart): string {
  if (!chart.labels) return '';
  return (
    `<c:dLbls><c:numFmt formatCode="${xmlEscape(chart.axisFormat)}" sourceLinked="0"/><c:spPr><a:noFill/></c:spPr>${textStyle(800, INK, false)}` +
    '<c:dLblPos val="outEnd"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
  );
}

function categoryCells(cells: TextCells | NumberCells): string {
  return 'texts' in cells ? textCells(cells) : numberCells(cells);
}

function textCells({ cells, texts }: TextCells): string {
  const points = texts
    .map((text, at) => `<c:pt idx="${at}"><c:v>${xmlEscape(cleanText(text))}</c:v></c:pt>`)
    .join('');
  return `<c:strRef><c:f>${xmlEscape(cells)}</c:f><c:strCache><c:ptCount val="${texts.length}"/>${points}</c:strCache></c:strRef>`;
}

/** A missing figure is a gap in the line, never a zero. */
function numberCells({ cells, values, format }: NumberCells): string {
  const points = values
    .map((value, at) => (value === null ? '' : `<c:pt idx="${at}"><c:v>${numberText(value)}</c:v></c:pt>`))
    .join('');
  return `<c:numRef><c:f>${xmlEscape(cells)}</c:f><c:numCache><c:formatCode>${xmlEscape(format)}</c:formatCode><c:ptCount val="${values.length}"/>${points}</c:numCache></c:numRef>`;
}

/** A label every three months, or every two weeks. */
const TIME_UNITS = {
  months: '<c:baseTimeUnit val="months"/><c:majorUnit val="3"/><c:majorTimeUnit val="months"/>',
  weeks: '<c:baseTimeUnit val="days"/><c:majorUnit val="14"/><c:majorTimeUnit val="days"/>',
} as const;

/** Names, or days: then a date axis of months or weeks, which shows the days by their number format. */
function categoryAxis({ categories, step = 'months' }: Chart): string {
  const dates = 'values' in categories;
  const tag = dates ? 'c:dateAx' : 'c:catAx';
  const format = dates
    ? `formatCode="${xmlEscape(categories.format)}" sourceLinked="0"`
    : 'formatCode="General" sourceLinked="1"';
  const end = dates
    ? `<c:lblOffset val="100"/>${TIME_UNITS[step]}`
    : '<c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/>';
  return (
    `<${tag}><c:axId val="${CATEGORY_AXIS}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/>` +
    `<c:numFmt ${format}/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>` +
    `<c:spPr><a:ln w="9525">${solid(RULE)}</a:ln></c:spPr>${textStyle(800, GREY, false)}<c:crossAx val="${VALUE_AXIS}"/><c:crosses val="autoZero"/>` +
    `<c:auto val="${dates ? 1 : 0}"/>${end}</${tag}>`
  );
}

function valueAxis(chart: Chart): string {
  const grid = chart.labels
    ? ''
    : `<c:majorGridlines><c:spPr><a:ln w="6350">${solid(RULE)}</a:ln></c:spPr></c:majorGridlines>`;
  return (
    `<c:valAx><c:axId val="${VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="${chart.labels ? 1 : 0}"/><c:axPos val="l"/>` +
    `${grid}<c:numFmt formatCode="${xmlEscape(chart.axisFormat)}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>` +
    `<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>${textStyle(800, GREY, false)}<c:crossAx val="${CATEGORY_AXIS}"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>`
  );
}

function legend(chart: Chart): string {
  if (chart.series.length < 2) return '';
  return `<c:legend><c:legendPos val="b"/><c:overlay val="0"/>${textStyle(800, INK, false)}</c:legend>`;
}

const LATIN = '<a:latin typeface="Arial"/>';

function textStyle(size: number, colour: string, bold: boolean): string {
  return `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${size}" b="${bold ? 1 : 0}">${solid(colour)}${LATIN}</a:defRPr></a:pPr><a:endParaRPr lang="fr-FR"/></a:p></c:txPr>`;
}

function solid(colour: string): string {
  return `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`;
}
