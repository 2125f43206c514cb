/**
 * Builds the add-on into `dist/addon`, as `clasp push` takes it: one script of ES2019, the sidebar and the dialog of bank statements, each as one
 * page that loads nothing from anywhere, and the manifest. Nothing is written where a check complains.
 */
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { type BuildOptions, build, type OutputFile, type Plugin } from 'esbuild';
import { builtFileFaults, listFaults } from './built-file.ts';
import { ENDPOINTS, SERVICES } from './surface.ts';
import { TEXT_FILES, textModule } from './template-module.ts';

const OUT = 'dist/addon';
const NAMESPACE = 'Encaisse_'; // the underscore hides it from the sheet

/** Handlebars gives its global name back to whoever had it: here nobody may have one, and `globalThis` is not asked for. */
const NO_CONFLICT = /[\\/]handlebars[\\/]no-conflict\.js$/;

const TEXTS: Plugin = {
  name: 'texts',
  setup: ({ onLoad }) => {
    onLoad({ filter: TEXT_FILES }, ({ path }) => ({ contents: textModule(path), loader: 'js' }));
    onLoad({ filter: NO_CONFLICT }, () => ({
      contents: 'exports.__esModule = true; exports.default = () => {};',
      loader: 'js',
    }));
  },
};

const COMMON = {
  bundle: true,
  charset: 'utf8',
  target: 'es2019',
  write: false,
  logLevel: 'warning',
} satisfies BuildOptions;

const SCRIPT = {
  ...COMMON,
  entryPoints: ['appsscript/main.ts'],
  platform: 'neutral',
  plugins: [TEXTS],
  alias: { 'handlebars/runtime': 'handlebars/dist/cjs/handlebars.runtime.js' },
} satisfies BuildOptions;

const PAGE = {
  ...COMMON,
  platform: 'browser',
  format: 'iife',
  outdir: 'sidebar', // nothing is written there: it is where a style sheet's name comes from
} satisfies BuildOptions;

const code = [await bundle(), ...ENDPOINTS.map(forward)].join('\n');
const pages = [await pageOf('sidebar', 'main'), await pageOf('bank', 'bank-main')] as const;
const faults = [
  ...listFaults('endpoint', await exportsOfMain(), ENDPOINTS),
  ...builtFileFaults(code, [NAMESPACE, ...ENDPOINTS], SERVICES),
];
if (faults.length > 0) throw new Error(`appsscript: ${faults.join('; ')}`);

await replaceFiles({
  'Code.js': code,
  'sidebar.html': pages[0],
  'bank.html': pages[1],
  'appsscript.json': await readFile('appsscript/appsscript.json', 'utf8'),
});

/** Each file is whole at every moment: tests that run meanwhile read the old one or the new one. */
async function replaceFiles(files: Readonly<Record<string, string>>): Promise<void> {
  await mkdir(OUT, { recursive: true });
  const strangers = (await readdir(OUT)).filter((name) => !(name in files));
  for (const name of strangers) await rm(`${OUT}/${name}`, { recursive: true, force: true });
  for (const [name, text] of Object.entries(files)) {
    const part = `${OUT}-${process.pid}.part`;
    await writeFile(part, text);
    await rename(part, `${OUT}/${name}`);
  }
}

async function bundle(): Promise<string> {
  const { outputFiles } = await build({ ...SCRIPT, format: 'iife', globalName: NAMESPACE });
  return outputFiles.map((file) => file.text).join('\n');
}

/** Only an ES module's metafile names the entry's exports. */
async function exportsOfMain(): Promise<readonly string[]> {
  const { metafile } = await build({ ...SCRIPT, format: 'esm', metafile: true });
  return Object.values(metafile.outputs).flatMap((output) => output.exports);
}

/** A sheet calls functions of the script's top level only. */
function forward(endpoint: string): string {
  return `function ${endpoint}(...args) { return ${NAMESPACE}.${endpoint}(...args); }\n`;
}

/** The page, its style and its script put where the markers stand. esbuild escapes what would end either early. */
async function pageOf(name: 'sidebar' | 'bank', entry: string): Promise<string> {
  const { outputFiles } = await build({ ...PAGE, entryPoints: [`appsscript/sidebar/${entry}.ts`] });
  const page = await readFile(`appsscript/sidebar/${name}.html`, 'utf8');
  const styled = put(page, '<!-- style -->', `<style>\n${textOf(outputFiles, '.css')}</style>`);
  return put(styled, '<!-- script -->', `<script>\n${textOf(outputFiles, '.js')}</script>`);
}

function textOf(files: readonly OutputFile[], ending: string): string {
  return files
    .filter(({ path }) => path.endsWith(ending))
    .map(({ text }) => text)
    .join('\n');
}

function put(page: string, marker: string, text: string): string {
  const parts = page.split(marker);
  if (parts.length !== 2) throw new Error(`a page of the add-on: '${marker}' must stand once`);
  return parts.join(text);
}
