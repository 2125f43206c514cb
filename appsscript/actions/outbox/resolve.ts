/** A person says what nobody else can: that a mail left, or that it is to be sent after all. Both are written down with their name. */
import type { Words } from '../../../shared/base/words.ts';
import type { JournalStatus } from '../../../shared/register/tables.ts';
import type { Answer, SidebarCalls } from '../../contract.ts';
import type { World } from '../../world.ts';
import {
  answered,
  type Refusal,
  refused,
  rowsWith,
  type TabView,
  tableOf,
  textOf,
  underLock,
} from '../frame.ts';
import { appendSeals, continued, openChain } from '../issue/chain.ts';
import { resumeIssued } from '../issue/resume.ts';
import { markRows } from './marks.ts';
import { isClaimed, statusAt, statusText } from './message-rows.ts';
import { remind } from './remind.ts';

const GONE: Words = {
  fr: 'Cet envoi n’est plus incertain, ou un passage en cours s’en occupe : rien n’a été changé.',
  en: 'This send is not uncertain any more, or a run is at it: nothing was changed.',
};

type Decided = { readonly client: string; readonly isInvoice: boolean };

/** The status every row of the message takes on, by what is decided. An invoice waits again; a reminder is decided anew. */
export function resolveSend(
  world: World,
  { key, decision }: SidebarCalls['ui_resolve']['asks'],
): Answer<{ readonly text: string }> {
  const { language } = world.sheet;
  const decided = underLock(world, (): Answer<Decided> => {
    const view = tableOf(world, 'journal');
    if (!view.ok) return view;
    const rows = messageRows(view.value, key, world.now().millis);
    if (rows.length === 0) return goneRefusal(world);
    const fault = sealDecision(world, key, decision);
    if (fault) return fault;
    const isInvoice = key.startsWith('invoice:');
    const status = decision === 'wasSent' ? 'sent' : isInvoice ? 'pending' : 'failed';
    if (!writeDecision(world, view.value, rows[0], status, NOTED[decision][language]))
      return goneRefusal(world);
    return answered({ client: textOf(view.value, rows[0], 'client'), isInvoice });
  });
  if (!decided.ok) return decided;
  return decision === 'wasSent'
    ? answered({ text: DONE.wasSent[language] })
    : sendAgain(world, decided.value, key);
}

type Decision = SidebarCalls['ui_resolve']['asks']['decision'];

/** A decision nobody can check joins the chain: who took it, about what, when. @returns why it could not be sealed */
function sealDecision(world: World, key: string, decision: Decision): Refusal | null {
  const opened = openChain(world);
  if (!opened.ok) return opened;
  const snapshotText = JSON.stringify({ key, decision, user: world.user() });
  const number = key.split(':')[1] ?? '';
  const content = { type: 'RESOLVE' as const, number, at: world.now().instant, snapshotText };
  const fault = appendSeals(world, opened.value.seals, continued(world, opened.value, [content]));
  return fault === null ? null : refused(fault);
}

/**
 * Writes it beside the message's rows, wherever they stand by now. An invoice, whose key stands once, loses the claim of the run that left it
 * unsure: the next one may take it up at once.
 * @returns whether it stands there
 */
function writeDecision(
  world: World,
  view: TabView,
  row: number,
  status: JournalStatus,
  noted: string,
): boolean {
  const isInvoice = textOf(view, row, 'key').startsWith('invoice:');
  const finder = isInvoice || textOf(view, row, 'claim') === '' ? 'key' : 'claim';
  const detail = `${noted} (${world.user() || '?'}, ${world.now().instant})`;
  const values = {
    status: statusText(status, world.sheet.language),
    detail: [textOf(view, row, 'detail'), detail].filter((text) => text !== '').join(' · '),
    ...(isInvoice ? { claim: null } : {}),
  };
  const id = textOf(view, row, finder);
  const written = markRows(world, view, finder, [{ id, values }]).get(id) ?? [];
  return written.length > 0;
}

function goneRefusal(world: World): Refusal {
  return refused(GONE[world.sheet.language]);
}

/** The rows of an uncertain message: those of its key, and those its run took on with it. */
function messageRows(view: TabView, key: string, millis: number): readonly number[] {
  const [row = 0] = rowsWith(view, 'key', key).filter((one) => isUncertain(view, one, millis));
  if (row === 0) return [];
  const claim = textOf(view, row, 'claim');
  if (claim === '') return [row];
  return rowsWith(view, 'claim', claim).filter((one) => isUncertain(view, one, millis));
}

function isUncertain(view: TabView, row: number, millis: number): boolean {
  const status = statusAt(view, row);
  return status === 'unknown' || (status === 'sending' && !isClaimed(textOf(view, row, 'claim'), millis));
}

function sendAgain(
  world: World,
  { client, isInvoice }: Decided,
  key: string,
): Answer<{ readonly text: string }> {
  const { language } = world.sheet;
  if (isInvoice) {
    const resumed = resumeIssued(world, [key.slice('invoice:'.length)]);
    return resumed.ok ? answered({ text: resumed.value.text }) : resumed;
  }
  if (!key.startsWith('rem:')) return answered({ text: DONE.givenUp[language] });
  const sent = remind(world, null, client);
  if (!sent.ok) return sent;
  const told = sent.value.rows.map(({ text }) => text).join(' ');
  return answered({ text: told === '' ? DONE.nothing[language] : told });
}

const NOTED = {
  wasSent: { fr: 'Envoi confirmé', en: 'Confirmed as sent' },
  sendAgain: { fr: 'Non parti, renvoi demandé', en: 'Not sent, to be sent again' },
} as const;

const DONE = {
  wasSent: { fr: 'Noté : ce message est parti.', en: 'Noted: this message left.' },
  givenUp: { fr: 'Noté : ce message n’est pas parti.', en: 'Noted: this message did not leave.' },
  nothing: {
    fr: 'Noté. Ce client n’a plus rien à recevoir aujourd’hui.',
    en: 'Noted. This client has nothing to receive any more today.',
  },
} as const;
