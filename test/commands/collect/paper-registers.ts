/** Registers that letters are written from. */
import { genesisHead, sealNext } from '../../../shared/invoicing/seal.ts';
import { snapshotText } from '../../../shared/invoicing/snapshot-text.ts';
import { snapshotOfLines } from '../../print/printed.ts';
import type { Files } from '../../sources/csv-fixture.ts';

export const DAY = '2026-11-20';

const SETTINGS = [
  'key,value',
  'companyName,Atelier Mérinos',
  'locale,fr_FR',
  'legalForm,SARL',
  'shareCapital,10000',
  'legalId,732829320',
  'vatNumber,FR44732829320',
  'addressLine1,"14, quai des Tanneurs"',
  'postalCode,69005',
  'city,Lyon',
  'email,compta@merinos.example',
  'iban,FR7630006000011234567890189',
  'bic,AGRIFRPP',
  '',
].join('\n');

const CLIENTS =
  'code,name,kind,addressLine1,postalCode,city,email\n' +
  'C1,Hôtel du Parc & Fils,company,"3, place Bellecour",69002,Lyon,hotel@parc.example\n' +
  'C2,Épicerie Ollier,company,"5, rue Mercière",69002,Lyon,ollier@example.com\n';

const INVOICES =
  'number,client,issueDate,dueDate,net,vat,total\n' +
  'F1,C1,2026-08-03,2026-09-02,1000.00,200.00,1200.00\n' +
  'F2,C1,2026-08-10,2026-09-09,500.00,100.00,600.00\n' +
  'F3,C2,2026-11-16,2026-12-16,100.00,20.00,120.00\n';

const LINES =
  'invoice,position,description,quantity,unit,unitPrice,vatRate,vatCategory\n' +
  'F1,1,Réfection d’un fauteuil,2,pièce,500,20,S\n' +
  'F3,1,Livraison,1,forfait,100,20,S\n';

/** Of the day before: the bank is up to date. */
const PAYMENTS = 'date,client,invoice,amount,method\n2026-11-19,C2,F3,20.00,transfer\n';

const RATES = 'series,from,percent\nECB-MRO,2026-01-01,2.15\nECB-MRO,2026-07-01,2.40\n';

/** Two late invoices of one client, one of which has its lines; nothing sent yet; nothing late of another client. */
export const TWO_LATE: Files = {
  settings: SETTINGS,
  clients: CLIENTS,
  invoices: INVOICES,
  lines: LINES,
  payments: PAYMENTS,
  rates: RATES,
};

const HEAD = 'at,client,invoice,event,level,channel,recipient,status,newDeadline,user,detail\n';

function sent(at: string, level: number, deadline: string): string {
  return ['F1', 'F2']
    .map(
      (invoice) =>
        `${at},C1,${invoice},reminder,${level},email,hotel@parc.example,sent,${deadline},claire,\n`,
    )
    .join('');
}

/** The same, three reminders later: the formal notice is next. */
export const THREE_REMINDED: Files = {
  ...TWO_LATE,
  journal:
    HEAD +
    sent('2026-09-14', 1, '2026-09-22') +
    sent('2026-09-28', 2, '2026-10-06') +
    sent('2026-10-19', 3, '2026-10-27') +
    '2026-10-20,C2,F3,note,,,,,,claire,"une ligne, d’un autre"\n' +
    '2026-10-21,C1,,note,,,,,,claire,=HYPERLINK("http://x")\n',
};

/** The first invoice was sealed: what was sealed is what is printed. */
export function sealed(): Files {
  const snapshot = snapshotOfLines(1, { number: 'F1', issueDate: '2026-08-03' }, { description: 'Scellé' });
  const row = sealNext(genesisHead('1SheetId', 'k3y'), {
    type: 'ISSUE',
    number: 'F1',
    at: '2026-08-03T08:30:00Z',
    snapshotText: snapshotText(snapshot),
  });
  const quoted = [row.seq, row.type, row.number, row.at, row.snapshot, row.prev, row.hash]
    .map((cell) => `"${String(cell).replace(/"/g, '""')}"`)
    .join(',');
  return { ...THREE_REMINDED, seals: `seq,type,number,at,snapshot,prev,hash\n${quoted}\n` };
}
