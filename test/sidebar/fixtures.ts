/** What a script answers to every call of the sidebar, in both languages: a register of a few clients. */
import type { Answer, OpenInvoice, SidebarCall, SidebarCalls } from '../../appsscript/contract.ts';
import type { Language } from '../../shared/base/words.ts';

export type Answers = { readonly [C in SidebarCall]: Answer<SidebarCalls[C]['answers']> };

/** @param names put in place of a client's name, to see how it is shown */
export function answersIn(language: Language, name = 'Atelier Delmas'): Answers {
  const t = (fr: string, en: string): string => (language === 'fr' ? fr : en);
  const money = (fr: string, en: string): string => t(`${fr}\u202f€`, `€${en}`);
  const clients = [
    { code: 'DELMAS', name, email: 'compta@delmas.example', city: 'Lyon' },
    {
      code: 'BRUNEL',
      name: 'Imprimerie Brunel et Fils',
      email: 'factures@brunel.example',
      city: 'Villeurbanne',
    },
    {
      code: 'CABINET',
      name: 'Cabinet d’expertise Marchand-Lefebvre & Associés',
      email: '',
      city: 'Saint-Étienne',
    },
  ];
  const fields = {
    ...{
      code: 'DELMAS',
      name,
      kind: 'company' as const,
      legalId: '732 829 320 00074',
      vatNumber: 'FR44732829320',
    },
    ...{
      addressLine1: '12 rue des Tanneurs',
      addressLine2: '',
      postalCode: '69002',
      city: 'Lyon',
      country: 'France',
    },
    ...{
      language,
      email: 'compta@delmas.example',
      cc: '',
      phone: '04 72 00 00 00',
      paymentTerms: '30 jours',
    },
    ...{ creditLimit: '10000', calendar: '', owner: 'Claire', notes: '' },
  };
  const invoices: readonly OpenInvoice[] = [
    invoice(
      'F2026-00012',
      '2026-10-01',
      55,
      '1200.00',
      '1200.00',
      t('Relance 2 le 27/11/2026', 'Reminder 2 on 27 Nov 2026'),
    ),
    invoice(
      'F2026-00019',
      '2026-11-20',
      5,
      '4500.00',
      '3000.00',
      t('Relance 1 le 28/11/2026', 'Reminder 1 on 28 Nov 2026'),
    ),
    invoice('F2026-00023', '2026-12-20', -25, '2160.00', '2160.00', ''),
  ];
  function invoice(
    number: string,
    dueDate: string,
    daysOverdue: number,
    total: string,
    open: string,
    nextStep: string,
  ) {
    const issueDate = '2026-09-01';
    return {
      number,
      client: 'DELMAS',
      clientName: name,
      issueDate,
      dueDate,
      daysOverdue,
      currency: 'EUR',
      total,
      open,
      nextStep,
    };
  }
  const card = {
    fields,
    notices: [
      {
        field: 'vatNumber',
        text: t('La clé du n° de TVA est fausse.', 'The VAT number’s key is wrong.'),
        severity: 'warning' as const,
      },
    ],
    balances: [
      {
        currency: 'EUR',
        figures: [
          { label: t('Solde', 'Balance'), text: money('6 360,00', '6,360.00'), tone: 'plain' as const },
          { label: t('Échu', 'Overdue'), text: money('4 200,00', '4,200.00'), tone: 'bad' as const },
        ],
      },
    ],
    credit: t(
      'Encours de 6\u202f360\u202f€ sur un plafond de 10\u202f000\u202f€\u202f: il reste 3\u202f640\u202f€.',
      'Exposure of €6,360 against a limit of €10,000: €3,640 left.',
    ),
    habit: t('Paie en moyenne 12 jours après l’échéance.', 'Pays 12 days after the due date on average.'),
    invoices,
    history: [
      {
        at: '2026-11-18',
        text: t('Appel', 'Call'),
        detail: t('Virement promis pour fin novembre.', 'Transfer promised for the end of November.'),
      },
      {
        at: '2026-11-10',
        text: t('Relance de niveau 1 envoyée', 'Level 1 reminder sent'),
        detail: 'compta@delmas.example',
      },
    ],
  };
  const draft = {
    ...{ id: 'D-ABCDEFGH12345678', clientName: name, type: 'invoice' as const, currency: 'EUR' },
    ...{ net: '1000.00', vat: '200.00', total: '1200.00', dueDate: '2026-12-25', notices: [] },
    credit: t(
      'Encours porté à 7\u202f560\u202f€ sur un plafond de 10\u202f000\u202f€.',
      'Exposure raised to €7,560 against a limit of €10,000.',
    ),
  };
  const lacking = {
    ...draft,
    ...{ id: 'D-0000000000000002', clientName: 'Imprimerie Brunel et Fils', total: '340.00', credit: '' },
    notices: [
      {
        field: 'client.legalId',
        text: t('Le SIREN du client manque.', 'The client’s SIREN is missing.'),
        severity: 'error' as const,
      },
      {
        field: 'serviceDate',
        text: t('La date de prestation manque.', 'The service date is missing.'),
        severity: 'warning' as const,
      },
    ],
  };
  const draftFields = {
    ...{
      id: 'D-ABCDEFGH12345678',
      client: 'DELMAS',
      type: 'creditNote' as const,
      issueDate: '',
      dueDate: '',
      currency: 'EUR',
    },
    ...{
      corrects: 'F2026-00012',
      reference: '',
      serviceDate: '',
      deliveryAddress: '',
      notes: '',
      ready: false,
    },
    lines: [
      {
        description: 'Conseil',
        quantity: '2',
        unit: t('jour', 'day'),
        unitPrice: '500',
        discountPercent: '',
        vatRate: '20',
        vatCategory: 'S',
      },
    ],
  };
  const mail = {
    ...{ to: 'compta@delmas.example', cc: 'direction@delmas.example' },
    subject: t('Facture F2026-00024', 'Invoice F2026-00024'),
    text: t(
      'Bonjour,\n\nVeuillez trouver ci-joint notre facture.\n\nCordialement,\nClaire',
      'Hello,\n\nPlease find our invoice attached.\n\nKind regards,\nClaire',
    ),
  };
  const reminder = {
    ...{
      client: 'DELMAS',
      clientName: name,
      currency: 'EUR',
      action: 'send' as const,
      level: 2,
      channel: 'email',
    },
    ...{ invoices: ['F2026-00012', 'F2026-00019'], total: '4200.00' },
    why: t(
      'Échue depuis 55 jours ; première relance il y a 15 jours.',
      'Overdue for 55 days; first reminder 15 days ago.',
    ),
  };
  const saved = t('Règlement de 1 200,00 € enregistré.', 'Payment of €1,200.00 recorded.');
  const value = <T>(told: T): { readonly ok: true; readonly value: T } => ({ ok: true, value: told });
  return {
    ui_home: value({
      ...{ language, isSetUp: true, companyName: 'Studio Mercier', today: '2026-11-25', dailyRunOn: true },
      figures: [
        { label: t('À encaisser', 'Open'), text: money('48 250,40', '48,250.40'), tone: 'plain' },
        { label: t('Échu', 'Overdue'), text: money('12 310,00', '12,310.00'), tone: 'bad' },
        { label: t('Délai moyen (DSO)', 'DSO'), text: t('41 jours', '41 days'), tone: 'plain' },
        { label: t('Relances du jour', 'Reminders today'), text: '3', tone: 'plain' },
        { label: t('Brouillons prêts', 'Drafts ready'), text: '2', tone: 'good' },
      ],
      toDo: [
        { text: t('3 relances à envoyer', '3 reminders to send'), view: 'reminders', argument: '' },
        { text: t('2 brouillons prêts à émettre', '2 drafts ready to issue'), view: 'issue', argument: '' },
        {
          text: t('1 envoi incertain à trancher', '1 uncertain send to settle'),
          view: 'unknown',
          argument: '',
        },
      ],
      dailyRun: t('Dernier passage aujourd’hui à 6 h 12.', 'Last ran today at 6:12 am.'),
    }),
    ui_setUp: value({
      made: [t('Clients', 'Clients'), t('Factures', 'Invoices')],
      completed: [t('Réglages', 'Settings')],
      notices: [],
    }),
    ui_settings: value([
      {
        key: 'companyName',
        label: t('Raison sociale', 'Company name'),
        value: 'Studio Mercier',
        help: '',
        required: true,
        choices: [],
      },
      {
        key: 'legalId',
        label: 'SIREN / SIRET',
        value: '',
        help: t('9 ou 14 chiffres', '9 or 14 digits'),
        required: true,
        choices: [],
      },
      { key: 'iban', label: 'IBAN', value: '', help: '', required: false, choices: [] },
      {
        ...{ key: 'sendMode', label: t('Mode d’envoi', 'Send mode'), value: 'preview', required: false },
        help: t('« aperçu » : rien ne part sans vous', '‘preview’: nothing leaves without you'),
        choices: [
          { key: 'preview', label: t('aperçu', 'preview') },
          { key: 'send', label: t('envoi', 'send') },
        ],
      },
    ]),
    ui_saveSettings: value([
      {
        field: 'iban',
        text: t('La clé de l’IBAN est fausse.', 'The IBAN’s key is wrong.'),
        severity: 'error',
      },
    ]),
    ui_clients: value(clients),
    ui_client: value(card),
    ui_saveClient: value(card),
    ui_invoiceForm: value({
      ...{ clients, currency: 'EUR', today: '2026-11-25' },
      vatChoices: [
        { category: 'S', rate: '20', label: t('TVA 20\u202f%', 'VAT 20%'), mention: '' },
        { category: 'S', rate: '5.5', label: t('TVA 5,5\u202f%', 'VAT 5.5%'), mention: '' },
        {
          category: 'AE',
          rate: '0',
          label: t('Autoliquidation', 'Reverse charge'),
          mention: t('Autoliquidation (CGI art. 283-2)', 'Reverse charge (CGI art. 283-2)'),
        },
      ],
    }),
    ui_checkDraft: value(draft),
    ui_saveDraft: value(draft),
    ui_creditNote: value(draftFields),
    ui_drafts: value([draft, lacking]),
    ui_previewIssue: value({
      draft,
      mail,
      html: '<h1 style="font:60px serif">F2026-00024</h1><script>parent.document.title="reached"</script>',
    }),
    ui_issue: value({
      documents: [
        {
          draft: draft.id,
          number: 'F2026-00024',
          document: 'https://drive.google.com/file/d/1',
          state: 'sent',
          text: t('Envoyée à compta@delmas.example', 'Sent to compta@delmas.example'),
        },
        {
          draft: 'D-3',
          number: 'F2026-00025',
          document: 'javascript:alert(1)',
          state: 'unknown',
          text: t('Interrompu pendant l’envoi', 'Interrupted while sending'),
        },
      ],
      refused: [{ draft: lacking.id, notices: lacking.notices }],
    }),
    ui_allocate: value({
      invoices,
      proposed: [
        { invoice: 'F2026-00012', amount: '1200.00' },
        { invoice: 'F2026-00019', amount: '300.00' },
      ],
      unapplied: '0.00',
    }),
    ui_recordPayment: value({ text: saved, thanked: 'sent' }),
    ui_reminders: value([
      reminder,
      {
        ...reminder,
        client: 'BRUNEL',
        clientName: 'Imprimerie Brunel et Fils',
        level: 3,
        channel: 'registeredLetter',
        invoices: ['F2026-00007'],
        total: '890.00',
      },
      {
        ...reminder,
        client: 'CABINET',
        clientName: 'Cabinet Marchand',
        action: 'hold',
        level: 1,
        invoices: ['F2026-00015'],
        total: '210.50',
        why: t('Promesse de paiement jusqu’au 30/11/2026.', 'Promise to pay until 30 Nov 2026.'),
      },
    ]),
    ui_previewReminder: value({ ...reminder, mail, notices: [] }),
    ui_remind: value({
      rows: [{ client: 'DELMAS', state: 'sent', text: t('Relance 2 envoyée', 'Reminder 2 sent') }],
      left: 2,
    }),
    ui_log: value({ text: t('Appel noté.', 'Call logged.') }),
    ui_unknown: value([
      {
        key: 'rem:F2026-00012:2',
        at: '2026-11-24T08:00:00Z',
        clientName: name,
        text: t(
          'Relance 2 des factures F2026-00012 et F2026-00019',
          'Reminder 2 of invoices F2026-00012 and F2026-00019',
        ),
        recipient: 'compta@delmas.example',
      },
    ]),
    ui_resolve: value({ text: t('Noté : il est bien parti.', 'Noted: it was sent.') }),
    ui_dailyRun: value({ text: t('Le passage quotidien est arrêté.', 'The daily run is off.') }),
  };
}
