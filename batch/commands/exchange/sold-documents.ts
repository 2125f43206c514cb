/** What a register sold, for the commands that account or declare it: with every document's VAT, or not at all. */
import { type CivilDate, dayNumber } from '../../../shared/base/civil-date.ts';
import type { Language } from '../../../shared/base/words.ts';
import { type SoldDocument, soldDocuments } from '../../../shared/exchange/sold-document.ts';
import type { Snapshot } from '../../../shared/invoicing/snapshot.ts';
import { readChoice } from '../../../shared/register/cell-choices.ts';
import type { Register, Settings } from '../../../shared/register/entries.ts';
import { OPERATION_CHOICES } from '../../../shared/register/settings.ts';
import { YES_NO_CHOICES } from '../../../shared/register/tables.ts';
import type { IssuedRegister } from '../ground/issued-documents.ts';

/** @returns `missing`: indexes of documents issued by the day whose VAT nobody knows */
export function soldIn(
  issued: IssuedRegister,
  to: CivilDate,
): { readonly sold: readonly SoldDocument[]; readonly missing: readonly number[] } {
  const { evidence, register } = issued.read;
  const snapshots = new Map<number, Snapshot>();
  for (const { index, snapshot } of issued.documents()) if (snapshot) snapshots.set(index, snapshot);
  const { sold, unknown } = soldDocuments(register, evidence, snapshots);
  const last = dayNumber(to);
  return { sold, missing: unknown.filter((index) => register.invoices.issueDay[index] <= last) };
}

/** Whether the firm sells goods only: its sales are of account 707. */
export function sellsGoods({ texts }: Settings): boolean {
  const choice = readChoice(texts.get('operations') ?? '', OPERATION_CHOICES);
  return choice.ok && choice.value === 'goods';
}

/** VAT of services falls due with the receipt, unless the firm chose debits; of goods with the delivery. */
export function vatWhenPaid(settings: Settings): boolean {
  const onDebits = readChoice(settings.texts.get('vatOnDebits') ?? '', YES_NO_CHOICES);
  return !sellsGoods(settings) && !(onDebits.ok && onDebits.value === 'yes');
}

export function missingText(missing: readonly number[], { invoices }: Register, language: Language): string {
  const numbers = missing.map((index) => `  ${invoices.numberAt(index)}\n`).join('');
  return language === 'fr'
    ? `Rien n’est écrit\u202f: pour ces pièces, ni les lignes ni HT + TVA ne font le total TTC. Complétez-les dans le registre.\n${numbers}`
    : `Nothing is written: of these documents neither the lines nor net + VAT make the total. Complete them in the register.\n${numbers}`;
}
