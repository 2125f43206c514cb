/** A credit note's draft, filled in from the invoice it corrects: from its sealed content, or from the register's rows of an older one. */
import { civilDate } from '../../../shared/base/civil-date.ts';
import { decimalText } from '../../../shared/base/money.ts';
import type { Words } from '../../../shared/base/words.ts';
import type { Snapshot } from '../../../shared/invoicing/snapshot.ts';
import { readSnapshot } from '../../../shared/invoicing/snapshot-text.ts';
import type { Register } from '../../../shared/register/entries.ts';
import type { Answer, DraftFields, DraftLine } from '../../contract.ts';
import type { World } from '../../world.ts';
import { answered, readRegisterOf, refused, rowsWith, type TabView, tableOf, textOf } from '../frame.ts';
import { invoiceIndex } from './drafting.ts';

const NO_INVOICE: Words = {
  fr: 'La facture {} n’est pas dans le registre.',
  en: 'Invoice {} is not in the register.',
};
const IS_NOTE: Words = {
  fr: '{} est un avoir : un avoir ne se corrige pas par un autre, émettez une facture.',
  en: '{} is a credit note: it is not corrected by another, issue an invoice.',
};

/** The whole invoice, to be credited in full or cut down to a part. Nothing is written. */
export function creditNoteAction(
  world: World,
  { id, invoice: number }: { readonly id: string; readonly invoice: string },
): Answer<DraftFields> {
  const { language } = world.sheet;
  const { register } = readRegisterOf(world, ['settings', 'clients', 'invoices']);
  const index = invoiceIndex(register, number);
  if (index < 0) return refused(NO_INVOICE[language].replace('{}', () => number));
  if (register.invoices.creditNote[index] === 1)
    return refused(IS_NOTE[language].replace('{}', () => number));
  const seals = tableOf(world, 'seals');
  if (!seals.ok) return seals;
  const snapshot = sealedAs(seals.value, number);
  const lines = snapshot ? answered(snapshot.lines.map(sealedLine)) : writtenLines(world, register, index);
  if (!lines.ok) return lines;
  return answered({
    ...emptyNote(id, register, index),
    reference: snapshot?.reference ?? '',
    serviceDate: snapshot?.serviceDate ?? '',
    deliveryAddress: snapshot?.deliveryAddress ?? '',
    lines: lines.value,
  });
}

function emptyNote(id: string, { invoices, clients, currencies }: Register, index: number): DraftFields {
  return {
    id,
    client: clients[invoices.client[index]].code,
    type: 'creditNote',
    issueDate: '',
    dueDate: '',
    currency: currencies[invoices.currency[index]],
    corrects: invoices.numberAt(index),
    reference: '',
    serviceDate: '',
    deliveryAddress: '',
    notes: '',
    ready: false,
    lines: [],
  };
}

function sealedAs(view: TabView, number: string): Snapshot | null {
  const row = rowsWith(view, 'number', number).find((one) => textOf(view, one, 'type') === 'ISSUE');
  if (row === undefined) return null;
  const cell = view.grid[row - 1][view.places.get('snapshot') ?? -1];
  const read = typeof cell === 'string' ? readSnapshot(cell) : null;
  return read?.ok ? read.value : null;
}

function sealedLine(line: Snapshot['lines'][number]): DraftLine {
  const { description, quantity, unit, unitPrice, discountPercent, vatRate, vatCategory } = line;
  return { description, quantity, unit, unitPrice, discountPercent, vatRate, vatCategory };
}

/** Of an invoice that was never sealed: its rows in the lines tab, else one line of its total, the rate to be filled in. */
function writtenLines(
  world: World,
  { invoices, currencies }: Register,
  index: number,
): Answer<readonly DraftLine[]> {
  const view = tableOf(world, 'lines');
  if (!view.ok) return view;
  const number = invoices.numberAt(index);
  const rows = rowsWith(view.value, 'invoice', number);
  if (rows.length > 0) return answered(rows.map((row) => writtenLine(view.value, row)));
  const unitPrice = decimalText(invoices.total[index], currencies[invoices.currency[index]]);
  const description = `${number}, ${civilDate(invoices.issueDay[index])}`;
  const line = {
    description,
    quantity: '1',
    unit: '',
    unitPrice,
    discountPercent: '',
    vatRate: '',
    vatCategory: '',
  };
  return answered([line]);
}

function writtenLine(view: TabView, row: number): DraftLine {
  const text = (key: string): string => textOf(view, row, key);
  return {
    description: text('description'),
    quantity: text('quantity'),
    unit: text('unit'),
    unitPrice: text('unitPrice'),
    discountPercent: text('discountPercent'),
    vatRate: text('vatRate'),
    vatCategory: text('vatCategory'),
  };
}
