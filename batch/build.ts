/**
 * Builds the weekly job: `dist/encaisse.js`, its parts in `dist/chunks`, the templates and fonts beside them, and the command
 * that `npx encaisse` looks for. Packages are bundled: exceljs then loads in 100 ms instead of 230, the Sheets client
 * in 40 instead of 80 (measured on Node 20), and what a command does not use is not loaded at all.
 */
import { chmod, cp, mkdir, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { basename, relative } from 'node:path';
import { build, type OutputFile } from 'esbuild';

const CHUNKS = 'dist/chunks';

const { outputFiles } = await build({
  entryPoints: { encaisse: 'batch/main.ts' },
  outdir: 'dist',
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  charset: 'utf8',
  logLevel: 'warning',
  write: false,
  alias: { 'buffer-crc32': './batch/workbook/crc32.ts' }, // of yazl
  // The CommonJS packages inside ask for Node's modules with `require`, which an ES module has to make for itself.
  banner: {
    js: "import { createRequire as requireOf } from 'node:module';\nconst require = requireOf(import.meta.url);",
  },
});

await mkdir(CHUNKS, { recursive: true });
await cp('templates', 'dist/templates', { recursive: true });
await copyPrint();
await replaceCode(outputFiles);
await linkCommand();

/** What printing and painting read: the typeface, the colour profile that pdfkit looks for beside its own code, the painter. */
async function copyPrint(): Promise<void> {
  const typeface = 'node_modules/@expo-google-fonts/source-sans-3';
  await cp(`${typeface}/LICENSE_FONT`, 'dist/fonts/LICENSE_FONT');
  for (const path of ['400Regular/SourceSans3_400Regular.ttf', '700Bold/SourceSans3_700Bold.ttf']) {
    await cp(`${typeface}/${path}`, `dist/fonts/${basename(path)}`);
  }
  await cp('node_modules/@resvg/resvg-wasm/index_bg.wasm', 'dist/resvg.wasm');
  const profile = 'data/sRGB_IEC61966_2_1.icc';
  await cp(`node_modules/pdfkit/js/${profile}`, `${CHUNKS}/${profile}`);
}

/** Chunks first, what imports them next, what nobody imports any more last: a command started meanwhile finds its parts. */
async function replaceCode(files: readonly OutputFile[]): Promise<void> {
  const isChunk = ({ path }: OutputFile) => relative(CHUNKS, path) === basename(path);
  const chunks = files.filter(isChunk);
  for (const { path, contents } of chunks) await writeFile(path, contents);
  for (const file of files.filter((one) => !isChunk(one))) await replaceCommand(file);
  const current = new Set(chunks.map(({ path }) => basename(path)));
  for (const name of await readdir(CHUNKS)) {
    if (name.endsWith('.js') && !current.has(name)) await rm(`${CHUNKS}/${name}`, { force: true });
  }
}

async function replaceCommand({ path, text }: OutputFile): Promise<void> {
  const aside = `${path}.${process.pid}.part`;
  await writeFile(aside, `#!/usr/bin/env node\n${text}`);
  await chmod(aside, 0o755);
  await rename(aside, path);
}

/** npm links the commands of dependencies only, never those of the project it stands in. */
async function linkCommand(): Promise<void> {
  const link = 'node_modules/.bin/encaisse';
  await mkdir('node_modules/.bin', { recursive: true });
  if (process.platform === 'win32') {
    await writeFile(`${link}.cmd`, '@node "%~dp0\\..\\..\\dist\\encaisse.js" %*\r\n');
    return;
  }
  await rm(link, { force: true });
  await symlink('../../dist/encaisse.js', link);
}
