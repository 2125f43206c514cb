/** What the form of a new invoice offers: the clients, the kinds of VAT with the mention each prints. */
import { civilDate, type DayNumber } from '../../../shared/base/civil-date.ts';
import type { Language } from '../../../shared/base/words.ts';
import { rateWords } from '../../../shared/invoicing/document-words.ts';
import { mentionText, type OwnTexts } from '../../../shared/invoicing/mentions.ts';
import {
  mentionOfCategory,
  VAT_CATEGORY_CHOICES,
  VAT_CHOICES,
} from '../../../shared/invoicing/vat-categories.ts';
import type { Answer, InvoiceForm } from '../../contract.ts';
import type { World } from '../../world.ts';
import { answered, readRegisterOf } from '../frame.ts';
import { ownTextsOf } from '../record/drafting.ts';
import { clientChoices } from './clients.ts';

export function invoiceFormView(world: World): Answer<InvoiceForm> {
  const { language } = world.sheet;
  const { clients, settings } = readRegisterOf(world, ['settings', 'clients']).register;
  const own = ownTextsOf(world.sheet.read('templates'));
  const { day } = world.now();
  const isRegistered = (settings.texts.get('vatNumber') ?? '') !== '';
  return answered({
    clients: clientChoices(clients),
    currency: settings.currency,
    vatChoices: vatChoices(day, language, own, isRegistered),
    today: civilDate(day),
  });
}

/** A firm without VAT number is offered no rate first, as it bears none. */
function vatChoices(
  day: DayNumber,
  language: Language,
  own: OwnTexts,
  isRegistered: boolean,
): InvoiceForm['vatChoices'] {
  const choices = VAT_CHOICES.map(({ category, rate }) => {
    const mention = mentionOfCategory(category, isRegistered);
    return {
      category,
      rate,
      label: labelOf(category, rate, language, isRegistered),
      mention: mention === null ? '' : mentionText(mention, day, language, own),
    };
  });
  if (isRegistered) return choices;
  return [
    ...choices.filter(({ category }) => category === 'E'),
    ...choices.filter(({ category }) => category !== 'E'),
  ];
}

function labelOf(category: string, rate: string, language: Language, isRegistered: boolean): string {
  if (category === 'S') return rateWords(category, rate, language);
  if (category === 'E' && !isRegistered) return language === 'fr' ? 'Franchise de TVA' : 'Not subject to VAT';
  const word = VAT_CATEGORY_CHOICES.find(({ key }) => key === category)?.words[language] ?? category;
  return word.charAt(0).toUpperCase() + word.slice(1);
}
