/** Drawings into PNG pictures, by resvg compiled to WebAssembly: no browser, no system font, the same bytes everywhere. */
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

/** Twice the pixels of the drawing: sharp on a telephone. */
const ZOOM = 2;

const FACES = ['400Regular/SourceSans3_400Regular.ttf', '700Bold/SourceSans3_700Bold.ttf'];
const FONT_PACKAGE = '../../node_modules/@expo-google-fonts/source-sans-3/';
const WASM = 'resvg.wasm';
const WASM_PACKAGE = '../../node_modules/@resvg/resvg-wasm/index_bg.wasm';

let ready: Promise<readonly Uint8Array[]> | null = null; // a process may start the painter once only

/** Paints one drawing after the other. @returns PNG files */
export async function paintPictures(drawings: readonly string[]): Promise<readonly Uint8Array[]> {
  if (drawings.length === 0) return [];
  ready ??= startPainter();
  const fontBuffers = [...(await ready)];
  return drawings.map((svg) => paintOne(svg, fontBuffers));
}

function paintOne(svg: string, fontBuffers: Uint8Array[]): Uint8Array {
  const painter = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: ZOOM },
    font: { fontBuffers, defaultFontFamily: 'Source Sans 3' },
  });
  const picture = painter.render();
  const png = picture.asPng();
  picture.free();
  painter.free();
  return png;
}

async function startPainter(): Promise<readonly Uint8Array[]> {
  await initWasm(bytesOf(WASM, WASM_PACKAGE));
  return FACES.map((path) => bytesOf(`fonts/${basename(path)}`, FONT_PACKAGE + path));
}

/** Beside `dist/encaisse.js`, above `dist/chunks/`, or in the package, seen from this source file. */
function bytesOf(built: string, inPackage: string): Uint8Array<ArrayBuffer> {
  const candidates = [`./${built}`, `../${built}`, inPackage].map((path) => new URL(path, import.meta.url));
  const found = candidates.find((url) => existsSync(url));
  if (!found) throw new Error(`${built} is missing: looked in ${candidates.map(String).join(' and ')}`);
  return new Uint8Array(readFileSync(found));
}
