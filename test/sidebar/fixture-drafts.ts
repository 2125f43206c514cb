/** What the script answers about drafts and issuing. */
import type {
  DraftFields,
  DraftView,
  InvoiceForm,
  Issued,
  IssuePreview,
  MailPreview,
} from '../../appsscript/contract.ts';
import { clientChoices, type Say } from './fixture-clients.ts';

export function readyDraft(t: Say, clientName: string): DraftView {
  return {
    ...{ id: 'D-ABCDEFGH12345678', clientName, type: 'invoice', currency: 'EUR' },
    ...{ net: '1000.00', vat: '200.00', total: '1200.00', dueDate: '2026-12-25', ready: true, notices: [] },
    credit: t(
      'Encours porté à 7\u202f560\u202f€ sur un plafond de 10\u202f000\u202f€.',
      'Exposure raised to €7,560 against a limit of €10,000.',
    ),
  };
}

/** A draft that may not be issued yet. */
export function lackingDraft(t: Say): DraftView {
  const siren = t('Le SIREN du client manque.', 'The client’s SIREN is missing.');
  const service = t('La date de prestation manque.', 'The service date is missing.');
  return {
    ...readyDraft(t, 'Imprimerie Brunel et Fils'),
    ...{ id: 'D-0000000000000002', total: '340.00', credit: '' },
    notices: [
      { field: 'client.legalId', text: siren, severity: 'error' },
      { field: 'serviceDate', text: service, severity: 'warning' },
    ],
  };
}

export function creditNote(t: Say): DraftFields {
  const price = { quantity: '2', unit: t('jour', 'day'), unitPrice: '500', discountPercent: '' };
  return {
    ...{ id: 'D-ABCDEFGH12345678', client: 'DELMAS', type: 'creditNote', issueDate: '', dueDate: '' },
    ...{ currency: 'EUR', corrects: 'F2026-00012', reference: '', serviceDate: '', deliveryAddress: '' },
    ...{ notes: '', ready: false },
    lines: [{ description: 'Conseil', ...price, vatRate: '20', vatCategory: 'S' }],
  };
}

export function invoiceForm(t: Say, name: string): InvoiceForm {
  const mention = t('Autoliquidation (CGI art. 283-2)', 'Reverse charge (CGI art. 283-2)');
  return {
    clients: clientChoices(name),
    currency: 'EUR',
    vatChoices: [
      { category: 'S', rate: '20', label: t('TVA 20\u202f%', 'VAT 20%'), mention: '' },
      { category: 'S', rate: '5.5', label: t('TVA 5,5\u202f%', 'VAT 5.5%'), mention: '' },
      { category: 'AE', rate: '0', label: t('Autoliquidation', 'Reverse charge'), mention },
    ],
    today: '2026-11-25',
  };
}

export function mailOf(t: Say): MailPreview {
  return {
    to: 'compta@delmas.example',
    cc: 'direction@delmas.example',
    subject: t('Facture F2026-00024', 'Invoice F2026-00024'),
    text: t(
      'Bonjour,\n\nVeuillez trouver ci-joint notre facture.\n\nCordialement,\nClaire',
      'Hello,\n\nPlease find our invoice attached.\n\nKind regards,\nClaire',
    ),
  };
}

/** A page that would reach out of its frame if it could. */
export function preview(t: Say, name: string): IssuePreview {
  const html = '<h1 style="font:60px serif">F2026-00024</h1><script>parent.document.title="reached"</script>';
  return { draft: readyDraft(t, name), mail: mailOf(t), html };
}

export function issued(t: Say, name: string): Issued {
  const { id, notices } = lackingDraft(t);
  return {
    documents: [
      {
        ...{ draft: readyDraft(t, name).id, number: 'F2026-00024', state: 'sent' },
        document: 'https://drive.google.com/file/d/1',
        text: t('Envoyée à compta@delmas.example', 'Sent to compta@delmas.example'),
      },
      {
        ...{ draft: 'D-3', number: 'F2026-00025', state: 'unknown' },
        document: 'javascript:alert(1)',
        text: t('Interrompu pendant l’envoi', 'Interrupted while sending'),
      },
    ],
    refused: [{ draft: id, notices }],
  };
}
