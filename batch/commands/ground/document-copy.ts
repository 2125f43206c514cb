/** A printed copy of an issued document: of its seal, where it has one; else of its rows, and then it says so. */
import { type CivilDate, dayNumber, parseCivilDate } from '../../../shared/base/civil-date.ts';
import { dayText } from '../../../shared/base/numbers-text.ts';
import type { Language } from '../../../shared/base/words.ts';
import { documentOf } from '../../../shared/invoicing/document.ts';
import { invoicePdf } from '../../print/invoice-pdf.ts';
import type { PrintedPdf } from '../../print/pdf.ts';
import type { IssuedDocument } from './issued-documents.ts';

export type CopyExtras = {
  readonly facturX?: string; // its XML, which makes it an electronic invoice
  readonly stamp?: string; // what stands above everything, such as that it was never paid
};

/** @param day of the copy, which one without a seal names  @returns null where its rows make no document */
export function documentCopy(
  { hash, snapshot }: Pick<IssuedDocument, 'hash' | 'snapshot'>,
  day: CivilDate,
  { facturX, stamp = '' }: CopyExtras = {},
): PrintedPdf | null {
  if (snapshot === null) return null;
  const document = documentOf(snapshot, hash);
  const unsealed = hash === '' ? unsealedText(day, document.language) : '';
  const notice = [stamp, unsealed].filter((text) => text !== '').join('\n');
  return invoicePdf(document, {
    madeOn: issueDay(snapshot.issueDate) ?? day,
    ...(notice === '' ? {} : { notice }),
    ...(facturX === undefined ? {} : { facturX }),
  });
}

/** Why a document's rows make no copy, in one sentence. */
export function noCopyText({ notices, number }: IssuedDocument, language: Language): string {
  const reasons = notices.filter(({ severity }) => severity === 'error').map(({ words }) => words[language]);
  return `${number}${language === 'fr' ? '\u202f: ' : ': '}${reasons.join(' ')}`;
}

function issueDay(text: string): CivilDate | null {
  return isDay(text) ? text : null;
}

function isDay(text: string): text is CivilDate {
  return parseCivilDate(text).ok;
}

function unsealedText(day: CivilDate, language: Language): string {
  const on = dayText(dayNumber(day), language);
  return language === 'fr'
    ? `Copie établie d’après le registre le ${on}\u202f: ce document n’a pas été scellé, et le registre peut avoir changé depuis son émission.`
    : `Copy made from the register on ${on}: this document was not sealed, and the register may have changed since it was issued.`;
}
