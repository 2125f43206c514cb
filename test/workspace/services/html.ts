/** `HtmlService` and `ContentService`: pages for a panel, answers of the web app. */
import { type Emulates, type Enums, notEmulated } from '../emulated.ts';
import { type Execution, ServiceError } from '../execution.ts';

type Google = GoogleAppsScript.HTML.HtmlService;

export class HtmlOutputService
  implements
    Emulates<
      GoogleAppsScript.HTML.HtmlOutput,
      'setTitle' | 'setWidth' | 'setHeight' | 'getContent' | 'setContent' | 'addMetaTag' | 'append'
    >
{
  static readonly emulates = 'HtmlOutput';
  content: string;
  title = '';
  width: number | null = null;
  height: number | null = null;

  constructor(content: string) {
    this.content = content;
  }
  setTitle(title: string): this {
    this.title = title;
    return this;
  }
  setWidth(width: number): this {
    this.width = width;
    return this;
  }
  setHeight(height: number): this {
    this.height = height;
    return this;
  }
  getContent(): string {
    return this.content;
  }
  setContent(content: string): this {
    this.content = content;
    return this;
  }
  append(content: string): this {
    this.content += content;
    return this;
  }
  addMetaTag(name: string, content: string): this {
    const allowed = [
      'apple-mobile-web-app-capable',
      'google-site-verification',
      'mobile-web-app-capable',
      'viewport',
    ];
    if (!allowed.includes(name)) throw new ServiceError(`The meta tag ${name} is not allowed.`);
    this.content = `<meta name="${name}" content="${content}">${this.content}`;
    return this;
  }
}

export class HtmlServiceService implements Emulates<Google, 'createHtmlOutput' | 'createHtmlOutputFromFile'> {
  static readonly emulates = 'HtmlService';
  static readonly enums: Enums = { XFrameOptionsMode: ['DEFAULT', 'ALLOWALL'] };
  readonly execution: Execution;

  constructor(execution: Execution) {
    this.execution = execution;
  }
  createHtmlOutput(html: unknown = ''): HtmlOutputService {
    return typeof html === 'string' ? new HtmlOutputService(html) : notEmulated('a page made from a blob');
  }
  /** A file of the project, by its name without `.html`. */
  createHtmlOutputFromFile(name: string): HtmlOutputService {
    const html = this.execution.backend.htmlFiles.get(name.replace(/\.html$/, ''));
    if (html === undefined) throw new ServiceError(`No HTML file named ${name} was found.`);
    return new HtmlOutputService(html);
  }
}

export class TextOutputService
  implements Emulates<GoogleAppsScript.Content.TextOutput, 'setMimeType' | 'getContent'>
{
  static readonly emulates = 'TextOutput';
  readonly content: string;
  constructor(content: string) {
    this.content = content;
  }
  setMimeType(): this {
    return this;
  }
  getContent(): string {
    return this.content;
  }
}

export class ContentServiceService
  implements Emulates<GoogleAppsScript.Content.ContentService, 'createTextOutput'>
{
  static readonly emulates = 'ContentService';
  static readonly enums: Enums = { MimeType: ['CSV', 'JSON', 'TEXT', 'XML'] };
  createTextOutput(content?: unknown): TextOutputService {
    return new TextOutputService(String(content ?? ''));
  }
}
