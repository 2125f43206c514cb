/** `encaisse e-invoice`: issued documents as EN 16931 XML, one file each, or as Factur-X; what a platform would refuse is named and not written. */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { type CivilDate, dayNumber } from '../../../shared/base/civil-date.ts';
import { countText, moneyText } from '../../../shared/base/numbers-text.ts';
import type { Language } from '../../../shared/base/words.ts';
import { eInvoiceFaults } from '../../../shared/exchange/cii/check.ts';
import { needsNoPlatform } from '../../../shared/exchange/cii/check-network.ts';
import { type EInvoiceFacts, vatInEuros } from '../../../shared/exchange/cii/facts.ts';
import { ciiInvoice } from '../../../shared/exchange/cii/invoice.ts';
import { factsReader } from '../../../shared/exchange/cii/register-facts.ts';
import type { Snapshot } from '../../../shared/invoicing/snapshot.ts';
import type { Register } from '../../../shared/register/entries.ts';
import { writeWhole } from '../../answers/whole-file.ts';
import { type CommandFlags, lastText } from '../../options/command-flags.ts';
import { registerDay } from '../../options/register-day.ts';
import { UsageError } from '../../options/usage-error.ts';
import { documentCopy } from '../ground/document-copy.ts';
import { writing } from '../ground/failures.ts';
import { type IssuedDocument, readIssued } from '../ground/issued-documents.ts';
import { oneLine } from '../ground/one-line.ts';
import { dayFlag } from '../ground/period.ts';
import { registerToday } from '../ground/read-register.ts';
import type { ExitCode, World } from '../ground/world.ts';
import { depositFacts } from './deposit-facts.ts';
import { vatInEurosFact } from './vat-in-euros.ts';

const FOLDER = { fr: 'factures-electroniques', en: 'e-invoices' };

export async function runEInvoice(flags: CommandFlags, world: World): Promise<ExitCode> {
  const { register: name } = registerDay(flags, world.environment, world.folder);
  const chosen = chosenBy(flags);
  const issued = await readIssued(name, world);
  const { register } = issued.read;
  const { language } = register.settings;
  refuseUnknown(chosen.numbers, register);
  const folder = lastText(flags, 'folder') ?? FOLDER[language];
  const told = { ...depositFacts(flags, register), ...vatInEurosFact(flags) };
  const known = factsReader(register);
  const factsOf: FactsOf = (index) => ({ ...known(index), ...told });
  const pdfDay = flags.switches.has('pdf') ? await registerToday(register.settings, world) : null;
  const done = { written: 0, unprinted: 0, refused: 0, elsewhere: 0 };
  for (const document of issued.documents((index) => isChosen(index, register, chosen))) {
    const { isElsewhere, reasons } = reasonsAgainst(document, factsOf, language);
    if (document.snapshot === null || reasons.length > 0) {
      done[isElsewhere ? 'elsewhere' : 'refused']++;
      await world.out.write(`${document.number}\n${reasons.map((reason) => `  ${reason}\n`).join('')}`);
      continue;
    }
    const facts = factsOf(document.index);
    const xml = ciiInvoice(document.snapshot, facts);
    await writeBeside(Buffer.from(xml, 'utf8'), 'xml', folder, document.number, world);
    const pdf =
      pdfDay === null
        ? null
        : documentCopy(document, pdfDay, { facturX: xml, stamp: eurosText(document.snapshot, facts) });
    const lacking = pdf?.missing ?? [];
    if (lacking.length > 0) {
      done.unprinted++;
      await world.out.write(`${document.number}\n  ${oneLine(unprintedText(lacking, language))}\n`);
    } else if (pdf) await writeBeside(pdf.bytes, 'pdf', folder, document.number, world);
    done.written++;
  }
  await world.out.write(endText(done, folder, language));
  return done.refused + done.unprinted > 0 ? 1 : 0;
}

type FactsOf = (index: number) => EInvoiceFacts;

type Chosen = {
  readonly numbers: readonly string[];
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
};

function chosenBy(flags: CommandFlags): Chosen {
  return {
    numbers: flags.texts.get('invoice') ?? [],
    from: dayFlag(flags, 'from'),
    to: dayFlag(flags, 'to'),
  };
}

function isChosen(index: number, { invoices }: Register, { from, numbers, to }: Chosen): boolean {
  const day = invoices.issueDay[index];
  if (numbers.length > 0 && !numbers.includes(invoices.numberAt(index))) return false;
  return (from === null || day >= dayNumber(from)) && (to === null || day <= dayNumber(to));
}

