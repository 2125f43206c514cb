/** What the built script shows Google and what it takes from it. The build refuses a script that differs. */

/** The functions of `main.ts` that anyone who may open the sheet can call: each checks what it is given. */
export const ENDPOINTS = [
  // triggers
  'onOpen',
  'onInstall',
  'onEdit',
  'trg_daily',
  'doGet',
  // the menu
  'menu_home',
  'menu_invoice',
  'menu_issue',
  'menu_issueSelected',
  'menu_payment',
  'menu_reminders',
  'menu_clients',
  'menu_journal',
  'menu_unknown',
  'menu_refresh',
  'menu_setup',
  'menu_selfTest',
  'menu_about',
  // the sidebar, as `contract.ts` says
  'ui_setUp',
  'ui_settings',
  'ui_saveSettings',
  'ui_checkDraft',
  'ui_saveDraft',
  'ui_draft',
  'ui_creditNote',
  'ui_drafts',
  'ui_previewIssue',
  'ui_issue',
  'ui_allocate',
  'ui_recordPayment',
  'ui_remind',
  'ui_log',
  'ui_home',
  'ui_clients',
  'ui_client',
  'ui_invoiceForm',
  'ui_reminders',
  'ui_unknown',
  'ui_saveClient',
  'ui_dailyRun',
  'ui_previewReminder',
  'ui_resolve',
] as const;
export type Endpoint = (typeof ENDPOINTS)[number];

/** Google's services the script names. A new one may need a new scope in `appsscript.json`. */
export const SERVICES = [
  'Drive',
  'HtmlService',
  'LockService',
  'MailApp',
  'PropertiesService',
  'ScriptApp',
  'Session',
  'SpreadsheetApp',
  'Utilities',
] as const;
