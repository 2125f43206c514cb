/** The words of each failure of delivery: what happened, then what to do. */
import type { Words } from '../../shared/base/words.ts';
import type { Failure, FailureCode } from './failure.ts';

export const FAILURE_WORDS: { readonly [C in FailureCode]: (failure: Failure<C>) => Words } = {
  'attachment/unreadable': ({ path, cause }) => ({
    fr: `Le classeur à joindre, ${path}, ne peut pas être lu (${cause}). Vérifiez qu’il existe et que vous avez le droit de le lire.`,
    en: `The workbook to attach, ${path}, cannot be read (${cause}). Check that it exists and that you may read it.`,
  }),
  'gmail/forbidden': ({ reply }) => ({
    fr: `Gmail n’autorise pas cet envoi (${reply}). Donnez à l’identité Google utilisée la portée https://www.googleapis.com/auth/gmail.send, activez l’API Gmail, et pour un compte de service nommez la boîte qui envoie dans ENCAISSE_GMAIL_USER.`,
    en: `Gmail does not allow this sending (${reply}). Give the Google identity in use the scope https://www.googleapis.com/auth/gmail.send, enable the Gmail API, and for a service account name the sending mailbox in ENCAISSE_GMAIL_USER.`,
  }),
  'gmail/lost': ({ cause }) => ({
    fr: `La réponse de Gmail s’est perdue (${cause}) : le rapport est peut-être parti. Regardez dans les messages envoyés ; la prochaine exécution l’enverra de nouveau.`,
    en: `Gmail’s answer was lost (${cause}): the report may have left. Look in the sent messages; the next run will send it again.`,
  }),
  'gmail/no-credentials': ({ cause }) => ({
    fr: `Aucune identité Google utilisable pour Gmail (${cause}). Lancez « gcloud auth application-default login » avec la portée gmail.send, ou indiquez une clé de compte de service dans GOOGLE_APPLICATION_CREDENTIALS.`,
    en: `No Google identity that Gmail accepts (${cause}). Run "gcloud auth application-default login" with the scope gmail.send, or name a service account key in GOOGLE_APPLICATION_CREDENTIALS.`,
  }),
  'gmail/refused': ({ reply }) => ({
    fr: `Gmail a refusé le rapport (${reply}). Corrigez ce qu’il signale, puis relancez.`,
    en: `Gmail refused the report (${reply}). Mend what it names, then run again.`,
  }),
  'outbox/unwritable': ({ path, cause }) => ({
    fr: `Le message ne peut pas être écrit dans ${path} (${cause}). Vérifiez que le dossier existe, que vous pouvez y écrire et que le disque n’est pas plein.`,
    en: `The message cannot be written to ${path} (${cause}). Check that the folder exists, that you may write there and that the disk is not full.`,
  }),
  'recipients/invalid': ({ found }) => ({
    fr: `${quoted(found, 'fr')} n’est pas une adresse e-mail. Écrivez une seule adresse par destinataire, sans nom ni crochets, par exemple compta@exemple.fr.`,
    en: `${quoted(found, 'en')} is not an email address. Write one address per recipient, without name or brackets, such as accounts@example.com.`,
  }),
  'recipients/none': () => ({
    fr: 'Le rapport n’a pas de destinataire. Remplissez « Destinataires du rapport » (reportRecipients) dans l’onglet des réglages, ou donnez --to adresse.',
    en: 'The report has no recipient. Fill in "Report recipients" (reportRecipients) in the settings tab, or give --to address.',
  }),
  'run/busy': ({ pid, since }) => ({
    fr: `Une autre exécution est en cours (processus ${pid}, depuis ${since}) ; rien n’a été envoyé. Attendez sa fin, puis relancez.`,
    en: `Another run is going on (process ${pid}, since ${since}); nothing was sent. Wait until it ends, then run again.`,
  }),
  'setting/invalid': ({ variable, expected }) => ({
    fr: `La variable ${variable} n’est pas utilisable : ${expected.fr} attendu.`,
    en: `The variable ${variable} cannot be used: ${expected.en} expected.`,
  }),
  'setting/missing': ({ variable }) => ({
    fr: `L’envoi par SMTP a besoin de la variable d’environnement ${variable}. Définissez-la, puis relancez.`,
    en: `Sending by SMTP needs the environment variable ${variable}. Set it, then run again.`,
  }),
  'smtp/login': ({ server, reply }) => ({
    fr: `${server} refuse l’identifiant ou le mot de passe (${reply}). Vérifiez ENCAISSE_SMTP_USER et ENCAISSE_SMTP_PASSWORD ; beaucoup de messageries demandent un mot de passe d’application.`,
    en: `${server} refuses the user or the password (${reply}). Check ENCAISSE_SMTP_USER and ENCAISSE_SMTP_PASSWORD; many mail services want an app password.`,
  }),
  'smtp/lost': ({ server, cause }) => ({
    fr: `La connexion à ${server} s’est perdue avant sa réponse (${cause}) : le rapport est peut-être parti. La prochaine exécution l’enverra de nouveau, avec le même objet.`,
    en: `The connection to ${server} was lost before it answered (${cause}): the report may have left. The next run will send it again, with the same subject.`,
  }),
  'smtp/recipient': ({ server, recipient, reply }) => ({
    fr: `${server} refuse le destinataire ${recipient} (${reply}). Vérifiez l’adresse dans l’onglet des réglages ou dans --to.`,
    en: `${server} refuses the recipient ${recipient} (${reply}). Check the address in the settings tab or in --to.`,
  }),
  'smtp/refused': ({ server, reply }) => ({
    fr: `${server} a refusé le message (${reply}). Corrigez ce qu’il signale, par exemple l’expéditeur ENCAISSE_SMTP_FROM, puis relancez.`,
    en: `${server} refused the message (${reply}). Mend what it names, for instance the sender ENCAISSE_SMTP_FROM, then run again.`,
  }),
  'smtp/tls': ({ server, cause }) => ({
    fr: `Pas de connexion chiffrée et vérifiée avec ${server} (${cause}). Choisissez ENCAISSE_SMTP_SECURE=tls (port 465) ou starttls (port 587) ; pour un certificat privé, indiquez son autorité dans NODE_EXTRA_CA_CERTS ; « none » envoie sans chiffrer.`,
    en: `No encrypted and verified connection with ${server} (${cause}). Choose ENCAISSE_SMTP_SECURE=tls (port 465) or starttls (port 587); for a private certificate name its authority in NODE_EXTRA_CA_CERTS; "none" sends unencrypted.`,
  }),
  'smtp/too-large': ({ server, reply }) => ({
    fr: `${server} trouve le message trop volumineux (${reply}). Enregistrez le classeur avec --xlsx et partagez-le autrement.`,
    en: `${server} finds the message too large (${reply}). Save the workbook with --xlsx and share it another way.`,
  }),
  'smtp/unreachable': ({ server, cause }) => ({
    fr: `Le serveur de messagerie ${server} est injoignable (${cause}). Vérifiez ENCAISSE_SMTP_HOST et ENCAISSE_SMTP_PORT, la connexion et le pare-feu.`,
    en: `The mail server ${server} cannot be reached (${cause}). Check ENCAISSE_SMTP_HOST and ENCAISSE_SMTP_PORT, the network and the firewall.`,
  }),
  'state/corrupt': ({ path }) => ({
    fr: `Le fichier ${path}, qui retient ce qui a été envoyé, est illisible ; rien n’a été envoyé. Restaurez-le, ou supprimez-le en sachant que le rapport de cette semaine pourra partir deux fois.`,
    en: `The file ${path}, which remembers what was sent, cannot be understood; nothing was sent. Restore it, or delete it knowing that this week’s report may then go twice.`,
  }),
  'state/unwritable': ({ path, cause }) => ({
    fr: `Ce qui est envoyé ne peut pas être noté dans ${path} (${cause}) : l’envoi s’arrête là. Vérifiez les droits sur ce dossier et la place sur le disque.`,
    en: `What is sent cannot be noted in ${path} (${cause}): the sending stops here. Check the rights on that folder and the space on the disk.`,
  }),
};

/** Text from outside, shown so that nothing in it can pass for ours. */
function quoted(text: string, language: 'fr' | 'en'): string {
  const plain = text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '�').slice(0, 100);
  return language === 'fr' ? `« ${plain} »` : `"${plain}"`;
}
