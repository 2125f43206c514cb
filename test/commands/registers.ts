/** Small registers for whole runs. */
import type { Files } from '../sources/csv-fixture.ts';

const CLIENTS = 'code,name\nC1,Épicerie Ollier\n';
const INVOICES = 'number,client,issueDate,dueDate,total\nF1,C1,2026-10-01,2026-10-31,100.00\n';

/** One invoice of 100 euros, 20 days overdue on 2026-11-20, nothing to mend; in French. */
export const CLEAN: Files = {
  settings: 'key,value\ncompanyName,Maison Ollier\nlocale,fr_FR\nreportRecipients,compta@example.com\n',
  clients: CLIENTS,
  invoices: INVOICES,
};

/** The same, and a second invoice whose day does not exist. */
export const WITH_PROBLEM: Files = {
  ...CLEAN,
  invoices: `${INVOICES}F2,C1,2026-02-30,,50.00\n`,
};

/** The clean one in English, with these settings more. */
export function english(settings = ''): Files {
  return {
    ...CLEAN,
    settings: `key,value\ncompanyName,Ollier Ltd\nlocale,en_GB\nreportRecipients,accounts@example.com\n${settings}`,
  };
}
