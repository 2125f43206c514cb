/** How words look: face, size, distance of lines, colour. */
import type { Face } from './fonts.ts';

export type Ink = {
  readonly face: Face;
  readonly size: number; // points
  readonly leading: number; // from one line to the next, in points
  readonly color: string;
};

export const COLORS = {
  text: '#17202b',
  soft: '#5b6675',
  small: '#3c4654',
  green: '#1f6f5c',
  pale: '#f2f6f5',
  frame: '#b9d3cb',
  rule: '#dde3e9',
  line: '#c9d1da',
  white: '#ffffff',
  amber: '#d9962b',
  amberPale: '#fdf3dc',
  amberText: '#6b4a0c',
} as const;

/** @param size points  @param leading as a share of the size */
export function ink(size: number, color: string, face: Face = 'regular', leading = 1.3): Ink {
  return { face, size, leading: size * leading, color };
}
