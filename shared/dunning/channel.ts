/** The channel a step takes to one client: what its address allows. */
import { unreachable } from '../base/result.ts';
import type { Client } from '../register/entries.ts';
import type { Channel } from '../register/tables.ts';

/**
 * An email without address becomes a letter, a letter without address an email. A call is a task for a person, who may find the
 * number; a registered letter has no stand-in.
 * @returns null where the client cannot be reached
 */
export function channelTo(client: Client, wanted: Channel): Channel | null {
  const byPost = client.addressLine1 !== '';
  const byEmail = client.email !== '';
  switch (wanted) {
    case 'email':
      return byEmail ? 'email' : byPost ? 'letter' : null;
    case 'letter':
      return byPost ? 'letter' : byEmail ? 'email' : null;
    case 'registeredLetter':
      return byPost ? 'registeredLetter' : null;
    case 'call':
      return 'call';
    default:
      return unreachable(wanted);
  }
}
