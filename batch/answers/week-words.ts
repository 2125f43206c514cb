/** How the sentences of the week are worded, and the days they compare with. */
import { dayText } from '../../shared/base/numbers-text.ts';
import { type Language, typesetFrench, type Words } from '../../shared/base/words.ts';
import type { Changes } from './changes.ts';
import type { CurrencyReport, Report } from './report.ts';

const WEEK_WORDS = {
  openSame: { fr: 'Les clients doivent {open}, comme {ago}.', en: 'Clients owe {open}, as {ago}.' },
  openMore: {
    fr: 'Les clients doivent {open}, {change} de plus {than}.',
    en: 'Clients owe {open}, {change} more than {ago}.',
  },
  openLess: {
    fr: 'Les clients doivent {open}, {change} de moins {than}.',
    en: 'Clients owe {open}, {change} less than {ago}.',
  },
  nothingOverdue: { fr: 'Rien n’est échu.', en: 'Nothing is overdue.' },
  overdueSame: {
    fr: 'L’échu est de {overdue}{share}, comme {ago}.',
    en: 'Overdue is {overdue}{share}, as {ago}.',
  },
  overdueMore: {
    fr: 'L’échu est de {overdue}{share}, {change} de plus {than}.',
    en: 'Overdue is {overdue}{share}, {change} more than {ago}.',
  },
  overdueLess: {
    fr: 'L’échu est de {overdue}{share}, {change} de moins {than}.',
    en: 'Overdue is {overdue}{share}, {change} less than {ago}.',
  },
  share: { fr: ' ({share} de l’encours)', en: ' ({share} of what is open)' },
  dso: { fr: 'Le DSO est de {dso}.', en: 'DSO stands at {dso}.' },
  dsoSame: { fr: 'Le DSO est de {dso}, comme {ago}.', en: 'DSO stands at {dso}, as {ago}.' },
  dsoMore: {
    fr: 'Le DSO est de {dso}, {change} de plus {than}.',
    en: 'DSO stands at {dso}, {change} more than {ago}.',
  },
  dsoLess: {
    fr: 'Le DSO est de {dso}, {change} de moins {than}.',
    en: 'DSO stands at {dso}, {change} less than {ago}.',
  },
  noneLate: {
    fr: 'Aucun client n’est passé en retard {since}{cured}.',
    en: 'No client fell behind {since}{cured}.',
  },
  newlyLate: {
    fr: '{count} en retard {since}, pour {sum} : {names}{cured}.',
    en: '{count} behind {since}, owing {sum}: {names}{cured}.',
  },
  fell: {
    fr: '{count} {since} : {names}.',
    en: '{count} {since}: {names}.',
  },
  cash: {
    fr: 'Il est rentré {came} {since}.',
    en: '{came} was received {since}.',
  },
  foretold: {
    fr: 'Il est rentré {came} {since} de ce qui était ouvert ; la prévision disait {expected}{range}{beside}.',
    en: '{came} of what was open was received {since}; the forecast said {expected}{range}{beside}.',
  },
  noCash: { fr: 'Rien n’est rentré {since}.', en: 'Nothing was received {since}.' },
  noneForetold: {
    fr: 'Rien n’est rentré {since} de ce qui était ouvert ; la prévision disait {expected}{range}{beside}.',
    en: 'Nothing of what was open was received {since}; the forecast said {expected}{range}{beside}.',
  },
  range: { fr: ' (entre {low} et {high})', en: ' (between {low} and {high})' },
  beside: {
    fr: '. S’y ajoutent {beside} de factures plus récentes, en litige ou non désignées',
    en: '. Another {beside} came for newer or disputed invoices, or without naming one',
  },
} as const satisfies Readonly<Record<string, Words>>;

export type About = { readonly report: Report; readonly part: CurrencyReport; readonly changes: Changes };

const WEEK = 7;

/** The earlier day in three turns of phrase: `il y a 7 jours`, `qu’il y a 7 jours`, `en 7 jours`. */
function thenHoles({ changes, report }: About, language: Language) {
  const isWeek = report.asOfDay - changes.since === WEEK;
  const day = dayText(changes.since, language);
  if (language === 'fr') {
    const ago = isWeek ? 'il y a 7 jours' : `le ${day}`;
    return { ago, than: isWeek ? `qu’${ago}` : `que ${ago}`, since: isWeek ? 'en 7 jours' : `depuis ${ago}` };
  }
  return { ago: isWeek ? '7 days ago' : `on ${day}`, than: '', since: isWeek ? 'in 7 days' : `since ${day}` };
}

/** What fills the holes, by language. */
export type Holes = (language: Language) => Readonly<Record<string, string>>;

/** The sentence in both languages, the days it compares with filled in. */
export function sentence(about: About, key: keyof typeof WEEK_WORDS, holes: Holes): Words {
  const inLanguage = (language: Language): string =>
    filled(WEEK_WORDS[key][language], { ...thenHoles(about, language), ...holes(language) });
  return { fr: inLanguage('fr'), en: inLanguage('en') };
}

/** A part of a sentence in one language. French is set before names come in: they stay as they are. */
export function phrase(
  key: keyof typeof WEEK_WORDS,
  language: Language,
  holes: Readonly<Record<string, string>>,
): string {
  return filled(WEEK_WORDS[key][language], holes);
}

function filled(template: string, holes: Readonly<Record<string, string>>): string {
  return typesetFrench(template).replace(/\{(\w+)\}/g, (_, name: string) => holes[name] ?? '');
}
