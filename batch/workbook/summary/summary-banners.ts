/** What a reader must know before the figures. */
import type { Style } from 'exceljs';
import { countText, moneyText } from '../../../shared/base/numbers-text.ts';
import type { Report } from '../../answers/report.ts';
import { ALARM_FILL, BAD, bannerStyle, GOOD, PALE, WARN_FILL, WARN_TEXT } from '../style.ts';
import { wrappedLines } from '../table/text-width.ts';
import { say } from '../words.ts';
import { type Draft, linesHeight, type Page, rangeOf } from '../xlsx/page.ts';
import { type Cursor, cellOf, GRID_COLUMNS, gap, gridWidth, nextRow } from './summary-grid.ts';

const WORDS = {
  moving: {
    fr: 'La feuille était en cours de modification pendant chaque lecture : les chiffres peuvent mêler deux états. Relancez le rapport.',
    en: 'The sheet was being edited during every reading: the figures may mix two states. Run the report again.',
  },
  proof: {
    fr: 'La preuve ne tient pas : {difference} d’écart en {currency}. Ne diffusez pas ce rapport ; voyez « {sheet} ».',
    en: 'The proof does not hold: a difference of {difference} in {currency}. Do not pass this report on; see “{sheet}”.',
  },
  problems: {
    fr: '{count} dans le registre : voir « {sheet} ». Les lignes mises à part n’entrent dans aucun total.',
    en: '{count} in the register: see “{sheet}”. Rows left out count in no total.',
  },
  clean: {
    fr: 'Rien à corriger dans le registre, et la preuve tient au centime : voir « {sheet} ».',
    en: 'Nothing to mend in the register, and the proof holds to the cent: see “{sheet}”.',
  },
} as const;

/** Where the banners lead. */
export type Places = { readonly problems: Page; readonly method: Page };

/** What casts doubt on the figures stands above them; all well is said too, in green. */
export function putBanners(cursor: Cursor, draft: Draft, report: Report, places: Places): void {
  const { language } = draft;
  const method = places.method.sheet.name;
  if (report.source.moving) putBanner(cursor, say(WORDS.moving, language), bannerStyle(WARN_TEXT, WARN_FILL));
  for (const { currency, proof } of report.currencies.filter((one) => !one.proof.holds)) {
    const difference = moneyText(proof.total.difference, currency, language);
    const text = say(WORDS.proof, language, { difference, currency, sheet: method });
    cursor.page.links.push({
      cell: putBanner(cursor, text, bannerStyle(BAD, ALARM_FILL)),
      place: rangeOf(places.method, 'A1'),
    });
  }
  putProblems(cursor, draft, report, places);
  gap(cursor);
}

function putProblems(cursor: Cursor, draft: Draft, report: Report, places: Places): void {
  const { language } = draft;
  const { problems } = report;
  if (problems.length > 0) {
    const count =
      language === 'fr'
        ? countText(problems.length, 'point à corriger', 'points à corriger', language)
        : countText(problems.length, 'point to mend', 'points to mend', language);
    const text = say(WORDS.problems, language, { count, sheet: places.problems.sheet.name });
    const cell = putBanner(cursor, text, bannerStyle(WARN_TEXT, WARN_FILL));
    cursor.page.links.push({ cell, place: rangeOf(places.problems, 'A1') });
  } else if (report.currencies.every(({ proof }) => proof.holds)) {
    const cell = putBanner(
      cursor,
      say(WORDS.clean, language, { sheet: places.method.sheet.name }),
      bannerStyle(GOOD, PALE),
    );
    cursor.page.links.push({ cell, place: rangeOf(places.method, 'A1') });
  }
}

function putBanner(cursor: Cursor, text: string, style: Partial<Style>): string {
  const cell = cellOf(cursor, 0, GRID_COLUMNS, text, style);
  nextRow(cursor, linesHeight(wrappedLines(text, gridWidth(GRID_COLUMNS) - 4), 8));
  return cell;
}
