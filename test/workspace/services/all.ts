/** Every service that is emulated: the globals a script finds, and the classes behind them. */
import type { ClassSurface, EmulatedClass } from '../emulated.ts';
import { surfaceOf } from '../emulated.ts';
import type { Execution } from '../execution.ts';
import { BlobService } from './blob.ts';
import { ChartBuilder, ChartOptions, ChartService } from './chart.ts';
import { BooleanConditionService, ConditionalRuleBuilder, ConditionalRuleService } from './conditional.ts';
import { DriveAbout, DriveFiles, DriveService } from './drive.ts';
import { ContentServiceService, HtmlOutputService, HtmlServiceService, TextOutputService } from './html.ts';
import { LockHandle, LockServiceService } from './lock.ts';
import { MailAppService } from './mail.ts';
import { PropertiesServiceService, PropertiesStore } from './properties.ts';
import { ProtectionService } from './protection.ts';
import { RangeListService, RangeService } from './range.ts';
import {
  ClockTriggerBuilder,
  ScriptAppService,
  TriggerBuilder,
  TriggerService,
  WebAppService,
} from './script-app.ts';
import { ConsoleService, SessionService, UserService } from './session.ts';
import { SheetService } from './sheet.ts';
import { ChartsService, SpreadsheetAppService, SpreadsheetService } from './spreadsheet.ts';
import { MenuService, UiService } from './ui.ts';
import { UtilitiesService } from './utilities.ts';
import { DataValidation, DataValidationBuilder } from './validation.ts';

type Global = EmulatedClass & (new (execution: Execution) => object);

const GLOBALS: readonly Global[] = [
  ChartsService,
  ConsoleService,
  ContentServiceService,
  DriveService,
  HtmlServiceService,
  LockServiceService,
  MailAppService,
  PropertiesServiceService,
  ScriptAppService,
  SessionService,
  SpreadsheetAppService,
  UtilitiesService,
];

const CLASSES: readonly EmulatedClass[] = [
  ...GLOBALS,
  BlobService,
  BooleanConditionService,
  ChartBuilder,
  ChartOptions,
  ChartService,
  ClockTriggerBuilder,
  ConditionalRuleBuilder,
  ConditionalRuleService,
  DataValidation,
  DataValidationBuilder,
  DriveAbout,
  DriveFiles,
  HtmlOutputService,
  LockHandle,
  MenuService,
  PropertiesStore,
  ProtectionService,
  RangeListService,
  RangeService,
  SheetService,
  SpreadsheetService,
  TextOutputService,
  TriggerBuilder,
  TriggerService,
  UiService,
  UserService,
  WebAppService,
];

export type Surface = {
  readonly services: readonly string[];
  readonly classes: Readonly<Record<string, ClassSurface>>;
};

/** What the script's side of the wire needs to know of the services: names only. */
export const SURFACE: Surface = {
  services: GLOBALS.map(({ emulates }) => emulates),
  classes: Object.fromEntries(CLASSES.map((one) => [one.emulates, surfaceOf(one)])),
};

/** A global service as one execution sees it. */
export function serviceOf(execution: Execution, name: string): object {
  const service = GLOBALS.find(({ emulates }) => emulates === name);
  if (!service) throw new Error(`NotEmulated: ${name}`);
  return new service(execution);
}
