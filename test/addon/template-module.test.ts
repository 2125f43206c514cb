/** Templates as modules: the add-on's runtime must say what Handlebars' compiler says. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { textModule } from '../../appsscript/template-module.ts';
import { readMailTemplates } from '../../batch/delivery/templates.ts';
import html from '../../templates/weekly-report.fr.html.hbs';
import subject from '../../templates/weekly-report.fr.subject.hbs';

/** A value for every word that stands in a hole of the weekly mail. */
function viewOf(value: string): Record<string, unknown> {
  const words = readdirSync('templates')
    .filter((name) => name.startsWith('weekly-report'))
    .flatMap((name) => [...readFileSync(`templates/${name}`, 'utf8').matchAll(/\{\{([^}]+)\}\}/g)])
    .flatMap((hole) => hole[1]?.match(/[A-Za-z]+/g) ?? []);
  const flat = Object.fromEntries(words.map((word) => [word, value]));
  return { ...flat, priorities: [flat, flat] };
}

for (const value of ['1 234,56 €', '<b onclick="x">&amp;</b>', '']) {
  test(`the weekly mail filled with '${value}' reads the same either way`, () => {
    const compiled = readMailTemplates('fr');
    expect(html(viewOf(value))).toBe(compiled.html(viewOf(value)));
    expect(subject(viewOf(value))).toBe(compiled.subject(viewOf(value)));
    expect(html(viewOf(value))).not.toContain('<b onclick');
  });
}

test('a hole without a value throws', () => {
  expect(() => subject({})).toThrow(/not defined/);
});

test('a template brings neither the compiler nor eval', () => {
  const code = textModule('templates/weekly-report.fr.html.hbs');
  expect(code).toContain("import Handlebars from 'handlebars/runtime'");
  expect(code).not.toMatch(/\beval\b|new Function/);
});

test('a template that others take into themselves hands on its own parts', () => {
  const files = readdirSync('templates').filter((name) => name.endsWith('.hbs'));
  const asked = files.flatMap((name) =>
    [...textModule(`templates/${name}`).matchAll(/from "\.\/([^"]+)"/g)].map(([, part = '']) => part),
  );
  expect(asked.length).toBeGreaterThan(0);
  for (const part of new Set(asked)) {
    expect(textModule(`templates/${part}`)).toMatch(/^export const template .*\nexport const partials /ms);
  }
});
