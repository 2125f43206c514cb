/**
 * The daily run: what a careful person would do first thing in the morning, resumable under the day's quota and a run's six minutes.
 * What a person asked to be mailed and an earlier run did not come to leaves now. What nobody asked for leaves only where `sendMode` says
 * `send`; else it is prepared, and a person presses the button.
 */
import { readText } from '../../../shared/register/cells.ts';
import type { Answer } from '../../contract.ts';
import type { World } from '../../world.ts';
import { HEARTBEAT_PROPERTY } from '../daily-state.ts';
import { answered, readRegisterOf } from '../frame.ts';
import { issue } from '../issue/issue.ts';
import { resumeIssued } from '../issue/resume.ts';
import { sealChanges } from '../issue/seal-changes.ts';
import { sealDocuments } from '../issue/seal-documents.ts';
import { remind } from '../outbox/remind.ts';
import { LAST_START_MILLIS } from '../outbox/send.ts';
import { resumeThanks } from '../outbox/thank.ts';
import { refreshWhole } from '../refresh/whole.ts';
import { draftRecurring } from './recurring.ts';

/** The document property that keeps what the last run said. */
const REPORT_PROPERTY = 'dailyRunReport';

type Step = { readonly name: string; readonly run: (world: World) => Answer<unknown> };

/** @returns what each step came to. One that fails keeps no other from being tried. */
export function daily(world: World): Answer<{ readonly text: string }> {
  const started = world.now().millis;
  const sends = mayMail(world);
  const steps: readonly Step[] = [
    { name: 'recurring', run: (one) => issueRecurring(one, sends, started) },
    { name: 'issued', run: (one) => resumeIssued(one, null, started) },
    { name: 'thanks', run: (one) => resumeThanks(one, started) },
    { name: 'reminders', run: (one) => (sends ? remind(one, null, '', started) : answered(null)) },
    { name: 'documents', run: (one) => sealDocuments(one, started) },
    { name: 'seals', run: (one) => sealChanges(one) },
    { name: 'refresh', run: (one) => refreshWhole(one) },
  ];
  const told = steps.map(({ name, run }) => {
    if (world.now().millis - started > LAST_START_MILLIS) return `${name}: -`;
    return `${name}: ${outcome(() => run(world))}`;
  });
  const text = told.join(', ');
  world.properties.write(HEARTBEAT_PROPERTY, world.now().instant);
  world.properties.write(REPORT_PROPERTY, text);
  return answered({ text });
}

/** Names of steps and `ok`: nothing of clients, for it is logged. */
function outcome(run: () => Answer<unknown>): string {
  try {
    return run().ok ? 'ok' : 'refused';
  } catch {
    return 'interrupted';
  }
}

/** Only the word that says so; nothing written means `preview`. */
function mayMail(world: World): boolean {
  const { texts } = readRegisterOf(world, ['settings']).register.settings;
  return /^(send|envoi)$/i.test(readText(texts.get('sendMode') ?? ''));
}

/** Recurring drafts that are complete are issued on their day; others stay in the drafts tab and say what they lack. */
function issueRecurring(world: World, sends: boolean, started: number): Answer<unknown> {
  const drafts = draftRecurring(world);
  if (!drafts.ok || drafts.value.length === 0 || !sends) return drafts;
  return issue(world, { drafts: drafts.value, send: true }, started);
}
