/** The desk that a command writes papers at: the register on a day, the firm's words, and the documents issued. */
import { type CivilDate, dayNumber } from '../../../shared/base/civil-date.ts';
import type { Language } from '../../../shared/base/words.ts';
import type { Desk } from '../../../shared/letters/letterhead.ts';
import { ownTexts } from '../../../shared/letters/message-texts.ts';
import { buildLedger } from '../../../shared/receivables/ledger.ts';
import type { Register } from '../../../shared/register/entries.ts';
import { shippedTexts } from '../../delivery/shipped-texts.ts';
import { type CommandFlags, lastText } from '../../options/command-flags.ts';
import { registerDay } from '../../options/register-day.ts';
import { UsageError } from '../../options/usage-error.ts';
import { type KeptCells, keepingCells } from '../../sources/kept-cells.ts';
import { type IssuedRegister, readIssued } from '../ground/issued-documents.ts';
import { readRegister, registerToday } from '../ground/read-register.ts';
import type { World } from '../ground/world.ts';

export type OpenedDesk = {
  readonly desk: Desk;
  readonly day: CivilDate; // the one it is asked for
  readonly issued: Pick<IssuedRegister, 'read' | 'documents' | 'kept'>;
  readonly register: Register;
  readonly language: Language; // the register's
};

/**
 * @param withDocuments whether documents are to be shown whole: a register is then kept cell by cell, which takes memory
 * @throws UsageError, SourceError
 */
export async function openDesk(
  flags: CommandFlags,
  world: World,
  withDocuments: boolean,
): Promise<OpenedDesk> {
  const { asOf, register: name } = registerDay(flags, world.environment, world.folder);
  const issued = withDocuments
    ? await readIssued(name, world, ['templates', 'journal'])
    : await readWithWords(name, world);
  const { register } = issued.read;
  const { settings } = register;
  const day = asOf ?? (await registerToday(settings, world));
  const texts = { own: ownTexts(issued.kept.get('templates') ?? []), shipped: shippedTexts() };
  const desk = { ledger: buildLedger(register), asOf: dayNumber(day), texts };
  if (issued.info.moving) world.talk(MOVING[settings.language]);
  return { desk, day, issued, register, language: settings.language };
}

/** Of the cells only the firm's own words are kept. */
async function readWithWords(name: string, world: World): Promise<IssuedRegister> {
  let kept: KeptCells = new Map();
  const opened = await readRegister(name, world, () => ({
    takeSeal: () => undefined,
    through: (reader) => {
      const keeping = keepingCells(reader, ['templates']);
      kept = keeping.kept;
      return keeping.sink;
    },
  }));
  return { ...opened, kept, documents: () => [] };
}

const MOVING = {
  fr: 'la feuille était en cours de modification pendant sa lecture\u202f: relancez la commande pour des chiffres sûrs.',
  en: 'the sheet was being edited while it was read: run the command again for figures to rely on.',
} as const;

/** A client by its code.  @throws UsageError where no row has it */
export function clientNamed({ clients }: Register, code: string): number {
  const exact = clients.findIndex((client) => client.code === code);
  const alike =
    exact < 0 ? clients.findIndex((client) => client.code.toLowerCase() === code.toLowerCase()) : exact;
  if (alike >= 0) return alike;
  throw new UsageError({
    fr: `le registre n’a pas de client «\u202f${code}\u202f»\u202f; il faut un code de l’onglet Clients.`,
    en: `the register has no client "${code}"; a code of the Clients tab is wanted.`,
  });
}

/** Documents by their numbers, indexes.  @throws UsageError where no row has one, or where one is another client's */
export function invoicesNamed(
  { clients, invoices }: Register,
  numbers: readonly string[],
  client: number | null,
): readonly number[] {
  const wanted = new Map<string, number>();
  for (let i = 0; i < invoices.count; i++) wanted.set(invoices.numberAt(i), i);
  return numbers.map((number) => {
    const index = wanted.get(number.trim());
    if (index === undefined) {
      throw new UsageError({
        fr: `le registre n’a pas de facture «\u202f${number}\u202f».`,
        en: `the register has no invoice "${number}".`,
      });
    }
    if (client === null || invoices.client[index] === client) return index;
    const owner = clients[invoices.client[index]].code;
    throw new UsageError({
      fr: `la facture ${number} est celle du client ${owner}.`,
      en: `invoice ${number} is that of client ${owner}.`,
    });
  });
}

/** Where a flag says to write.  @throws UsageError on the standard output, which is for texts */
export function fileFlag(flags: CommandFlags, name: string): string | null {
  const path = lastText(flags, name);
  if (path !== '-') return path;
  throw new UsageError({
    fr: `--${name} attend un fichier\u202f: seuls les textes vont sur la sortie standard.`,
    en: `--${name} wants a file: only texts go to the standard output.`,
  });
}

/** What is told of a register with things to mend; the command then ends with 1. */
export function problemsText(count: number, language: Language): string {
  return language === 'fr'
    ? `le registre a ${count} point${count > 1 ? 's' : ''} à corriger, que «\u202fencaisse report\u202f» montre\u202f: les lignes en cause ne comptent pas ici.`
    : `the register has ${count} thing${count > 1 ? 's' : ''} to mend, which "encaisse report" shows: those rows do not count here.`;
}
