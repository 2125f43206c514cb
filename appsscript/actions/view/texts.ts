/** The firm's own texts, looked at before a client reads them: what is wrong with each row of the templates tab. */
import { lawSettingsOf } from '../../../shared/law/law-settings.ts';
import { lintTemplate } from '../../../shared/letters/lint/lint.ts';
import { findingText, type LintFinding } from '../../../shared/letters/lint/lint-codes.ts';
import type { TextCheck } from '../../contract/reminders.ts';
import type { Answer, Notice } from '../../contract.ts';
import type { World } from '../../world.ts';
import { answered, readRegisterOf, tableOf, textOf } from '../frame.ts';

/** Two calls. Every text that is a message or a letter, in the order of the tab. */
export function textsView(world: World): Answer<readonly TextCheck[]> {
  const view = tableOf(world, 'templates');
  if (!view.ok) return view;
  const law = lawSettingsOf(readRegisterOf(world, ['settings']).register.settings);
  const associationsAreFirms = law.associationsAre === 'business';
  const checks: TextCheck[] = [];
  for (let row = 2; row <= view.value.grid.length; row++) {
    const template = textOf(view.value, row, 'template').trim();
    if (template === '' || isMention(template)) continue;
    const language = textOf(view.value, row, 'language').trim();
    const text = { subject: textOf(view.value, row, 'subject'), body: textOf(view.value, row, 'body') };
    const found = lintTemplate(template, language, text, associationsAreFirms);
    checks.push({ row, template, language, notices: found.map((one) => noticeOf(one, world)) });
  }
  return answered(checks);
}

/** Lines that invoices print have their own rules. */
function isMention(template: string): boolean {
  return /^mention/i.test(template);
}

function noticeOf(found: LintFinding, world: World): Notice {
  const { place, severity } = found;
  return { field: place, severity, text: findingText(found, world.sheet.language) };
}
