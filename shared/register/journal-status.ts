/**
 * A status is written beside a message's row, and a person may move rows in the very moment of writing. So it says whose it is, in the
 * same write: a status that came to another row, in a run that was stopped before it could look, is known for what it is.
 */

/** Texts of a journal row. @field statusOf the key or the claim of the message whose status was written; empty where a person wrote it */
export type StatusCells = { readonly statusOf: string; readonly key: string; readonly claim: string };

/** Whether the status beside a row is that row's own. */
export function isOwnStatus({ statusOf, key, claim }: StatusCells): boolean {
  return statusOf === '' || statusOf === key || statusOf === claim;
}
