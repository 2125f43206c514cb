/** What `--help` prints. */
import type { Words } from '../../shared/base/words.ts';
import { commandLines } from './command-help.ts';
import { COMMANDS } from './commands.ts';

export const HELP: Words = {
  fr: `Encaisse – le registre des factures, vu chaque semaine

  encaisse report --register REGISTRE [options]   le rapport\u202f: classeur Excel, JSON, courriel
  encaisse demo                                   le même, sur un registre d’exemple, dans out/demo
${commandLines(COMMANDS, 'fr')}  encaisse --version

«\u202fencaisse COMMANDE --help\u202f» montre les options d’une commande.

Options du rapport
  --register DOSSIER|URL|ID  un dossier de fichiers CSV, ou une feuille Google
  --as-of AAAA-MM-JJ         le jour du rapport (aujourd’hui, dans le fuseau du registre)
  --xlsx FICHIER             écrit le classeur
  --json FICHIER|-           écrit le JSON\u202f; -\u202f: sur la sortie standard
  --compare FICHIER          compare avec ce JSON d’un rapport antérieur (sinon avec la semaine d’avant)
  --client CODE              ajoute une page sur ce client au classeur\u202f; se répète
  --email, --no-email        envoie (ou non) le rapport aux destinataires du registre (réglage reportRecipients)
  --to ADRESSES              à ceux-ci à la place, séparés par des virgules
  --via outbox|smtp|gmail    outbox (par défaut)\u202f: un brouillon .eml\u202f; smtp\u202f: ENCAISSE_SMTP_HOST, _PORT, _USER,
                             _PASSWORD, _FROM\u202f; gmail\u202f: l’API Gmail
  --outbox DOSSIER           où vont les brouillons (outbox)
  --state DOSSIER            ce qui a été envoyé, une fois par semaine et par destinataire (.encaisse)
  --again                    envoie de nouveau ce qui l’a déjà été cette semaine
  --dry-run                  montre ce qui serait écrit et envoyé, et n’écrit ni n’envoie rien
  --config FICHIER           les mêmes réglages en JSON (encaisse.config.json s’il existe)

Exemples
  encaisse report --register registre --xlsx rapport.xlsx
  encaisse report --register https://docs.google.com/spreadsheets/d/… --email --via smtp
  encaisse report --register registre --as-of 2026-03-31 --json - | jq '.currencies[0].receivables'

Codes de sortie\u202f: 0 fait\u202f; 1 fait, mais le registre a des points à corriger\u202f; 2 arguments ou configuration
à revoir\u202f; 3 la source ou l’envoi a échoué.
`,
  en: `Encaisse – the invoice register, seen every week

  encaisse report --register REGISTER [options]   the report: Excel workbook, JSON, email
  encaisse demo                                   the same on a sample register, in out/demo
${commandLines(COMMANDS, 'en')}  encaisse --version

"encaisse COMMAND --help" shows the options of one command.

Options of the report
  --register FOLDER|URL|ID   a folder of CSV files, or a Google Sheet
  --as-of YYYY-MM-DD         the day of the report (today, in the register's time zone)
  --xlsx FILE                writes the workbook
  --json FILE|-              writes the JSON; -: to the standard output
  --compare FILE             compares with this JSON of an earlier report (else with the week before)
  --client CODE              adds a page on this client to the workbook; may be repeated
  --email, --no-email        sends (or not) the report to the register's recipients (setting reportRecipients)
  --to ADDRESSES             to these instead, separated by commas
  --via outbox|smtp|gmail    outbox (by default): an .eml draft; smtp: ENCAISSE_SMTP_HOST, _PORT, _USER,
                             _PASSWORD, _FROM; gmail: the Gmail API
  --outbox FOLDER            where drafts go (outbox)
  --state FOLDER             what was sent, once a week and recipient (.encaisse)
  --again                    sends again what was sent this week
  --dry-run                  shows what would be written and sent, and writes and sends nothing
  --config FILE              the same settings as JSON (encaisse.config.json where there is one)

Examples
  encaisse report --register register --xlsx report.xlsx
  encaisse report --register https://docs.google.com/spreadsheets/d/… --email --via smtp
  encaisse report --register register --as-of 2026-03-31 --json - | jq '.currencies[0].receivables'

Exit codes: 0 done; 1 done, but the register has things to mend; 2 arguments or configuration to
correct; 3 the source or the delivery failed.
`,
};
