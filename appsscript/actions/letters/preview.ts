/** A letter as it would print today, with what goes into its envelope; or why it is not to be written. Nothing is written down. */
import { civilDate } from '../../../shared/base/civil-date.ts';
import { type Language, typesetFrench, type Words } from '../../../shared/base/words.ts';
import type { LetterAsked, LetterPreview } from '../../contract/reminders.ts';
import type { Answer } from '../../contract.ts';
import { paperPage } from '../../render/paper-page.ts';
import type { World } from '../../world.ts';
import { answered } from '../frame.ts';
import { type LetterDesk, openDesk, writtenOn } from './letter-desk.ts';
import { goesByPost, isRegistered } from './letter-rows.ts';
import { paperTitle } from './paper-titles.ts';

export function letterView(world: World, asked: LetterAsked): Answer<LetterPreview> {
  const opened = openDesk(world, asked);
  if (!opened.ok) return opened;
  const { language } = world.sheet;
  const written = writtenOn(opened.value, asked);
  const pages = 'why' in written ? [] : [written.paper, ...written.enclosed];
  return answered({
    ...asked,
    currency: opened.value.register.currencies[opened.value.currency],
    today: civilDate(opened.value.desk.asOf),
    currencies: currenciesOf(opened.value),
    clientName: opened.value.register.clients[opened.value.client].name,
    pages: pages.map((paper) => ({ title: paperTitle(paper.kind, language), html: paperPage(paper) })),
    refusal: 'why' in written ? sentence(written.why, language) : '',
    isPosted: goesByPost(asked.kind),
    isRegistered: isRegistered(asked.kind),
  });
}

/** Those of its documents, the register's own first. */
function currenciesOf({ client, register }: LetterDesk): readonly string[] {
  const { currencies, invoices } = register;
  const used = new Set<number>();
  for (let i = 0; i < invoices.count; i++) if (invoices.client[i] === client) used.add(invoices.currency[i]);
  return currencies.filter((_, index) => used.has(index));
}

/** Reasons are told after a colon elsewhere; here they stand alone. */
export function sentence(words: Words, language: Language): string {
  const text = language === 'fr' ? typesetFrench(words.fr) : words.en;
  return text.charAt(0).toUpperCase() + text.slice(1);
}
