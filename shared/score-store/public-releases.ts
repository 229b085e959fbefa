import { putItems, queryItems, type ScoreTable } from './score-table.ts';

/** What is told of the releases that are out, one item each: the list that catalogue and feeds are made of. */
const partition = 'PUBLIC_RELEASES';

/** The same again changes nothing: what is told of a release comes from files that never change. */
export const keepPublicRelease = (table: ScoreTable, release: string, facts: object): Promise<void> =>
  putItems(table, [itemOf(release, facts)]);

const itemOf = (release: string, facts: object) => ({ pk: partition, sk: release, facts });

export const readPublicReleases = async <Facts>(table: ScoreTable): Promise<Facts[]> =>
  (await queryItems<{ facts: Facts }>(table, partition)).map(({ facts }) => facts);
