/** What went wrong, told in words, and the code the command then ends with. */
import type { Language, Words } from '../../../shared/base/words.ts';
import { DeliveryError, type FailureCode, failureText } from '../../delivery/failure.ts';
import { UsageError } from '../../options/usage-error.ts';
import { SourceError } from '../../sources/source.ts';
import type { ExitCode, World } from './world.ts';

/** An answer that could not be written. What stood in its place before still does. */
export class OutputError extends Error {
  override readonly name = 'OutputError';
  readonly words: Words;

  constructor(words: Words) {
    super(words.en);
    this.words = words;
  }
}

/** Writes an answer. @throws OutputError where the system does not let it */
export async function writing<T>(path: string, write: () => T | Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const code = systemCode(error);
    if (code === null) throw error;
    throw new OutputError({
      fr: `«\u202f${path}\u202f» ne peut pas être écrit (${code})\u202f; vérifiez que son dossier existe, que vous pouvez y écrire et que le disque n’est pas plein.`,
      en: `"${path}" cannot be written (${code}); check that its folder exists, that you may write there and that the disk is not full.`,
    });
  }
}

/** The system's code where the system refused, such as ENOSPC; `null` for a bug of ours. */
export function systemCode(error: unknown): string | null {
  return error instanceof Error && 'syscall' in error && 'code' in error ? String(error.code) : null;
}

/** Tells the user on the standard error. @returns 2 for what the user wrote, 3 for what a file, a source or a server did */
export function tellFailure(error: unknown, language: Language, talk: World['talk']): ExitCode {
  const [text, code] = explain(error, language);
  talk(language === 'fr' ? `encaisse\u202f: ${text}` : `encaisse: ${text}`);
  return code;
}

/** Why something failed, for who reads a list of failures: a bug of ours by its message alone. */
export function failureWords(error: unknown): Words {
  const inOne = (language: Language): string => (isBug(error) ? String(error) : explain(error, language)[0]);
  return { fr: inOne('fr'), en: inOne('en') };
}

/** What nobody but us can mend: it is told with its whole trace. */
export function isBug(error: unknown): error is Error {
  const isTold =
    error instanceof UsageError ||
    error instanceof SourceError ||
    error instanceof OutputError ||
    error instanceof DeliveryError;
  return error instanceof Error && !isTold && systemCode(error) === null;
}

function explain(error: unknown, language: Language): readonly [text: string, code: ExitCode] {
  if (error instanceof UsageError) return [error.words[language], 2];
  if (error instanceof SourceError || error instanceof OutputError) return [error.words[language], 3];
  if (error instanceof DeliveryError) {
    const code = isUsage(error.failure.code) ? 2 : 3;
    return [failureText(error.failure, language), code];
  }
  if (!(error instanceof Error)) return [String(error), 3];
  return [systemCode(error) === null ? (error.stack ?? error.message) : error.message, 3];
}

function isUsage(code: FailureCode): boolean {
  return code.startsWith('setting/') || code.startsWith('recipients/');
}
