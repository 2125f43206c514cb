/** `Protection`: it warns or refuses editors, never the sheet's owner, who is who runs the tests. */
import { nextId } from '../backend.ts';
import { type Emulates, notEmulated } from '../emulated.ts';
import type { Execution } from '../execution.ts';
import type { Protection, Rect, Tab } from '../spreadsheet.ts';
import { RangeService } from './range.ts';
import { rangeLike } from './validation.ts';

type Google = GoogleAppsScript.Spreadsheet.Protection;

export class ProtectionService
  implements
    Emulates<
      Google,
      | 'setDescription'
      | 'getDescription'
      | 'setWarningOnly'
      | 'isWarningOnly'
      | 'setUnprotectedRanges'
      | 'remove'
      | 'getRange'
      | 'canEdit'
      | 'removeEditors'
      | 'getEditors'
    >
{
  static readonly emulates = 'Protection';
  readonly execution: Execution;
  readonly tab: Tab;
  readonly protection: Protection;

  constructor(execution: Execution, tab: Tab, protection: Protection) {
    this.execution = execution;
    this.tab = tab;
    this.protection = protection;
  }
  setDescription(description: string): this {
    return change(this, 'setDescription', () => {
      this.protection.description = description;
    });
  }
  getDescription(): string {
    return this.execution.read('Protection.getDescription', () => this.protection.description);
  }
  setWarningOnly(warningOnly: boolean): this {
    return change(this, 'setWarningOnly', () => {
      this.protection.warningOnly = warningOnly;
    });
  }
  isWarningOnly(): boolean {
    return this.execution.read('Protection.isWarningOnly', () => this.protection.warningOnly);
  }
  setUnprotectedRanges(ranges: readonly unknown[]): this {
    const rects = ranges.map((range) => rangeLike(range).rect);
    return change(this, 'setUnprotectedRanges', () => {
      this.protection.unprotected = rects;
    });
  }
  remove(): void {
    this.execution.write('Protection.remove', () => {
      const { protections } = this.tab.look;
      protections.splice(protections.indexOf(this.protection), 1);
    });
  }
  getRange(): RangeService {
    return this.execution.read('Protection.getRange', () => {
      const { rect } = this.protection;
      return rect
        ? new RangeService(this.execution, this.tab, rect)
        : notEmulated('the range of a whole tab');
    });
  }
  canEdit(): boolean {
    return this.execution.read('Protection.canEdit', () => true);
  }
  getEditors(): readonly unknown[] {
    return this.execution.read('Protection.getEditors', () => []);
  }
  removeEditors(editors: readonly unknown[]): this {
    if (editors.length > 0) notEmulated('Protection.removeEditors of somebody');
    return change(this, 'removeEditors', () => undefined);
  }
}

function change<T extends ProtectionService>(service: T, name: string, effect: () => void): T {
  service.execution.write(`Protection.${name}`, effect);
  return service;
}

/** Protects cells, or the whole tab where there is no rectangle. */
export function protectRange(execution: Execution, tab: Tab, rect: Rect | null): ProtectionService {
  const protection: Protection = {
    id: Number.parseInt(nextId(execution.backend, ''), 36),
    rect,
    unprotected: [],
    description: '',
    warningOnly: false,
  };
  execution.write('Range.protect', () => tab.look.protections.push(protection));
  return new ProtectionService(execution, tab, protection);
}
