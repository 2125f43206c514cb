/** The texts of messages and letters as they are shipped; a row of the templates tab stands in for any of them. */
import letterFormalNoticeAssociationEn from '../../templates/letter.formal-notice.association.en.txt';
import letterFormalNoticeAssociationFr from '../../templates/letter.formal-notice.association.fr.txt';
import letterFormalNoticeEn from '../../templates/letter.formal-notice.en.txt';
import letterFormalNoticeFr from '../../templates/letter.formal-notice.fr.txt';
import letterFormalNoticeIndividualEn from '../../templates/letter.formal-notice.individual.en.txt';
import letterFormalNoticeIndividualFr from '../../templates/letter.formal-notice.individual.fr.txt';
import letterIrrecoverableEn from '../../templates/letter.irrecoverable.en.txt';
import letterIrrecoverableFr from '../../templates/letter.irrecoverable.fr.txt';
import letterMoratoryInterestEn from '../../templates/letter.moratory-interest.en.txt';
import letterMoratoryInterestFr from '../../templates/letter.moratory-interest.fr.txt';
import letterNoticeEn from '../../templates/letter.notice.en.txt';
import letterNoticeFr from '../../templates/letter.notice.fr.txt';
import letterPaymentOrderEn from '../../templates/letter.payment-order.en.txt';
import letterPaymentOrderFr from '../../templates/letter.payment-order.fr.txt';
import letterPlanAgreementAssociationEn from '../../templates/letter.plan-agreement.association.en.txt';
import letterPlanAgreementAssociationFr from '../../templates/letter.plan-agreement.association.fr.txt';
import letterPlanAgreementEn from '../../templates/letter.plan-agreement.en.txt';
import letterPlanAgreementFr from '../../templates/letter.plan-agreement.fr.txt';
import letterPlanAgreementIndividualEn from '../../templates/letter.plan-agreement.individual.en.txt';
import letterPlanAgreementIndividualFr from '../../templates/letter.plan-agreement.individual.fr.txt';
import letterReminder1En from '../../templates/letter.reminder-1.en.txt';
import letterReminder1Fr from '../../templates/letter.reminder-1.fr.txt';
import letterReminder2AssociationEn from '../../templates/letter.reminder-2.association.en.txt';
import letterReminder2AssociationFr from '../../templates/letter.reminder-2.association.fr.txt';
import letterReminder2En from '../../templates/letter.reminder-2.en.txt';
import letterReminder2Fr from '../../templates/letter.reminder-2.fr.txt';
import letterReminder2IndividualEn from '../../templates/letter.reminder-2.individual.en.txt';
import letterReminder2IndividualFr from '../../templates/letter.reminder-2.individual.fr.txt';
import letterReminder3AssociationEn from '../../templates/letter.reminder-3.association.en.txt';
import letterReminder3AssociationFr from '../../templates/letter.reminder-3.association.fr.txt';
import letterReminder3En from '../../templates/letter.reminder-3.en.txt';
import letterReminder3Fr from '../../templates/letter.reminder-3.fr.txt';
import letterReminder3IndividualEn from '../../templates/letter.reminder-3.individual.en.txt';
import letterReminder3IndividualFr from '../../templates/letter.reminder-3.individual.fr.txt';
import letterStatementEn from '../../templates/letter.statement.en.txt';
import letterStatementFr from '../../templates/letter.statement.fr.txt';
import letterThankYouEn from '../../templates/letter.thank-you.en.txt';
import letterThankYouFr from '../../templates/letter.thank-you.fr.txt';
import creditNoteEn from '../../templates/message.credit-note.en.txt';
import creditNoteFr from '../../templates/message.credit-note.fr.txt';
import formalNoticeAssociationEn from '../../templates/message.formal-notice.association.en.txt';
import formalNoticeAssociationFr from '../../templates/message.formal-notice.association.fr.txt';
import formalNoticeEn from '../../templates/message.formal-notice.en.txt';
import formalNoticeFr from '../../templates/message.formal-notice.fr.txt';
import formalNoticeIndividualEn from '../../templates/message.formal-notice.individual.en.txt';
import formalNoticeIndividualFr from '../../templates/message.formal-notice.individual.fr.txt';
import invoiceEn from '../../templates/message.invoice.en.txt';
import invoiceFr from '../../templates/message.invoice.fr.txt';
import moratoryInterestEn from '../../templates/message.moratory-interest.en.txt';
import moratoryInterestFr from '../../templates/message.moratory-interest.fr.txt';
import noticeEn from '../../templates/message.notice.en.txt';
import noticeFr from '../../templates/message.notice.fr.txt';
import paymentOrderEn from '../../templates/message.payment-order.en.txt';
import paymentOrderFr from '../../templates/message.payment-order.fr.txt';
import reminder1En from '../../templates/message.reminder-1.en.txt';
import reminder1Fr from '../../templates/message.reminder-1.fr.txt';
import reminder2AssociationEn from '../../templates/message.reminder-2.association.en.txt';
import reminder2AssociationFr from '../../templates/message.reminder-2.association.fr.txt';
import reminder2En from '../../templates/message.reminder-2.en.txt';
import reminder2Fr from '../../templates/message.reminder-2.fr.txt';
import reminder2IndividualEn from '../../templates/message.reminder-2.individual.en.txt';
import reminder2IndividualFr from '../../templates/message.reminder-2.individual.fr.txt';
import reminder3AssociationEn from '../../templates/message.reminder-3.association.en.txt';
import reminder3AssociationFr from '../../templates/message.reminder-3.association.fr.txt';
import reminder3En from '../../templates/message.reminder-3.en.txt';
import reminder3Fr from '../../templates/message.reminder-3.fr.txt';
import reminder3IndividualEn from '../../templates/message.reminder-3.individual.en.txt';
import reminder3IndividualFr from '../../templates/message.reminder-3.individual.fr.txt';
import thankYouEn from '../../templates/message.thank-you.en.txt';
import thankYouFr from '../../templates/message.thank-you.fr.txt';

