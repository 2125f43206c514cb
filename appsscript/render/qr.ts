/** QR codes as pictures: GIF, the one format that the generator, mail programs and the PDF maker all have. */
import qrcode from 'qrcode-generator';
import { utf8Bytes } from '../../shared/base/sha256.ts';
import { paymentCode, type Transfer } from '../../shared/exchange/payment-code.ts';

const MODULE_PIXELS = 4;
/** The quiet zone around a code is four modules wide (ISO/IEC 18004). */
const QUIET_PIXELS = 4 * MODULE_PIXELS;

const BY_ITS_LENGTH = 0;
const DATA_URL = 'data:image/gif;base64,';

/** The QR code of a transfer as base64 of a GIF; empty where there is none: not in euros, no right IBAN, no amount. */
export function transferGif(transfer: Transfer | null): string {
  const code = transfer && paymentCode(transfer);
  return code?.ok ? qrGif(code.value) : '';
}

/** Codes made in this run: a page and the mail with it show the same one, and each takes milliseconds. */
const made = new Map<string, string>();
const MOST_KEPT = 200;

/** A text's QR code, error level M, as base64 of a GIF. */
export function qrGif(text: string): string {
  const known = made.get(text);
  if (known !== undefined) return known;
  const gif = drawn(text);
  if (made.size >= MOST_KEPT) made.clear();
  made.set(text, gif);
  return gif;
}

/** The generator takes one byte a character: UTF-8 is made here. */
function drawn(text: string): string {
  const qr = qrcode(BY_ITS_LENGTH, 'M');
  qr.addData(Array.from(utf8Bytes(text), (byte) => String.fromCharCode(byte)).join(''), 'Byte');
  qr.make();
  return qr.createDataURL(MODULE_PIXELS, QUIET_PIXELS).slice(DATA_URL.length);
}

/** A GIF as the address of a picture within a page. */
export function gifAddress(base64: string): string {
  return base64 === '' ? '' : DATA_URL + base64;
}
