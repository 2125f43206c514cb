/** What a person is told when a spreadsheet cannot be written to, or does not hold what was written. */
import type { Words } from '../../../shared/base/words.ts';
import { SOURCE_TABLES, type SourceTableKey } from '../../../shared/register/source-tables.ts';
import { columnOf } from './sheet-cells.ts';

export function missingTab(table: SourceTableKey): Words {
  const { title } = SOURCE_TABLES[table];
  return {
    fr: `Ce classeur n’a pas d’onglet «\u202f${title.fr}\u202f»\u202f: rien n’y est écrit. Ouvrez-le et lancez Encaisse > Mettre en place.`,
    en: `This spreadsheet has no tab “${title.en}”: nothing is written to it. Open it and run Encaisse > Set up.`,
  };
}

export function missingColumn(table: SourceTableKey, key: string, tab: string): Words {
  const { header } = columnOf(table, key);
  return {
    fr: `L’onglet «\u202f${tab}\u202f» n’a pas de colonne «\u202f${header.fr}\u202f»\u202f: rien n’y est écrit. Ouvrez le classeur et lancez Encaisse > Mettre en place.`,
    en: `The tab “${tab}” has no column “${header.en}”: nothing is written to it. Open the spreadsheet and run Encaisse > Set up.`,
  };
}

export function notKept(): Words {
  return {
    fr: 'Google Sheets a accepté l’écriture, mais le classeur relu ne la montre pas entière. Vérifiez que personne d’autre n’y travaille, puis relancez la même commande\u202f: elle reprend ce qui manque et n’écrit rien deux fois.',
    en: 'Google Sheets accepted the change, but the spreadsheet read again does not show all of it. Check that nobody else is working in it, then run the same command again: it takes up what is missing and writes nothing twice.',
  };
}

export function writtenTwice(tab: string): Words {
  return {
    fr: `L’onglet «\u202f${tab}\u202f» montre deux fois, à la fin, des lignes envoyées une fois\u202f: gardez-en une de chaque.`,
    en: `The tab “${tab}” shows twice, at its end, rows that were sent once: keep one of each.`,
  };
}

export function keyGone(keys: readonly string[], tab: string): Words {
  const list = keys.slice(0, 5).join(', ');
  return {
    fr: `L’onglet «\u202f${tab}\u202f» n’a plus de ligne ${list}\u202f: quelqu’un l’a retirée depuis sa lecture. Relancez la commande.`,
    en: `The tab “${tab}” no longer has a row ${list}: somebody took it out since it was read. Run the command again.`,
  };
}

export function writtenMeanwhile(tab: string): Words {
  return {
    fr: `Un autre import des mêmes mouvements vient d’écrire dans l’onglet «\u202f${tab}\u202f»\u202f: ils n’y sont pas écrits une seconde fois. Relancez la même commande\u202f: elle voit ce qui est fait et reprend ce qui manque.`,
    en: `Another import of the same movements has just written to the tab “${tab}”: they are not written a second time. Run the same command again: it sees what is done and takes up what is missing.`,
  };
}
