/** The execution log, which the project's owner reads in Apps Script. Never a client's name, an address or an amount. */

/** @param entry names and places in the code */
export function logMishap(entry: Readonly<Record<string, string>>): void {
  // biome-ignore lint/suspicious/noConsole: the log is the console here
  console.error(JSON.stringify(entry));
}
