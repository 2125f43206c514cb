/** The invoice as a page: complete HTML that loads nothing, for the PDF and for its preview. */
import { isHttps } from '../../shared/exchange/payment-code.ts';
import type { InvoiceDocument } from '../../shared/invoicing/document.ts';
import { INVOICE_WORDS } from '../../shared/invoicing/invoice-words.ts';
import { plainSpaces } from '../../shared/letters/payment-means.ts';
import page from '../../templates/invoice.page.hbs';
import { gifAddress, transferGif } from './qr.ts';

/** @param document of a draft without a seal: the page says that it is a preview */
export function invoicePage(document: InvoiceDocument): string {
  const { clientCode, dates, language, payment, references, termsOfSaleLink, witness } = document;
  const words = INVOICE_WORDS[language];
  const code = clientCode === '' ? [] : [{ label: words.clientCode, text: clientCode }];
  return page({
    ...document,
    words,
    iban: payment ? plainSpaces(payment.iban) : '',
    facts: [...dates, ...code, ...references],
    isPreview: witness === '',
    qr: payment ? gifAddress(transferGif(payment.transfer)) : '',
    link: payment ? safeLink(payment.link) : '',
    termsOfSale: safeLink(termsOfSaleLink),
  });
}

/** A link that may stand in a page; else none. */
export function safeLink(link: string): string {
  return isHttps(link) ? link : '';
}
