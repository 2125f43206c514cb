/** What became of the report, one line a recipient, and what a dry run would send. */
import { unreachable } from '../../shared/base/result.ts';
import type { Language } from '../../shared/base/words.ts';
import type { RecipientOutcome } from './deliver.ts';
import { failureText } from './failure.ts';
import type { ReportMessage } from './message.ts';
import type { TransportName } from './transport.ts';

/** One line for the person who runs the job. */
export function outcomeText(outcome: RecipientOutcome, language: Language): string {
  const { recipient } = outcome;
  const french = language === 'fr';
  switch (outcome.outcome) {
    case 'accepted':
      if (outcome.place !== null) {
        return french
          ? `${recipient} : brouillon prêt à envoyer dans ${outcome.place}`
          : `${recipient}: draft ready to be sent in ${outcome.place}`;
      }
      return french ? `${recipient} : envoyé` : `${recipient}: sent`;
    case 'already-sent':
      return french
        ? `${recipient} : déjà ${pastText(outcome.via, 'fr')} cette semaine (${outcome.at}) ; --again l’envoie de nouveau`
        : `${recipient}: already ${pastText(outcome.via, 'en')} this week (${outcome.at}); --again sends it again`;
    case 'refused':
      return french
        ? `${recipient} : non envoyé. ${failureText(outcome.failure, 'fr')}`
        : `${recipient}: not sent. ${failureText(outcome.failure, 'en')}`;
    case 'unknown':
      return french
        ? `${recipient} : peut-être envoyé. ${failureText(outcome.failure, 'fr')}`
        : `${recipient}: perhaps sent. ${failureText(outcome.failure, 'en')}`;
    case 'would-send':
      return french
        ? `${recipient} : serait ${pastText(outcome.via, 'fr')}`
        : `${recipient}: would be ${pastText(outcome.via, 'en')}`;
    default:
      return unreachable(outcome);
  }
}

/** What a dry run prints: who would get it, then the message as its plain text says it. */
export function dryRunText(message: ReportMessage, outcomes: readonly RecipientOutcome[]): string {
  const { language } = message;
  const labels = language === 'fr' ? ['Objet : ', 'Pièce jointe : '] : ['Subject: ', 'Attachment: '];
  const lines = [
    ...outcomes.map((outcome) => outcomeText(outcome, language)),
    labels[0] + message.subject,
    labels[1] + message.attachment,
    '',
    message.text,
  ];
  return lines.join('\n');
}

function pastText(via: TransportName, language: Language): string {
  if (via === 'outbox') return language === 'fr' ? 'écrit en brouillon' : 'written as a draft';
  const service = via === 'smtp' ? 'SMTP' : 'Gmail';
  return language === 'fr' ? `envoyé par ${service}` : `sent by ${service}`;
}
