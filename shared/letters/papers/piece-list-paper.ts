/** The list of the pieces of a claim, each with the fingerprint of its file: what was handed over, and that it has not changed since. */
import { civilDate } from '../../base/civil-date.ts';
import { typesetFrench, type Words } from '../../base/words.ts';
import { type Desk, innerLetterhead, paperFileName } from '../letterhead.ts';
import type { Paper } from '../paper.ts';
import { heading, paragraph, signatureBlock, table } from '../paper-blocks.ts';
import { PAPER_WORDS } from '../paper-words.ts';
import { senderOf } from '../sender.ts';

export type Piece = {
  readonly title: string;
  readonly path: string; // within the file, `/` between folders
  readonly sha256: string; // 64 hex digits
};

function said(fr: string, en: string): Words {
  return { fr: typesetFrench(fr), en };
}

const WORDS = {
  intro: said(
    'Pièces remises, dans l’ordre. L’empreinte SHA-256 de chaque fichier permet de vérifier qu’il n’a pas changé depuis.',
    'The pieces handed over, in order. The SHA-256 fingerprint of each file shows whether it has changed since.',
  ),
  rank: said('N°', 'No.'),
  piece: said('Pièce', 'Piece'),
  file: said('Fichier', 'File'),
  hash: said('Empreinte SHA-256', 'SHA-256 fingerprint'),
  left: said('Ce qui manque', 'What is missing'),
} as const;

/** @param missing sentences on what could not be joined, in the register's language */
export function pieceListPaper(
  desk: Desk,
  client: number,
  pieces: readonly Piece[],
  missing: readonly string[],
): Paper {
  const { asOf, ledger } = desk;
  const { clients, settings } = ledger.register;
  const { language } = settings;
  const { code, name } = clients[client];
  const heads = [WORDS.rank, WORDS.piece, WORDS.file, WORDS.hash];
  return {
    ...innerLetterhead(desk, clients[client]),
    kind: 'history',
    mention: '',
    subject: language === 'fr' ? `Bordereau des pièces – ${name}` : `List of pieces – ${name}`,
    references: [[PAPER_WORDS.clientCode[language], code]],
    blocks: [
      paragraph(WORDS.intro[language]),
      table(
        heads.map((head) => head[language]),
        pieces.map(({ path, sha256, title }, index) => [String(index + 1), title, path, sha256]),
      ),
      ...(missing.length === 0
        ? []
        : [heading(WORDS.left[language]), { block: 'list' as const, items: missing }]),
      signatureBlock(senderOf(settings)),
    ],
    fileName: paperFileName(language === 'fr' ? 'bordereau' : 'list-of-pieces', code, civilDate(asOf)),
  };
}
