/** `encaisse letter`: a letter about a client, as a PDF to print and to post, with what goes into its envelope. */
import { basename, dirname, extname, join, resolve } from 'node:path';
import type { Language, Words } from '../../../shared/base/words.ts';
import { LETTER_KINDS } from '../../../shared/letters/letter-choice.ts';
import { type Asked, writeLetter } from '../../../shared/letters/letter-kinds.ts';
import { openItemsOn } from '../../../shared/receivables/ledger.ts';
import { safeFileName } from '../../delivery/file-name.ts';
import { type CommandFlags, lastText } from '../../options/command-flags.ts';
import { UsageError } from '../../options/usage-error.ts';
import { writing } from '../ground/failures.ts';
import { oneLine } from '../ground/one-line.ts';
import type { ExitCode, World } from '../ground/world.ts';
import { lostLetter } from './lost-letter.ts';
import {
  clientNamed,
  fileFlag,
  invoicesNamed,
  type OpenedDesk,
  openDesk,
  problemsText,
} from './paper-desk.ts';
import { type Printed, printLetter } from './print-letter.ts';
import { writeFiles } from './write-files.ts';

export async function runLetter(flags: CommandFlags, world: World): Promise<ExitCode> {
  const kind = kindOf(flags);
  const path = fileFlag(flags, 'pdf');
  const opened = await openDesk(flags, world, WITH_COPIES.includes(kind));
  const { language, register } = opened;
  const asked = askedOf(flags, opened);
  const written =
    kind === 'irrecoverable' ? lostLetter(opened, asked) : writeLetter(kind, opened.desk, asked);
  if ('why' in written) {
    await world.out.write(`${oneLine(written.why[language])}\n`);
    return 1;
  }
  const { left, printed } = printLetter(written, opened);
  const paths = pathsOf(path, printed);
  await writing(paths[0], () =>
    writeFiles(
      printed.map(({ pdf }, index) => ({ path: resolve(world.folder, paths[index]), bytes: pdf.bytes })),
    ),
  );
  for (const one of paths) world.talk(WRITTEN[language] + one);
  for (const sentence of left) world.talk(oneLine(NO_COPY[language] + sentence));
  const missing = [...new Set(printed.flatMap(({ pdf }) => pdf.missing))];
  if (missing.length > 0) world.talk(missingText(missing, language));
  const { problems } = opened.issued.read;
  if (problems.length > 0) world.talk(problemsText(problems.length, register.settings.language));
  return problems.length + left.length + missing.length > 0 ? 1 : 0;
}

const WRITTEN: Words = { fr: 'écrit\u202f: ', en: 'written: ' };
const NO_COPY: Words = { fr: 'copie à joindre vous-même, ', en: 'a copy to add yourself, ' };

/** Those that need no more than the register, and the duplicate of what will never be paid, which needs its VAT. */
const KINDS = [...LETTER_KINDS, 'irrecoverable'] as const;
type Kind = (typeof KINDS)[number];

/** Those whose envelope holds copies of invoices. */
const WITH_COPIES: readonly Kind[] = ['formal-notice', 'irrecoverable'];

/** @throws UsageError */
function kindOf(flags: CommandFlags): Kind {
  const text = lastText(flags, 'kind') ?? '';
  const found = KINDS.find((kind) => kind === text);
  if (found) return found;
  const kinds = KINDS.join(', ');
  throw new UsageError({
    fr: `--kind\u202f: choisissez la lettre parmi ${kinds}.`,
    en: `--kind: choose the letter among ${kinds}.`,
  });
}

/** The client by its code or by an invoice of it; the currency by its code, by the invoice, or the only one it owes in.  @throws UsageError */
function askedOf(flags: CommandFlags, opened: OpenedDesk): Asked {
  const { register } = opened;
  const code = lastText(flags, 'client');
  const named = code === null ? null : clientNamed(register, code);
  const invoices = invoicesNamed(register, flags.texts.get('invoice') ?? [], named);
  const client = named ?? (invoices.length > 0 ? register.invoices.client[invoices[0]] : noClient());
  invoicesNamed(register, flags.texts.get('invoice') ?? [], client);
  return {
    client,
    currency: currencyOf(lastText(flags, 'currency'), client, invoices, opened),
    invoices,
    tracking: lastText(flags, 'tracking') ?? '',
  };
}

/** @throws UsageError */
function noClient(): never {
  throw new UsageError({
    fr: 'dites de quel client\u202f: --client CODE, ou une de ses factures par --invoice NUMÉRO.',
    en: 'say which client: --client CODE, or one of its invoices with --invoice NUMBER.',
  });
}

/** @throws UsageError where the register has none of that name, or where several are owed */
function currencyOf(
  text: string | null,
  client: number,
  invoices: readonly number[],
  { desk, register }: OpenedDesk,
): number {
  const { currencies } = register;
  if (text !== null) {
    const found = currencies.indexOf(text.toUpperCase());
    if (found >= 0) return found;
    throw new UsageError({
      fr: `--currency\u202f: le registre n’a rien en «\u202f${text}\u202f»\u202f; ses devises sont ${currencies.join(', ')}.`,
      en: `--currency: the register has nothing in "${text}"; its currencies are ${currencies.join(', ')}.`,
    });
  }
  if (invoices.length > 0) return register.invoices.currency[invoices[0]];
  const owed = currencies.flatMap((_, currency) => {
    const items = openItemsOn(desk.ledger, currency, desk.asOf);
    return items.some(({ invoice }) => register.invoices.client[invoice] === client) ? [currency] : [];
  });
  if (owed.length <= 1) return owed[0] ?? 0;
  const codes = owed.map((currency) => currencies[currency]).join(', ');
  throw new UsageError({
    fr: `ce client doit en ${codes}\u202f: une lettre par devise, choisissez par --currency.`,
    en: `this client owes in ${codes}: one letter a currency, choose with --currency.`,
  });
}

/** The letter's own path, and beside it those of what goes with it. */
function pathsOf(given: string | null, [letter, ...others]: readonly Printed[]): readonly string[] {
  const first = given ?? safeFileName(`${letter.name}.pdf`);
  const stem = join(dirname(first), basename(first, extname(first)));
  return [
    first,
    ...others.map(
      ({ name }, index) => `${stem}-${index + 1}-${safeFileName(`${name.replace(/[/\\]/g, '-')}.pdf`)}`,
    ),
  ];
}

/** Characters of another script, for which a square stands. */
export function missingText(missing: readonly string[], language: Language): string {
  const list = missing.slice(0, 20).join(' ');
  return language === 'fr'
    ? `caractères que la police n’a pas, imprimés en carrés\u202f: ${list}`
    : `characters the typeface does not have, printed as squares: ${list}`;
}
