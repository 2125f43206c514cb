/** The functions a sheet may call, one line each: `surface.ts` lists them. */
import { aboutText } from './actions/about.ts';
import { receiptPage } from './actions/acknowledge.ts';
import { daily } from './actions/daily/daily.ts';
import { isDailyRunner, switchDaily } from './actions/daily-switch.ts';
import { type Action, answerCall, mishapOf, mishapWords } from './actions/door.ts';
import { applyBank } from './actions/exchange/apply-bank.ts';
import { eInvoice } from './actions/exchange/e-invoice.ts';
import { applyOpening, viewOpening } from './actions/exchange/opening.ts';
import { planBank } from './actions/exchange/plan-bank.ts';
import { undoBank } from './actions/exchange/undo-bank.ts';
import { issue } from './actions/issue/issue.ts';
import { previewIssue } from './actions/issue/preview.ts';
import { makeLetter } from './actions/letters/make.ts';
import { postedAction } from './actions/letters/posted.ts';
import { letterView } from './actions/letters/preview.ts';
import { previewReminder, remind } from './actions/outbox/remind.ts';
import { resolveSend } from './actions/outbox/resolve.ts';
import { thank } from './actions/outbox/thank.ts';
import { collectReceipts } from './actions/receipts.ts';
import { allocateAction } from './actions/record/allocate.ts';
import { correctContact } from './actions/record/correct-contact.ts';
import { creditNoteAction } from './actions/record/credit-note.ts';
import { checkDraftAction, draftsAction } from './actions/record/drafts.ts';
import { logAction } from './actions/record/log.ts';
import { openDraftAction } from './actions/record/open-draft.ts';
import { savePlan } from './actions/record/plan.ts';
import { recordPaymentAction } from './actions/record/record-payment.ts';
import { resend } from './actions/record/resend.ts';
import { reviewAction } from './actions/record/review.ts';
import { saveDraftAction } from './actions/record/save-draft.ts';
import { saveSettingsAction, settingsAction } from './actions/record/settings.ts';
import { refreshEdited } from './actions/refresh/edit.ts';
import { refreshOnOpen } from './actions/refresh/on-open.ts';
import { refreshWhole } from './actions/refresh/whole.ts';
import { saveClientAction } from './actions/saved-client.ts';
import { setUp } from './actions/set-up.ts';
import { callSheetView } from './actions/view/call-sheet.ts';
import { clientView } from './actions/view/client-card.ts';
import { clientsView } from './actions/view/clients.ts';
import { followUpView } from './actions/view/follow-up.ts';
import { homeAction } from './actions/view/home.ts';
import { invoiceFormView } from './actions/view/invoice-form.ts';
import { outlookView } from './actions/view/outlook.ts';
import { planFormView } from './actions/view/plan-form.ts';
import { remindersView } from './actions/view/reminders.ts';
import { textsView } from './actions/view/texts.ts';
import { unknownView } from './actions/view/unknown.ts';
import type { Answer, SidebarCall, SidebarCalls } from './contract.ts';
import { type EditEvent, editedRows } from './google/edit-event.ts';
import { letterbox } from './google/letterbox.ts';
import { logMishap } from './google/log.ts';
import { selfTest, selfTestText } from './google/self-test.ts';
import {
  addMenu,
  mayRead,
  type OpenEvent,
  openFileDialog,
  openingLanguage,
  openSidebar,
  sheetLanguage,
  showMessage,
  showToast,
} from './google/sheet-ui.ts';
import { isOwnTrigger } from './google/triggers.ts';
import { deployedAddress, type Page, pageAsks, showPage } from './google/web-page.ts';
import { googleWorld, openSheetWorld } from './google/world.ts';
import { menuItems } from './menu.ts';
import { receiptPageHtml } from './render/receipt-page.ts';
import type { World } from './world.ts';

