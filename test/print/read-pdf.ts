/** Reads back a PDF that was made here: its objects, what it attaches, and every word and drawing with its place. */
import { inflateSync } from 'node:zlib';

export type ReadPdf = {
  readonly text: string; // the whole file, a character a byte
  readonly pages: readonly ReadPage[];
  readonly xmp: string;
  readonly objects: ReadonlyMap<number, PdfObject>;
};

export type PdfObject = { readonly head: string; readonly stream: Buffer | null };

export type Word = { readonly text: string; readonly x: number; readonly y: number; readonly size: number }; // y from the upper edge
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

export type ReadPage = {
  readonly words: readonly Word[];
  readonly boxes: readonly Box[];
  readonly content: string;
};

const HEIGHT = 841.89;

export function readPdf(bytes: Uint8Array): ReadPdf {
  const text = Buffer.from(bytes).toString('latin1');
  const objects = objectsOf(text);
  const xmp = [...objects.values()]
    .find(({ head }) => head.includes('/Subtype /XML'))
    ?.stream?.toString('utf8');
  const fonts = fontsOf(objects);
  const kids = /\/Type \/Pages[\s\S]*?\/Kids \[([^\]]*)\]/.exec(text)?.[1] ?? '';
  const pages = [...kids.matchAll(/(\d+) 0 R/g)].map(([, id]) => pageOf(objects, fonts, Number(id)));
  return { text, pages, xmp: xmp ?? '', objects };
}

function objectsOf(text: string): ReadonlyMap<number, PdfObject> {
  const found = new Map<number, PdfObject>();
  for (const match of text.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [, id, body] = match;
    const at = body.indexOf('stream\n');
    const head = at < 0 ? body : body.slice(0, at);
    const raw = at < 0 ? null : Buffer.from(body.slice(at + 7, body.lastIndexOf('\nendstream')), 'latin1');
    const stream = raw && head.includes('/FlateDecode') ? inflateSync(raw) : raw;
    found.set(Number(id), { head, stream });
  }
  return found;
}

export function referenced(head: string, key: string): number {
  return Number(new RegExp(`/${key} (\\d+) 0 R`).exec(head)?.[1] ?? 0);
}

type Glyphs = ReadonlyMap<number, string>;

/** What each glyph of each font says: `F1` to its table. */
function fontsOf(objects: ReadonlyMap<number, PdfObject>): ReadonlyMap<string, Glyphs> {
  const fonts = new Map<string, Glyphs>();
  for (const { head } of objects.values()) {
    for (const [, name, id] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const cmap = objects.get(referenced(objects.get(Number(id))?.head ?? '', 'ToUnicode'))?.stream;
      fonts.set(name, glyphsOf(cmap?.toString('latin1') ?? ''));
    }
  }
  return fonts;
}

function glyphsOf(cmap: string): Glyphs {
  const glyphs = new Map<number, string>();
  for (const [, start, , list] of cmap.matchAll(/<([\da-f]{4})> <([\da-f]{4})> \[([^\]]*)\]/g)) {
    for (const [index, [, codes]] of [...list.matchAll(/<([^>]*)>/g)].entries()) {
      const said = String.fromCharCode(...codes.split(' ').map((code) => Number.parseInt(code, 16)));
      glyphs.set(Number.parseInt(start, 16) + index, said);
    }
  }
  return glyphs;
}

function pageOf(
  objects: ReadonlyMap<number, PdfObject>,
  fonts: ReadonlyMap<string, Glyphs>,
  id: number,
): ReadPage {
  const content =
    objects.get(referenced(objects.get(id)?.head ?? '', 'Contents'))?.stream?.toString('latin1') ?? '';
  return { content, words: wordsOf(content, fonts), boxes: boxesOf(content) };
}

/** One word a text object: that is how lines are written here. */
function wordsOf(content: string, fonts: ReadonlyMap<string, Glyphs>): readonly Word[] {
  return [...content.matchAll(/BT\n([\s\S]*?)\nET/g)].map(([, body]) => {
    const place = /1 0 0 1 (\S+) (\S+) Tm/.exec(body);
    const font = /\/(F\d+) (\S+) Tf/.exec(body);
    const glyphs = fonts.get(font?.[1] ?? '') ?? new Map<number, string>();
    const codes = [...body.matchAll(/<([\da-f]+)>/g)].flatMap(([, hex]) => hex.match(/.{4}/g) ?? []);
    const text = codes.map((code) => glyphs.get(Number.parseInt(code, 16)) ?? '\ufffd').join('');
    return { text, x: Number(place?.[1]), y: HEIGHT - Number(place?.[2]), size: Number(font?.[2]) };
  });
}

function boxesOf(content: string): readonly Box[] {
  return [...content.matchAll(/(\S+) (\S+) (\S+) (\S+) re/g)].map(([, x, y, width, height]) => ({
    x: Number(x),
    y: Number(y),
    width: Number(width),
    height: Number(height),
  }));
}

/** Everything it says, as lines of one space each. */
export function wordsIn(pdf: ReadPdf): string {
  return pdf.pages.map((page) => page.words.map(({ text }) => text).join('\n')).join('\n');
}
