/** An issued document as EN 16931 XML, beside its PDF: made from its seal when it is asked for, so that issuing waits for nothing. */
import { sha256 } from '../../../shared/base/sha256.ts';
import { type Language, typesetFrench } from '../../../shared/base/words.ts';
import { eInvoiceFaults } from '../../../shared/exchange/cii/check.ts';
import { needsNoPlatform } from '../../../shared/exchange/cii/check-network.ts';
import { type EInvoiceFacts, PLAIN_FACTS } from '../../../shared/exchange/cii/facts.ts';
import type { EInvoiceFault } from '../../../shared/exchange/cii/fault.ts';
import { ciiInvoice } from '../../../shared/exchange/cii/invoice.ts';
import { flowOf } from '../../../shared/exchange/cii/notes.ts';
import { factsReader } from '../../../shared/exchange/cii/register-facts.ts';
import type { Snapshot } from '../../../shared/invoicing/snapshot.ts';
import type { Register } from '../../../shared/register/entries.ts';
import type { EInvoiceMade } from '../../contract/bank.ts';
import type { Answer, Notice } from '../../contract.ts';
import type { StoredFile, World } from '../../world.ts';
import { answered, readRegisterOf, refused } from '../frame.ts';
import { sealedIn } from '../issue/book.ts';
import { openChain } from '../issue/chain.ts';
import { fileName } from '../issue/documents.ts';

const TABLES_READ = ['settings', 'clients', 'invoices', 'payments', 'instalments'] as const;

/** What a platform would refuse is named rule by rule, and no file is made. */
export function eInvoice(world: World, { invoice }: { readonly invoice: string }): Answer<EInvoiceMade> {
  const { language } = world.sheet;
  const opened = openChain(world);
  if (!opened.ok) return opened;
  const sealed = sealedIn(opened.value.chain).find(({ number }) => number === invoice);
  if (!sealed) return refused(said(NOT_SEALED, language));
  const { register } = readRegisterOf(world, TABLES_READ);
  const facts = factsOf(invoice, register);
  const faults = eInvoiceFaults(sealed.snapshot, facts);
  if (faults.length > 0) {
    const why = needsNoPlatform(sealed.snapshot, faults) ? NO_PLATFORM : NOT_MADE;
    return refused(said(why, language), noticesOf(faults, 'error', language));
  }
  const xml = ciiInvoice(sealed.snapshot, facts);
  const { url } = storedOnce(world, fileName(sealed).replace(/\.pdf$/, '.xml'), xml);
  return answered({ url, text: said(MADE, language) });
}

function factsOf(number: string, register: Register): EInvoiceFacts {
  const { invoices } = register;
  for (let index = 0; index < invoices.count; index++) {
    if (invoices.numberAt(index) === number) return factsReader(register)(index);
  }
  return PLAIN_FACTS;
}

/** The same content is stored once. What was paid on the day of issue may have been written later: then it is another file. */
function storedOnce(world: World, name: string, xml: string): StoredFile {
  const known = world.files.find(name);
  return known && known.sha256 === sha256(xml) ? known : world.files.storeXml(name, xml);
}

/** What a platform would refuse of a draft for a business in France, to be mended before it is issued. */
export function draftWarnings(snapshot: Snapshot, language: Language): readonly Notice[] {
  if (flowOf(snapshot) !== 'B2B') return [];
  return noticesOf(eInvoiceFaults(snapshot, PLAIN_FACTS), 'warning', language);
}

function noticesOf(
  faults: readonly EInvoiceFault[],
  severity: Notice['severity'],
  language: Language,
): readonly Notice[] {
  const about = said(ABOUT, language);
  return faults.map(({ field, message, rule }) => ({
    field: field.replace(/\[(\d+)\]/g, '.$1'),
    severity,
    text: `${about}${message[language]} [${rule}]`,
  }));
}

function said(words: { readonly fr: string; readonly en: string }, language: Language): string {
  return language === 'fr' ? typesetFrench(words.fr) : words.en;
}

const ABOUT = { fr: 'Facture électronique : ', en: 'E-invoice: ' } as const;
const MADE = {
  fr: 'XML (EN 16931) rangé dans Drive, à côté du PDF. Le transmettre à votre plateforme reste à faire.',
  en: 'XML (EN 16931) stored in Drive, beside the PDF. Handing it to your platform is still to be done.',
} as const;
const NOT_MADE = {
  fr: 'Une plateforme refuserait cette facture électronique : aucun fichier n’est fait.',
  en: 'A platform would refuse this e-invoice: no file is made.',
} as const;
const NO_PLATFORM = {
  fr: 'Cette vente n’a pas besoin de plateforme : aucun fichier n’est fait, remettez le PDF.',
  en: 'This sale needs no platform: no file is made, hand over the PDF.',
} as const;
const NOT_SEALED = {
  fr: 'Ce document n’a pas été émis par Encaisse : son contenu n’est pas scellé, aucun XML n’est fait.',
  en: 'This document was not issued by Encaisse: its content is not sealed, no XML is made.',
} as const;
