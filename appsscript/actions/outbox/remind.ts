/**
 * Reminding: who is to be written to is decided again under the lock, from the sheet as it is; rows that take the message on are there
 * before the mail is made. What a person, a payment or another run has changed meanwhile is seen last of all, right before it leaves.
 */
import { serialOfDay } from '../../../shared/base/civil-date.ts';
import { decimalNumber, decimalText } from '../../../shared/base/money.ts';
import { typesetFrench, type Words } from '../../../shared/base/words.ts';
import { weighDunning } from '../../../shared/dunning/decide.ts';
import type { AskedItem, DunningDecision, InvoiceClaim } from '../../../shared/dunning/decision.ts';
import { withinQuota } from '../../../shared/dunning/quota.ts';
import { todayLines } from '../../../shared/dunning/today.ts';
import { letterOf } from '../../../shared/letters/letter.ts';
import { isRefused } from '../../../shared/letters/lint/lint-codes.ts';
import { senderOf } from '../../../shared/letters/sender.ts';
import { buildLedger } from '../../../shared/receivables/ledger.ts';
import type { Register } from '../../../shared/register/entries.ts';
import { TABLE_KEYS, type TableKey } from '../../../shared/register/tables.ts';
import type { Answer, ReminderPreview, SendState, Sent, SidebarCalls } from '../../contract.ts';
import { messageTexts } from '../../render/message-texts.ts';
import { reminderMail } from '../../render/reminder-mail.ts';
import { findingNotices, textNotices } from '../../render/text-notices.ts';
import type { Grid, World } from '../../world.ts';
import {
  answered,
  appendRows,
  type OpenRegister,
  type Row,
  readRegisterOf,
  refused,
  type TabView,
  textOf,
  underLock,
  viewOf,
} from '../frame.ts';
import { type AddressedMail, addressed } from '../issue/invoice-mails.ts';
import { mailPreview } from '../issue/preview.ts';
import { type Chosen, chosenToday, isMailed, isWanted, type Wanted, wantedOf } from './chosen.ts';
import { disownStatuses } from './disown.ts';
import { type Mark, markRows, statusMark } from './marks.ts';
import { type Claim, claimText, isClaimed, newClaim, rowOf, statusAt } from './message-rows.ts';
import { type Outgoing, recipientsLeft, sendAll } from './send.ts';
import { decisionText, stillDue } from './still-due.ts';

const READ: readonly TableKey[] = TABLE_KEYS.filter((table) => table !== 'lines');

/** One message that is decided and taken on. */
type Planned = {
  readonly wanted: Wanted;
  readonly decision: DunningDecision;
  readonly keys: readonly string[];
};

type Plan = {
  readonly opened: OpenRegister;
  readonly journal: TabView;
  readonly planned: readonly Planned[];
  readonly others: readonly { readonly wanted: Wanted; readonly text: string }[]; // not mailed, and why
  readonly beyondQuota: number; // of them: due, and held until the day's quota is a new one
};

/**
 * Sends the clients asked for what the decision gives them today.
 * @param wanted `null`: all that is due by mail @param only one client's code; empty: any client @param started when the run began
 */
export function remind(
  world: World,
  wanted: readonly Wanted[] | null,
  only = '',
  started = world.now().millis,
): Answer<Sent> {
  const claim = newClaim(world);
  const plan = underLock(world, () => planUnderLock(world, { wanted, only }, claim));
  if (!plan.ok) return plan;
  const { opened, journal, planned, others, beyondQuota } = plan.value;
  const templates = world.sheet.read('templates');
  const mayLeave = stillDue(world, journal, opened.grids, world.now().day, claim.token);
  const outgoing = planned.map((one): Outgoing => {
    const mail = mailOf(opened.register, one.decision, templates, world);
    return {
      key: keyOf(one),
      claim: claimText(claim, tagOf(one.wanted)),
      rowCount: one.keys.length,
      mail,
      mayLeave: () => !isRefused(mail.findings) && mayLeave(decisionText(opened.register, one.decision)),
    };
  });
  const states = sendAll(world, journal, outgoing, started);
  world.sheet.flush();
  const { language } = world.sheet;
  const rows = planned.map((one) => {
    const state = states.get(keyOf(one)) ?? 'waiting';
    return { client: one.wanted.client, state, text: inWords(STATE_WORDS[state], language) };
  });
  const left = beyondQuota + rows.filter(({ state }) => state === 'waiting').length;
  return answered({
    rows: [
      ...rows,
      ...others.map(({ wanted: { client }, text }) => ({ client, state: 'none' as const, text })),
    ],
    left,
  });
}

