/** What a person is told when Google does not let the sheet be read: what happened, then what to do. */
import { unreachable } from '../../../shared/base/result.ts';
import type { Words } from '../../../shared/base/words.ts';
import type { SheetUse } from './sheet-credentials.ts';
import type { SheetFault } from './sheet-faults.ts';

/** gcloud wants its own scope (cloud-platform) beside the sheet's. */
function loginFor(use: SheetUse): string {
  const scope = use === 'read' ? 'spreadsheets.readonly' : 'spreadsheets';
  return `gcloud auth application-default login --scopes=https://www.googleapis.com/auth/${scope},https://www.googleapis.com/auth/cloud-platform`;
}

/** @param account the address the sheet has to be shared with, where it is known */
export function faultWords(fault: SheetFault, account: string | null, use: SheetUse = 'read'): Words {
  switch (fault.kind) {
    case 'no-credentials':
    case 'credentials-refused':
    case 'scope-missing':
    case 'api-disabled':
      return identityWords(fault.kind, use);
    case 'no-access':
      return use === 'read' ? noAccess(account) : noWriting(account);
    case 'protected':
      return protectedRange(account);
    case 'not-found':
    case 'office-file':
    case 'range-gone':
      return spreadsheetWords(fault.kind);
    case 'quota':
    case 'network':
    case 'timeout':
    case 'server':
    case 'malformed':
      return passingWords(fault, use);
    default:
      return unreachable(fault);
  }
}

type FaultOf<K extends SheetFault['kind']> = Extract<SheetFault, { kind: K }>;

function identityWords(
  kind: 'no-credentials' | 'credentials-refused' | 'scope-missing' | 'api-disabled',
  use: SheetUse,
): Words {
  const login = loginFor(use);
  switch (kind) {
    case 'no-credentials':
      return {
        fr: `Cette machine n’a pas d’identifiants Google. Indiquez la clé d’un compte de service dans GOOGLE_APPLICATION_CREDENTIALS, ou lancez\u202f: ${login}`,
        en: `This machine has no Google credentials. Name a service account’s key in GOOGLE_APPLICATION_CREDENTIALS, or run: ${login}`,
      };
    case 'credentials-refused':
      return {
        fr: `Google refuse les identifiants\u202f: ils ont expiré, ont été révoqués, ou l’horloge de cette machine est fausse. Créez une nouvelle clé du compte de service, ou lancez\u202f: ${login}`,
        en: `Google refuses the credentials: they have expired, were revoked, or this machine’s clock is wrong. Create a new key for the service account, or run: ${login}`,
      };
    case 'scope-missing':
      return {
        fr: `Les identifiants Google de cette machine ne permettent pas ${use === 'read' ? 'de lire les classeurs' : 'd’écrire dans les classeurs'}. Lancez\u202f: ${login}`,
        en: `This machine’s Google credentials do not allow ${use === 'read' ? 'reading' : 'writing to'} spreadsheets. Run: ${login}`,
      };
    case 'api-disabled':
      return {
        fr: 'L’API Google Sheets n’est pas activée dans le projet Google Cloud des identifiants. Activez-la sur https://console.cloud.google.com/apis/library/sheets.googleapis.com\u202f; après une connexion par gcloud, choisissez aussi le projet\u202f: gcloud auth application-default set-quota-project PROJET',
        en: 'The Google Sheets API is not enabled in the Google Cloud project of the credentials. Enable it at https://console.cloud.google.com/apis/library/sheets.googleapis.com; after a sign-in with gcloud, choose the project too: gcloud auth application-default set-quota-project PROJECT',
      };
    default:
      return unreachable(kind);
  }
}

function noAccess(account: string | null): Words {
  if (account === null)
    return {
      fr: 'Le compte Google utilisé n’a pas accès à ce classeur. Partagez le classeur, en lecture, avec ce compte.',
      en: 'The Google account in use has no access to this spreadsheet. Share the spreadsheet with that account, as a viewer.',
    };
  return {
    fr: `${account} n’a pas accès à ce classeur. Partagez le classeur avec cette adresse, en lecture.`,
    en: `${account} has no access to this spreadsheet. Share the spreadsheet with that address, as a viewer.`,
  };
}

