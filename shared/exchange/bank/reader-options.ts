/** How the readers of each world (csv-parse, fast-xml-parser) are set, so that a browser and Node read a file alike. */
import { TEXT, type XmlTree } from './xml-tree.ts';

/** Of csv-parse: rows of any length, quotes within a cell. */
export const CSV_OPTIONS = {
  bom: true,
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: true,
} as const;

/** Of fast-xml-parser: every value stays text, names lose their prefix. */
export const XML_OPTIONS = {
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  textNodeName: TEXT,
} as const;

/** What fast-xml-parser gives with values left as text: records, lists and texts. */
export function isTree(value: unknown): value is XmlTree {
  return typeof value === 'object' && value !== null;
}
