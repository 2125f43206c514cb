/** Addresses of mail: exactly one addr-spec each (RFC 5321), so that no cell can add a recipient or a header. */
import { DeliveryError } from './failure.ts';

const LOCAL_PART = /^[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*$/;
const LABEL = /^[a-z\d]([a-z\d-]{0,61}[a-z\d])?$/i;

/** @returns whether the text is one mail address and nothing else: no name, list, group, comment or line break; ASCII. */
export function isAddress(text: string): boolean {
  if (text.length > 254) return false;
  const at = text.lastIndexOf('@');
  if (at < 1 || at > 64) return false;
  const labels = text.slice(at + 1).split('.');
  return (
    LOCAL_PART.test(text.slice(0, at)) && labels.length > 1 && labels.every((label) => LABEL.test(label))
  );
}

/**
 * The recipients of a report, each once, in their order; two spellings that differ by case are one.
 * @throws DeliveryError `recipients/none`, `recipients/invalid`
 */
export function checkRecipients(texts: readonly string[]): readonly string[] {
  const byKey = new Map<string, string>();
  for (const text of texts) {
    const address = text.trim();
    if (!isAddress(address)) throw new DeliveryError({ code: 'recipients/invalid', found: text });
    if (!byKey.has(recipientKey(address))) byKey.set(recipientKey(address), address);
  }
  if (byKey.size === 0) throw new DeliveryError({ code: 'recipients/none' });
  return [...byKey.values()];
}

/** What an address is remembered by. */
export function recipientKey(address: string): string {
  return address.toLowerCase();
}
