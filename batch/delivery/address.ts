/** Who gets the report: addresses checked once more at the door, wherever they come from. */
import { readEmail } from '../../shared/register/cell-emails.ts';
import { DeliveryError } from './failure.ts';

/**
 * The recipients of a report, each once, in their order; two spellings that differ by case are one.
 * @throws DeliveryError `recipients/none`, `recipients/invalid`
 */
export function checkRecipients(texts: readonly string[]): readonly string[] {
  const byKey = new Map<string, string>();
  for (const text of texts) {
    const address = readAddress(text);
    if (address === null) throw new DeliveryError({ code: 'recipients/invalid', found: text });
    if (!byKey.has(recipientKey(address))) byKey.set(recipientKey(address), address);
  }
  if (byKey.size === 0) throw new DeliveryError({ code: 'recipients/none' });
  return [...byKey.values()];
}

/** One mail address and nothing else (no name, list, group, comment, line break), or null. */
export function readAddress(text: string): string | null {
  if (/[\r\n\0]/.test(text)) return null; // readEmail forgives them at the ends, where a cell may have them
  const email = readEmail(text);
  return email.ok ? email.value : null;
}

/** What an address is remembered by. */
export function recipientKey(address: string): string {
  return address.toLowerCase();
}
