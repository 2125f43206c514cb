import type { Happening } from './plan.ts';

/** Safeguards of the protocol, and how each is taken out of the built script: with any of them gone the worlds must go wrong. */

export type Sabotage = {
  readonly safeguard: string;
  readonly scenario: string;
  readonly pattern: RegExp; // stands in the built script exactly once
  readonly instead: string;
  readonly by: readonly Happening['kind'][]; // what it guards against: one of the worlds with such goes wrong
};

export const SABOTAGES: readonly Sabotage[] = [
  {
    safeguard: 'one run at a time numbers and claims',
    scenario: 'issue3',
    pattern: /if \(!world\.lock\.acquire\(LOCK_WAIT\)\) return/,
    instead: 'if (!world.lock.acquire(LOCK_WAIT) && false) return',
    by: ['other', 'self'],
  },
  {
    safeguard: 'a draft that was issued is not issued again',
    scenario: 'issue1',
    pattern: /if \(issued\.has\(\w+\.id\)\) continue;/,
    instead: '',
    by: ['kill'],
  },
  {
    safeguard: 'rows that a sealed number lacks are made again',
    scenario: 'issue1',
    pattern: /const invoices = lacking\(/,
    instead: 'const invoices = book.sealed.length > 3 ? [] : lacking(',
    by: ['kill'],
  },
  {
    safeguard: 'a document is looked for before it is printed',
    scenario: 'issue1',
    pattern: /const known = isNew \? null : world\.files\.find\(\w+\);/,
    instead: 'const known = null;',
    by: ['kill'],
  },
  {
    safeguard: 'a message says `sending` before it leaves',
    scenario: 'issue1',
    pattern: /mayLeave\(\) \? "sending" : "failed"/,
    instead: 'mayLeave() ? "pending" : "failed"',
    by: ['kill'],
  },
  {
    safeguard: 'an exception while sending is no answer',
    scenario: 'issue1',
    pattern: /return "sent";\s+\} catch \{\s+return "unknown";/,
    instead: 'return "sent"; } catch { return "pending";',
    by: ['throw'],
  },
  {
    safeguard: 'what another run has claimed is left to it',
    scenario: 'remind',
    pattern: /return end > millis;/,
    instead: 'return false;',
    by: ['self'],
  },
  {
    safeguard: 'a reminder is decided again right before it leaves',
    scenario: 'remind',
    pattern: /mayLeave\(\) \? "sending" : "failed"/,
    instead: '(mayLeave(), true) ? "sending" : "failed"',
    by: ['pay'],
  },
  {
    safeguard: 'reminders of a dead run are given up before new ones are decided',
    scenario: 'remind',
    pattern: /dead\.add\(\w+\);/,
    instead: 'dead.add("");',
    by: ['kill'],
  },
  {
    safeguard: 'what people write about a client is looked at right before a reminder leaves',
    scenario: 'remind',
    pattern: /\["invoices", "clients", "instalments", "journal", "payments"\]/,
    instead: '["payments"]',
    by: ['hold'],
  },
  {
    safeguard: 'a reminder that may have left is not given up',
    scenario: 'unsure',
    pattern: /else if \(status === "pending" && claim\d* !== ""\)/,
    instead: 'else if (true)',
    by: [],
  },
  {
    safeguard: 'rows covered by a block are restored',
    scenario: 'issue1',
    pattern: /if \(putIn === 0\) return \[\];/,
    instead: 'return [];',
    by: ['insert'],
  },
  {
    safeguard: 'a payment is recorded once',
    scenario: 'record',
    pattern: /const known = recordedRow\(.*\);/,
    instead: 'const known = 0;',
    by: ['kill'],
  },
  {
    safeguard: 'texts are written as texts',
    scenario: 'formula',
    pattern: /return cell === "" \? "" : `'\$\{cell\}`;/,
    instead: 'return cell;',
    by: [],
  },
];

/** The built script without one of its safeguards. Throws where it is not there exactly once. */
export function withoutSafeguard(code: string, { pattern, instead, safeguard }: Sabotage): string {
  const found = [...code.matchAll(new RegExp(pattern, 'g'))].length;
  if (found !== 1) throw new Error(`${safeguard}: stands ${found} times in the built script`);
  return code.replace(pattern, () => instead);
}
