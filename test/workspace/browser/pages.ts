/** The pages served: the sheet's own, bundled with its script and style, and a panel's page with `google.script` put into it. */
import { readFile } from 'node:fs/promises';
import { buildSync } from 'esbuild';

const FOLDER = 'test/workspace/browser/page';

/** One page that brings all it needs. */
export async function hostPage(): Promise<string> {
  const page = await readFile(`${FOLDER}/page.html`, 'utf8');
  const style = await readFile(`${FOLDER}/style.css`, 'utf8');
  return page
    .replace('<!-- style -->', () => `<style>\n${style}</style>`)
    .replace('<!-- script -->', () => `<script>\n${bundled('main')}</script>`);
}

let bridge: string | null = null;

/** @param functions what the script offers to a page @param pageOrigin of the sheet the panel belongs to */
export function panelPage(html: string, functions: readonly string[], pageOrigin: string): string {
  bridge ??= bundled('bridge');
  const given = JSON.stringify({ functions, pageOrigin }).replace(/</g, '\\u003c');
  const script = `<script>globalThis.encaisseBridge = ${given};\n${bridge}</script>`;
  const head = /<head[^>]*>/i.exec(html);
  if (!head) return script + html;
  const at = head.index + head[0].length;
  return html.slice(0, at) + script + html.slice(at);
}

function bundled(name: string): string {
  const { outputFiles } = buildSync({
    entryPoints: [`${FOLDER}/${name}.ts`],
    bundle: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    charset: 'utf8',
    write: false,
  });
  return outputFiles.map(({ text }) => text.replace(/<\/script/gi, '<\\/script')).join('\n');
}
