/** A progress bar on a terminal: it shows itself after a second, and is wiped away at the end. */
import type { WriteStream } from 'node:tty';
import { percentText } from '../../../shared/base/numbers-text.ts';
import type { Language, Words } from '../../../shared/base/words.ts';
import type { Progress } from './world.ts';

const WIDTH = 30;
const PATIENCE_MS = 1000;
const REDRAW_MS = 100;

/** @param stream a terminal, or anything else, on which nothing is drawn */
export function terminalProgress(
  stream: Pick<WriteStream, 'isTTY' | 'write'>,
  title: Words,
  language: Language,
): Progress {
  const start = performance.now();
  let drawn = start + PATIENCE_MS - REDRAW_MS;
  let shown = false;
  return {
    at(share) {
      const now = performance.now();
      if (!stream.isTTY || now - drawn < REDRAW_MS) return;
      drawn = now;
      shown = true;
      stream.write(`\r${title[language]}${share === null ? '…' : ` ${barText(share, language)}`}`);
    },
    done() {
      if (shown) stream.write('\r\x1b[2K');
    },
  };
}

function barText(share: number, language: Language): string {
  const full = Math.round(share * WIDTH);
  return `${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${percentText(share, 0, language)}`;
}
