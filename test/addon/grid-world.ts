/** A world of grids alone: tabs as arrays, every service call written down. What it does not have throws. */

import type { Grid, Moment, TabKey, World } from '../../appsscript/world.ts';
import { type CivilDate, civilDate, dayNumber } from '../../shared/base/civil-date.ts';
import type { Cell } from '../../shared/base/problem.ts';
import type { Language } from '../../shared/base/words.ts';
import { columnCells, endOf } from './fake-rows.ts';

export type GridWorld = World & {
  readonly tabs: Map<TabKey, Cell[][]>;
  readonly calls: string[]; // `read invoices`, `write invoices 2 20 3×5`
  before: (call: string) => void; // what happens in the sheet just before a call
};

export type GridOptions = {
  readonly today: CivilDate;
  readonly language?: Language;
  readonly properties?: Readonly<Record<string, string>>;
  readonly hasDaily?: boolean;
};

export function gridWorld(grids: ReadonlyMap<TabKey, Grid>, options: GridOptions): GridWorld {
  const tabs = new Map(Array.from(grids, ([key, grid]) => [key, grid.map((row) => [...row])] as const));
  const calls: string[] = [];
  const day = dayNumber(options.today);
  let isListed = false;
  const list = (): void => {
    if (!isListed) calls.push('getSheets');
    isListed = true;
  };
  const call = (name: string): void => {
    list();
    calls.push(name);
    world.before(name);
  };
  const world: GridWorld = {
    tabs,
    calls,
    before: () => undefined,
    now: () => tenOClock(day),
    user: () => 'a@exemple.fr',
    token: gone('token'),
    sheet: sheetOf(tabs, options.language ?? 'fr', list, call),
    properties: propertiesOf(options, call),
    triggers: {
      hasDaily: () => {
        call('hasDaily');
        return options.hasDaily === true;
      },
      addDaily: gone('trigger'),
      removeDaily: gone('trigger'),
    },
    lock: { acquire: gone('lock'), release: gone('lock') },
    mail: { quota: () => 1500, fetch: gone('mail'), send: gone('mail') },
    files: { find: gone('files'), storePdf: gone('files'), storeXml: gone('files') },
  };
  return world;
}

function tenOClock(day: number): Moment {
  return { millis: day * 86_400_000 + 36e6, instant: `${civilDate(day)}T10:00:00Z`, day, clock: '10:00' };
}

function propertiesOf({ properties = {} }: GridOptions, call: (name: string) => void): World['properties'] {
  return {
    read: () => {
      call('properties');
      return new Map(Object.entries(properties));
    },
    write: gone('property'),
  };
}

function gone(what: string): () => never {
  return () => {
    throw new Error(`this world has no ${what}`);
  };
}

function sheetOf(
  tabs: Map<TabKey, Cell[][]>,
  language: Language,
  list: () => void,
  call: (name: string) => void,
): World['sheet'] {
  return {
    has: (tab) => {
      list();
      return tabs.has(tab);
    },
    read: (tab) => {
      call(`read ${tab}`);
      return (tabs.get(tab) ?? []).map((row) => [...row]);
    },
    readHeader: gone('header'),
    readColumn: (tab, column) => {
      call(`column ${tab} ${column}`);
      return columnCells(tabs.get(tab) ?? [], column);
    },
    ...writesOf(tabs, call),
    flush: () => call('flush'),
    link: (tab, row) => {
      list();
      return tabs.has(tab) ? `https://sheet.example/grid#gid=${tab}&range=A${row}` : '';
    },
    selectedRows: gone('selection'),
    id: 'grid',
    url: '',
    locale: language === 'fr' ? 'fr_FR' : 'en_GB',
    language,
  };
}

function writesOf(
  tabs: Map<TabKey, Cell[][]>,
  call: (name: string) => void,
): Pick<World['sheet'], 'write' | 'append'> {
  return {
    write: (tab, row, column, block) => {
      call(`write ${tab} ${row} ${column} ${block.length}×${block[0]?.length ?? 0}`);
      writeInto(tabs.get(tab) ?? gone(tab)(), row, column, block);
    },
    append: (tab, rows) => {
      const grid = tabs.get(tab) ?? gone(tab)();
      for (const row of rows) {
        call(`append ${tab}`);
        writeInto(grid, endOf(grid) + 1, 1, [row]);
      }
    },
  };
}

function writeInto(rows: Cell[][], row: number, column: number, block: Grid): void {
  block.forEach((cells, r) => {
    while (rows.length < row + r) rows.push([]);
    const target = rows[row - 1 + r];
    cells.forEach((cell, c) => {
      while (target.length < column + c) target.push(null);
      target[column - 1 + c] = cell;
    });
  });
}
