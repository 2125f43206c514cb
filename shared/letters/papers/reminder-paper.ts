/** A reminder as a letter: the firm's words around the table of what is asked, and how to pay it. */
import { civilDate } from '../../base/civil-date.ts';
import type { Language } from '../../base/words.ts';
import type { DunningDecision } from '../../dunning/decision.ts';
import { type Letter, letterOf } from '../letter.ts';
import { type Desk, letterheadOf, paperFileName } from '../letterhead.ts';
import { lawfulTexts } from '../lint/lint-message.ts';
import { nameOfLevel, withoutFrenchLaw } from '../message-texts.ts';
import { instalmentText, MESSAGE_WORDS, numberedText } from '../message-words.ts';
import type { Paper, PaperBlock } from '../paper.ts';
import { paragraph, paragraphs, paymentBlock, signatureBlock, tableWithoutEmpty } from '../paper-blocks.ts';
import { PAPER_WORDS } from '../paper-words.ts';
import { paymentMeansOf } from '../payment-means.ts';
import { type Sender, senderOf } from '../sender.ts';
import { type Written, writtenText } from './written.ts';

/** @param tracking the number of a registered letter; empty where it has none yet */
export function reminderPaper(desk: Desk, decision: DunningDecision, tracking = ''): Paper {
  const { asOf, ledger, texts } = desk;
  const { register } = ledger;
  const client = register.clients[decision.client];
  const { language } = client;
  const letter = letterOf(register, decision, asOf);
  const sender = senderOf(register.settings);
  const shelf = letter.isFrenchLaw ? texts : withoutFrenchLaw(texts);
  const written = writtenText(shelf, textNames(letter), letter, register.settings, letter.facts, (all) =>
    lawfulTexts(all, letter),
  );
  const isRegistered = letter.isFormalNotice || decision.channel === 'registeredLetter';
  const registered = PAPER_WORDS.registered[language];
  return {
    ...letterheadOf(desk, client),
    kind: letter.isFormalNotice ? 'formalNotice' : 'reminder',
    mention: !isRegistered
      ? ''
      : tracking === ''
        ? registered
        : `${registered} ${numberedText(tracking, language)}`,
    subject: written.subject,
    references: [[PAPER_WORDS.clientCode[language], client.code]],
    blocks: [
      ...paragraphs(written.above),
      ...askedBlocks(letter, sender),
      ...deadlineBlock(letter, written),
      ...paragraphs(written.below.slice(0, -1)),
      ...(letter.isFormalNotice ? [] : [paragraph(MESSAGE_WORDS[language].meanwhileLetter)]),
      ...paragraphs(written.below.slice(-1)), // the closing words
      signatureBlock(sender),
    ],
    fileName: paperFileName(fileStem(letter), client.code, civilDate(asOf)),
  };
}

/** Where the firm's own words forget the deadline, it is said below the table. */
function deadlineBlock({ facts, isNotice, language }: Letter, written: Written): readonly PaperBlock[] {
  const words = [written.subject, ...written.above.flat(), ...written.below.flat()].join(' ');
  if (isNotice || facts.newDeadline === '' || words.includes(facts.newDeadline)) return [];
  const { colon, deadline } = MESSAGE_WORDS[language];
  return [paragraph(`${deadline}${colon}${facts.newDeadline}`)];
}

function fileStem({ isFormalNotice, isNotice, language, level }: Letter): string {
  const french = isFormalNotice ? 'mise-en-demeure' : isNotice ? 'avis' : `relance-${level}`;
  const english = isFormalNotice ? 'formal-notice' : isNotice ? 'notice' : `reminder-${level}`;
  return language === 'fr' ? french : english;
}

/** A letter's own text, by the calendar's name and by its level; else that of the mail. */
function textNames({ isFormalNotice, isNotice, level, template }: Letter): readonly string[] {
  const named = template.trim().toLowerCase();
  const ofLevel = nameOfLevel({ isFormalNotice, isNotice, level });
  return [`letter.${named}`, `letter.${ofLevel}`, named, ofLevel];
}

/** The table of what is asked, by which law more is owed, and how to pay. */
function askedBlocks(letter: Letter, sender: Sender): readonly PaperBlock[] {
  const { clientCode, currency, language, law, leftOut, rows, totalDecimal } = letter;
  const numbers = Array.from(new Set(rows.map(({ number }) => number)));
  const means = paymentMeansOf(sender, { amount: totalDecimal, currency, numbers, clientCode }, language);
  const words = [leftOut, law].filter((text) => text !== '');
  return [askedTable(letter), ...words.map(paragraph), ...paymentBlock(means, language)];
}

function askedTable({ language, rows, sums, total, totalLabel }: Letter): PaperBlock {
  const words = PAPER_WORDS;
  const heads = [words.invoice, words.issued, words.due, words.late, words.total, words.settled, words.open];
  return tableWithoutEmpty(
    heads.map((head, column) => (column > 2 ? `>${head[language]}` : head[language])),
    rows.map((row) => [
      numberText(row.number, row.instalment, language),
      row.issued,
      row.due,
      row.late,
      row.total,
      row.settled,
      row.open,
    ]),
    [...sums.map(({ label, text }) => [label, text] as const), [totalLabel, total]],
  );
}

function numberText(number: string, instalment: number | null, language: Language): string {
  return instalment === null ? number : `${number}, ${instalmentText(instalment, language)}`;
}
