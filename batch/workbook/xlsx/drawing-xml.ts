/** The drawing of a sheet: where its charts stand, and the relationships and content types that lead to them. */
import { xmlEscape } from './cell-text.ts';
import { type Chart, chartXml } from './chart-xml.ts';
import type { Link, Page } from './page.ts';
import { DRAWING_ID } from './sheet-xml.ts';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const DRAWING_TYPE = 'application/vnd.openxmlformats-officedocument.drawing+xml';
const CHART_TYPE = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';

/** The parts that charts and links add to the package, by their path. */
export function addedParts(pages: readonly Page[]): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  let charts = 0;
  for (const page of pages) {
    const { id } = page.sheet;
    const first = charts + 1;
    for (const chart of page.charts) parts.set(`xl/charts/chart${++charts}.xml`, chartXml(chart));
    if (page.charts.length > 0) {
      parts.set(`xl/drawings/drawing${id}.xml`, drawingXml(page.charts));
      parts.set(`xl/drawings/_rels/drawing${id}.xml.rels`, chartRelations(page.charts, first));
    }
    const relations = sheetRelations(page);
    if (relations !== '') parts.set(`xl/worksheets/_rels/sheet${id}.xml.rels`, relations);
  }
  return parts;
}

/** `[Content_Types].xml` with the added parts. */
export function withContentTypes(xml: string, parts: ReadonlyMap<string, string>): string {
  const overrides = Array.from(parts.keys(), (path) => {
    if (path.endsWith('.rels')) return '';
    const type = path.startsWith('xl/charts/') ? CHART_TYPE : DRAWING_TYPE;
    return `<Override PartName="/${path}" ContentType="${type}"/>`;
  });
  return xml.replace('</Types>', `${overrides.join('')}</Types>`);
}

function drawingXml(charts: readonly Chart[]): string {
  return (
    `${DECLARATION}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">` +
    `${charts.map(anchorXml).join('')}</xdr:wsDr>`
  );
}

function anchorXml({ anchor, title, description }: Chart, at: number): string {
  return (
    `<xdr:twoCellAnchor editAs="oneCell">${corner('from', anchor.left, anchor.top)}${corner('to', anchor.right, anchor.bottom)}` +
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${at + 2}" name="${xmlEscape(title)}" descr="${xmlEscape(description)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">' +
    `<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="${OFFICE}" r:id="chart${at + 1}"/>` +
    '</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>'
  );
}

function corner(name: 'from' | 'to', column: number, row: number): string {
  return `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;
}

function chartRelations(charts: readonly Chart[], first: number): string {
  return relations(
    charts.map((_, at) => relation(`chart${at + 1}`, 'chart', `../charts/chart${first + at}.xml`)),
  );
}

function sheetRelations(page: Page): string {
  const drawing =
    page.charts.length === 0
      ? []
      : [relation(DRAWING_ID, 'drawing', `../drawings/drawing${page.sheet.id}.xml`)];
  const all = [...drawing, ...page.links.map(linkRelation)].filter((one) => one !== '');
  return all.length === 0 ? '' : relations(all);
}

/** A web page, which is https, or a workbook that lies beside this one. */
const LEADS_OUT = /^https:\/\/|^[A-Za-z0-9_-][A-Za-z0-9._-]*\.xlsx$/;

/** Only what lies outside needs a relationship. */
function linkRelation(link: Link, at: number): string {
  if (!('url' in link)) return '';
  if (!LEADS_OUT.test(link.url)) throw new Error('a link is https, or a workbook beside this one');
  return relation(`link${at + 1}`, 'hyperlink', link.url, ' TargetMode="External"');
}

function relation(id: string, type: string, target: string, mode = ''): string {
  return `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${xmlEscape(target)}"${mode}/>`;
}

function relations(all: readonly string[]): string {
  return `${DECLARATION}<Relationships xmlns="${PACKAGE}">${all.join('')}</Relationships>`;
}
