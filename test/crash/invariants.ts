/** What must hold in every world, whatever failed in it. */
import { createHash } from 'node:crypto';
import { type SealRow, verifyChain } from '../../shared/invoicing/seal.ts';
import { readSnapshot } from '../../shared/invoicing/snapshot-text.ts';
import { SEAL_TYPES } from '../../shared/register/addon-tables.ts';
import type { SentMail, WorkspaceState } from '../workspace/state.ts';
import type { Scenario } from './scenario.ts';
import { isReminder, type Silenced, silenceFaults } from './silence.ts';
import { type Row, rowsOf } from './tables.ts';

/** What was seen while the world was played. */
export type Witness = {
  /**
   * Somebody put rows in above while a block was written, and Google stopped the run before it looked again: what the block covered
   * comes back from the seals, without what people wrote beside it.
   */
  readonly mayLoseNotes: boolean;
  silenced: Silenced | null; // the first time
  readonly sends: Map<number, number>; // the mail's place among all, and the call it left at
  readonly early: Set<number>; // places of mails that left before what the act writes down stood in the journal
};

export function faultsOf(
  state: WorkspaceState,
  scenario: Scenario,
  start: WorkspaceState,
  witness: Witness,
): readonly string[] {
  const seals = sealsOf(state);
  return [
    ...chainFaults(seals, sealsOf(start)),
    ...numberFaults(seals),
    ...draftFaults(state, seals, scenario),
    ...rowFaults(state, seals),
    ...(witness.mayLoseNotes ? [] : noteFaults(state, start)),
    ...fileFaults(state, seals),
    ...twiceFaults(state),
    ...mailFaults(state, seals),
    ...silenceFaults(state, witness.silenced, witness.sends),
    ...silentFaults(state, scenario, start.mails.length, witness.early),
    ...logFaults(state, scenario),
    ...paymentFaults(state, start, scenario),
    ...importFaults(state, scenario),
    ...formulaFaults(state),
  ];
}

type Sealed = SealRow & { readonly draft: string; readonly lines: number };

function sealsOf(state: WorkspaceState): readonly Sealed[] {
  return rowsOf(state, 'seals').map((row) => {
    const text = (key: string): string => String(row[key] ?? '');
    const snapshot = readSnapshot(text('snapshot'));
    return {
      seq: Number(row.seq),
      type: SEAL_TYPES.find((type) => type === row.type) ?? 'SETTING',
      number: text('number'),
      at: text('at'),
      snapshot: text('snapshot'),
      prev: text('prev'),
      hash: text('hash'),
      draft: snapshot.ok ? snapshot.value.draft : '',
      lines: snapshot.ok ? snapshot.value.lines.length : 0,
    };
  });
}

const documentsIn = (seals: readonly Sealed[]): readonly Sealed[] =>
  seals.filter(({ type }) => type === 'ISSUE' || type === 'CREDIT');

function chainFaults(seals: readonly Sealed[], before: readonly Sealed[]): readonly string[] {
  const check = verifyChain(seals);
  const kept = before.every(({ hash }, index) => seals[index]?.hash === hash);
  return [
    ...(check.ok ? [] : [`the chain breaks at row ${check.row}: ${check.field}`]),
    ...(kept ? [] : ['a seal of the past changed']),
  ];
}

/** Each series runs 1..n, in its order. */
function numberFaults(seals: readonly Sealed[]): readonly string[] {
  const last = new Map<string, number>();
  return documentsIn(seals).flatMap(({ number }) => {
    const [, series = '', digits = ''] = /^(.*?)(\d+)$/.exec(number) ?? [];
    const expected = (last.get(series) ?? 0) + 1;
    last.set(series, Number(digits));
    return Number(digits) === expected ? [] : [`${number} where ${series} has ${expected} next`];
  });
}

function draftFaults(state: WorkspaceState, seals: readonly Sealed[], scenario: Scenario): readonly string[] {
  const documents = documentsIn(seals);
  const drafts = rowsOf(state, 'drafts');
  const numbersOf = (id: unknown): readonly string[] =>
    documents.filter(({ draft }) => draft === id).map(({ number }) => number);
  const twice = documents.filter(({ draft }) => numbersOf(draft).length > 1).map(({ draft }) => draft);
  const forgotten = scenario.drafts.filter((id) => numbersOf(id).length === 0 && standsOnce(drafts, id));
  const wrong = drafts.filter(({ id, number }) => number !== null && !numbersOf(id).includes(String(number)));
  const unmarked = drafts.filter(
    ({ id, number }) => number === null && numbersOf(id).length > 0 && standsOnce(drafts, id),
  );
  return [
    ...twice.map((id) => `draft ${id} has several numbers`),
    ...forgotten.map((id) => `draft ${id} was never issued`),
    ...wrong.map(({ id, number }) => `draft ${id} says ${number}, which is not its number`),
    ...unmarked.map(({ id }) => `draft ${id} does not say its number`),
  ];
}