/** By name and language, such as `reminder-2.individual/fr`: a name with a kind of client is for that kind only. */
export const SHIPPED_TEXTS: ReadonlyMap<string, string> = new Map([
  ['letter.formal-notice.association/en', letterFormalNoticeAssociationEn],
  ['letter.formal-notice.association/fr', letterFormalNoticeAssociationFr],
  ['letter.formal-notice/en', letterFormalNoticeEn],
  ['letter.formal-notice/fr', letterFormalNoticeFr],
  ['letter.formal-notice.individual/en', letterFormalNoticeIndividualEn],
  ['letter.formal-notice.individual/fr', letterFormalNoticeIndividualFr],
  ['letter.irrecoverable/en', letterIrrecoverableEn],
  ['letter.irrecoverable/fr', letterIrrecoverableFr],
  ['letter.moratory-interest/en', letterMoratoryInterestEn],
  ['letter.moratory-interest/fr', letterMoratoryInterestFr],
  ['letter.notice/en', letterNoticeEn],
  ['letter.notice/fr', letterNoticeFr],
  ['letter.payment-order/en', letterPaymentOrderEn],
  ['letter.payment-order/fr', letterPaymentOrderFr],
  ['letter.plan-agreement.association/en', letterPlanAgreementAssociationEn],
  ['letter.plan-agreement.association/fr', letterPlanAgreementAssociationFr],
  ['letter.plan-agreement/en', letterPlanAgreementEn],
  ['letter.plan-agreement/fr', letterPlanAgreementFr],
  ['letter.plan-agreement.individual/en', letterPlanAgreementIndividualEn],
  ['letter.plan-agreement.individual/fr', letterPlanAgreementIndividualFr],
  ['letter.reminder-1/en', letterReminder1En],
  ['letter.reminder-1/fr', letterReminder1Fr],
  ['letter.reminder-2.association/en', letterReminder2AssociationEn],
  ['letter.reminder-2.association/fr', letterReminder2AssociationFr],
  ['letter.reminder-2/en', letterReminder2En],
  ['letter.reminder-2/fr', letterReminder2Fr],
  ['letter.reminder-2.individual/en', letterReminder2IndividualEn],
  ['letter.reminder-2.individual/fr', letterReminder2IndividualFr],
  ['letter.reminder-3.association/en', letterReminder3AssociationEn],
  ['letter.reminder-3.association/fr', letterReminder3AssociationFr],
  ['letter.reminder-3/en', letterReminder3En],
  ['letter.reminder-3/fr', letterReminder3Fr],
  ['letter.reminder-3.individual/en', letterReminder3IndividualEn],
  ['letter.reminder-3.individual/fr', letterReminder3IndividualFr],
  ['letter.statement/en', letterStatementEn],
  ['letter.statement/fr', letterStatementFr],
  ['letter.thank-you/en', letterThankYouEn],
  ['letter.thank-you/fr', letterThankYouFr],
  ['credit-note/en', creditNoteEn],
  ['credit-note/fr', creditNoteFr],
  ['formal-notice.association/en', formalNoticeAssociationEn],
  ['formal-notice.association/fr', formalNoticeAssociationFr],
  ['formal-notice/en', formalNoticeEn],
  ['formal-notice/fr', formalNoticeFr],
  ['formal-notice.individual/en', formalNoticeIndividualEn],
  ['formal-notice.individual/fr', formalNoticeIndividualFr],
  ['invoice/en', invoiceEn],
  ['invoice/fr', invoiceFr],
  ['moratory-interest/en', moratoryInterestEn],
  ['moratory-interest/fr', moratoryInterestFr],
  ['notice/en', noticeEn],
  ['notice/fr', noticeFr],
  ['payment-order/en', paymentOrderEn],
  ['payment-order/fr', paymentOrderFr],
  ['reminder-1/en', reminder1En],
  ['reminder-1/fr', reminder1Fr],
  ['reminder-2.association/en', reminder2AssociationEn],
  ['reminder-2.association/fr', reminder2AssociationFr],
  ['reminder-2/en', reminder2En],
  ['reminder-2/fr', reminder2Fr],
  ['reminder-2.individual/en', reminder2IndividualEn],
  ['reminder-2.individual/fr', reminder2IndividualFr],
  ['reminder-3.association/en', reminder3AssociationEn],
  ['reminder-3.association/fr', reminder3AssociationFr],
  ['reminder-3/en', reminder3En],
  ['reminder-3/fr', reminder3Fr],
  ['reminder-3.individual/en', reminder3IndividualEn],
  ['reminder-3.individual/fr', reminder3IndividualFr],
  ['thank-you/en', thankYouEn],
  ['thank-you/fr', thankYouFr],
]);
