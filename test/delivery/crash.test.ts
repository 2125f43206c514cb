/** The process dies at every moment of a delivery; the next run ends what it began. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { deliverReport } from '../../batch/delivery/deliver.ts';
import { MESSAGE } from './one-mail.ts';

class Crash extends Error {}

const RECIPIENTS = ['anne@example.com', 'bob@example.com', 'carl@example.com'];

/** A world that outlives the runs: a state folder and a mailbox; the run dies at a given step. */
function world() {
  const folder = mkdtempSync(join(tmpdir(), 'encaisse-crash-'));
  writeFileSync(join(folder, 'rapport.xlsx'), 'workbook');
  const mailbox: { readonly recipient: string; readonly messageId: string }[] = [];

  /** Each look at the clock and each side of a sending is a step; the state is noted between them. */
  async function run(dieAt: number): Promise<number> {
    let steps = 0;
    const step = () => {
      steps += 1;
      if (steps === dieAt) throw new Crash();
    };
    await deliverReport({
      message: MESSAGE,
      attachmentPath: join(folder, 'rapport.xlsx'),
      recipients: RECIPIENTS,
      registerKey: 'sheet-1',
      stateFolder: join(folder, 'state'),
      again: false,
      dryRun: false,
      clock() {
        step();
        return new Date('2026-11-20T06:00:00Z');
      },
      transport: {
        name: 'smtp',
        async send({ recipient, messageId }) {
          step();
          mailbox.push({ recipient, messageId });
          step();
          return { outcome: 'accepted', place: null };
        },
      },
    }).catch((error: unknown) => {
      if (!(error instanceof Crash)) throw error;
    });
    return steps;
  }
  return { run, mailbox, end: () => rmSync(folder, { recursive: true, force: true }) };
}

const NEVER = 0;
const plain = world();
const STEPS = await plain.run(NEVER);
plain.end();

test('the steps of a delivery to three: a new one has to be looked at here', () => {
  expect(STEPS).toBe(1 + 3 * 5);
});

describe('at least once, at most one copy more for each crash, and then quiet', () => {
  for (let first = 1; first <= STEPS; first++) {
    test(`dies at step ${first}, then at every other`, async () => {
      for (let second = 0; second <= STEPS; second++) {
        const { run, mailbox, end } = world();
        await run(first);
        await run(second);
        await run(NEVER);
        const sent = mailbox.length;
        expect(new Set(mailbox.map(({ recipient }) => recipient))).toEqual(new Set(RECIPIENTS));
        expect(sent).toBeLessThanOrEqual(RECIPIENTS.length + (second === NEVER ? 1 : 2));
        expect(new Set(mailbox.map(({ messageId }) => messageId)).size).toBe(RECIPIENTS.length);
        await run(NEVER);
        expect(mailbox).toHaveLength(sent);
        end();
      }
    });
  }
});
