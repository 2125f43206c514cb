/** The world the actions live in, made of Google's services: each is asked as seldom as can be, and nothing before it is needed. */
import type { Builder, Letterbox, Moment, World } from '../world.ts';
import { type Drawer, drawerOf, drive } from './files.ts';
import { letterbox } from './letterbox.ts';
import { lockPort } from './lock.ts';
import { mailPort } from './mail.ts';
import { propertiesPort } from './properties.ts';
import { sheetPort } from './sheet.ts';
import { sheetClock, sheetToday, type ZoneGap, zoneGap } from './sheet-days.ts';
import { needOpenSheet } from './sheet-ui.ts';
import { tabBuilder } from './tab-builder.ts';
import { tabsOf } from './tabs.ts';
import { triggersPort } from './triggers.ts';

/** One world an execution. */
export function googleWorld(): World & { readonly builder: Builder; readonly letterbox: Letterbox } {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const gap = once(() => askedGap(spreadsheet.getSpreadsheetTimeZone()));
  const tabs = tabsOf(spreadsheet);
  const drawer = drawerOf(spreadsheet.getId(), `Encaisse – ${spreadsheet.getName()}`);
  const pending = { waits: false };
  const user = once(() => askedUser(drawer));
  return {
    now: () => momentOf(new Date(), gap()),
    user,
    token: () => Utilities.getUuid(),
    sheet: sheetPort(spreadsheet, gap, tabs, pending),
    lock: lockPort(),
    mail: mailPort(drawer),
    files: drawer,
    properties: propertiesPort(),
    triggers: triggersPort(),
    letterbox: letterbox(),
    builder: tabBuilder(spreadsheet, tabs, drawer, pending),
  };
}

/** The world for somebody who has the sheet in front of them; throws for anybody else. */
export function openSheetWorld(): ReturnType<typeof googleWorld> {
  needOpenSheet();
  return googleWorld();
}

function momentOf(now: Date, gap: ZoneGap): Moment {
  const instant = now.toISOString().replace(/\.\d+Z$/, 'Z');
  return { millis: now.getTime(), instant, day: sheetToday(now, gap), clock: sheetClock(now, gap) };
}

function askedGap(zone: string): ZoneGap {
  const now = new Date();
  return zoneGap(now, Utilities.formatDate(now, zone, 'Z'));
}

/**
 * Drive tells whose it is under the scope the add-on has anyway; `Session` would need one more. The folder is asked first: storing a
 * document needs it as well. Where a trigger runs without authorisation, as on an edit, nobody is known.
 */
function askedUser(drawer: Drawer): string {
  try {
    return drawer.owner() || (drive().About.get({ fields: 'user(emailAddress)' }).user?.emailAddress ?? '');
  } catch {
    return '';
  }
}

function once<T>(ask: () => T): () => T {
  let known: { readonly value: T } | null = null;
  return () => {
    known ??= { value: ask() };
    return known.value;
  };
}
