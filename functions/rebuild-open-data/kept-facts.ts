import type { Bucket } from '../../shared/lake/objects.ts';
import type { PublicRelease } from '../../shared/open-data/public-release.ts';
import { putItem, queryItems, type ScoreTable } from '../../shared/score-store/score-table.ts';

/**
 * What is told of releases, as it was once read from their files, which never change: one query in the place of three files
 * of each. A {@link PublicRelease} of another shape, or read by mended code, takes the next number here: all is read from
 * the files again.
 */
const partition = 'TOLD#1';

/** By bucket, so that a function that has told of one release does not ask again. */
const known = new WeakMap<Bucket, Promise<Map<string, PublicRelease>>>();

/** By release. */
export function readKeptFacts(publicBucket: Bucket, table: ScoreTable): Promise<Map<string, PublicRelease>> {
  const kept = known.get(publicBucket) ?? readKept(table);
  known.set(publicBucket, kept);
  // What failed is asked for again.
  kept.catch(() => known.delete(publicBucket));
  return kept;
}

const readKept = async (table: ScoreTable): Promise<Map<string, PublicRelease>> =>
  new Map((await queryItems<PublicRelease>(table, partition)).map((facts) => [facts.header.release, facts]));

export async function keepFacts(publicBucket: Bucket, table: ScoreTable, facts: PublicRelease): Promise<void> {
  const { release } = facts.header;
  await putItem(table, { pk: partition, sk: release, ...facts });
  (await readKeptFacts(publicBucket, table)).set(release, facts);
}
