import { sha256Of } from '../../digest/canonical-json.ts';
import type { Bucket } from '../../lake/objects.ts';
import { Fault } from '../../observability/fault.ts';
import {
  keepPublishedTable,
  type PublishedTableItem,
  readPublishedTableItem,
} from '../../score-store/published-tables.ts';
import type { ScoreTable } from '../../score-store/score-table.ts';
import { type Files, fileOf, textOf } from '../frozen-inputs.ts';
import { manifestPath } from '../manifest.ts';
import { publishFiles } from '../publish-files.ts';
import type { PublishedScoreboard } from './published-scoreboard.ts';

export interface KeepDeps {
  publicBucket: Bucket;
  table: ScoreTable;
  now: () => Date;
}

export interface Kept {
  release: string;
  /** False: it had been there already, with the same bytes. */
  isNew: boolean;
}

/**
 * Puts a published table out: files, figures, and last the item that names them. Every write is made once, so it may be cut
 * off anywhere and begun anew. Nothing is made current. Fault `RELEASE_CONFLICT`: it is there with other bytes, and stays.
 */
export async function keepPublished(files: Files, { publicBucket, table, now }: KeepDeps): Promise<Kept> {
  const scoreboard = JSON.parse(textOf(files, 'scoreboard.json')) as PublishedScoreboard;
  const item = describe(scoreboard, files, now());
  const { release } = item;
  const known = await readPublishedTableItem(table, item);
  await publishFiles(publicBucket, { release }, files);
  const kept = await keepPublishedTable(table, item, scoreboard);
  if (kept.manifest_sha256 !== item.manifest_sha256)
    throw new Fault('RELEASE_CONFLICT', `${release} is listed with another manifest`);
  await publishFiles(publicBucket, { release }, new Map([['release.json', releaseFile(kept)]]));
  return { release, isNew: known === null };
}

/** Last of all: feeds and catalogue tell of the table once it is there. Outside the promise, as that of any release. */
const releaseFile = ({ release, kind, manifest_sha256, loaded_at }: PublishedTableItem): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify({ release, kind, manifest_sha256, released_at: loaded_at }, null, 2)}\n`);

function describe(scoreboard: PublishedScoreboard, files: Files, now: Date): PublishedTableItem {
  const { kind, release, index, group, period, inputs_sha256 } = scoreboard;
  const manifest_sha256 = sha256Of(fileOf(files, manifestPath));
  return { kind, release, index, group, period, inputs_sha256, manifest_sha256, loaded_at: now.toISOString() };
}
