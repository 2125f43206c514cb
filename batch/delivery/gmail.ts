/** Sending through the Gmail API (users.messages.send). */
import { auth, gmail, type gmail_v1 } from 'googleapis/build/src/apis/gmail/index.js';
import { causeText, type DeliveryFailure } from './failure.ts';
import { rawMail } from './mime.ts';
import type { Mail, SendResult, Transport } from './transport.ts';

const SCOPE = 'https://www.googleapis.com/auth/gmail.send';
const ROOT_URL = 'https://gmail.googleapis.com/';

type Identity = NonNullable<gmail_v1.Options['auth']>;

export type GmailSettings = {
  readonly user: string | null; // the sending mailbox; null: that of the identity
  readonly rootUrl?: string; // of another server than Google's, for a test
  readonly signIn?: () => Promise<Identity>; // by default with application-default credentials
};

/** A transport that asks once: nothing is tried again, since a second call would be a second mail. */
export function gmailTransport(settings: GmailSettings): Transport {
  const signIn = settings.signIn ?? (() => signInByDefault(settings.user));
  let signedIn: Promise<Identity> | null = null; // once for all the recipients of a run

  async function send(mail: Mail): Promise<SendResult> {
    const raw = await rawMail(mail, settings.user, { 'Auto-Submitted': 'auto-generated' });
    signedIn ??= signIn();
    let identity: Identity;
    try {
      identity = await signedIn;
    } catch (error) {
      return refused({ code: 'gmail/no-credentials', cause: causeText(error) });
    }
    return post(raw, identity, settings.rootUrl ?? ROOT_URL);
  }

  return { name: 'gmail', send };
}

/**
 * Application-default credentials; a service account acts for the mailbox named (domain-wide delegation). The token is asked
 * for before the message is handed over, so that what fails here is certain not to have sent it.
 */
async function signInByDefault(user: string | null): Promise<Identity> {
  const clientOptions = user === null ? {} : { subject: user };
  const identity = new auth.GoogleAuth({ scopes: [SCOPE], clientOptions });
  await identity.getAccessToken();
  return identity;
}

/** Uploads the message as it stands (message/rfc822), which takes up to 35 MB where the JSON form takes a few. */
async function post(raw: Buffer, identity: Identity, rootUrl: string): Promise<SendResult> {
  try {
    await gmail('v1').users.messages.send(
      { userId: 'me', auth: identity, media: { mimeType: 'message/rfc822', body: raw } },
      { rootUrl, retry: false, timeout: 300_000 },
    );
    return { outcome: 'accepted', place: null };
  } catch (error) {
    return gmailFailure(error);
  }
}

/** 4xx is Gmail's no; after 5xx, or without a status, nobody knows whether the message left. */
function gmailFailure(caught: unknown): SendResult {
  const cause = causeText(caught);
  const status = statusOf(caught);
  if (status === 401 || status === 403)
    return refused({ code: 'gmail/forbidden', reply: `${status} ${cause}` });
  if (status >= 400 && status < 500) return refused({ code: 'gmail/refused', reply: `${status} ${cause}` });
  const known = status > 0 ? `${status} ${cause}` : cause;
  return { outcome: 'unknown', failure: { code: 'gmail/lost', cause: known } };
}

function refused(failure: DeliveryFailure): SendResult {
  return { outcome: 'refused', failure };
}

/** The HTTP status of an answered request, or 0. */
function statusOf(caught: unknown): number {
  if (typeof caught !== 'object' || caught === null || !('status' in caught)) return 0;
  return typeof caught.status === 'number' ? caught.status : 0;
}
