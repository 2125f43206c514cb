/** What an import tells: the files it refused, what it applied, what it asks, and how to answer. */
import { civilDate } from '../../../shared/base/civil-date.ts';
import { countText, moneyText } from '../../../shared/base/numbers-text.ts';
import { type Language, typesetFrench } from '../../../shared/base/words.ts';
import type { PlannedMovement } from '../../../shared/exchange/match/import-plan.ts';
import type { ImportRows } from '../../../shared/exchange/match/import-rows.ts';
import { MATCH_REASONS } from '../../../shared/exchange/match/reasons.ts';
import type { Register } from '../../../shared/register/entries.ts';
import type { ReadFiles, RefusedFile } from './bank-statements.ts';

const MOST_FAULTS = 20;

/** Every file refused, its lines and remedies; nothing was written. */
export function refusalText(refused: readonly RefusedFile[], language: Language): string {
  const line = language === 'fr' ? 'ligne' : 'line';
  return refused
    .map(({ faults, file }) => {
      const shown = faults.slice(0, MOST_FAULTS).map(({ code, line: at, message }) => {
        const place = at > 0 ? `${line} ${at}${language === 'fr' ? '\u202f' : ''}: ` : '';
        return `  ${place}${message[language]} [${code}]\n`;
      });
      const more = faults.length - MOST_FAULTS;
      return `${file}\n${shown.join('')}${more > 0 ? `  … ${more}\n` : ''}`;
    })
    .join('');
}

export type ImportResult = {
  readonly movements: readonly PlannedMovement[];
  readonly importId: string;
  readonly rows: ImportRows; // of the files
  readonly confirmed: ImportRows; // of earlier imports
  readonly read: ReadFiles;
  readonly isDry: boolean;
};

const WORDS = {
  fr: {
    applied: ['mouvement imputé', 'mouvements imputés'],
    asked: ['à décider', 'à décider'],
    known: ['déjà connu', 'déjà connus'],
    other: ['hors clients', 'hors clients'],
    proven: 'Soldes vérifiés',
    unproven: 'Soldes non vérifiables (le fichier ne les dit pas)',
    dry: 'Essai : rien n’est écrit.',
    readBy: 'Lu avec le profil',
    kept: 'Profil gardé dans le registre :',
    undo: 'Pour tout annuler : --undo',
    decide: 'À décider :',
  },
  en: {
    applied: ['movement applied', 'movements applied'],
    asked: ['to decide', 'to decide'],
    known: ['known already', 'known already'],
    other: ['no client’s', 'no client’s'],
    proven: 'Balances proven',
    unproven: 'Balances not proven (the file does not say them)',
    dry: 'Dry run: nothing is written.',
    readBy: 'Read with the profile',
    kept: 'Profile kept in the register:',
    undo: 'To take it all back: --undo',
    decide: 'To decide:',
  },
} as const;

export function resultText(result: ImportResult, register: Register): string {
  const { confirmed, importId, isDry, movements, read, rows } = result;
  const { language } = register.settings;
  const words = WORDS[language];
  const states = [...rows.bank, ...confirmed.bank].map(({ state }) => state);
  const known = movements.filter(({ decision }) => decision === 'known').length;
  const count = (of: readonly string[], [one, many]: readonly [string, string]): string =>
    countText(states.filter((state) => of.includes(state)).length, one, many, language);
  const head = [
    count(['applied', 'unapplied'], words.applied),
    count(['open'], words.asked),
    count(['ignored'], words.other),
    countText(known, words.known[0], words.known[1], language),
  ].join(', ');
  const proof =
    read.statements.length === 0
      ? ''
      : ` ${read.proven === read.statements.length ? words.proven : words.unproven}.`;
  const open = new Set(rows.bank.filter(({ state }) => state === 'open').map(({ key }) => key));
  const asked = movements.filter(({ key }) => open.has(key)).map((one) => askedText(one, register));
  const lines = [
    `${head}.${proof}`,
    ...read.readBy.map((name) => `${words.readBy} ${quoted(name, language)}.`),
    ...(read.toKeep === null || isDry ? [] : [`${words.kept} ${read.toKeep.name}.`]),
    ...(asked.length > 0 ? [words.decide, ...asked] : []),
    ...(isDry ? [words.dry] : rows.bank.length > 0 ? [`${words.undo} ${importId}`] : []),
  ];
  const text = `${lines.join('\n')}\n`;
  return language === 'fr' ? typesetFrench(text) : text;
}

function quoted(name: string, language: Language): string {
  return language === 'fr' ? `« ${name} »` : `“${name}”`;
}

/** The movement, why it is asked about, and what to type to take what is proposed. */
function askedText({ currency, key, match, movement }: PlannedMovement, register: Register): string {
  const { clients, invoices, settings } = register;
  const { language } = settings;
  const amount = moneyText(movement.minor, currency, language);
  const label = movement.label.length > 60 ? `${movement.label.slice(0, 60)}…` : movement.label;
  const proposed =
    match.parts.length > 0
      ? match.parts.map(({ invoice }) => invoices.numberAt(invoice)).join('+')
      : match.client === null
        ? ''
        : clients[match.client].code;
  const answer = proposed === '' ? '' : `\n    --confirm ${key}=${proposed}`;
  return `  ${civilDate(movement.day)}  ${amount}  ${label}\n    ${MATCH_REASONS[match.reason][language]}${proposed === '' ? ` (${key})` : ''}${answer}`;
}
