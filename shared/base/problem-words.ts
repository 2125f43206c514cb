/**
 * What a problem says to the register's keeper: where it stands, what was found, why it is refused, what to do.
 *
 * In the words below `{found}` is the cell, quoted; `{detail}` is what the reader added. Where a detail has several parts,
 * separated by ` | `, they are `{1}`, `{2}`, `{3}`. What stands in square brackets is left out where its detail is.
 *
 * | code | detail |
 * | --- | --- |
 * | amount/…, currency/mismatch | the currency of the row, or of the invoice |
 * | choice/unknown, setting/invalid | the words allowed; French | English where they differ |
 * | calendar/order | the latest offset of a lower level |
 * | calendar/too-few-reminders | how many there are |
 * | client/mismatch | the code of the invoice's client |
 * | client/duplicate, invoice/duplicate, row/duplicate | the number of the row that stands |
 * | column/duplicate | the letter of the column too many |
 * | column/missing | the header to write |
 * | creditNote/overdrawn | the open credit of the note, as decimal text |
 * | row/extra-cells | the letter of the first column past the headers |
 * | plan/sum | the plan's sum | the invoice's total | its open balance, where that is another one |
 */
import type { Cell, Problem, ProblemCode } from './problem.ts';
import { type Language, NARROW_NO_BREAK_SPACE, typesetFrench, type Words } from './words.ts';

/** The names a reader of the text knows the place by: the table's title and the header, in their language. */
export type ProblemNames = { readonly table: string; readonly header: string };

/** The problem as one line, such as `Invoices row 7, Due date: "2026-02-30" is not a day of the calendar; … [date/invalid]`. */
export function problemText(problem: Problem, language: Language, names: ProblemNames): string {
  const place = placeText(problem.row, language, names);
  return `${place} ${problemRemedy(problem, language)} [${problem.code}]`;
}

/** What was found and what to do, without the place and the code: a table shows those in columns of their own. */
export function problemRemedy(problem: Problem, language: Language): string {
  const words = PROBLEM_WORDS[problem.code];
  return fill(language === 'fr' ? typesetFrench(words.fr) : words.en, placeholders(problem, language));
}

/** @param row 0 where the whole table is meant */
function placeText(row: number, language: Language, { table, header }: ProblemNames): string {
  const line = row < 1 ? '' : ` ${language === 'fr' ? 'ligne' : 'row'} ${row}`;
  const column = header === '' ? '' : `, ${visibleText(header)}`;
  return `${table}${line}${column}${language === 'fr' ? `${NARROW_NO_BREAK_SPACE}:` : ':'}`;
}

function placeholders({ found, detail }: Problem, language: Language): ReadonlyMap<string, string> {
  const parts = (detail ?? '').split(' | ').filter((part) => part !== '');
  const inLanguage = language === 'en' && parts.length > 1 ? parts[1] : parts[0];
  const values = parts.map((part, i) => [String(i + 1), visibleText(part, LONGEST_DETAIL)] as const);
  const own = inLanguage === undefined ? [] : [['detail', visibleText(inLanguage, LONGEST_DETAIL)] as const];
  return new Map([['found', foundText(found, language)], ...own, ...values]);
}

/** Drops the brackets whose detail is not there, then fills in; what a cell holds is never read as a placeholder. */
function fill(words: string, values: ReadonlyMap<string, string>): string {
  return words
    .replace(/\[([^\]]*\{(\w+)\}[^\]]*)\]/g, (_, inside: string, name: string) =>
      values.has(name) ? inside : '',
    )
    .replace(/\{(\w+)\}/g, (_, name: string) => values.get(name) ?? '');
}

const LONGEST_FOUND = 60;
const LONGEST_DETAIL = 300;

function foundText(found: Cell, language: Language): string {
  if (found === null || found === '') return language === 'fr' ? 'la cellule vide' : 'the empty cell';
  const text = typeof found === 'boolean' ? truthText(found, language) : visibleText(String(found));
  return language === 'fr' ? `«${NARROW_NO_BREAK_SPACE}${text}${NARROW_NO_BREAK_SPACE}»` : `"${text}"`;
}

function truthText(found: boolean, language: Language): string {
  if (language === 'fr') return found ? 'VRAI' : 'FAUX';
  return found ? 'TRUE' : 'FALSE';
}

