/** What the user wrote and cannot be meant. */
import type { Words } from '../../shared/base/words.ts';

/** Wrong arguments or configuration: its words tell what to write instead. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly words: Words;

  constructor(words: Words) {
    super(words.en);
    this.words = words;
  }
}