/** The menu first: whatever the register looks like, it is there. In a mode that allows it, yesterday's figures are then renewed. */
export const onOpen = (event?: OpenEvent): void => {
  addMenu(menuItems(openingLanguage(event)));
  if (mayRead(event)) quietly('onOpen', () => refreshOnOpen(googleWorld()));
};

/** Runs once, when the add-on is added to the file that is open. */
export const onInstall = (event?: OpenEvent): void => onOpen(event);

/** A simple trigger: it has seconds, and no right to mail or to open Drive. What it could not do, the next refresh does. */
export const onEdit = (event?: EditEvent): void => {
  const edited = editedRows(event);
  if (edited) quietly('onEdit', () => tell(refreshEdited(googleWorld(), edited)));
};

export const menu_home = (): void => openSidebar('home', '');
export const menu_invoice = (): void => openSidebar('invoice', '');
export const menu_issue = (): void => openSidebar('issue', '');
export const menu_issueSelected = (): void => openSidebar('issue', 'selected');
export const menu_payment = (): void => openSidebar('payment', '');
export const menu_bank = (): void => openFileDialog('bank');
export const menu_opening = (): void => openFileDialog('opening');
export const menu_reminders = (): void => openSidebar('reminders', '');
export const menu_clients = (): void => openSidebar('clients', '');
export const menu_journal = (): void => openSidebar('journal', '');
export const menu_unknown = (): void => openSidebar('unknown', '');
export const menu_outlook = (): void => openSidebar('outlook', '');
export const menu_followUp = (): void => openSidebar('followUp', '');
export const menu_notice = (): void => openSidebar('letter', '\nformal-notice');
export const menu_texts = (): void => openSidebar('texts', '');
export const menu_review = (): void => openSidebar('review', '');
export const menu_setup = (): void => openSidebar('setup', '');
export const menu_about = (): void => showMessage('Encaisse', aboutText(sheetLanguage()));
export const menu_selfTest = (): void => showMessage('Encaisse', selfTestText(selfTest(), sheetLanguage()));

export const menu_refresh = (): void => say(() => refreshWhole(openSheetWorld()));

export const ui_setUp = reply('ui_setUp', setUp);
export const ui_settings = reply('ui_settings', settingsAction);
export const ui_saveSettings = reply('ui_saveSettings', saveSettingsAction);
export const ui_checkDraft = reply('ui_checkDraft', checkDraftAction);
export const ui_saveDraft = reply('ui_saveDraft', saveDraftAction);
export const ui_draft = reply('ui_draft', openDraftAction);
export const ui_creditNote = reply('ui_creditNote', creditNoteAction);
export const ui_drafts = reply('ui_drafts', draftsAction);

