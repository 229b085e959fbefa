import type { PublishedScoreboard } from '../../shared/release/published/published-scoreboard.ts';
import { readListed } from '../../shared/score-store/listed-releases.ts';
import { listPublishedTables, readPublishedHeader } from '../../shared/score-store/published-tables.ts';
import type { ScoreTable } from '../../shared/score-store/score-table.ts';
import { type KeptTable, type Published, published } from './published.ts';

/** Everything that is released now, in two queries; what a table's units share is read once, for it never changes. */
export function allReader(table: ScoreTable): () => Promise<Published> {
  const headers = new Map<string, KeptTable['header']>();
  const headerOf = async (release: string) => {
    const header =
      headers.get(release) ?? (await readPublishedHeader<Omit<PublishedScoreboard, 'units'>>(table, release));
    if (header) headers.set(release, header);
    return header;
  };
  return async () => {
    const [releases, items] = await Promise.all([readListed(table), listPublishedTables(table)]);
    const tables = items.map(async (item) => ({ item, header: await headerOf(item.release) }));
    const kept = await Promise.all(tables);
    return published(
      releases,
      kept.filter((one): one is KeptTable => one.header !== null),
    );
  };
}
