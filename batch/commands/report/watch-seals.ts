/** The seals as they pass, checked against what earlier runs saw; and what this run saw, kept for the next. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { anchorOf } from '../../../shared/insight/audit/seals/anchors.ts';
import { type ChainReader, newChainReader } from '../../../shared/insight/audit/seals/chain.ts';
import type { KeptAnchors, ReportInput } from '../../answers/build.ts';
import type { Report } from '../../answers/report.ts';
import { anchorPath, keepAnchor, readAnchors } from '../../delivery/anchor-file.ts';
import { causeText } from '../../delivery/failure.ts';
import type { Listening } from '../ground/read-register.ts';
import type { World } from '../ground/world.ts';

export type Watch = {
  readonly listen: (registerKey: string) => Listening;
  /** Once the register is read: what the audit is to know of seals and of earlier runs. */
  readonly seen: () => Pick<ReportInput, 'chain' | 'kept'>;
  /**
   * Keeps what this run saw, where the run mails or its state folder exists: a report asked for as a file writes that file alone.
   * What does not hold is never taken for a new beginning. Where it cannot be kept, it is told.
   */
  readonly keep: (report: Report, world: World, mails: boolean) => void;
};

/** Node's own SHA-256 is some fifty times as quick as the one that a sheet's script has to do with. */
function digest(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

export function watchSeals(stateFolder: string): Watch {
  let path = '';
  let kept: KeptAnchors = { anchors: [], brokenFrom: null };
  let reader: ChainReader = newChainReader([], digest);
  return {
    listen(registerKey) {
      path = anchorPath(stateFolder, registerKey);
      kept = readAnchors(path);
      reader = newChainReader(kept.anchors, digest);
      return { takeSeal: reader.take, through: (sink) => sink };
    },
    seen: () => ({ chain: reader.chain(), kept }),
    keep(report, world, mails) {
      const chain = reader.chain();
      if (report.source.moving || chain.faults.length > 0 || !(mails || existsSync(stateFolder))) return;
      try {
        keepAnchor(path, anchorOf(report.register, chain, report.asOfDay, world.clock().toISOString()));
      } catch (error) {
        world.talk(unkept(report, path, causeText(error)));
      }
    },
  };
}

function unkept({ language }: Report, path: string, cause: string): string {
  return language === 'fr'
    ? `ce que le rapport a vu n’a pas pu être gardé dans ${path} (${cause})\u202f: le prochain ne pourra pas dire ce qui a changé depuis. Choisissez un autre dossier par --state.`
    : `what the report saw could not be kept in ${path} (${cause}): the next one cannot tell what changed since. Choose another folder with --state.`;
}