export const ui_previewIssue = reply('ui_previewIssue', previewIssue);
export const ui_issue = reply('ui_issue', issue);
export const ui_allocate = reply('ui_allocate', allocateAction);
export const ui_recordPayment = reply('ui_recordPayment', (world, asks) =>
  recordPaymentAction(world, asks, thank),
);
export const ui_remind = reply('ui_remind', (world, { clients }) => renewed(world, remind(world, clients)));
export const ui_log = reply('ui_log', logAction);
export const ui_home = reply('ui_home', homeAction);
export const ui_clients = reply('ui_clients', clientsView);
export const ui_client = reply('ui_client', clientView);
export const ui_invoiceForm = reply('ui_invoiceForm', invoiceFormView);
export const ui_reminders = reply('ui_reminders', todaysReminders);
export const ui_unknown = reply('ui_unknown', unknownView);
export const ui_saveClient = reply('ui_saveClient', saveClientAction);
export const ui_dailyRun = reply('ui_dailyRun', switchDaily);
/** The daily run's trigger fires as whoever made it; only the run that counts does anything. */
export const trg_daily = (event?: unknown): void => quietly('trg_daily', () => dailyRun(event));
export const ui_previewReminder = reply('ui_previewReminder', previewReminder);
export const ui_resolve = reply('ui_resolve', resolveSend);
export const ui_outlook = reply('ui_outlook', outlookView);
export const ui_followUp = reply('ui_followUp', followUpView);
export const ui_callSheet = reply('ui_callSheet', callSheetView);
export const ui_correctContact = reply('ui_correctContact', correctContact);
export const ui_resend = reply('ui_resend', (world, asks) => resend(world, asks));
export const ui_planForm = reply('ui_planForm', planFormView);
export const ui_savePlan = reply('ui_savePlan', savePlan);
export const ui_letter = reply('ui_letter', letterView);
export const ui_makeLetter = reply('ui_makeLetter', makeLetter);
export const ui_posted = reply('ui_posted', postedAction);
export const ui_texts = reply('ui_texts', textsView);
export const ui_review = reply('ui_review', reviewAction);
export const ui_eInvoice = reply('ui_eInvoice', eInvoice);
export const ui_planOpening = reply('ui_planOpening', viewOpening);
export const ui_applyOpening = reply('ui_applyOpening', (world, asks) =>
  renewed(world, applyOpening(world, asks)),
);
export const ui_planImport = reply('ui_planImport', planBank);
export const ui_applyImport = reply('ui_applyImport', (world, asks) =>
  renewed(world, applyBank(world, asks)),
);
export const ui_undoImport = reply('ui_undoImport', (world, asks) => renewed(world, undoBank(world, asks)));
/** The web app: the page where a client confirms a receipt, and nothing else. */
export const doGet = (event: unknown): Page => showPage(receiptHtml(pageAsks(event)));

function receiptHtml(asks: ReadonlyMap<string, string>): string {
  try {
    return receiptPageHtml(receiptPage(letterbox(), asks, deployedAddress(), instantNow()));
  } catch (error) {
    logMishap(mishapOf('doGet', error));
    return receiptPageHtml({ language: 'fr', state: 'invalid', address: '', hidden: [] });
  }
}

function dailyRun(event: unknown): void {
  if (!isOwnTrigger(event)) return;
  const world = googleWorld();
  if (!isDailyRunner(world)) return;
  collectReceipts(world); // first: what a client confirmed may hold a reminder back
  daily(world);
}

function instantNow(): string {
  return new Date().toISOString().replace(/\.\d+Z$/, 'Z');
}

/** What clients confirmed comes first: it tells that a reminder may be out of place. */
function todaysReminders(world: World): ReturnType<typeof remindersView> {
  collectReceipts(world);
  return remindersView(world);
}

/** Levels, next steps and the dashboard after messages left. What was sent is sent, whatever becomes of the figures. */
function renewed<T>(world: World, answer: Answer<T>): Answer<T> {
  if (answer.ok) quietly('renewed', () => refreshWhole(world));
  return answer;
}

/** Nobody asked for it, so nobody is told; the log is. */
function quietly(call: string, act: () => void): void {
  try {
    act();
  } catch (error) {
    logMishap(mishapOf(call, error));
  }
}

function tell(text: string | null): void {
  if (text !== null) showToast(text);
}

/** Does what a menu entry asks and says what came of it, unless the sheet does: a toast is one call more. */
function say(act: () => Answer<{ readonly text: string; readonly isShown: boolean }>): void {
  try {
    const done = act();
    if (!done.ok) showToast(done.message);
    else if (!done.value.isShown) showToast(done.value.text);
  } catch (error) {
    logMishap(mishapOf('menu', error));
    showMessage('Encaisse', mishapWords(error)[sheetLanguage()]);
  }
}

/** An endpoint of the sidebar: what it is asked is checked, and an answer comes out whatever happens. */
function reply<C extends SidebarCall>(call: C, act: Action<C, ReturnType<typeof googleWorld>>) {
  return (asks: unknown): Answer<SidebarCalls[C]['answers']> =>
    answerCall(call, asks, act, openSheetWorld, logMishap);
}
