/** The firm's own texts, looked at before a client reads them: what is wrong with each row of the templates tab. */
import { lintTemplate } from '../../../shared/letters/lint.ts';
import { findingText } from '../../../shared/letters/lint-codes.ts';
import type { TextCheck } from '../../contract/reminders.ts';
import type { Answer, Notice } from '../../contract.ts';
import type { World } from '../../world.ts';
import { answered, type TabView, tableOf, textOf } from '../frame.ts';

/** One call. Every text that is a message or a letter, in the order of the tab. */
export function textsView(world: World): Answer<readonly TextCheck[]> {
  const view = tableOf(world, 'templates');
  if (!view.ok) return view;
  const checks: TextCheck[] = [];
  for (let row = 2; row <= view.value.grid.length; row++) {
    const template = textOf(view.value, row, 'template').trim();
    if (template === '' || isMention(template)) continue;
    const language = textOf(view.value, row, 'language').trim();
    checks.push({ row, template, language, notices: noticesAt(view.value, row, template, language, world) });
  }
  return answered(checks);
}

/** Lines that invoices print have their own rules. */
function isMention(template: string): boolean {
  return /^mention/i.test(template);
}

function noticesAt(
  view: TabView,
  row: number,
  template: string,
  language: string,
  world: World,
): readonly Notice[] {
  const text = { subject: textOf(view, row, 'subject'), body: textOf(view, row, 'body') };
  return lintTemplate(template, language, text).map((found) => ({
    field: found.place,
    severity: found.severity,
    text: findingText(found, world.sheet.language),
  }));
}
