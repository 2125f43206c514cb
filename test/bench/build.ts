/** Builds what `npm run bench` runs, into dist/bench. */
import { build } from 'esbuild';

await build({
  entryPoints: ['main', 'meter', 'serve', 'stages'].map((name) => `test/bench/${name}.ts`),
  outdir: 'dist/bench',
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  external: ['esbuild', 'pdfkit'], // the workspace builds its worker with one; the other looks for its colour profile beside itself
  logLevel: 'warning',
  banner: {
    js: "import { createRequire as requireOf } from 'node:module';\nconst require = requireOf(import.meta.url);",
  },
});
