/** A run in a process of its own, to be killed: `deliver FOLDER` waits in the sending for a line on stdin; `note FOLDER` notes on and on. */
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { deliverReport } from '../../batch/delivery/deliver.ts';
import { DeliveryError } from '../../batch/delivery/failure.ts';
import { openSentState } from '../../batch/delivery/sent-state.ts';

const [mode, folder = ''] = process.argv.slice(2);
const say = (line: string) => process.stdout.write(`${line}\n`);

if (mode === 'note') noteOnAndOn();
else await deliver();

function noteOnAndOn(): void {
  const state = openSentState(folder);
  for (let count = 1; ; count++) {
    state.note(`key-${count % 50}`, {
      state: 'SENT',
      at: new Date().toISOString(),
      via: 'smtp',
      sent: count,
    });
    say(String(count));
  }
}

async function deliver(): Promise<void> {
  const stdin = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
  const message = {
    week: '2026-W47',
    language: 'en',
    sender: 's',
    subject: 's',
    text: 't',
    html: 'h',
    attachment: 'a.xlsx',
    pictures: [],
  } as const;
  try {
    const outcomes = await deliverReport({
      message,
      attachmentPath: join(folder, 'rapport.xlsx'),
      recipients: ['anne@example.com', 'bob@example.com'],
      registerKey: 'sheet-1',
      stateFolder: join(folder, 'state'),
      again: false,
      dryRun: false,
      clock: () => new Date(),
      transport: {
        name: 'smtp',
        async send({ recipient, messageId }) {
          say(`sending ${recipient}`);
          if (mode === 'deliver') await stdin.next();
          appendFileSync(join(folder, 'mailbox'), `${recipient} ${messageId}\n`);
          return { outcome: 'accepted', place: null };
        },
      },
    });
    say(outcomes.map(({ outcome }) => outcome).join(' '));
  } catch (error) {
    say(error instanceof DeliveryError ? error.failure.code : String(error));
  }
  process.exit();
}
