/** The transport a user chose, made ready; what it needs is loaded only when it is the one. */
import { readAddress } from './address.ts';
import { DeliveryError } from './failure.ts';
import { outboxTransport } from './outbox.ts';
import type { Transport, TransportName } from './transport.ts';

export type TransportChoice = {
  readonly name: TransportName;
  readonly outboxFolder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
};

/** @throws DeliveryError `setting/missing`, `setting/invalid` */
export async function openTransport({
  name,
  outboxFolder,
  environment,
}: TransportChoice): Promise<Transport> {
  switch (name) {
    case 'outbox':
      return outboxTransport(outboxFolder);
    case 'smtp': {
      const [{ smtpTransport }, { readSmtpSettings }] = await Promise.all([
        import('./smtp.ts'),
        import('./smtp-settings.ts'),
      ]);
      return smtpTransport(readSmtpSettings(environment));
    }
    case 'gmail': {
      const { gmailTransport } = await import('./gmail.ts');
      return gmailTransport({ user: gmailUser(environment) });
    }
  }
}

/** The mailbox in ENCAISSE_GMAIL_USER; a service account has none of its own. */
function gmailUser(environment: TransportChoice['environment']): string | null {
  const user = (environment.ENCAISSE_GMAIL_USER ?? '').trim();
  if (user === '') return null;
  const address = readAddress(user);
  if (address !== null) return address;
  const expected = { fr: 'une seule adresse e-mail', en: 'one email address alone' };
  throw new DeliveryError({ code: 'setting/invalid', variable: 'ENCAISSE_GMAIL_USER', expected });
}
