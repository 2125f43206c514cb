/** What the script answers to the dialog of bank statements: one movement of each kind. */
import type { ImportView, PlannedView } from '../../appsscript/contract/bank.ts';
import type { Say } from './fixture-clients.ts';
import type { Answers } from './fixtures.ts';

type BankCall =
  | 'ui_planOpening'
  | 'ui_applyOpening'
  | 'ui_eInvoice'
  | 'ui_planImport'
  | 'ui_applyImport'
  | 'ui_undoImport';

export function bankAnswers(t: Say, name: string): Pick<Answers, BankCall> {
  const text = t(
    '1 encaissement enregistré, 3 à décider, 1 hors clients.',
    '1 receipt recorded, 3 to decide, 1 of no client.',
  );
  return {
    ui_planOpening: {
      ok: true,
      value: {
        ...{ rows: 2, problems: [], more: 0 },
        text: t(
          '2 lignes reprises, 0 déjà dans le registre.',
          '2 rows brought along, 0 in the register already.',
        ),
        sums: [
          { label: t('Reste dû avant', 'Open before'), text: '100,00 €' },
          { label: t('Reste dû après', 'Open after'), text: '360,50 €' },
        ],
      },
    },
    ui_applyOpening: { ok: true, value: { text: t('2 lignes reprises.', '2 rows brought along.') } },
    ui_eInvoice: {
      ok: true,
      value: { url: 'https://drive.example/xml', text: t('XML rangé dans Drive.', 'XML stored in Drive.') },
    },
    ui_planImport: { ok: true, value: planned(t, name) },
    ui_applyImport: { ok: true, value: { importId: 'I-0123456789', text } },
    ui_undoImport: { ok: true, value: { text: t('Import défait.', 'Import taken back.') } },
  };
}

function planned(t: Say, name: string): ImportView {
  return {
    importId: 'I-0123456789',
    currency: 'EUR',
    today: '2026-11-25',
    profiles: [
      {
        name,
        headers: 'Le | Objet | Somme nette',
        profile: { date: 'Le', label: ['Objet'], amount: 'Somme nette', dayOrder: 'dmy' },
      },
    ],
    movements: movements(t, name),
    imports: [
      {
        importId: 'I-9876543210',
        from: '2026-10-01',
        to: '2026-10-31',
        movements: 48,
        payments: 21,
        waiting: 2,
      },
      {
        importId: 'I-5555555555',
        from: '2026-09-30',
        to: '2026-09-30',
        movements: 1,
        payments: 1,
        waiting: 0,
      },
    ],
  };
}

const key = (rank: number): string => `b1:${String(rank).padStart(20, '0')}`;

function one(rank: number, changes: Partial<PlannedView>): PlannedView {
  return {
    ...{
      key: key(rank),
      day: '2026-11-20',
      amount: '120.00',
      currency: 'EUR',
      label: `VIR ${rank}`,
      payer: '',
    },
    ...{ isEarlier: false, decision: 'ask', reason: '', client: '', clientName: '', parts: [], left: '0.00' },
    ...changes,
  };
}

function movements(t: Say, name: string): readonly PlannedView[] {
  const client = { client: 'DELMAS', clientName: name };
  return [
    one(1, {
      ...client,
      ...{
        decision: 'apply',
        label: 'VIR SEPA RECU /DE ATELIER DELMAS /MOTIF F2026-00012',
        payer: 'ATELIER DELMAS',
      },
      parts: [{ invoice: 'F2026-00012', amount: '120.00' }],
      reason: t(
        'le libellé nomme la facture, le montant est le sien',
        'the label names the invoice, the amount is its own',
      ),
    }),
    one(2, {
      ...client,
      ...{ amount: '1250.40', left: '50.40', label: 'VIR ATELIER DELMAS SOLDE' },
      parts: [
        { invoice: 'F2026-00013', amount: '1000.00' },
        { invoice: 'F2026-00014', amount: '200.00' },
      ],
      reason: t('payeur connu, ses plus anciennes factures', 'known payer, its oldest invoices'),
    }),
    ...otherMovements(t, client),
  ];
}

function otherMovements(t: Say, client: Pick<PlannedView, 'client' | 'clientName'>): readonly PlannedView[] {
  return [
    one(3, {
      amount: '17.00',
      left: '17.00',
      label: 'VIREMENT INCONNU',
      reason: t('payeur inconnu', 'unknown payer'),
    }),
    one(4, {
      ...client,
      ...{ amount: '-300.00', left: '-300.00', label: 'IMPAYE CHQ 1234567' },
      reason: t(
        'rejet ou impayé : à rapprocher du règlement qu’il annule',
        'rejected or unpaid: to be set against the payment it undoes',
      ),
    }),
    one(5, { decision: 'log', amount: '-2.50', label: 'FRAIS', reason: t('sortie d’argent', 'money out') }),
    one(6, {
      decision: 'known',
      amount: '80.00',
      label: 'VIR BELLON',
      reason: t('déjà importé', 'imported already'),
    }),
    one(7, {
      ...client,
      isEarlier: true,
      amount: '60.00',
      left: '60.00',
      day: '2026-10-02',
      label: 'VIR DELMAS ACOMPTE',
    }),
  ];
}
