/** `MailApp`: mails that are kept instead of sent, a day's quota of recipients for each user. */
import { createHash } from 'node:crypto';
import { nowOf } from '../backend.ts';
import { type Emulates, notEmulated, optionsOf, textOption } from '../emulated.ts';
import { type Execution, ServiceError } from '../execution.ts';
import type { MailFile } from '../state.ts';
import { BlobService } from './blob.ts';

const DAY = 86_400_000;
const LIMITS = { recipients: 50, bodyBytes: 200_000, attachmentBytes: 25_000_000, subject: 250 };
const PARTS = [
  'to',
  'cc',
  'bcc',
  'replyTo',
  'name',
  'subject',
  'body',
  'htmlBody',
  'inlineImages',
  'attachments',
];

export class MailAppService
  implements Emulates<GoogleAppsScript.Mail.MailApp, 'getRemainingDailyQuota' | 'sendEmail'>
{
  static readonly emulates = 'MailApp';
  readonly execution: Execution;

  constructor(execution: Execution) {
    this.execution = execution;
  }
  getRemainingDailyQuota(): number {
    this.execution.needsAuthorization('MailApp.getRemainingDailyQuota');
    return this.execution.call('MailApp.getRemainingDailyQuota', () => remaining(this.execution));
  }
  /** Only with one object that holds all. */
  sendEmail(message: unknown, ...more: unknown[]): unknown {
    this.execution.needsAuthorization('MailApp.sendEmail');
    if (more.length > 0) return notEmulated('MailApp.sendEmail(recipient, subject, body)');
    const parts = optionsOf(message, 'MailApp.sendEmail', PARTS);
    return this.execution.call('MailApp.sendEmail', () => send(this.execution, parts));
  }
}

function remaining({ backend, start }: Execution): number {
  const use = backend.state.mailUse.get(start.user);
  const used = use && nowOf(backend) - use.since < DAY ? use.recipients : 0;
  return Math.max(0, backend.limits.mailRecipientsPerDay - used);
}

function send(execution: Execution, parts: ReadonlyMap<string, unknown>): void {
  const text = (key: string): string => textOption(parts, key);
  const recipients = [text('to'), text('cc'), text('bcc')].flatMap(addresses);
  if (addresses(text('to')).length === 0) throw new ServiceError('Failed to send email: no recipient');
  if (recipients.length > LIMITS.recipients)
    throw new ServiceError('Limit Exceeded: Email Recipients Per Message.');
  if (recipients.length > remaining(execution))
    throw new ServiceError('Service invoked too many times for one day: email.');
  const bodies = [text('body'), text('htmlBody')];
  if (bodies.some((body) => new TextEncoder().encode(body).length > LIMITS.bodyBytes))
    throw new ServiceError('Limit Exceeded: Email Body Size.');
  if (text('subject').length > LIMITS.subject) throw new ServiceError('Invalid argument: subject');
  const attachments = filesOf(parts.get('attachments') ?? []);
  if (attachments.reduce((sum, { bytes }) => sum + bytes.length, 0) > LIMITS.attachmentBytes)
    throw new ServiceError('Limit Exceeded: Email Total Attachments Size.');
  const { state } = execution.backend;
  state.mails.push({
    at: nowOf(execution.backend),
    user: execution.start.user,
    to: text('to'),
    cc: text('cc'),
    bcc: text('bcc'),
    replyTo: text('replyTo'),
    name: text('name'),
    subject: text('subject'),
    body: text('body'),
    htmlBody: text('htmlBody'),
    inlineImages: imagesOf(parts.get('inlineImages')),
    attachments,
  });
  countUse(execution, recipients.length);
}

function countUse({ backend, start }: Execution, recipients: number): void {
  const use = backend.state.mailUse.get(start.user);
  const now = nowOf(backend);
  const stands = use && now - use.since < DAY;
  backend.state.mailUse.set(start.user, {
    since: stands ? use.since : now,
    recipients: recipients + (stands ? use.recipients : 0),
  });
}

function addresses(list: string): readonly string[] {
  const found = list
    .split(',')
    .map((address) => address.trim())
    .filter((address) => address !== '');
  const bad = found.find((address) => !/^[^\s@<>"]+@[^\s@<>"]+$/.test(address));
  if (bad !== undefined) throw new ServiceError(`Invalid email: ${bad}`);
  return found;
}

function filesOf(blobs: unknown): readonly MailFile[] {
  return Array.isArray(blobs) ? blobs.map(fileOf) : notEmulated('attachments that are no array');
}

function imagesOf(blobs: unknown): ReadonlyMap<string, MailFile> {
  if (blobs === undefined) return new Map();
  if (typeof blobs !== 'object' || blobs === null) return notEmulated('inlineImages that are no object');
  return new Map(Object.entries(blobs).map(([cid, blob]) => [cid, fileOf(blob)]));
}

function fileOf(blob: unknown): MailFile {
  if (!(blob instanceof BlobService)) return notEmulated('an attachment that is no blob');
  const { bytes, name, contentType } = blob;
  return { name, contentType, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}
