/** One cell to mail addresses. Strict, because a letter goes to whatever is read here: one cell never smuggles in a second address. */
import type { Cell } from '../base/problem.ts';
import { ok, type Result, refuse } from '../base/result.ts';
import { isFormulaError, readText } from './cells.ts';

type EmailError = 'email/invalid' | 'cell/formula-error';

/** RFC 5321 §4.5.3.1: what an SMTP path may hold. */
const LONGEST_ADDRESS = 254;
const LONGEST_LOCAL_PART = 64;
const LONGEST_CELL = 4000;

/** RFC 5322 dot-atom, unquoted and without comments; a domain of at least two labels (RFC 1035), the last one no number. */
const LOCAL_PART = /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/;
const LABEL = /^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/i;
const LAST_LABEL = /^(?:[a-z]{2,63}|xn--[a-z\d-]{1,58}[a-z\d])$/i;

/** Exactly one address. */
export function readEmail(cell: Cell): Result<string, EmailError> {
  if (isFormulaError(cell)) return refuse('cell/formula-error');
  const text = readText(cell);
  return isAddress(text) ? ok(text) : refuse('email/invalid');
}

/** Addresses separated by commas, semicolons or spaces; one that is not an address refuses the cell. An empty cell has none. */
export function readEmails(cell: Cell): Result<readonly string[], EmailError> {
  if (isFormulaError(cell)) return refuse('cell/formula-error');
  const text = readText(cell);
  if (text.length > LONGEST_CELL) return refuse('email/invalid');
  const addresses = text.split(/[,; \u00a0\u202f]/).filter((part) => part !== '');
  return addresses.every(isAddress) ? ok(addresses) : refuse('email/invalid');
}

function isAddress(text: string): boolean {
  if (text.length > LONGEST_ADDRESS) return false;
  const at = text.lastIndexOf('@');
  const labels = text.slice(at + 1).split('.');
  return (
    at > 0 &&
    at <= LONGEST_LOCAL_PART &&
    LOCAL_PART.test(text.slice(0, at)) &&
    labels.length > 1 &&
    labels.every((label) => LABEL.test(label)) &&
    LAST_LABEL.test(labels[labels.length - 1])
  );
}
