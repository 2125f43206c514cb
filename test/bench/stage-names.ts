/** The stages of a report that the benchmark measures one by one. */

/** In the order of the work. `foresight` is every client's risk and every open item's forecast; `answers` is the whole report: it does all of it again, and adds reminders and audit. */
export const STAGES = [
  'read',
  'ledger',
  'measures',
  'foresight',
  'backTest',
  'answers',
  'workbook',
  'json',
] as const;
export type Stage = (typeof STAGES)[number];

/** What a stage took, and what the process held at its end. */
export type StageFigures = {
  readonly seconds: number;
  readonly cpuSeconds: number; // of all threads
  readonly megabytes: number;
};
export type Stages = Readonly<Partial<Record<Stage, StageFigures>>>;

/** As the table names them. */
export const STAGE_TITLES: Readonly<Record<Stage, string>> = {
  read: 'read the CSV files',
  ledger: 'replay into a ledger',
  measures: 'ageing, proof, DSO',
  foresight: 'risk and forecast',
  backTest: 'back-tests',
  answers: 'the whole report (all these)',
  workbook: 'write the workbook',
  json: 'write the JSON',
};
