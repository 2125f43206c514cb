/** What another program reads and draws of our PDFs, where Poppler is installed: the same words, fonts within, a QR code a phone reads. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import jsQR from 'jsqr';
import { expect, test } from 'vitest';
import { invoicePdf } from '../../batch/print/invoice-pdf.ts';
import { paperPdf } from '../../batch/print/paper-pdf.ts';
import { paymentCode } from '../../shared/exchange/payment-code.ts';
import { temporaryFolder } from '../delivery/temporary-folder.ts';
import { INVOICE } from '../render/documents.ts';
import { PAPER } from './papers.ts';

const PDFS = [
  [
    'invoice',
    () => invoicePdf(INVOICE, { madeOn: '2026-11-25', facturX: '<a/>' }),
    INVOICE.payment?.transfer,
  ],
  ['letter', () => paperPdf(PAPER, '2026-11-25'), transferOf()],
] as const;

function transferOf() {
  const payment = PAPER.blocks.find(({ block }) => block === 'payment');
  return payment?.block === 'payment' ? payment.transfer : null;
}

function has(program: string): boolean {
  try {
    execFileSync(program, ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const NO_POPPLER = !['pdftotext', 'pdffonts', 'pdftoppm'].every(has);

for (const [name, make, transfer] of PDFS) {
  test.skipIf(NO_POPPLER)(name, () => {
    const folder = temporaryFolder();
    const path = join(folder, 'p.pdf');
    writeFileSync(path, make().bytes);
    const said = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
    expect(said).toContain('Hôtel du Parc & Fils');
    expect(said).toContain('FR76 3000 6000 0112 3456 7890 189');
    const fonts = execFileSync('pdffonts', [path], { encoding: 'utf8' }).trim().split('\n').slice(2);
    expect(fonts).toHaveLength(2);
    for (const font of fonts) expect(font).toMatch(/SourceSans3-(Regular|Bold).* yes yes yes /);
    execFileSync('pdftoppm', ['-r', '150', '-f', '1', '-l', '1', path, join(folder, 'p')]);
    const asked = transfer ? paymentCode(transfer) : null;
    expect(readQr(readFileSync(join(folder, 'p-1.ppm')))).toBe(asked?.ok && asked.value);
  });
}

/** The QR code of a picture, three bytes a point (PPM, P6). */
function readQr(ppm: Buffer): string | undefined {
  const [head, width, height] = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(
    ppm.subarray(0, 40).toString('latin1'),
  ) ?? [''];
  const rgb = ppm.subarray(head.length);
  const rgba = new Uint8ClampedArray(Number(width) * Number(height) * 4).fill(255);
  for (let at = 0; at < rgb.length / 3; at++) {
    for (let color = 0; color < 3; color++) rgba[at * 4 + color] = rgb[at * 3 + color];
  }
  const code = jsQR(rgba, Number(width), Number(height));
  return code ? Buffer.from(code.binaryData).toString('utf8') : undefined;
}
