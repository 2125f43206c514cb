/** The names under which the rates table keeps what the law refers to. A register may hold others beside them. */

/** The European Central Bank's rate for main refinancing operations. */
export const ECB_SERIES = 'ECB-MRO';

/** French legal interest of creditors who act in their profession (C. mon. fin. L313-2). */
export const LEGAL_SERIES = 'FR-LEGAL-B';

/** French legal interest of creditors who are natural persons and act outside a profession. */
export const LEGAL_PERSON_SERIES = 'FR-LEGAL-A';

/** The German base rate, set for each half-year (BGB § 247). */
export const GERMAN_BASE_SERIES = 'DE-BASE';

/** The Bank of England's official rate on the eve of each half-year (SI 2002/1675). */
export const BOE_SERIES = 'UK-BASE';
