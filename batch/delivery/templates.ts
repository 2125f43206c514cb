/** The weekly mail's templates, compiled. They are read from `templates/` as they stand. */
import { existsSync, readFileSync } from 'node:fs';
import Handlebars from 'handlebars';
import type { Language } from '../../shared/base/words.ts';

export type MailTemplates = {
  readonly subject: (view: object) => string;
  readonly text: (view: object) => string;
  readonly html: (view: object) => string;
};

const PARTIALS = ['page', 'figure', 'notice', 'pictures', 'priorities', 'sentences'];

/**
 * Compiles the three templates of one language. A hole without a value throws: it is our bug, not an empty line in a mail.
 * Values are escaped in the HTML and stand as they are in the subject and the text.
 */
export function readMailTemplates(language: Language): MailTemplates {
  const folder = templateFolder();
  const read = (name: string) => readFileSync(new URL(`weekly-report.${name}.hbs`, folder), 'utf8');
  const handlebars = Handlebars.create();
  for (const partial of PARTIALS) {
    handlebars.registerPartial(
      partial,
      handlebars.compile(read(`${partial}.html`), { strict: true, knownHelpersOnly: true }),
    );
  }
  const compile = (name: string, noEscape: boolean) =>
    handlebars.compile<object>(read(`${language}.${name}`), {
      strict: true,
      noEscape,
      knownHelpersOnly: true,
    });
  return { subject: compile('subject', true), text: compile('text', true), html: compile('html', false) };
}

/** Beside `dist/encaisse.js`, above `dist/chunks/`, two above this source file. */
export function templateFolder(): URL {
  const candidates = ['./templates/', '../templates/', '../../templates/'].map(
    (path) => new URL(path, import.meta.url),
  );
  const found = candidates.find((url) => existsSync(url));
  if (!found) throw new Error(`templates/ is missing: looked in ${candidates.map(String).join(' and ')}`);
  return found;
}