function standsOnce(drafts: readonly Row[], draft: unknown): boolean {
  return drafts.filter(({ id }) => id === draft).length === 1;
}

/** Every sealed document has its one row, with its lines; there is no row without a seal. */
function rowFaults(state: WorkspaceState, seals: readonly Sealed[]): readonly string[] {
  const invoices = rowsOf(state, 'invoices');
  const lines = rowsOf(state, 'lines');
  const documents = documentsIn(seals);
  const numbers = documents.map(({ number }) => number);
  return [
    ...documents.flatMap(({ number, lines: count }) => {
      const rows = invoices.filter((row) => row.number === number);
      const positions = lines.filter(({ invoice }) => invoice === number).map(({ position }) => position);
      return [
        ...(rows.length === 1 ? [] : [`${number} has ${rows.length} rows in the register`]),
        ...(positions.join() === [...new Set(positions)].join() && positions.length === count
          ? []
          : [`${number} has the lines ${positions.join()}`]),
        ...(String(rows[0]?.document ?? '') === '' ? [`${number} does not say where its document is`] : []),
      ];
    }),
    ...invoices
      .filter(({ client, number }) => client !== null && !numbers.includes(String(number)))
      .map(({ number }) => `${number} stands in the register without a seal`),
  ];
}

/** What people wrote beside an invoice is still there. */
function noteFaults(state: WorkspaceState, start: WorkspaceState): readonly string[] {
  const now = rowsOf(state, 'invoices');
  const noted = rowsOf(start, 'invoices').filter(({ reference }) => reference !== null);
  return noted
    .filter(
      ({ number, reference }) => !now.some((row) => row.number === number && row.reference === reference),
    )
    .map(({ number }) => `what was written beside ${number} is gone`);
}

/** One document a number. Of files under `drive.file` a colleague's run sees its own only, and may have to print the same page again. */
function fileFaults(state: WorkspaceState, seals: readonly Sealed[]): readonly string[] {
  const pdfs = state.files.filter(({ mimeType }) => mimeType === 'application/pdf');
  return documentsIn(seals).flatMap(({ number }) => {
    const own = pdfs.filter(({ name }) => name.includes(number));
    const [first] = own;
    const torn = first && createHash('sha256').update(first.bytes).digest('hex') !== first.sha256;
    const sent = state.mails.flatMap(({ attachments }) =>
      attachments.filter(({ name }) => name.includes(number)),
    );
    return [
      ...(own.length > 0 && repeated(own.map(({ owner }) => owner)).length === 0
        ? []
        : [`${number} has ${own.length} documents`]),
      ...(torn || [...own, ...sent].some(({ sha256 }) => sha256 !== first?.sha256)
        ? [`${number} left as another document`]
        : []),
    ];
  });
}

/** Nobody reads a message twice, nor two reminders on one day: those of all levels bear one subject. */
function twiceFaults({ mails }: WorkspaceState): readonly string[] {
  const read = mails.map(({ body, subject, to }) => `${to} « ${subject} »\n${body}`);
  const days = mails
    .filter(isReminder)
    .map(({ at, to }) => `${to} on ${new Date(at).toISOString().slice(0, 10)}`);
  return [
    ...repeated(read).map((mail) => `sent twice: ${mail.split('\n')[0]}`),
    ...repeated(days).map((day) => `reminded twice: ${day}`),
  ];
}

/** A message says it was sent when it was, does not when it was not, and nothing is sent in silence. */
function mailFaults(state: WorkspaceState, seals: readonly Sealed[]): readonly string[] {
  const journal = rowsOf(state, 'journal').filter(({ key }) => key !== null);
  const keys = journal.filter(({ status }) => status !== 'échec').map(({ key }) => String(key));
  const of = (status: string): readonly Row[] => journal.filter((row) => row.status === status);
  // `sending` under a lease that is over is unknown too: its run is dead
  const [sent, unknown] = [of('envoyé'), [...of('inconnu'), ...of('en cours')]];
  const least = sent.length;
  const most = sent.length + unknown.length;
  return [
    ...repeated(keys).map((key) => `${key} stands twice in the journal`),
    ...(state.mails.length < least ? [`${least} messages say sent, ${state.mails.length} were`] : []),
    ...(state.mails.length > most ? [`${state.mails.length} were sent, ${most} messages tell of it`] : []),
    ...sent
      .filter((row) => !state.mails.some((mail) => tellsOf(mail, row)))
      .map(({ key }) => `${key} says sent and was not`),
    ...documentsIn(seals)
      .filter(({ number }) => !keys.includes(`invoice:${number}`))
      .map(({ number }) => `${number} has no message`),
    ...of('en attente').map(({ key }) => `${key} waits for ever`),
  ];
}

