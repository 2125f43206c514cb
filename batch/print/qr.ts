/** QR codes as drawings: sharp at any size, and a phone reads them from a screen as from paper. */
import qrcode from 'qrcode-generator';
import { utf8Bytes } from '../../shared/base/sha256.ts';
import { paymentCode, type Transfer } from '../../shared/exchange/payment-code.ts';
import type { Pdf } from './pdf.ts';

/** The quiet zone around a code, in modules (ISO/IEC 18004). */
const QUIET = 4;
const BY_ITS_LENGTH = 0;

/** The modules of a transfer's code, row by row; null where there is none: not in euros, no right IBAN, no amount. */
export function transferModules(transfer: Transfer | null): readonly (readonly boolean[])[] | null {
  const code = transfer && paymentCode(transfer);
  if (!code?.ok) return null;
  const qr = qrcode(BY_ITS_LENGTH, 'M');
  // the generator takes one byte a character: UTF-8 is made here
  qr.addData(Array.from(utf8Bytes(code.value), (byte) => String.fromCharCode(byte)).join(''), 'Byte');
  qr.make();
  const places = Array.from({ length: qr.getModuleCount() }, (_, place) => place);
  return places.map((row) => places.map((column) => qr.isDark(row, column)));
}

/** @param size of the square with its quiet zone, in points  @param said for who cannot see it */
export function paintQr(
  pdf: Pdf,
  modules: readonly (readonly boolean[])[],
  x: number,
  y: number,
  size: number,
  said: string,
): void {
  const unit = size / (modules.length + 2 * QUIET);
  const paint = (): void => {
    for (const [index, row] of modules.entries()) {
      for (const [start, length] of runsOf(row)) {
        pdf.doc.rect(x + (start + QUIET) * unit, y + (index + QUIET) * unit, length * unit, unit);
      }
    }
    pdf.doc.fill('#000000');
  };
  pdf.root.add(pdf.doc.struct('Figure', { alt: said }, paint));
}

/** Neighbours that are dark are one rectangle: no hair of white between them. */
function runsOf(row: readonly boolean[]): readonly (readonly [start: number, length: number])[] {
  const runs: [start: number, length: number][] = [];
  for (const [column, isDark] of row.entries()) {
    const last = runs[runs.length - 1];
    if (!isDark) continue;
    if (last && last[0] + last[1] === column) last[1]++;
    else runs.push([column, 1]);
  }
  return runs;
}
