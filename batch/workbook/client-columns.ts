/** The two columns that say which client a row is about. */
import type { CurrencyPart } from './currency-part.ts';
import type { Column } from './table/table.ts';
import { LABELS, say } from './words.ts';

/**
 * @param kind `word` where a client has many rows, else `text`
 * @param clientOf the client's index in the register
 */
export function clientColumns<Row>(
  { draft, report }: CurrencyPart,
  kind: 'text' | 'word',
  clientOf: (row: Row) => number,
): readonly Column<Row>[] {
  const { clients } = report.register;
  return [
    {
      key: 'code',
      header: say(LABELS.code, draft.language),
      kind,
      cell: (row) => clients[clientOf(row)].code,
    },
    {
      key: 'client',
      header: say(LABELS.client, draft.language),
      kind,
      cell: (row) => clients[clientOf(row)].name,
    },
  ];
}
