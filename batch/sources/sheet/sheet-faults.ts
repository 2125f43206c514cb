/** What went wrong with a request to Google, read off the error its client threw. Nothing of the error's own text goes on. */
import { jsonField, MalformedAnswer } from './sheet-json.ts';

export type SheetFault =
  | { readonly kind: 'no-credentials' } // none are set up on this machine
  | { readonly kind: 'credentials-refused' } // revoked, expired, or for something else
  | { readonly kind: 'scope-missing' } // signed in, but not for spreadsheets
  | { readonly kind: 'api-disabled' } // in the project the credentials belong to
  | { readonly kind: 'no-access' }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'office-file' } // an .xlsx that Drive shows as a spreadsheet
  | { readonly kind: 'range-gone' } // a tab or its rows went away while they were read
  | { readonly kind: 'protected' } // a range somebody protected against this account
  | { readonly kind: 'quota'; readonly retryAfterMs: number | null }
  | { readonly kind: 'server'; readonly status: number; readonly retryAfterMs: number | null }
  | { readonly kind: 'network'; readonly code: string }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'malformed' };

/** A request that failed for good. */
export class SheetFailure extends Error {
  override readonly name = 'SheetFailure';
  readonly fault: SheetFault;

  constructor(fault: SheetFault) {
    super(`Google Sheets: ${fault.kind}`);
    this.fault = fault;
  }
}

/**
 * Reads an error of the Google client, by its shape: several copies of its HTTP library may be loaded.
 * @param nowMs for a `Retry-After` that names an instant
 * @returns `null` for what no request threw: a bug of ours
 */
export function faultOf(error: unknown, nowMs: number): SheetFault | null {
  if (error instanceof MalformedAnswer) return { kind: 'malformed' };
  if (error instanceof SheetFailure) return error.fault;
  if (jsonField(error, 'config') === undefined) return null;
  const response = jsonField(error, 'response');
  const status = jsonField(response, 'status');
  if (typeof status !== 'number') return connectionFault(error);
  return answerFault(status, refusalOf(jsonField(response, 'data')), retryAfterMs(response, nowMs));
}

function connectionFault(error: unknown): SheetFault {
  if (jsonField(jsonField(error, 'cause'), 'type') === 'aborted') return { kind: 'timeout' };
  const code = jsonField(error, 'code');
  return { kind: 'network', code: typeof code === 'string' && /^[A-Z_]{3,40}$/.test(code) ? code : '' };
}

/** What a refusal of a Google API says (AIP-193): `reasons` are stable words, `message` is for people. */
type Refusal = { readonly reasons: readonly string[]; readonly message: string };

function refusalOf(data: unknown): Refusal {
  const error = jsonField(data, 'error');
  if (typeof error === 'string') return { reasons: [error], message: '' }; // the token endpoint's form
  const parts = [...list(jsonField(error, 'details')), ...list(jsonField(error, 'errors'))];
  const reasons = [jsonField(error, 'status'), ...parts.map((part) => jsonField(part, 'reason'))];
  const message = jsonField(error, 'message');
  return {
    reasons: reasons.filter((reason) => typeof reason === 'string'),
    message: typeof message === 'string' ? message : '',
  };
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function answerFault(status: number, refusal: Refusal, retryAfterMs: number | null): SheetFault {
  const says = (...words: readonly string[]) => words.some((word) => refusal.reasons.includes(word));
  if (says('invalid_grant', 'invalid_client', 'unauthorized_client')) return { kind: 'credentials-refused' };
  if (status === 400) return badRequest(refusal.message);
  if (status === 401) return { kind: 'credentials-refused' };
  if (status === 404) return { kind: 'not-found' };
  if (status === 429) return { kind: 'quota', retryAfterMs };
  if (status !== 403) return { kind: 'server', status, retryAfterMs };
  if (says('RATE_LIMIT_EXCEEDED', 'rateLimitExceeded', 'userRateLimitExceeded', 'quotaExceeded'))
    return { kind: 'quota', retryAfterMs };
  if (says('SERVICE_DISABLED', 'accessNotConfigured')) return { kind: 'api-disabled' };
  if (says('ACCESS_TOKEN_SCOPE_INSUFFICIENT', 'insufficientPermissions')) return { kind: 'scope-missing' };
  return { kind: 'no-access' };
}

/** Google tells these apart by their message alone. */
function badRequest(message: string): SheetFault {
  if (/exceeds grid limits|unable to parse range/i.test(message)) return { kind: 'range-gone' };
  if (/protected cell or object/i.test(message)) return { kind: 'protected' };
  if (/not supported for this document/i.test(message)) return { kind: 'office-file' };
  return { kind: 'server', status: 400, retryAfterMs: null };
}

/** `Retry-After` (RFC 9110 §10.2.3): seconds, or an instant. */
function retryAfterMs(response: unknown, nowMs: number): number | null {
  const headers = jsonField(response, 'headers');
  const text = isHeaders(headers) ? headers.get('retry-after') : null;
  if (typeof text !== 'string') return null;
  const ms = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - nowMs;
  return ms >= 0 ? ms : null;
}

function isHeaders(value: unknown): value is { get(name: string): unknown } {
  return typeof jsonField(value, 'get') === 'function';
}
