/** Promises, instalments of plans and calls to be made again: what needs somebody first. */
import type { Words } from '../../../shared/base/words.ts';
import type { Agreement, AgreementState } from '../../../shared/insight/agreements.ts';
import { clientColumns } from '../client-columns.ts';
import type { CurrencyPart } from '../currency-part.ts';
import { fill, font, INK } from '../style.ts';
import type { Column, Table } from '../table/table.ts';
import { addTableSheets } from '../table/table-sheet.ts';
import { SHEET_NAMES, say } from '../words.ts';

const WORDS = {
  title: { fr: 'Promesses et échéanciers', en: 'Promises and plans' },
  note: { fr: 'ce qui n’est pas tenu d’abord', en: 'what is not kept first' },
  kind: { fr: 'Accord', en: 'Agreement' },
  state: { fr: 'État', en: 'State' },
  day: { fr: 'Pour le', en: 'For' },
  madeOn: { fr: 'Convenu le', en: 'Agreed on' },
  invoice: { fr: 'Facture', en: 'Invoice' },
  all: { fr: 'tout ce qui était dû', en: 'all that was owed' },
  amount: { fr: 'Montant', en: 'Amount' },
  instalment: { fr: 'échéance {rank} sur {count}', en: 'instalment {rank} of {count}' },
  promise: { fr: 'promesse', en: 'promise' },
  callBack: { fr: 'rappel à passer', en: 'call back' },
} as const;

const STATES: Readonly<Record<AgreementState, Words>> = {
  broken: { fr: 'non tenu', en: 'broken' },
  grace: { fr: 'passé, à vérifier', en: 'past, to check' },
  today: { fr: 'aujourd’hui', en: 'today' },
  pending: { fr: 'à venir', en: 'to come' },
  kept: { fr: 'tenu', en: 'kept' },
};

const STATE_FILLS: Readonly<Record<AgreementState, string>> = {
  broken: 'F8CFC9',
  grace: 'FFE7C2',
  today: 'FFF1D6',
  pending: 'E5E8EC',
  kept: 'D9EEDF',
};

/** Adds nothing where nothing was agreed. */
export function addAgreementsSheet(part: CurrencyPart): void {
  const { draft } = part;
  const { language } = draft;
  const table = agreementsTable(part, null);
  if (table.rows.length === 0) return;
  addTableSheets(
    draft,
    {
      name: part.sheetName(SHEET_NAMES.agreements),
      title: say(WORDS.title, language),
      subtitle: `${part.subtitle} · ${say(WORDS.note, language)}`,
      frozenColumns: 2,
    },
    table,
  );
}

/** @param client of whom alone; null: of all, who it is in front */
export function agreementsTable(part: CurrencyPart, client: number | null): Table<Agreement> {
  const { answers, report } = part;
  const currency = report.register.currencies.indexOf(answers.currency);
  const who = clientColumns<Agreement>(part, 'word', (agreement) => agreement.client);
  return {
    columns: [...(client === null ? who : []), ...columnsOf(part)],
    rows: report.agreements.filter(
      (one) => one.currency === currency && (client === null || one.client === client),
    ),
    currency: answers.currency,
    totalLabel: '',
    whenEmpty: '',
  };
}

function columnsOf(part: CurrencyPart): readonly Column<Agreement>[] {
  const { language } = part.draft;
  const { invoices } = part.report.register;
  const header = (key: keyof typeof WORDS): string => say(WORDS[key], language);
  return [
    { key: 'kind', header: header('kind'), kind: 'word', cell: (agreement) => kindText(agreement, part) },
    {
      key: 'state',
      header: header('state'),
      kind: 'word',
      cell: ({ state }) => say(STATES[state], language),
      rules: (['broken', 'grace', 'today', 'pending', 'kept'] as const).map((state, at) => ({
        type: 'cellIs',
        operator: 'equal',
        formulae: [`"${say(STATES[state], language)}"`],
        priority: 41 + at,
        style: { fill: fill(STATE_FILLS[state]), font: font(10, INK) },
      })),
    },
    { key: 'day', header: header('day'), kind: 'day', cell: ({ day }) => day },
    { key: 'amount', header: header('amount'), kind: 'amount', cell: ({ amount }) => amount },
    {
      key: 'invoice',
      header: header('invoice'),
      kind: 'word',
      cell: ({ invoice }) => (invoice < 0 ? header('all') : invoices.numberAt(invoice)),
    },
    { key: 'madeOn', header: header('madeOn'), kind: 'day', cell: ({ madeOn }) => madeOn },
  ];
}

function kindText({ count, kind, rank }: Agreement, { draft }: CurrencyPart): string {
  return say(WORDS[kind], draft.language, { rank: String(rank), count: String(count) });
}
