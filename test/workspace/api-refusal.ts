/** How a Google API says no: a status, a text, and the reason in its details (AIP-193). */

const STATUS_NAMES: Readonly<Record<number, string>> = {
  400: 'INVALID_ARGUMENT',
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  429: 'RESOURCE_EXHAUSTED',
  500: 'INTERNAL',
  501: 'UNIMPLEMENTED',
  503: 'UNAVAILABLE',
};

export class ApiRefusal extends Error {
  override readonly name = 'ApiRefusal';
  readonly status: number;
  readonly reason: string | null;

  constructor(status: number, message: string, reason: string | null = null) {
    super(message);
    this.status = status;
    this.reason = reason;
  }
}

/** What the emulation does not do it refuses in so many words: a green test never stands on a guess. */
export function notEmulated(what: string): never {
  throw new ApiRefusal(501, `Not emulated: ${what}`);
}

/** The JSON body of a refusal. */
export function refusalBody({ status, message, reason }: ApiRefusal): string {
  const type = 'type.googleapis.com/google.rpc.ErrorInfo';
  const details = reason === null ? {} : { details: [{ '@type': type, reason, domain: 'googleapis.com' }] };
  const name = STATUS_NAMES[status] ?? 'UNKNOWN';
  return JSON.stringify({ error: { code: status, message, status: name, ...details } }, null, 2);
}