/** Control characters, and those that are invisible or turn the writing direction; ordinary no-break spaces may stay. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu;

/** The text on one line, clipped, each hidden character shown by its number: `‹U+202E›`. */
function visibleText(text: string, longest = LONGEST_FOUND): string {
  const characters = Array.from(text.slice(0, 2 * longest + 2)); // whole code points, of one or two units each
  const clipped = characters.slice(0, longest).join('');
  return clipped.replace(HIDDEN, codePointName) + (characters.length > longest ? '…' : '');
}

function codePointName(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `‹U+${code.toString(16).toUpperCase().padStart(4, '0')}›`;
}

/** French typography: a narrow no-break space before `; : ! ? %` and inside « ». */
/** Every code in both languages; a new code does not compile without its words. */
const PROBLEM_WORDS: Readonly<Record<ProblemCode, Words>> = {
  'amount/ambiguous': {
    fr: '{found} peut se lire avec des milliers ou avec des décimales ; écrivez-le sans séparateur de milliers et avec toutes les décimales de la devise, par exemple 1234.00.',
    en: '{found} may be read with thousands or with decimals; write it without a thousands separator and with all decimals of the currency, for instance 1234.00.',
  },
  'amount/currency-mismatch': {
    fr: '{found} est dans une autre devise que la ligne[ ({detail})] ; corrigez le montant ou la devise de la ligne.',
    en: '{found} is in another currency than the row[ ({detail})]; correct the amount or the row’s currency.',
  },
  'amount/invalid': {
    fr: '{found} n’est pas un montant ; écrivez un nombre tel que 1234.50, avec un signe moins devant s’il est négatif.',
    en: '{found} is not an amount; write a number such as 1234.50, with a minus sign in front if it is negative.',
  },
  'amount/negative': {
    fr: '{found} est négatif, ce qui n’a pas de sens ici ; corrigez le signe ou videz la cellule.',
    en: '{found} is negative, which makes no sense here; correct the sign or clear the cell.',
  },
  'amount/over-total': {
    fr: '{found} dépasse le total de la facture[, {detail}] ; corrigez le solde ou le total.',
    en: '{found} is more than the invoice’s total[, {detail}]; correct the balance or the total.',
  },
  'amount/too-large': {
    fr: '{found} dépasse ce qu’un montant peut être ; vérifiez les chiffres et l’unité.',
    en: '{found} is more than an amount can be; check the figures and the unit.',
  },
  'amount/too-many-decimals': {
    fr: '{found} a plus de décimales que la devise[ {detail}] ; arrondissez vous-même le montant, dans la cellule ou sa formule.',
    en: '{found} has more decimals than the currency[ {detail}]; round the amount yourself, in the cell or its formula.',
  },
  'calendar/before-due': {
    fr: '{found} place ce niveau avant l’échéance, alors qu’il donne un délai, des pénalités ou une lettre recommandée ; écrivez un nombre de jours après l’échéance, plus grand que 0.',
    en: '{found} puts this level before the due date, although it gives a deadline, penalties or a registered letter; write a number of days after the due date, above 0.',
  },
  'calendar/order': {
    fr: '{found} place ce niveau avant un niveau inférieur[, prévu {detail} jours après l’échéance] ; les niveaux se suivent, corrigez l’un des deux.',
    en: '{found} puts this level before a lower one[, which comes {detail} days after the due date]; levels follow each other, correct one of the two.',
  },
  'calendar/too-few-reminders': {
    fr: 'la mise en demeure de niveau {found} n’a pas trois relances avant elle dans ce calendrier[, mais {detail},] et ne partirait jamais ; ajoutez celles qui manquent.',
    en: 'the formal notice at level {found} does not have three reminders before it in this calendar[, but {detail},] and would never leave; add those that lack.',
  },
  'calendar/unknown': {
    fr: '{found} n’est le nom d’aucun calendrier de relance ; le client suit celui de son type. Corrigez le nom ou décrivez ce calendrier.',
    en: '{found} is not the name of a reminder calendar; the client follows the one of its kind. Correct the name or describe this calendar.',
  },
  'cell/formula-error': {
    fr: '{found} est l’erreur d’une formule ; corrigez la formule ou écrivez la valeur.',
    en: '{found} is the error of a formula; mend the formula or write the value.',
  },
  'choice/unknown': {
    fr: '{found} n’est pas un mot prévu ici ; choisissez dans la liste[ : {detail}].',
    en: '{found} is not a word expected here; choose one of the list[: {detail}].',
  },
  'client/duplicate': {
    fr: '{found} est déjà le code d’un client[, ligne {detail}] ; gardez une seule ligne par client ou donnez un autre code.',
    en: '{found} is already a client’s code[, in row {detail}]; keep one row a client or give another code.',
  },
  'client/mismatch': {
    fr: '{found} ne va pas avec le client de la facture[, {detail}] ; corrigez le client ou le numéro.',
    en: '{found} does not go with the invoice’s client[, {detail}]; correct the client or the number.',
  },
  'client/unknown': {
    fr: '{found} n’est le code d’aucun client lu ; corrigez le code, ou ajoutez ou corrigez sa ligne dans la table des clients.',
    en: '{found} is not the code of a client that was read; correct the code, or add or mend its row in the clients table.',
  },
  'column/duplicate': {
    fr: '{found} est l’en-tête de deux colonnes, seule la première est lue ; supprimez ou renommez l’autre[, en {detail}].',
    en: '{found} is the header of two columns, only the first is read; remove or rename the other[, in {detail}].',
  },
  'column/missing': {
    fr: 'la colonne manque et la table n’est pas lue ; ajoutez-la en ligne 1[, avec l’en-tête {detail}].',
    en: 'the column is missing and the table is not read; add it in row 1[, with the header {detail}].',
  },
  'creditNote/overdrawn': {
    fr: '{found} dépasse ce qui reste de l’avoir[, {detail}] ; baissez le montant ou corrigez le numéro de l’avoir.',
    en: '{found} is more than is left of the credit note[, {detail}]; lower the amount or correct the credit note’s number.',
  },
  'creditNote/unknown': {
    fr: '{found} n’est le numéro d’aucun avoir lu ; écrivez ici celui de l’avoir à imputer, ou corrigez la ligne de cet avoir.',
    en: '{found} is not the number of a credit note that was read; write the one to apply here, or mend that note’s row.',
  },
  'currency/mismatch': {
    fr: '{found} n’est pas dans la devise de la facture[, {detail}] ; corrigez la devise, ou le numéro.',
    en: '{found} is not in the invoice’s currency[, {detail}]; correct the currency, or the number.',
  },
  'currency/unknown': {
    fr: '{found} ne désigne pas une seule devise ; écrivez son code ISO 4217, par exemple EUR ou USD.',
    en: '{found} does not name one currency; write its ISO 4217 code, for instance EUR or USD.',
  },
  'date/ambiguous': {
    fr: '{found} peut être deux jours ; écrivez AAAA-MM-JJ, ou indiquez « Langue et pays » dans les réglages, par exemple fr_FR.',
    en: '{found} may be two days; write YYYY-MM-DD, or set “Locale” in the settings, for instance en_GB or en_US.',
  },
  'date/invalid': {
    fr: '{found} n’est pas un jour du calendrier ; écrivez AAAA-MM-JJ.',
    en: '{found} is not a day of the calendar; write YYYY-MM-DD.',
  },
  'date/two-digit-year': {
    fr: '{found} n’a que deux chiffres pour l’année ; écrivez les quatre, AAAA-MM-JJ.',
    en: '{found} has only two figures for the year; write all four, YYYY-MM-DD.',
  },
  'email/invalid': {
    fr: '{found} n’est pas une adresse ; écrivez nom@domaine.fr, sans accent, nom ni guillemets autour.',
    en: '{found} is not an address; write name@domain.com, without accents and with no name or quotes around it.',
  },
  'file/encoding': {
    fr: 'le fichier n’est pas en UTF-8 à partir d’ici et a été lu comme du Windows-1252 ; vérifiez les accents et enregistrez-le en UTF-8.',
    en: 'the file is not UTF-8 from here on and was read as Windows-1252; check the accents and save it as UTF-8.',
  },
  'file/truncated': {
    fr: 'le fichier s’arrête au milieu de cette ligne, ou un guillemet ouvert ici ne se ferme pas ; rien n’est lu à partir d’ici. Fermez le guillemet ou exportez le fichier de nouveau en entier.',
    en: 'the file ends in the middle of this row, or a quote opened here never closes; nothing is read from here on. Close the quote or export the whole file again.',
  },
  'invoice/duplicate': {
    fr: '{found} est déjà le numéro d’une facture ou d’un avoir[, ligne {detail}] ; donnez à chaque document son numéro ou supprimez le doublon.',
    en: '{found} is already the number of an invoice or credit note[, in row {detail}]; give each document its number or remove the copy.',
  },
  'invoice/is-credit-note': {
    fr: '{found} est un avoir ; indiquez une facture. Un avoir s’impute par un règlement de mode « avoir », son numéro en référence.',
    en: '{found} is a credit note; name an invoice. A credit note is applied by a payment of method “credit note”, its number as reference.',
  },
  'invoice/negative-total': {
    fr: '{found} est négatif pour une facture ; écrivez « avoir » dans la colonne du type, ou corrigez le signe.',
    en: '{found} is negative for an invoice; write “credit note” in the type column, or correct the sign.',
  },
  'invoice/unknown': {
    fr: '{found} n’est le numéro d’aucune facture lue ; corrigez le numéro, ou ajoutez ou corrigez sa ligne dans la table des factures.',
    en: '{found} is not the number of an invoice that was read; correct the number, or add or mend its row in the invoices table.',
  },
  'number/invalid': {
    fr: '{found} n’est pas un nombre qui convient ici ; écrivez par exemple 2, ou 2.5 si une partie décimale a un sens.',
    en: '{found} is not a number that fits here; write for instance 2, or 2.5 where a fraction makes sense.',
  },
  'payment/no-client': {
    fr: 'le règlement ne nomme ni client ni facture ; indiquez l’un des deux.',
    en: 'the payment names neither a client nor an invoice; write one of them.',
  },
  'payment/penalties-by-credit': {
    fr: 'un avoir réduit une facture et ne règle pas de pénalités ; écrivez « facture » en objet, ou un autre mode de règlement.',
    en: 'a credit note reduces an invoice and pays no penalties; write “invoice” as the purpose, or another method.',
  },
  'plan/not-positive': {
    fr: '{found} n’est pas au-dessus de zéro ; écrivez le montant positif à payer à cette échéance.',
    en: '{found} is not above zero; write the positive amount to be paid on that day.',
  },
  'plan/sum': {
    fr: 'les échéances de {found} font[ {1}] au lieu du total de la facture[, {2}][, ou de son solde au jour de l’accord, {3}] ; corrigez leurs montants. En attendant, l’échéance d’avant reste.',
    en: 'the instalments of {found} add up to[ {1}] instead of the invoice’s total[, {2}][, or its balance on the day agreed, {3}]; correct their amounts. Until then the due date before them stands.',
  },
  'required/missing': {
    fr: 'la cellule est vide et la ligne ne peut s’en passer ; remplissez-la.',
    en: 'the cell is empty and the row cannot do without it; fill it in.',
  },
  'row/duplicate': {
    fr: '{found} figure déjà[ en ligne {detail}], seule la première est lue ; supprimez cette ligne ou corrigez ce qui la désigne.',
    en: '{found} is there already[, in row {detail}], only the first is read; remove this row or correct what names it.',
  },
  'row/extra-cells': {
    fr: 'la ligne a plus de cellules que d’en-têtes[, à partir de la colonne {detail},] et n’est pas lue ; mettez entre guillemets un texte qui contient le séparateur, ou videz ce qui dépasse.',
    en: 'the row has more cells than headers[, from column {detail} on,] and is not read; put a text that holds the separator in quotes, or clear what sticks out.',
  },
  'row/quotes': {
    fr: 'les guillemets de la ligne ne sont pas au bord d’une cellule et elle n’est pas lue ; mettez-les tout autour de la cellule, sans espace ni texte au-delà, et doublez ceux du texte, ou exportez le fichier de nouveau.',
    en: 'the row’s quotes are not at the edges of a cell and it is not read; put them right around the cell, with no space or text beyond them, and double those inside the text, or export the file again.',
  },
  'setting/invalid': {
    fr: '{found} n’est pas une valeur de ce réglage, qui garde sa valeur par défaut ; corrigez-la[, par exemple {detail}].',
    en: '{found} is not a value of this setting, which keeps its default; correct it[, for instance {detail}].',
  },
  'table/duplicate': {
    fr: '{found} donne une table qu’un autre onglet ou fichier donne déjà et n’est pas lu ; gardez-en un seul.',
    en: '{found} gives a table that another tab or file gives already and is not read; keep only one.',
  },
  'terms/invalid': {
    fr: '{found} n’est pas une condition de paiement connue ; écrivez par exemple « 30 jours », « 45 jours, fin de mois » ou « comptant ».',
    en: '{found} is not a payment term we know; write for instance “30 days”, “45 days, EOM” or “immediate”.',
  },
};