/** @throws UsageError on a number that no row of the register has */
function refuseUnknown(numbers: readonly string[], { invoices }: Register): void {
  const known = new Set(Array.from({ length: invoices.count }, (_, index) => invoices.numberAt(index)));
  const unknown = numbers.filter((number) => !known.has(number));
  if (unknown.length === 0) return;
  throw new UsageError({
    fr: `le registre n’a pas de facture ${unknown.join(', ')}.`,
    en: `the register has no invoice ${unknown.join(', ')}.`,
  });
}

/** @returns why it is not written; `isElsewhere` where nothing is wrong with it, and no platform is to have it */
function reasonsAgainst(
  { index, notices, snapshot }: IssuedDocument,
  factsOf: FactsOf,
  language: Language,
): { readonly isElsewhere: boolean; readonly reasons: readonly string[] } {
  if (snapshot === null) return { isElsewhere: false, reasons: notices.map(({ words }) => words[language]) };
  const faults = eInvoiceFaults(snapshot, factsOf(index));
  return {
    isElsewhere: needsNoPlatform(snapshot, faults),
    reasons: faults.map(({ message, rule }) => `${rule} · ${message[language]}`),
  };
}

/** A number may hold a slash: in a file's name it is a dash. */
async function writeBeside(
  bytes: Uint8Array,
  extension: 'xml' | 'pdf',
  folder: string,
  number: string,
  world: World,
): Promise<void> {
  const path = join(folder, `${number.replace(/[^A-Za-z0-9_+-]/g, '-')}.${extension}`);
  await writing(path, async () => {
    mkdirSync(resolve(world.folder, folder), { recursive: true });
    await writeWhole(Readable.from([bytes]), resolve(world.folder, path));
  });
}

/** What the XML says beyond the sealed document stands on its page too. Empty where that is nothing, or no VAT. */
function eurosText(snapshot: Snapshot, facts: EInvoiceFacts): string {
  const euros = vatInEuros(snapshot, facts) ?? 0;
  if (euros === 0) return '';
  const language = snapshot.client.language === 'en' ? 'en' : 'fr';
  const amount = moneyText(euros, 'EUR', language);
  return language === 'fr' ? `TVA en euros\u202f: ${amount}` : `VAT in euros: ${amount}`;
}

/** A PDF says what its XML says, or it is none: no square stands for a letter there. */
function unprintedText(characters: readonly string[], language: Language): string {
  const list = characters.join(' ');
  return language === 'fr'
    ? `PDF non écrit, la police n’a pas ces caractères\u202f: ${list}. Le XML les porte\u202f: transmettez-le seul, ou écrivez-les en lettres latines avant d’émettre.`
    : `PDF not written, the typeface does not have these characters: ${list}. The XML has them: hand it over alone, or write them in Latin letters before issuing.`;
}

type Done = {
  readonly written: number;
  readonly unprinted: number; // of those written, without their PDF
  readonly refused: number;
  readonly elsewhere: number;
};

const WRITTEN = {
  fr: ['facture électronique écrite', 'factures électroniques écrites'],
  en: ['e-invoice written', 'e-invoices written'],
} as const;
const UNPRINTED = {
  fr: ['sans son PDF', 'sans leur PDF'],
  en: ['without its PDF', 'without their PDFs'],
} as const;
const REFUSED = { fr: ['refusée', 'refusées'], en: ['refused', 'refused'] } as const;
const ELSEWHERE = {
  fr: ['à remettre en PDF (e-reporting)', 'à remettre en PDF (e-reporting)'],
  en: ['to hand over as a PDF (e-reporting)', 'to hand over as PDFs (e-reporting)'],
} as const;

function endText(
  { elsewhere, refused, unprinted, written }: Done,
  folder: string,
  language: Language,
): string {
  const counted = (count: number, [one, many]: readonly [string, string]): string =>
    countText(count, one, many, language);
  const parts = [`${counted(written, WRITTEN[language])} ${language === 'fr' ? 'dans' : 'to'} ${folder}`];
  if (unprinted > 0) parts.push(counted(unprinted, UNPRINTED[language]));
  if (refused > 0) parts.push(counted(refused, REFUSED[language]));
  if (elsewhere > 0) parts.push(counted(elsewhere, ELSEWHERE[language]));
  return `${parts.join(', ')}.\n`;
}