function keyOf({ keys }: Planned): string {
  return keys[0];
}

function tagOf({ client, currency }: Wanted): string {
  return `${client}/${currency}`;
}

function inWords(words: Words, language: 'fr' | 'en'): string {
  return language === 'fr' ? typesetFrench(words.fr) : words.en;
}

const STATE_WORDS: Readonly<Record<SendState, Words>> = {
  sent: { fr: 'Relance envoyée.', en: 'Reminder sent.' },
  waiting: {
    fr: 'En attente : quota du jour ou temps épuisé, le prochain passage continue.',
    en: 'Waiting: the day’s quota or the run’s time is used up, the next run goes on.',
  },
  failed: {
    fr: 'Non envoyée : la feuille a changé entre-temps. La liste sera refaite au prochain passage.',
    en: 'Not sent: the sheet changed meanwhile. The next run makes the list anew.',
  },
  unknown: {
    fr: 'Personne ne sait si ce courriel est parti : dites-le dans « Envois à vérifier ».',
    en: 'Nobody knows whether this mail left: say so under “Messages to check”.',
  },
  none: { fr: 'Rien à envoyer par courriel.', en: 'Nothing to mail.' },
};

function planUnderLock(world: World, { wanted, only }: Chosen, claim: Claim): Answer<Plan> {
  const opened = readRegisterOf(world, READ);
  const { register } = opened;
  const { language } = world.sheet;
  const now = world.now();
  const journal = viewOf('journal', opened.grids.get('journal') ?? [], language);
  if (!journal.ok) return journal;
  disownStatuses(world, journal.value);
  const busy = clearDead(world, journal.value, now.millis);
  const chosen = chosenToday(world, opened, { wanted, only }, busy);
  const mailed = chosen.filter((one) => isMailed(one) && !busy.has(register.clients[one.client].code));
  const planned = mailed.map((decision) => plannedOf(register, decision));
  const rows = planned.flatMap((one) => rowsOf(world, register, one, claim));
  appendRows(world, journal.value, rows);
  const others = chosen
    .filter((decision) => wanted !== null && !mailed.includes(decision))
    .map((decision) => ({ wanted: wantedOf(register, decision), text: decision.why[language] }));
  const beyondQuota = chosen.filter(({ code }) => code === 'quota').length;
  return answered({ opened, journal: journal.value, planned, others, beyondQuota });
}

/**
 * Reminders that a dead run took on and did not begin to send are given up: today's decision replaces them. Those a run that may be
 * alive has taken on keep their clients from a second one. @returns the clients of the latter
 */
function clearDead(world: World, journal: TabView, millis: number): ReadonlySet<string> {
  const busy = new Set<string>();
  const dead = new Set<string>();
  const bare: Mark[] = []; // somebody emptied their claim
  for (let row = 2; row <= journal.grid.length; row++) {
    const status = statusAt(journal, row);
    if (!isReminderKey(textOf(journal, row, 'key')) || (status !== 'pending' && status !== 'sending'))
      continue;
    const claim = textOf(journal, row, 'claim');
    if (isClaimed(claim, millis)) busy.add(textOf(journal, row, 'client'));
    else if (status === 'pending' && claim !== '') dead.add(claim);
    else if (status === 'pending') bare.push(statusMark(world, textOf(journal, row, 'key'), 'failed'));
  }
  const marks = Array.from(dead, (claim) => statusMark(world, claim, 'failed'));
  markRows(world, journal, 'claim', marks);
  markRows(world, journal, 'key', bare);
  return busy;
}

function isReminderKey(key: string): boolean {
  return key.startsWith('rem:');
}

