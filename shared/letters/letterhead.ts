/** The head of a paper: who writes, to whom, from where and when. */
import type { DayNumber } from '../base/civil-date.ts';
import { countryCode } from '../base/countries.ts';
import { countryName } from '../base/country-names.ts';
import { dayText } from '../base/numbers-text.ts';
import type { Language } from '../base/words.ts';
import type { Ledger } from '../receivables/ledger.ts';
import type { Client, Settings } from '../register/entries.ts';
import type { TextShelf } from './message-texts.ts';
import type { Paper } from './paper.ts';
import { senderOf } from './sender.ts';

/** All that papers are written from. */
export type Desk = {
  readonly ledger: Ledger;
  readonly asOf: DayNumber; // the day it is dated
  readonly texts: TextShelf;
};

export type Letterhead = Pick<Paper, 'language' | 'sender' | 'recipient' | 'placeAndDate' | 'footer'>;

/** @param language the client's own, but for what stays in the firm */
export function letterheadOf(
  { asOf, ledger }: Pick<Desk, 'asOf' | 'ledger'>,
  client: Client,
  language: Language = client.language,
): Letterhead {
  const { settings } = ledger.register;
  const sender = senderOf(settings);
  const isAbroad = isElsewhere(client.country, textOf(settings, 'country'));
  return {
    language,
    sender: [sender.company, ...addressOf(settings, isAbroad, language), sender.phone, sender.replyTo].filter(
      isSaid,
    ),
    recipient: recipientOf(client, isAbroad),
    placeAndDate: placeAndDate(textOf(settings, 'city'), asOf, language),
    footer: [sender.identity[language]],
  };
}

/** A paper that stays in the firm, or concerns it alone, has no address to write to. */
export function innerLetterhead(desk: Pick<Desk, 'asOf' | 'ledger'>, client: Client): Letterhead {
  return letterheadOf(desk, client, desk.ledger.register.settings.language);
}

/** Where the client names no country it is the firm's; where the firm names none it is France. */
function isElsewhere(client: string, firm: string): boolean {
  const home = firm === '' ? 'FR' : (countryCode(firm) ?? firm);
  return client !== '' && (countryCode(client) ?? client) !== home;
}

function textOf({ texts }: Settings, key: string): string {
  return (texts.get(key) ?? '').trim();
}

function addressOf(settings: Settings, isAbroad: boolean, language: Language): readonly string[] {
  const text = (key: string): string => textOf(settings, key);
  const place = `${text('postalCode')} ${text('city')}`.trim();
  return [
    text('addressLine1'),
    text('addressLine2'),
    place,
    isAbroad ? countryName(text('country'), language) : '',
  ];
}

/** As on an envelope: the country alone on its line, in capitals, where one of the two is abroad. */
function recipientOf(client: Client, isAbroad: boolean): readonly string[] {
  const { addressLine1, addressLine2, city, contact, country, language, name, postalCode } = client;
  const person = contact === '' || contact === name ? '' : attentionText(contact, language);
  const place = `${postalCode} ${city}`.trim();
  return [
    name,
    person,
    addressLine1,
    addressLine2,
    place,
    isAbroad ? countryName(country, language).toUpperCase() : '',
  ].filter(isSaid);
}

/** @param contact a person within the client */
function attentionText(contact: string, language: Language): string {
  return language === 'fr' ? `À l’attention de ${contact}` : `For the attention of ${contact}`;
}

/** `Lyon, le 25 novembre 2026`, `Lyon, 25 November 2026` */
function placeAndDate(city: string, day: DayNumber, language: Language): string {
  const on = language === 'fr' ? `le ${dayText(day, 'fr')}` : dayText(day, 'en');
  if (city !== '') return `${city}, ${on}`;
  return on.charAt(0).toUpperCase() + on.slice(1);
}

function isSaid(line: string): boolean {
  return line !== '';
}

/** A file's name from its parts: letters without accents, digits, `-` and `_`. */
export function paperFileName(...parts: readonly string[]): string {
  return parts
    .map((part) =>
      part
        .normalize('NFD')
        .replace(/[\u0300-\u036f]/g, '')
        .replace(/[^A-Za-z0-9]+/g, '-')
        .replace(/^-+|-+$/g, '')
        .slice(0, 60),
    )
    .filter(isSaid)
    .join('_');
}
