/** What clients confirmed at the page, written into the journal: under the lock, once a document, whoever runs it. */
import type { World } from '../world.ts';
import { confirmedReceipts } from './acknowledge.ts';
import { answered, appendRows, choiceText, type Row, rowsWith, tableOf, textOf, underLock } from './frame.ts';

/** The journal's key of a document's receipt. */
function receiptKey(number: string): string {
  return `receipt:${number}`;
}

/** One call where nothing waits. @returns how many receipts came to the journal */
export function collectReceipts(world: World): number {
  const { letterbox } = world;
  if (!letterbox) return 0;
  const waiting = confirmedReceipts(letterbox, world.sheet.id);
  if (waiting.length === 0) return 0;
  const written = underLock(world, () => {
    const journal = tableOf(world, 'journal');
    if (!journal.ok) return journal;
    const invoices = tableOf(world, 'invoices');
    if (!invoices.ok) return invoices;
    const rows = waiting
      .filter(({ number }) => rowsWith(journal.value, 'key', receiptKey(number)).length === 0)
      .flatMap(({ number, instant }): Row[] => {
        const [row] = rowsWith(invoices.value, 'number', number);
        if (row === undefined) return [];
        return [receiptRow(world, number, textOf(invoices.value, row, 'client'), instant)];
      });
    appendRows(world, journal.value, rows);
    return answered(rows.length);
  });
  if (!written.ok) return 0; // they wait for the next run
  for (const { key } of waiting) letterbox.remove(key);
  return written.value;
}

function receiptRow(world: World, number: string, client: string, instant: string): Row {
  const { language } = world.sheet;
  return {
    at: instant,
    client,
    invoice: number,
    event: choiceText('journal', 'event', 'receiptAcknowledged', language),
    key: receiptKey(number),
    detail: language === 'fr' ? 'Confirmé par le client en ligne.' : 'Confirmed online by the client.',
  };
}
