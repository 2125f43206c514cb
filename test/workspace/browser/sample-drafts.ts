/** Drafts that wait in the sample register: two to issue, one beyond its client's limit, one that still lacks something. */
import type { DraftFields, DraftLine } from '../../../appsscript/contract.ts';
import type { Workspace } from '../workspace.ts';

function line(description: string, quantity: string, unit: string, unitPrice: string): DraftLine {
  return { description, quantity, unit, unitPrice, discountPercent: '', vatRate: '20', vatCategory: 'S' };
}

function draft(id: string, client: string, serviceDate: string, ...lines: readonly DraftLine[]): DraftFields {
  const empty = { issueDate: '', dueDate: '', corrects: '', deliveryAddress: '', notes: '' };
  return {
    id,
    client,
    type: 'invoice',
    currency: 'EUR',
    reference: '',
    serviceDate,
    ready: true,
    lines,
    ...empty,
  };
}

const DRAFTS: readonly DraftFields[] = [
  draft(
    'D-HALL2026A1',
    'C001',
    '2026-11-18',
    line('Étude d’agencement du hall d’accueil', '3', 'jour', '640'),
    line('Maquette numérique et perspectives', '1', 'forfait', '1450'),
  ),
  draft('D-SUIVI2026B', 'C010', '2026-11-16', line('Suivi de chantier, aile nord', '4', 'jour', '590')),
  draft('D-BANQUES26C', 'C003', '2026-11-12', line('Banque d’accueil en chêne massif', '1', 'pièce', '5800')),
  {
    ...draft('D-REPRISE26D', 'C022', '', line('Reprise de mobilier d’officine', '1', 'forfait', '2350')),
    ready: false,
  },
];

export function addSampleDrafts(workspace: Workspace): void {
  for (const one of DRAFTS) {
    const answer: unknown = workspace.runInProcess('ui_saveDraft', one);
    if (JSON.stringify(answer).startsWith('{"ok":false')) throw new Error(JSON.stringify(answer));
  }
}
