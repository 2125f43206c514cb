/**
 * Every table a source may pour: the register's own, the firm's words, then what only an audit looks at, which comes last because it is
 * compared with them.
 */
import { ADDON_TABLES, type AddonTableKey } from './addon-tables.ts';
import { TABLE_KEYS, TABLES, type Table, type TableKey } from './tables.ts';

/** In reading order. */
export const SOURCE_TABLE_KEYS = [
  ...TABLE_KEYS,
  'templates',
  'bank',
  'bankProfiles',
  'seals',
  'reviews',
] as const;
export type SourceTableKey = (typeof SOURCE_TABLE_KEYS)[number];

export type SourceTable = Omit<Table, 'key'> & { readonly key: TableKey | AddonTableKey };

/** The description of each table a source may pour, by its key. */
export const SOURCE_TABLES: Readonly<Record<SourceTableKey, SourceTable>> = {
  ...TABLES,
  templates: ADDON_TABLES.templates,
  bank: ADDON_TABLES.bank,
  bankProfiles: ADDON_TABLES.bankProfiles,
  seals: ADDON_TABLES.seals,
  reviews: ADDON_TABLES.reviews,
};
