/** What a run of issuing works on, and what became of it. */
import type { SendState } from '../../contract.ts';
import type { Sealed } from './book.ts';

/** A document this run works on. */
export type Work = {
  readonly sealed: Sealed;
  readonly isNew: boolean; // sealed by this run: no earlier one can have printed it
  readonly url: string; // of its document; empty: not printed yet
  readonly isMailable: boolean; // its message waits, and this run has claimed it
};

/** What became of a document this run worked on. */
export type Finished = { readonly state: SendState; readonly url: string };
