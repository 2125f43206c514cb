/** What the law gives against a client: interest and fixed sums to this day, and until when each of its open invoices can be claimed. */
import { civilDate, type DayNumber } from '../../../shared/base/civil-date.ts';
import { dayText, moneyText } from '../../../shared/base/numbers-text.ts';
import { type Language, typesetFrench, type Words } from '../../../shared/base/words.ts';
import { type InterestStatement, interestStatement } from '../../../shared/law/interest-statement.ts';
import { lawText } from '../../../shared/law/law-words.ts';
import {
  isLimitationNear,
  type Limitation,
  type LimitationReader,
  limitationReader,
} from '../../../shared/law/limitation.ts';
import { type PenaltyBook, penaltyBook } from '../../../shared/law/penalty-book.ts';
import type { Ledger } from '../../../shared/receivables/ledger.ts';
import type { LegalStanding } from '../../contract/reminders.ts';
import type { Figure } from '../../contract.ts';

type Penalties = LegalStanding['penalties'][number];
type Term = LegalStanding['limitations'][number];

/** No call. @param client index into the register's clients */
export function legalStanding(
  ledger: Ledger,
  client: number,
  asOf: DayNumber,
  language: Language,
): LegalStanding {
  const book = penaltyBook(ledger, asOf);
  return {
    penalties: ledger.register.currencies.flatMap((_, currency) =>
      penaltiesIn(book, client, currency, language),
    ),
    limitations: limitationsOf(ledger, client, asOf, language),
  };
}

/** Nothing where nothing was ever late, or the law gives nothing. */
function penaltiesIn(
  book: PenaltyBook,
  client: number,
  currency: number,
  language: Language,
): readonly Penalties[] {
  const statement = interestStatement(book, client, currency);
  if (statement.invoices.length === 0) return [];
  const code = book.ledger.register.currencies[currency];
  const figures = figuresOf(statement, code, language);
  return [{ currency: code, figures, note: noteOf(statement, language) }];
}

function figuresOf({ totals }: InterestStatement, currency: string, language: Language): readonly Figure[] {
  const { indemnity, interest, left, received, waived } = totals;
  const figure = (label: Words, minor: number | null, tone: Figure['tone'] = 'plain'): Figure => ({
    label: label[language],
    text: minor === null ? UNKNOWN[language] : moneyText(minor, currency, language),
    tone,
  });
  return [
    figure(LABELS.interest, interest),
    figure(LABELS.indemnity, indemnity),
    ...(received === 0 ? [] : [figure(LABELS.received, received)]),
    ...(waived === 0 ? [] : [figure(LABELS.waived, waived)]),
    ...(received === 0 && waived === 0 ? [] : [figure(LABELS.left, left)]),
  ];
}

const UNKNOWN: Words = { fr: 'inconnus', en: 'not known' };
const LABELS = {
  interest: { fr: 'Intérêts de retard', en: 'Late interest' },
  indemnity: { fr: 'Indemnités forfaitaires', en: 'Fixed sums' },
  received: { fr: 'Déjà reçu', en: 'Received' },
  waived: { fr: 'Abandonné', en: 'Given up' },
  left: { fr: 'Reste dû', en: 'Left to pay' },
} as const satisfies Readonly<Record<string, Words>>;

function noteOf({ law, totals: { missing } }: InterestStatement, language: Language): string {
  if (missing === null) return lawText(law, language);
  const day = dayText(missing.from, language);
  return language === 'fr'
    ? typesetFrench(
        `Le taux ${missing.series} au ${day} manque dans l’onglet Taux : rien ne peut être calculé.`,
      )
    : `The Rates tab lacks ${missing.series} of ${day}: nothing can be worked out.`;
}

/** Soonest first. None where the country’s rule is not known and the settings give none. */
function limitationsOf(ledger: Ledger, client: number, asOf: DayNumber, language: Language): readonly Term[] {
  const { invoices } = ledger.register;
  const reader = limitationReader(ledger, asOf);
  const terms: Limitation[] = [];
  for (let invoice = 0; invoice < invoices.count; invoice++) {
    const isOwn = invoices.client[invoice] === client && invoices.creditNote[invoice] === 0;
    const term = isOwn ? reader.of(invoice) : null;
    if (term !== null) terms.push(term);
  }
  terms.sort((a, b) => a.expiresOn - b.expiresOn || a.invoice - b.invoice);
  return terms.map((term) => ({
    invoice: invoices.numberAt(term.invoice),
    day: civilDate(term.expiresOn),
    isNear: isLimitationNear(term, asOf),
    text: adviceOf(term, reader, asOf, language),
  }));
}

/** What is to be done before it is too late; else what may have begun the time anew, which only its keeper can tell. */
function adviceOf(term: Limitation, reader: LimitationReader, asOf: DayNumber, language: Language): string {
  const words = adviceWords(term, reader, asOf);
  return language === 'fr' ? typesetFrench(words.fr) : words.en;
}

function adviceWords(term: Limitation, { possible }: LimitationReader, asOf: DayNumber): Words {
  if (asOf > term.expiresOn) return LOST;
  const last = possible(term.invoice).reduce((day, { at }) => Math.max(day, at), 0);
  if (last > 0) return perhaps(last);
  if (isLimitationNear(term, asOf)) return NEAR;
  return term.isInterrupted ? interrupted(term.since) : NOTHING;
}

const NOTHING: Words = { fr: '', en: '' };
const NEAR: Words = {
  fr: 'Obtenez une reconnaissance de dette écrite, ou agissez en justice avant ce jour : une relance n’y suffit pas.',
  en: 'Have the debt acknowledged in writing, or go to court before that day: a reminder is not enough.',
};
const LOST: Words = {
  fr: 'Délai passé : la créance est prescrite, sauf acte qui l’ait interrompu. Notez-le ici, ou passez-la en perte.',
  en: 'Past: the debt is time-barred, unless something interrupted the period. Note that here, or write it off.',
};

function perhaps(day: DayNumber): Words {
  return {
    fr: `La promesse ou l’échéancier du ${dayText(day, 'fr')} l’a peut-être interrompue : si la dette y est reconnue par écrit, notez une reconnaissance de dette.`,
    en: `The promise or plan of ${dayText(day, 'en')} may have interrupted it: if the debt is acknowledged there in writing, note an acknowledgement.`,
  };
}

function interrupted(day: DayNumber): Words {
  return {
    fr: `Le délai court depuis l’acte du ${dayText(day, 'fr')}.`,
    en: `The period runs from the act of ${dayText(day, 'en')}.`,
  };
}
