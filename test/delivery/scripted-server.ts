/** An SMTP server that answers as told, or hangs up at a point of the conversation. */
import { type AddressInfo, createServer, type Socket } from 'node:net';

export const POINTS = ['greeting', 'EHLO', 'MAIL', 'RCPT', 'DATA', 'final dot', 'QUIT'] as const;
export type Point = (typeof POINTS)[number];

/** A reply such as `550 No`, `cut` to close the connection, `hang` to stay silent, or half a reply without its end (`half:25`). */
export type Script = Readonly<Partial<Record<Point, string>>>;

export type ScriptedServer = {
  readonly port: number;
  readonly seen: readonly Point[]; // over all connections
  close(): Promise<void>;
};

const REPLIES: Readonly<Record<Point, string>> = {
  greeting: '220 mail.test ESMTP',
  EHLO: '250 mail.test',
  MAIL: '250 2.1.0 OK',
  RCPT: '250 2.1.5 OK',
  DATA: '354 go on',
  'final dot': '250 2.0.0 queued',
  QUIT: '221 bye',
};

export async function startScriptedServer(script: Script): Promise<ScriptedServer> {
  const seen: Point[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {}); // the client may hang up first
    converse(socket, (point) => {
      seen.push(point);
      answer(socket, script[point] ?? REPLIES[point]);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    seen,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function converse(socket: Socket, at: (point: Point) => void): void {
  let received = '';
  let inMessage = false;
  at('greeting');
  socket.on('data', (chunk) => {
    received += chunk.toString('latin1');
    for (;;) {
      const end = inMessage ? '\r\n.\r\n' : '\r\n';
      const index = received.indexOf(end);
      if (index < 0) return;
      const line = received.slice(0, index);
      received = received.slice(index + end.length);
      const point = inMessage ? 'final dot' : POINTS.find((one) => line.startsWith(one));
      if (!point) throw new Error(`an unexpected line: ${line}`);
      inMessage = point === 'DATA';
      at(point);
    }
  });
}

function answer(socket: Socket, reply: string): void {
  if (reply === 'cut') socket.destroy();
  else if (reply.startsWith('half:')) socket.end(reply.slice(5));
  else if (reply !== 'hang') socket.write(`${reply}\r\n`);
}
