/** How to pay a message's amount, with the picture of its QR code. */
import type { Language } from '../../shared/base/words.ts';
import { type AskedSum, type PaymentMeans, paymentMeansOf } from '../../shared/letters/payment-means.ts';
import type { Sender } from '../../shared/letters/sender.ts';
import type { PaymentBox } from './mail.ts';
import { transferGif } from './qr.ts';

/** @returns null where the settings name neither account nor link */
export function paymentBoxOf(sender: Sender, asked: AskedSum, language: Language): PaymentBox | null {
  const means = paymentMeansOf(sender, asked, language);
  return means && boxWith(means);
}

export function boxWith({ lines, link, transfer }: PaymentMeans): PaymentBox {
  return {
    lines: lines.map(([label, text]) => ({ label, text })),
    link,
    gifBase64: transferGif(transfer),
  };
}
