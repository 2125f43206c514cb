/** Credit: what granting an amount does to a client's exposure, against its limit. */
import type { DayNumber } from '../../base/civil-date.ts';
import { moneyText, percentText } from '../../base/numbers-text.ts';
import { type Language, NARROW_NO_BREAK_SPACE, type Words } from '../../base/words.ts';
import { clientBalancesOn, type Ledger } from '../../receivables/ledger.ts';

/** Minor units of the register's own currency, the limit's. */
export type Credit = {
  readonly decision: 'grant' | 'ask' | 'unlimited' | 'unknown'; // ask: above the limit; unknown: another currency is in play
  readonly limit: number | null;
  readonly exposure: number; // open less unapplied, now
  readonly waiting: number; // drafts that are ready, without the one asked about
  readonly after: number; // with them and with the amount
  readonly overdue: number; // of what is open
  readonly words: Words; // empty where there is no limit
};

export type CreditQuestion = {
  readonly client: number; // index into the register's clients
  readonly amount: number; // minor units of `currency`; negative: a credit note
  readonly currency: string;
  readonly waiting: number; // minor units of the register's own currency: the client's other drafts that are ready
};

/**
 * A limit is in the register's own currency: what is owed or asked in another is not compared. One that is reached to the cent is
 * kept. An amount that reduces what is owed is always granted.
 */
export function creditCheck(ledger: Ledger, asOf: DayNumber, question: CreditQuestion): Credit {
  const { clients, settings } = ledger.register;
  const { amount, client, waiting } = question;
  const limit = clients[client].creditLimit;
  const own = clientBalancesOn(ledger, 0, asOf).find((balance) => balance.client === client);
  const exposure = own ? own.balance : 0;
  const isOwn = question.currency === settings.currency;
  const after = exposure + waiting + (isOwn ? amount : 0);
  const figures = { limit, exposure, waiting, after, overdue: own ? own.overdue : 0 };
  if (limit === null) return { decision: 'unlimited', ...figures, words: NOTHING };
  if (!isOwn) return { decision: 'unknown', ...figures, words: foreignWords(question.currency) };
  const decision = after <= limit || amount <= 0 ? 'grant' : 'ask';
  return { decision, ...figures, words: creditWords({ ...figures, amount, limit }, settings.currency) };
}

const COLON = `${NARROW_NO_BREAK_SPACE}:`;
const SEMICOLON = `${NARROW_NO_BREAK_SPACE};`;
const NOTHING: Words = { fr: '', en: '' };

type Figures = Pick<Credit, 'exposure' | 'waiting' | 'after' | 'overdue'> & {
  readonly limit: number;
  readonly amount: number;
};

/** `Encours aujourd’hui : 9 000,00 €, dont 3 000,00 € échus. Avec cette facture : 12 000,00 € sur 15 000,00 € de plafond (80 %).` */
function creditWords(figures: Figures, currency: string): Words {
  return {
    fr: frenchWords(figures, textsOf(figures, currency, 'fr')),
    en: englishWords(figures, textsOf(figures, currency, 'en')),
  };
}

type Texts = Readonly<Record<'after' | 'excess' | 'exposure' | 'limit' | 'overdue' | 'waiting', string>>;

function textsOf(
  { after, exposure, limit, overdue, waiting }: Figures,
  currency: string,
  language: Language,
): Texts {
  const text = (minor: number): string => moneyText(minor, currency, language);
  const share = limit > 0 && after >= 0 ? ` (${percentText(after / limit, 0, language)})` : '';
  return {
    after: text(after),
    exposure: text(exposure),
    limit: `${text(limit)}${language === 'fr' ? ' de plafond' : ''}${share}`,
    overdue: text(overdue),
    waiting: text(waiting),
    excess: text(after - limit),
  };
}

function frenchWords({ after, amount, limit, overdue, waiting }: Figures, texts: Texts): string {
  const late = overdue > 0 ? `, dont ${texts.overdue} échus` : '';
  const above = `Plafond dépassé de ${texts.excess}`;
  const kept = 'Le plafond est tenu.';
  if (amount === 0 && waiting === 0) {
    return `Encours${COLON} ${texts.exposure} sur ${texts.limit}${late}. ${after > limit ? `${above}.` : kept}`;
  }
  const drafts = waiting > 0 ? `${SEMICOLON} brouillons prêts${COLON} ${texts.waiting}` : '';
  const granted = amount < 0 ? `Avec cet avoir${COLON}` : `Avec cette facture${COLON}`;
  const end = after > limit ? `${above}${COLON} accord à donner.` : kept;
  return `Encours${COLON} ${texts.exposure}${late}${drafts}. ${granted} ${texts.after} sur ${texts.limit}. ${end}`;
}

function englishWords({ after, amount, limit, overdue, waiting }: Figures, texts: Texts): string {
  const late = overdue > 0 ? `, ${texts.overdue} of it overdue` : '';
  const above = `${texts.excess} above the limit`;
  const kept = 'The limit is kept.';
  if (amount === 0 && waiting === 0) {
    return `Owed: ${texts.exposure} of a limit of ${texts.limit}${late}. ${after > limit ? `${above}.` : kept}`;
  }
  const drafts = waiting > 0 ? `; drafts that are ready: ${texts.waiting}` : '';
  const granted = amount < 0 ? 'With this credit note:' : 'With this invoice:';
  const end = after > limit ? `${above}: to be agreed first.` : kept;
  return `Owed: ${texts.exposure}${late}${drafts}. ${granted} ${texts.after} of a limit of ${texts.limit}. ${end}`;
}

function foreignWords(currency: string): Words {
  return {
    fr: `Le plafond ne se compare pas à une facture en ${currency}.`,
    en: `The limit is not compared with an invoice in ${currency}.`,
  };
}
