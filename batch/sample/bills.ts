/** Who is invoiced on a day, and for what. */
import { type DayNumber, yearMonthDay } from '../../shared/base/civil-date.ts';
import { dueDay } from '../../shared/register/terms.ts';
import { drawLines } from './catalogue.ts';
import type { SampleClient } from './clients.ts';
import type { Bill } from './documents.ts';
import type { Random } from './random.ts';

export type PickClient = (day: DayNumber) => SampleClient;

/** Draws clients by weight, among those the firm works for on the day. At least one client is there from the first day to the last. */
export function clientPicker(clients: readonly SampleClient[], random: Random): PickClient {
  const reached = new Float64Array(clients.length);
  let sum = 0;
  clients.forEach(({ weight }, index) => {
    sum += weight;
    reached[index] = sum;
  });
  return (day) => {
    for (;;) {
      const client = clients[indexReaching(reached, random.next() * sum)];
      if (day >= client.firstDay && day <= client.lastDay) return client;
    }
  };
}

/** The first index whose running sum is above the ticket. */
function indexReaching(reached: Float64Array, ticket: number): number {
  let low = 0;
  let high = reached.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (reached[middle] > ticket) high = middle;
    else low = middle + 1;
  }
  return low;
}

const DUE_DATE_LEFT_OUT_SHARE = 0.06;
const LONGEST_SINCE_SERVICE = 9;

/** Draws one invoice. */
export function drawBill(number: string, client: SampleClient, issueDay: DayNumber, random: Random): Bill {
  return {
    number,
    client,
    issueDay,
    dueDay: dueDay(issueDay, client.terms),
    writesDueDate: !random.chance(DUE_DATE_LEFT_OUT_SHARE),
    serviceDay: issueDay - random.int(0, LONGEST_SINCE_SERVICE),
    reference: drawReference(client, issueDay, random),
    content: drawLines(client, random),
  };
}

const WITHOUT_REFERENCE_SHARE = 0.35;

/** The client's own order number, as far as it has one. */
function drawReference(client: SampleClient, day: DayNumber, random: Random): string {
  if (client.kind === 'individual' || random.chance(WITHOUT_REFERENCE_SHARE)) return '';
  const year = yearMonthDay(day).year;
  const order = String(random.int(1, 9999)).padStart(4, '0');
  if (client.language === 'en') return `PO ${year % 100}${order}`;
  if (client.kind === 'administration')
    return `Marché ${year - 1}-${order.slice(2)}, lot ${random.int(1, 4)}`;
  return random.chance(0.6) ? `BC-${year}-${order}` : `CDE ${order}`;
}
