/** A real SMTP server that keeps what it accepts. */
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export type KeptMail = {
  readonly from: string;
  readonly to: readonly string[];
  readonly bytes: Buffer;
  readonly secure: boolean;
};

export type MailServer = {
  readonly port: number;
  readonly mails: readonly KeptMail[];
  readonly logins: readonly string[]; // user names that tried
  close(): Promise<void>;
};

/** The one login it knows. */
export const LOGIN = { user: 'rapport@durand.fr', password: 'canari-Passw0rd-4711' };

/** Starts on a free port of this machine. By default it wants a login and speaks no TLS. */
export async function startMailServer(options: SMTPServerOptions = {}): Promise<MailServer> {
  const mails: KeptMail[] = [];
  const logins: string[] = [];
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    logger: false,
    onAuth({ username, password }, _session, callback) {
      logins.push(username ?? '');
      if (username === LOGIN.user && password === LOGIN.password) return callback(null, { user: username });
      return callback(new Error(`Invalid username or password for ${password}`)); // a server that talks too much
    },
    onRcptTo({ address }, _session, callback) {
      if (!address.startsWith('unknown@')) return callback();
      return callback(Object.assign(new Error('5.1.1 No such mailbox'), { responseCode: 550 }));
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        if (stream.sizeExceeded)
          return callback(Object.assign(new Error('Message too big'), { responseCode: 552 }));
        mails.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          bytes: Buffer.concat(chunks),
          secure: session.secure,
        });
        return callback();
      });
    },
    ...options,
  });
  server.on('error', () => {}); // a client that hangs up is not this server's trouble
  const listening = server.listen(0, '127.0.0.1');
  await new Promise<void>((resolve) => listening.once('listening', () => resolve()));
  const { port } = listening.address() as AddressInfo;
  return { port, mails, logins, close: () => new Promise((resolve) => server.close(() => resolve())) };
}
