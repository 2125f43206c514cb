/** What must hold of an issued register after whatever happened. Each broken promise is a sentence. */

import { type SealRow, verifyChain } from '../../shared/invoicing/seal.ts';
import { readSnapshot } from '../../shared/invoicing/snapshot-text.ts';
import { SEAL_TYPES } from '../../shared/register/addon-tables.ts';
import { type FakeRow, type FakeState, rowsOf } from './fake-world.ts';

/** @param isQuiet whether everything was given the time to be finished */
export function brokenPromises(state: FakeState, isQuiet: boolean): readonly string[] {
  const chain = rowsOf(state, 'seals').map(sealRow);
  const check = verifyChain(chain);
  const documents = chain.filter(({ type }) => type === 'ISSUE' || type === 'CREDIT');
  return [
    ...(check.ok ? [] : [`the chain breaks at row ${check.row}: ${check.field}`]),
    ...numberFaults(documents),
    ...draftFaults(documents),
    ...documents.flatMap((seal) => documentFaults(state, seal, isQuiet)),
    ...strayFaults(state, documents),
    ...sendFaults(state),
  ];
}

function sealRow(row: FakeRow): SealRow {
  const text = (key: string): string => String(row[key] ?? '');
  const type = SEAL_TYPES.find((one) => one === row.type) ?? 'SETTING';
  const [number, at, snapshot, prev, hash] = ['number', 'at', 'snapshot', 'prev', 'hash'].map(text);
  return { seq: Number(row.seq), type, number, at, snapshot, prev, hash };
}

function numberFaults(documents: readonly SealRow[]): readonly string[] {
  const faults: string[] = [];
  for (const kind of ['F', 'A']) {
    documents
      .filter(({ number }) => number.startsWith(kind))
      .forEach(({ number }, index) => {
        const expected = `${kind}2026-${String(index + 1).padStart(5, '0')}`;
        if (number !== expected) faults.push(`${number} stands where ${expected} should`);
      });
  }
  return faults;
}

function draftFaults(documents: readonly SealRow[]): readonly string[] {
  const drafts = documents.map(({ snapshot }) => draftOf(snapshot));
  return drafts
    .filter((id, index) => drafts.indexOf(id) !== index)
    .map((id) => `draft ${id} is issued twice`);
}

function draftOf(text: string): string {
  const read = readSnapshot(text);
  return read.ok ? read.value.draft : 'unreadable';
}

function documentFaults(state: FakeState, seal: SealRow, isQuiet: boolean): readonly string[] {
  const read = readSnapshot(seal.snapshot);
  if (!read.ok) return [`${seal.number} has no snapshot`];
  const { number, client, totalMinor, lines } = read.value;
  const faults: string[] = [];
  const rows = rowsOf(state, 'invoices').filter((row) => row.number === number);
  if (rows.length > 1 || (isQuiet && rows.length === 0)) faults.push(`${number} has ${rows.length} rows`);
  for (const row of rows) {
    if (row.client !== client.code) faults.push(`${number} is of ${row.client}`);
    if (Math.round(Number(row.total) * 100) !== Number(totalMinor))
      faults.push(`${number} totals ${row.total}`);
  }
  const lineCount = rowsOf(state, 'lines').filter(({ invoice }) => invoice === number).length;
  if (isQuiet && lineCount !== lines.length) faults.push(`${number} has ${lineCount} lines`);
  const files = state.files.filter(({ name }) => name.startsWith(`${number}-`));
  if (files.length > 1 || (isQuiet && files.length === 0)) faults.push(`${number} has ${files.length} PDFs`);
  if (files.some(({ html }) => !html.includes(seal.hash.slice(3, 15))))
    faults.push(`${number}: another’s PDF`);
  return [...faults, ...messageFaults(state, number, client.email, isQuiet)];
}

function messageFaults(state: FakeState, number: string, email: string, isQuiet: boolean): readonly string[] {
  const faults: string[] = [];
  const mails = state.mails.filter(({ subject }) => subject.includes(number));
  const rows = rowsOf(state, 'journal').filter(({ key }) => key === `invoice:${number}`);
  if (mails.length > 1) faults.push(`${number} is mailed ${mails.length} times`);
  if (mails.some(({ to }) => to !== email)) faults.push(`${number} is mailed to another`);
  if (rows.length > 1 || (isQuiet && rows.length === 0)) faults.push(`${number} has ${rows.length} messages`);
  for (const { status, recipient } of rows) {
    if (status === 'envoyé' && mails.length === 0) faults.push(`${number} says sent and was not`);
    if (mails.length > 0 && !['envoyé', 'inconnu', 'en cours'].includes(String(status))) {
      faults.push(`${number} was sent and says ${status}`);
    }
    if (isQuiet && recipient !== null && status === 'en attente') faults.push(`${number} still waits`);
  }
  return faults;
}

/** Rows and files of numbers nobody sealed. */
function strayFaults(state: FakeState, documents: readonly SealRow[]): readonly string[] {
  const sealed = new Set(documents.map(({ number }) => number));
  const strays = rowsOf(state, 'invoices').filter(
    ({ number, seal }) => seal !== null && !sealed.has(String(number)),
  );
  return strays.map(({ number }) => `${number} stands in the register without a seal`);
}

function sendFaults(state: FakeState): readonly string[] {
  return state.mails
    .filter(({ attachments, subject }) => subject.startsWith('Facture') && attachments.length !== 1)
    .map(({ subject }) => `${subject} left without its document`);
}
