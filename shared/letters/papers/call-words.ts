/** What to say on the telephone, in the client's language: courteous, to the point, ending in a day and a sum. */
import type { DayNumber } from '../../base/civil-date.ts';
import { dayText, moneyText } from '../../base/numbers-text.ts';
import { type Language, typesetFrench } from '../../base/words.ts';
import type { DunningDecision } from '../../dunning/decision.ts';
import type { OpenItem } from '../../receivables/ledger.ts';
import type { Client, JournalEntry, Register } from '../../register/entries.ts';
import { currencyOfEntry } from '../contacts.ts';
import { daysText, ofInvoicesText } from '../letter-words.ts';
import type { Desk } from '../letterhead.ts';
import { senderOf } from '../sender.ts';
import { promiseState } from './promise-state.ts';

/** @param items late ones, the oldest first */
export function wordsToSay(
  { asOf, ledger }: Pick<Desk, 'asOf' | 'ledger'>,
  client: number,
  currency: number,
  decision: DunningDecision | null,
  items: readonly OpenItem[],
): readonly string[] {
  const { register } = ledger;
  const { kind, language } = register.clients[client];
  const lines = [
    greeting(register, language),
    aboutLine(register, currency, items, asOf, language),
    promiseLine(register, client, asOf, language),
    askLine(kind, language),
    consequenceLine(kind, decision, asOf, language),
    closingLine(language),
  ];
  return lines.filter((line) => line !== '').map((line) => (language === 'fr' ? typesetFrench(line) : line));
}

function greeting({ settings }: Register, language: Language): string {
  const { company, name } = senderOf(settings);
  const who =
    name === company
      ? company
      : language === 'fr'
        ? `${name}, société ${company}`
        : `${name} from ${company}`;
  return language === 'fr'
    ? `Bonjour, ${who}. Pourrais-je parler à la personne qui s’occupe de vos règlements ?`
    : `Good morning, this is ${who}. Could I speak to the person who looks after your payments?`;
}

function aboutLine(
  { currencies, invoices }: Register,
  currency: number,
  items: readonly OpenItem[],
  asOf: DayNumber,
  language: Language,
): string {
  const wanted = items.filter(({ disputed }) => !disputed);
  if (wanted.length === 0) return '';
  const numbers = Array.from(new Set(wanted.map(({ invoice }) => invoices.numberAt(invoice))));
  const open = wanted.reduce((sum, item) => sum + item.open, 0);
  const isPartPaid = wanted.some((item) => item.open < item.total);
  const instalment = wanted.length === 1 ? wanted[0].instalment : null;
  const what = ofInvoicesText({ numbers, isPartPaid, instalment }, language).replace(
    / (ci-dessous|below)$/,
    '',
  );
  const late = daysText(asOf - wanted[0].dueDay, language);
  const sum = moneyText(open, currencies[currency], language);
  return language === 'fr'
    ? `Je vous appelle au sujet ${what} : ${sum}, en retard de ${late}. Avez-vous ce montant sous les yeux ?`
    : `I am calling about ${what}: ${sum}, ${late} late. Do you have it in front of you?`;
}

/** The last promise, where its day has passed and the money has not come. */
function promiseLine(register: Register, client: number, asOf: DayNumber, language: Language): string {
  const last = register.journal
    .filter((one) => one.client === client && one.event === 'promise' && one.at <= asOf)
    .reduce<JournalEntry | null>((late, one) => (late !== null && late.at > one.at ? late : one), null);
  if (last === null || last.promisedOn === null || last.promisedOn >= asOf) return '';
  if (promiseState(register, last, last.promisedOn, asOf) === 'kept') return '';
  const day = dayText(last.promisedOn, language);
  const currency = register.currencies[currencyOfEntry(register, last)];
  const sum = last.amount === null ? '' : moneyText(last.amount, currency, language);
  if (language === 'fr') {
    return `Vous nous aviez annoncé un règlement${sum === '' ? '' : ` de ${sum}`} pour le ${day}. A-t-il été fait ?`;
  }
  return `You had told us to expect ${sum === '' ? 'a payment' : sum} on ${day}. Has it been made?`;
}

function askLine(kind: Client['kind'], language: Language): string {
  if (kind === 'administration') {
    return language === 'fr'
      ? 'Où en est le mandatement ? Le statut sur Chorus Pro et le numéro de mandat nous aideraient.'
      : 'How does the payment order stand? Its status on Chorus Pro and its number would help us.';
  }
  return language === 'fr'
    ? 'Y a-t-il quelque chose qui retient ce règlement : une pièce manquante, un désaccord, une difficulté passagère ?'
    : 'Is anything holding it up: a missing document, a disagreement, a difficult moment?';
}

/** Only where a formal notice is what comes next, and never to a public body. */
function consequenceLine(
  kind: Client['kind'],
  decision: DunningDecision | null,
  asOf: DayNumber,
  language: Language,
): string {
  const level = decision?.level ?? 0;
  if (kind === 'administration' || level < 3) return '';
  const day = dayText(decision?.newDeadline ?? asOf + DEADLINE_DAYS, language);
  return language === 'fr'
    ? `Je préfère vous le dire de vive voix : sans règlement ni accord d’ici au ${day}, nous devrons vous adresser une mise en demeure.`
    : `I would rather tell you in person: without payment or an agreement by ${day} we will have to send a formal notice.`;
}

const DEADLINE_DAYS = 8;

function closingLine(language: Language): string {
  return language === 'fr'
    ? 'Quel jour pouvons-nous attendre votre règlement, et de quel montant ? Si vous ne pouvez pas tout régler, convenons d’un échéancier.'
    : 'On which day may we expect your payment, and of how much? If you cannot pay it all, let us agree on instalments.';
}