function plannedOf(register: Register, decision: DunningDecision): Planned {
  const keys = itemsOf(decision).map((item) => reminderKey(register, item));
  return { wanted: wantedOf(register, decision), decision, keys };
}

/** The items that climb by the message. The oldest always does. */
function itemsOf({ asked }: DunningDecision): readonly AskedItem[] {
  return asked.filter(({ level }) => level !== null);
}

function reminderKey({ invoices }: Register, { invoice, instalment, level }: AskedItem): string {
  const part = instalment === null ? '' : `/${instalment}`;
  return `rem:${invoices.numberAt(invoice)}${part}:${level ?? ''}`;
}

/** A row for each item, at the level it reaches: the history of each invoice is read from them. */
function rowsOf(world: World, register: Register, planned: Planned, claim: Claim): readonly Row[] {
  const { decision, keys, wanted } = planned;
  const { instant } = world.now();
  const language = world.sheet.language;
  const stamp = { instant, claim: claimText(claim, tagOf(wanted)), user: world.user(), language };
  const claimed = new Map(decision.claims.map((one) => [one.invoice, one] as const));
  const numbers = decision.asked.map(({ invoice }) => register.invoices.numberAt(invoice)).join(', ');
  return itemsOf(decision).map((item, index) => {
    const message = {
      key: keys[index],
      client: wanted.client,
      invoice: register.invoices.numberAt(item.invoice),
      event: 'reminder' as const,
      recipient: register.clients[decision.client].email,
      level: item.level ?? 0,
      channel: 'email' as const,
      amount: decimalNumber(item.amount, wanted.currency),
      ...(decision.newDeadline === null ? {} : { newDeadline: serialOfDay(decision.newDeadline) }),
      ...penaltyCells(claimed.get(item.invoice), wanted.currency),
      detail: numbers,
    };
    return rowOf(message, 'pending', stamp);
  });
}

/** What the message says is owed because the invoice is late, so that no later one adds it again. */
function penaltyCells(
  claim: InvoiceClaim | undefined,
  currency: string,
): { readonly interest?: number; readonly indemnity?: number } {
  if (!claim) return {};
  return {
    interest: decimalNumber(claim.interest, currency),
    indemnity: decimalNumber(claim.indemnity, currency),
  };
}

function mailOf(register: Register, decision: DunningDecision, templates: Grid, world: World): AddressedMail {
  const client = register.clients[decision.client];
  const letter = letterOf(register, decision, world.now().day);
  const message = reminderMail({
    letter,
    texts: messageTexts(templates),
    sender: senderOf(register.settings),
  });
  return addressed(message, client.email, client.cc, register);
}

const NONE: Words = {
  fr: 'Ce client n’a rien à recevoir aujourd’hui.',
  en: 'This client has nothing to receive today.',
};

/** The reminder as it would leave today, and why it does or does not. Nothing is written. */
export function previewReminder(
  world: World,
  asks: SidebarCalls['ui_previewReminder']['asks'],
): Answer<ReminderPreview> {
  const { language } = world.sheet;
  const { register } = readRegisterOf(world, READ);
  const today = world.now().day;
  const weighed = withinQuota(weighDunning(buildLedger(register), today), recipientsLeft(world));
  const decision = weighed.map((one) => one.decision).find((one) => isWanted(register, one, [asks]));
  const line = todayLines(weighed, language).find(
    (one) =>
      register.clients[one.client].code === asks.client &&
      register.currencies[one.currency] === asks.currency,
  );
  if (!decision || !line) return refused(inWords(NONE, language));
  const canWrite = decision.level !== null && decision.asked.length > 0;
  const mail = canWrite ? mailOf(register, decision, world.sheet.read('templates'), world) : null;
  return answered({
    client: asks.client,
    clientName: register.clients[line.client].name,
    currency: asks.currency,
    action: line.action,
    level: line.level,
    channel: line.channel ?? '',
    invoices: line.invoices,
    total: decimalText(line.total, asks.currency),
    why: line.why,
    mail: mail && mail.to !== '' ? mailPreview(mail) : null,
    notices: mail ? [...textNotices(mail.unknown, language), ...findingNotices(mail.findings, language)] : [],
  });
}
