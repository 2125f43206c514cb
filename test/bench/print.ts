/** Invoices as PDF: how many a second, and how large. */
import { invoicePdf } from '../../batch/print/invoice-pdf.ts';
import { numberText } from '../../shared/base/numbers-text.ts';
import { documentOf } from '../../shared/invoicing/document.ts';
import { snapshotOfLines } from '../print/printed.ts';

const MOST_LINES = 12;

/** As many invoices as each size says, of one to twelve lines, each with its number, its QR code and an XML attached. */
export function benchPrint(sizes: readonly number[], print: (text: string) => void): void {
  for (const size of sizes) {
    const start = performance.now();
    let bytes = 0;
    for (let i = 1; i <= size; i++) {
      const number = `F2026-${String(i).padStart(5, '0')}`;
      const document = documentOf(snapshotOfLines(1 + (i % MOST_LINES), { number }), `h1:${'0'.repeat(64)}`);
      bytes += invoicePdf(document, { madeOn: '2026-11-25', facturX: `<x>${number}</x>` }).bytes.length;
    }
    const seconds = (performance.now() - start) / 1000;
    const figures = [seconds, size / seconds, bytes / size / 1024].map((value) => numberText(value, 1, 'en'));
    print(
      `\n${numberText(size, 0, 'en')} invoices as PDF: ${figures[0]} s, ${figures[1]} a second, ${figures[2]} KB each`,
    );
  }
}
