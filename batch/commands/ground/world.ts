/** The world a command works in: the real one in `main`, plain objects in a test. */
import type { Language, Words } from '../../../shared/base/words.ts';
import type { Environment } from '../../options/variables.ts';

export type World = {
  readonly environment: Environment;
  readonly folder: string; // the one the command runs in
  readonly clock: () => Date;
  readonly language: Language; // of the talk, until the register says its own
  readonly out: Output; // answers
  readonly talk: (text: string) => void; // one line to the standard error
  readonly progress: (words: Words) => Progress;
};

/** Rejects where the text is not taken; who has stopped reading takes everything. */
export type Output = { write(text: string): Promise<void> };

/** A bar on a terminal, for what takes more than a second; nothing anywhere else. */
export type Progress = {
  at(share: number | null): void; // from 0 to 1; null: at work, nobody knows how far
  done(): void;
};

/** 0 done; 1 done, but the register has problems; 2 wrong arguments or configuration; 3 a source or a delivery failed. */
export type ExitCode = 0 | 1 | 2 | 3;
