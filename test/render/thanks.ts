/** A payment that is thanked for. */

import { dayNumber } from '../../shared/base/civil-date.ts';
import type { Thanks } from '../../shared/letters/thanks.ts';

export const THANKS: Thanks = {
  clientName: 'Hôtel du Parc & Fils',
  contact: '',
  kind: 'company',
  language: 'fr',
  receivedOn: dayNumber('2026-11-23'),
  received: 219258,
  currency: 'EUR',
  invoices: [
    { number: 'F2026-00009', paid: 171258, open: 0 },
    { number: 'F2026-00010', paid: 48000, open: 12000 },
  ],
};
