/** Builds the add-on: one script of ES2019 and its manifest, in `dist/addon`, as `clasp push` takes them. */
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { type BuildOptions, build } from 'esbuild';
import { builtFileFaults, listFaults } from './built-file.ts';
import { ENDPOINTS, SERVICES } from './surface.ts';

const OUT = 'dist/addon';
const NAMESPACE = 'Encaisse_'; // the underscore hides it from the sheet

const OPTIONS = {
  entryPoints: ['appsscript/main.ts'],
  bundle: true,
  charset: 'utf8',
  platform: 'neutral',
  target: 'es2019',
  write: false,
} satisfies BuildOptions;

const code = [await bundle(), ...ENDPOINTS.map(forward)].join('\n');
const faults = [
  ...listFaults('endpoint', await exportsOfMain(), ENDPOINTS),
  ...builtFileFaults(code, [NAMESPACE, ...ENDPOINTS], SERVICES),
];
if (faults.length > 0) throw new Error(`appsscript: ${faults.join('; ')}`);

await rm(OUT, { recursive: true, force: true });
await mkdir(OUT, { recursive: true });
await writeFile(`${OUT}/Code.js`, code);
await copyFile('appsscript/appsscript.json', `${OUT}/appsscript.json`);

async function bundle(): Promise<string> {
  const { outputFiles } = await build({ ...OPTIONS, format: 'iife', globalName: NAMESPACE });
  return outputFiles.map((file) => file.text).join('\n');
}

/** Only an ES module's metafile names the entry's exports. */
async function exportsOfMain(): Promise<readonly string[]> {
  const { metafile } = await build({ ...OPTIONS, format: 'esm', metafile: true });
  return Object.values(metafile.outputs).flatMap((output) => output.exports);
}

/** A sheet calls functions of the script's top level only. */
function forward(endpoint: string): string {
  return `function ${endpoint}(...args) { return ${NAMESPACE}.${endpoint}(...args); }\n`;
}
