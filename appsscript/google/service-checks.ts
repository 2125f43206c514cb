/** What the add-on relies on about Google's other services. Each check answers empty, or what it found instead. */
import { sha256OfBytes } from '../../shared/base/sha256.ts';
import { drawerOf, drive } from './files.ts';

const SAMPLE = '<!doctype html><html><body><h1>Encaisse é €</h1></body></html>';

export function documentLockIsThere(): string {
  const lock = LockService.getDocumentLock();
  if (!lock) return 'null';
  const taken = lock.tryLock(10_000);
  const held = lock.hasLock();
  lock.releaseLock();
  return taken && held && !lock.hasLock() ? '' : `${taken} ${held} ${lock.hasLock()}`;
}

export function propertiesKeepTexts(): string {
  const properties = PropertiesService.getDocumentProperties();
  const text = 'é\u202f€ "x"\n=1';
  properties.setProperty('selfTest', text);
  const found = properties.getProperties().selfTest;
  properties.deleteProperty('selfTest');
  return found === text ? '' : String(found);
}

export function mailQuotaIsTold(): string {
  const quota = MailApp.getRemainingDailyQuota();
  return Number.isInteger(quota) && quota >= 0 ? '' : String(quota);
}

/** The address itself is nobody's business: only whether there is one. */
export function driveKnowsTheUser(): string {
  const address = drive().About.get({ fields: 'user(emailAddress)' }).user?.emailAddress ?? '';
  return /^\S+@\S+$/.test(address) ? '' : 'no address';
}

export function htmlBecomesPdf(): string {
  const bytes = Utilities.newBlob(SAMPLE, 'text/html', 'x.html').getAs('application/pdf').getBytes();
  const start = String.fromCharCode(...bytes.slice(0, 5));
  return start === '%PDF-' ? '' : start;
}

/** Stores a PDF, finds it, fetches it anew as a later execution would, and puts it into the bin. */
export function driveGivesBackWhatItStored(): string {
  const id = SpreadsheetApp.getActiveSpreadsheet().getId();
  const name = `Encaisse ${Utilities.getUuid()}`;
  const drawer = drawerOf(id, 'Encaisse – essai');
  const stored = drawer.storePdf(name, SAMPLE);
  try {
    const found = drawerOf(id, 'Encaisse – essai').find(name);
    if (found?.id !== stored.id) return 'not found by its name';
    const bytes = drawerOf(id, 'Encaisse – essai').blob(stored.id).getBytes();
    return sha256OfBytes(bytes) === stored.sha256 ? '' : 'another fingerprint';
  } finally {
    drive().Files.update({ trashed: true }, stored.id);
  }
}

export function regularExpressionsKnowLetters(): string {
  return 'N° Œuvre-12'.replace(/[^\p{L}\p{N}]/gu, '') === 'NŒuvre12' ? '' : 'other';
}
