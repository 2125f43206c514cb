/** A rule an e-invoice would break: by the published rule's own name where there is one, with the field and what to do. */
import { typesetFrench, type Words } from '../../base/words.ts';

export type EInvoiceFault = {
  readonly rule: string; // `BR-CO-10`; ours begin with `ENC-`
  readonly field: string; // the snapshot's: `client.legalId`, `lines[2].netMinor`
  readonly message: Words;
};

export function breaks(rule: string, field: string, fr: string, en: string): EInvoiceFault {
  return { rule, field, message: { fr: typesetFrench(fr), en } };
}

/** The fault where the rule is not kept. */
export function unless(isKept: boolean, fault: EInvoiceFault): readonly EInvoiceFault[] {
  return isKept ? [] : [fault];
}
