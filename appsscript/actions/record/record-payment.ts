/** Records a payment by its id: one row for each invoice it settles, sharing a reference, and one for what is left unapplied. */
import { civilDate, serialOfDay } from '../../../shared/base/civil-date.ts';
import { decimalNumber, decimalText } from '../../../shared/base/money.ts';
import { moneyText } from '../../../shared/base/numbers-text.ts';
import { type Language, typesetFrench, type Words } from '../../../shared/base/words.ts';
import type { SealedPayment } from '../../../shared/invoicing/sealed-payments.ts';
import { buildLedger } from '../../../shared/receivables/ledger.ts';
import { readChoice } from '../../../shared/register/cell-choices.ts';
import type { Register } from '../../../shared/register/entries.ts';
import { YES_NO_CHOICES } from '../../../shared/register/tables.ts';
import type { Answer, PaymentFields, SendState } from '../../contract.ts';
import type { World } from '../../world.ts';
import { appendPayments } from '../exchange/below.ts';
import { mendLeftOver } from '../exchange/mend-payments.ts';
import {
  answered,
  choiceText,
  type Row,
  readRegisterOf,
  refused,
  rowsWith,
  type TabView,
  textOf,
  textsOf,
  underLock,
  viewOf,
} from '../frame.ts';
import { sealRecorded } from '../issue/seal-changes.ts';
import { refreshEdited } from '../refresh/edit.ts';
import { noticesIn } from './drafting.ts';
import { type CheckedPayment, checkPayment } from './payment-check.ts';

/** Thanks a client for a payment that is recorded; asked twice it thanks once. @param id the payment's, as `P-…` */
export type Thank = (world: World, id: string) => SendState;

const NOT_RECORDED: Words = {
  fr: 'Rien n’est enregistré : corrigez ces champs.',
  en: 'Nothing is recorded: correct these fields.',
};
const ALREADY: Words = {
  fr: 'Déjà enregistré : rien n’a été ajouté.',
  en: 'Recorded already: nothing was added.',
};

/** Recorded twice it stands once. What it settles shows beside the invoices at once. */
export function recordPaymentAction(
  world: World,
  fields: PaymentFields,
  thank: Thank,
): Answer<{ readonly text: string; readonly thanked: SendState }> {
  const recorded = underLock(world, () => recordUnderLock(world, fields));
  if (!recorded.ok) return recorded;
  const { text, thanks } = recorded.value;
  return answered({ text, thanked: thanks ? thank(world, fields.id) : 'none' });
}

type Recorded = { readonly text: string; readonly thanks: boolean };

function recordUnderLock(world: World, fields: PaymentFields): Answer<Recorded> {
  const { language } = world.sheet;
  mendLeftOver(world);
  const { register, grids } = readRegisterOf(world, [
    'settings',
    'clients',
    'invoices',
    'payments',
    'instalments',
  ]);
  const view = viewOf('payments', grids.get('payments') ?? [], language);
  if (!view.ok) return view;
  const thanks = fields.kind === 'payment' && (fields.thank || thanksAlways(register));
  const known = recordedRow(view.value, fields.id);
  if (known > 0) {
    refreshEdited(world, { tab: 'payments', firstRow: known, lastRow: known }); // the run before may have stopped here
    return answered({ text: inLanguage(ALREADY, language), thanks });
  }
  const checked = checkPayment(fields, buildLedger(register), world.now().day);
  if (checked.notices.length > 0) {
    return refused(inLanguage(NOT_RECORDED, language), noticesIn(checked.notices, language));
  }
  const twin = twinRow(view.value, fields, checked);
  const rows = paymentRows(fields, checked, language);
  const first = appendPayments(world, view.value, rows);
  world.sheet.flush();
  refreshEdited(world, { tab: 'payments', firstRow: first, lastRow: first + checked.rows.length - 1 });
  sealRecorded(world, sealedPayments(fields, checked));
  return answered({ text: doneText(fields, checked, twin, language), thanks });
}

