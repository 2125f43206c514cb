/** A register small enough to be reckoned by hand: two currencies, a plan, a dispute, money and credit that stand on no invoice. */
import type { Files } from '../sources/csv-fixture.ts';

export const AS_OF = '2026-11-20';

export const HAND_MADE: Files = {
  settings: `key,value
companyName,Petit Registre
locale,fr_FR
timeZone,Europe/Paris
reportRecipients,compta@example.com
`,
  clients: `code,name,creditLimit
A,Alpha,1000
B,Bêta,
K,Koweït,
`,
  invoices: `number,type,client,issueDate,dueDate,currency,total,disputedOn,disputedAmount
F1,,A,2026-08-01,2026-08-31,,1200.00,,
F2,,A,2026-10-01,2026-10-31,,600.00,2026-11-05,150.00
F3,,B,2026-07-01,2026-07-31,,300.00,,
AV1,creditNote,B,2026-11-10,,,50.00,,
F4,,K,2026-11-01,2026-12-01,KWD,10.500,,
`,
  payments: `id,date,client,invoice,amount,currency
P1,2026-10-10,,F1,400.00,
P2,2026-08-15,,F3,100.00,
P3,2026-11-18,B,,30.00,
`,
  instalments: `invoice,dueDate,amount,agreedOn
F1,2026-10-15,400.00,2026-10-01
F1,2026-11-15,400.00,2026-10-01
F1,2026-12-15,400.00,2026-10-01
`,
};
