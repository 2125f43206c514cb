/**
 * Templates and message texts as JavaScript modules, for the build and for the tests. A `.hbs` file becomes its precompiled template:
 * the add-on carries Handlebars' runtime and never its compiler, which would need `eval`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Handlebars from 'handlebars';

/** The files this makes modules of. */
export const TEXT_FILES = /[\\/]templates[\\/][^\\/]+\.(?:hbs|txt)$/;

/** @returns the code of an ES module whose default export is the template as a function, or the text as it stands. */
export function textModule(path: string): string {
  const text = readFileSync(path, 'utf8');
  return path.endsWith('.txt') ? `export default ${JSON.stringify(text)};\n` : templateModule(path, text);
}

/**
 * A hole without a value throws, an unknown helper does not compile; values are escaped except where a file is no HTML (`.text.hbs`,
 * `.subject.hbs`). `{{> name}}` takes `name.html.hbs`, or `<first part of this file's name>.name.html.hbs`, from the same folder.
 */
function templateModule(path: string, text: string): string {
  const code = Handlebars.precompile(text, {
    strict: true,
    knownHelpersOnly: true,
    noEscape: /\.(?:text|subject)\.hbs$/.test(path),
  });
  const partials = partialsOf(text);
  const imports = partials.map(
    (name, index) =>
      `import { template as part${index}, partials as below${index} } from ${JSON.stringify(partialFile(path, name))};\n`,
  );
  const given = partials.map((name, index) => `...below${index}, ${JSON.stringify(name)}: part${index}`);
  return `import Handlebars from 'handlebars/runtime';
${imports.join('')}export const template = Handlebars.template(${code});
export const partials = { ${given.join(', ')} };
export default (view) => template(view, { partials });
`;
}

function partialsOf(text: string): readonly string[] {
  const names = new Set<string>();
  class Partials extends Handlebars.Visitor {
    override PartialStatement(partial: hbs.AST.PartialStatement): void {
      if ('original' in partial.name) names.add(String(partial.name.original));
      super.PartialStatement(partial);
    }
    override PartialBlockStatement(partial: hbs.AST.PartialBlockStatement): void {
      if ('original' in partial.name) names.add(String(partial.name.original));
      super.PartialBlockStatement(partial);
    }
  }
  new Partials().accept(Handlebars.parse(text));
  names.delete('@partial-block');
  return [...names];
}

function partialFile(path: string, name: string): string {
  const family = basename(path).split('.')[0] ?? '';
  const candidates = [`${name}.html.hbs`, `${family}.${name}.html.hbs`, `${name}.hbs`];
  const found = candidates.find((file) => existsSync(join(dirname(path), file)));
  if (found === undefined) throw new Error(`${path}: no file for {{> ${name}}}: ${candidates.join(', ')}`);
  return `./${found}`;
}
