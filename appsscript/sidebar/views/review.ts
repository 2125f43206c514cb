/** An audit finding that somebody has looked into: pasted from the report, with why it is settled. */
import { button, el, fill, form } from '../dom.ts';
import { allSound } from '../fields.ts';
import { longField, textField } from '../forms/field-kinds.ts';
import { act, finish, guard, type Page } from '../page.ts';
import { say } from '../say.ts';

export function showReview(page: Page): void {
  const required = { required: true };
  const finding = textField('finding', say('Repère du constat', 'Mark of the finding'), '', required);
  const facts = textField('facts', say('Empreinte des faits', 'Mark of its facts'), '', required);
  const reason = longField('reason', say('Pourquoi il est clos', 'Why it is settled'), '', required);
  const fields = [finding, facts, reason];
  const help = say(
    'Le rapport hebdomadaire donne ces deux repères, page Audit. Le constat revient si ses faits changent.',
    'The weekly report gives both marks, on its Audit page. The finding comes back if its facts change.',
  );
  fill(page.root, el('p', { class: 'help before' }, help), form(...fields.map(({ node }) => node)));
  guard(page);
  const save = (): void => {
    if (!allSound(fields)) return;
    const asks = { finding: finding.value(), facts: facts.value(), reason: reason.value() };
    act(page, 'ui_review', asks, ({ text }) => {
      finish(page, text);
      fill(
        page.actions,
        button(say('Un autre constat', 'Another finding'), () => showReview(page)),
      );
    });
  };
  fill(page.actions, button(say('Marquer comme revu', 'Mark as reviewed'), save, 'primary'));
}