/** A row of the payment: its first, or, where a person deleted that one, another. 0 where there is none. */
function recordedRow(view: TabView, id: string): number {
  const place = textsOf(view, 'id').findIndex((text) => text === id || text.startsWith(`${id}-`));
  return place < 0 ? 0 : place + 2;
}

function thanksAlways({ settings }: Register): boolean {
  const read = readChoice(settings.texts.get('thankYou') ?? '', YES_NO_CHOICES);
  return read.ok && read.value === 'yes';
}

function inLanguage(words: Words, language: Language): string {
  return language === 'fr' ? typesetFrench(words.fr) : words.en;
}

/** As the chain keeps them: what the rows say, read back. */
function sealedPayments(fields: PaymentFields, checked: CheckedPayment): readonly SealedPayment[] {
  const { client } = fields;
  const { currency, day, rows } = checked;
  return rows.map(({ invoice, minor }, index) => ({
    id: rowId(fields, index),
    date: civilDate(day),
    client,
    invoice,
    amount: decimalText(minor, currency),
    currency,
  }));
}

/** The first row has the payment's own id, the others a rank behind it: ids stand in one row only. */
function rowId({ id }: PaymentFields, index: number): string {
  return index === 0 ? id : `${id}-${index + 1}`;
}

function paymentRows(
  fields: PaymentFields,
  { rows, day, currency, method }: CheckedPayment,
  language: Language,
): readonly Row[] {
  const shared = rows.length > 1 ? fields.id : '';
  return rows.map(({ invoice, minor }, index) => ({
    id: rowId(fields, index),
    date: serialOfDay(day),
    client: fields.client,
    invoice,
    amount: decimalNumber(minor, currency),
    currency,
    method: choiceText('payments', 'method', method, language),
    reference: fields.reference === '' ? shared : fields.reference,
    notes: fields.reason,
  }));
}

/** A row of the same client, day, invoice and amount: perhaps the same money typed twice. 0 where there is none. */
function twinRow(view: TabView, { client }: PaymentFields, { rows, day, currency }: CheckedPayment): number {
  const [{ invoice, minor }] = rows;
  const twins = rowsWith(view, 'client', client).filter(
    (row) =>
      textOf(view, row, 'invoice') === invoice &&
      textOf(view, row, 'amount') === String(decimalNumber(minor, currency)) &&
      textOf(view, row, 'date') === String(serialOfDay(day)),
  );
  return twins[0] ?? 0;
}

const DONE: Readonly<Record<PaymentFields['kind'], Words>> = {
  payment: { fr: 'Règlement enregistré', en: 'Payment recorded' },
  bounced: { fr: 'Rejet enregistré', en: 'Bounced payment recorded' },
  refund: { fr: 'Remboursement enregistré', en: 'Refund recorded' },
  writeOff: { fr: 'Abandon enregistré', en: 'Write-off recorded' },
};

function doneText(
  fields: PaymentFields,
  { rows, currency, unapplied }: CheckedPayment,
  twin: number,
  language: Language,
): string {
  const parts = rows.map(({ invoice, minor }) => {
    const sum = moneyText(Math.abs(minor), currency, language);
    if (invoice !== '') return language === 'fr' ? `${sum} sur ${invoice}` : `${sum} on ${invoice}`;
    return language === 'fr' ? `${sum} non imputés` : `${sum} unapplied`;
  });
  const unusual: Words = {
    fr: ` Attention : la ligne ${twin} de l’onglet Règlements dit la même chose ; si c’est le même argent, supprimez l’une des deux.`,
    en: ` Note: row ${twin} of the Payments tab says the same; if it is the same money, delete one of the two.`,
  };
  const isLeft = unapplied > 0 && fields.kind === 'payment';
  const left: Words = { fr: ' Le reste attend d’être imputé.', en: ' The rest waits to be applied.' };
  const done: Words = {
    fr: `${DONE[fields.kind].fr} : ${parts.join(', ')}.${isLeft ? left.fr : ''}${twin > 0 ? unusual.fr : ''}`,
    en: `${DONE[fields.kind].en}: ${parts.join(', ')}.${isLeft ? left.en : ''}${twin > 0 ? unusual.en : ''}`,
  };
  return inLanguage(done, language);
}