function noWriting(account: string | null): Words {
  return {
    fr: `${account ?? 'Le compte Google utilisé'} ne peut pas écrire dans ce classeur\u202f: rien n’est écrit. Partagez le classeur avec ${account === null ? 'ce compte' : 'cette adresse'}, comme éditeur.`,
    en: `${account ?? 'The Google account in use'} may not write to this spreadsheet: nothing is written. Share the spreadsheet with that ${account === null ? 'account' : 'address'}, as an editor.`,
  };
}

function protectedRange(account: string | null): Words {
  return {
    fr: `Une plage protégée de ce classeur refuse ${account ?? 'le compte Google utilisé'}\u202f: rien n’est écrit. Dans Données > Protéger des feuilles et des plages, ajoutez ce compte aux éditeurs.`,
    en: `A protected range of this spreadsheet refuses ${account ?? 'the Google account in use'}: nothing is written. Under Data > Protect sheets and ranges, add that account to the editors.`,
  };
}

function spreadsheetWords(kind: 'not-found' | 'office-file' | 'range-gone'): Words {
  switch (kind) {
    case 'not-found':
      return {
        fr: 'Ce classeur Google n’existe pas. Copiez son adresse depuis le navigateur\u202f: https://docs.google.com/spreadsheets/d/…',
        en: 'There is no such Google spreadsheet. Copy its address from the browser: https://docs.google.com/spreadsheets/d/…',
      };
    case 'office-file':
      return {
        fr: 'Ce fichier de Google Drive est un classeur Excel. Ouvrez-le, choisissez Fichier > Enregistrer au format Google Sheets, et donnez l’adresse du nouveau classeur.',
        en: 'This file in Google Drive is an Excel workbook. Open it, choose File > Save as Google Sheets, and give the address of the new spreadsheet.',
      };
    case 'range-gone':
      return {
        fr: 'Les onglets du classeur ont changé pendant chaque lecture. Relancez quand personne n’y supprime ni ne renomme d’onglets ou de lignes.',
        en: 'The tabs of the spreadsheet changed during every reading. Run again when nobody deletes or renames its tabs or rows.',
      };
    default:
      return unreachable(kind);
  }
}

function passingWords(
  fault: FaultOf<'quota' | 'network' | 'timeout' | 'server' | 'malformed'>,
  use: SheetUse,
): Words {
  switch (fault.kind) {
    case 'quota':
      return {
        fr: `Le quota ${use === 'read' ? 'de lectures' : 'd’écritures'} de l’API Google Sheets est épuisé. Relancez dans quelques minutes, ou demandez un quota plus élevé dans la console Google Cloud.`,
        en: `The ${use} quota of the Google Sheets API is exhausted. Run again in a few minutes, or ask for a higher quota in the Google Cloud console.`,
      };
    case 'network': {
      const code = fault.code === '' ? '' : ` (${fault.code})`;
      return {
        fr: `Google Sheets est injoignable${code}. Vérifiez la connexion, le pare-feu et le proxy, puis relancez.`,
        en: `Google Sheets cannot be reached${code}. Check the connection, the firewall and the proxy, then run again.`,
      };
    }
    case 'timeout':
      return {
        fr: 'Google Sheets ne répond pas. Vérifiez la connexion, puis relancez dans quelques minutes.',
        en: 'Google Sheets does not answer. Check the connection, then run again in a few minutes.',
      };
    case 'server':
      return {
        fr: `Google Sheets a répondu par l’erreur ${fault.status}. Relancez dans quelques minutes.`,
        en: `Google Sheets answered with error ${fault.status}. Run again in a few minutes.`,
      };
    case 'malformed':
      return {
        fr: 'Les réponses de Google Sheets arrivent tronquées ou illisibles. Vérifiez le proxy, puis relancez.',
        en: 'The answers of Google Sheets arrive cut or unreadable. Check the proxy, then run again.',
      };
    default:
      return unreachable(fault);
  }
}