function tellsOf(mail: SentMail, { recipient, invoice }: Row): boolean {
  const text = [mail.subject, mail.body, ...mail.attachments.map(({ name }) => name)].join(' ');
  return mail.to === recipient && (invoice === null || text.includes(String(invoice)));
}

function repeated(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.filter((text, index) => texts.indexOf(text) !== index))];
}

/** Some clients must not hear of what is due: of a reminder nobody vouches for, of what was promised. */
function silentFaults(
  { mails }: WorkspaceState,
  { silent = [] }: Scenario,
  before: number,
  early: ReadonlySet<number>,
): readonly string[] {
  return mails
    .filter(
      (mail, place) => place >= before && !early.has(place) && isReminder(mail) && silent.includes(mail.to),
    )
    .map(({ subject, to }) => `${to} was to hear nothing, and read « ${subject} »`);
}

/** Whether what the act writes down stands in the journal. */
export function isLogged(state: WorkspaceState, { logged }: Scenario): boolean {
  return logged === undefined || rowsOf(state, 'journal').some(({ key }) => key === logged);
}

/** What was said to be written down stands in the journal, and with it, once, what was agreed. */
function logFaults(state: WorkspaceState, scenario: Scenario): readonly string[] {
  const { logged, planned = 0 } = scenario;
  const agreed = rowsOf(state, 'instalments').reduce((sum, { amount }) => sum + Number(amount), 0);
  return [
    ...(isLogged(state, scenario) ? [] : [`${logged} was never written down`]),
    ...(planned === 0 || agreed === planned ? [] : [`instalments of ${agreed} instead of ${planned}`]),
  ];
}

/** No payment is lost, none is doubled. */
function paymentFaults(state: WorkspaceState, start: WorkspaceState, scenario: Scenario): readonly string[] {
  const rows = rowsOf(state, 'payments');
  const own = rows.filter(({ id }) => String(id).startsWith('P-'));
  const before = rowsOf(start, 'payments').filter(({ id }) => !/^(DECOY|B-)/.test(String(id)));
  const sum = own.reduce((total, { amount }) => total + Number(amount), 0);
  return [
    ...(Math.round(sum * 100) === scenario.recorded * 100
      ? []
      : [`${sum} was recorded instead of ${scenario.recorded}`]),
    ...before
      .filter(({ id }) => rows.filter((row) => row.id === id).length !== 1)
      .map(({ id }) => `payment ${id} is not there once`),
    ...repeated(rows.map(({ id, invoice }) => `${id} ${invoice}`)).map((id) => `payment ${id} stands twice`),
  ];
}

/** Of a bank's movements each stands once in the log, and what is paid is what the log says. */
function importFaults(state: WorkspaceState, { imported = 0 }: Scenario): readonly string[] {
  const paid = rowsOf(state, 'payments').filter(({ id }) => String(id).startsWith('B-'));
  const log = rowsOf(state, 'bank').filter((row) => row.state !== 'annulé');
  const said = log.flatMap(({ payments }) => String(payments ?? '').split(' ')).filter((id) => id !== '');
  const sum = paid.reduce((total, { amount }) => total + Number(amount), 0);
  return [
    ...(sum === imported ? [] : [`${sum} was imported instead of ${imported}`]),
    ...repeated(log.map(({ key }) => String(key))).map((key) => `movement ${key} stands twice`),
    ...(said.sort().join() ===
    paid
      .map(({ id }) => String(id))
      .sort()
      .join()
      ? []
      : [`the log says ${said.join()}, and there is ${paid.map(({ id }) => id).join()}`]),
  ];
}

function formulaFaults({ book }: WorkspaceState): readonly string[] {
  return book.tabs.flatMap(({ title, formulas }) => {
    const found = [...formulas.values()].flatMap((byColumn) => [...byColumn.values()]);
    return found.map((formula) => `${title} holds the formula ${formula}`);
  });
}
