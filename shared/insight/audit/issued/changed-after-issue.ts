/** Changed after issue: an issued invoice is corrected by a credit note, never in its row (CGI art. 289 and 286 I 3° bis). */
import { type AuditTest, type Hit, notRun } from '../finding.ts';
import type { Difference } from '../seals/sealed-differences.ts';
import { contentText, headerText } from '../seals/sealed-words.ts';
import type { AuditView } from '../view.ts';

export const CHANGED_AFTER_ISSUE: AuditTest = {
  key: 'changed-after-issue',
  title: { fr: 'Documents modifiés après émission', en: 'Documents changed after issue' },
  run: (view) => {
    const { chain } = view.inputs;
    if (chain === null || chain.documents === 0)
      return notRun(
        'Aucun document scellé à comparer avec le registre.',
        'No sealed document to compare the register with.',
      );
    const { differences, documents, sealedDay } = chain;
    const known = differences.filter(({ document }) => (sealedDay.get(document) ?? 0) <= view.asOf);
    return { ran: true, population: documents, hits: known.map((one) => changeHit(view, one)) };
  },
};

function changeHit({ register }: AuditView, difference: Difference): Hit {
  const { column, document, minor, row, table } = difference;
  const { currency, numberAt } = register.invoices;
  const whole = { table, row, subject: numberAt(document), currency: currency[document], amount: minor };
  const facts = [factOf(difference.sealed), factOf(difference.found)];
  if (column === '') return { ...whole, severity: 'error', mark: 'lines', facts, say: countSay(difference) };
  return {
    ...whole,
    severity: 'error',
    column,
    mark: column,
    facts,
    say: {
      fr: (tell) =>
        `${numberAt(document)}, ligne ${row}, ${headerText(table, column, 'fr')}\u202f: ` +
        `${contentText(difference.sealed, tell, currency[document], 'fr')} à l’émission, ${contentText(difference.found, tell, currency[document], 'fr')} au registre\u202f; ` +
        `rétablissez la valeur scellée, et corrigez au besoin par un avoir.`,
      en: (tell) =>
        `${numberAt(document)}, row ${row}, ${headerText(table, column, 'en')}: ` +
        `${contentText(difference.sealed, tell, currency[document], 'en')} when issued, ${contentText(difference.found, tell, currency[document], 'en')} in the register; ` +
        `restore the sealed value, and correct by a credit note where needed.`,
    },
  };

  function countSay({ found, sealed }: Difference): Hit['say'] {
    const count = (content: Difference['sealed']): number => (content.kind === 'number' ? content.value : 0);
    return {
      fr: (tell) =>
        `${numberAt(document)} a ${tell.count(count(found), 'ligne', 'lignes')} au registre, et en avait ${tell.number(count(sealed), 0)} à l’émission\u202f; ` +
        `rétablissez ses lignes, et corrigez au besoin par un avoir.`,
      en: (tell) =>
        `${numberAt(document)} has ${tell.count(count(found), 'line', 'lines')} in the register, and had ${tell.number(count(sealed), 0)} when issued; ` +
        `restore its lines, and correct by a credit note where needed.`,
    };
  }
}

function factOf(content: Difference['sealed']): string {
  switch (content.kind) {
    case 'amount':
      return String(content.minor);
    case 'day':
      return String(content.day);
    case 'number':
      return String(content.value);
    case 'text':
      return content.text;
    default:
      return content.kind;
  }
}
