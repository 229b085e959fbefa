import { publishedTables } from '../../sample-data/published/published-tables.ts';
import { buildUnitHistory, type HistorySource, pointsByUnit } from '../../shared/release/history/build-unit-history.ts';
import type { UnitHistory } from '../../shared/release/history/unit-history.ts';
import { buildPublished, freezePublished } from '../../shared/release/published/build-published.ts';
import type { PublishedScoreboard } from '../../shared/release/published/published-scoreboard.ts';
import type { ShownScoreboard } from '../../shared/scoring/scoreboard.ts';

/** The tables published elsewhere for 2022, 2023 and 2024 of the 63, as they are loaded. */
export async function publishedScoreboards(): Promise<PublishedScoreboard[]> {
  const tables = await publishedTables();
  return tables.map((table) => {
    const files = buildPublished(freezePublished(table));
    return JSON.parse(new TextDecoder().decode(files.get('scoreboard.json'))) as PublishedScoreboard;
  });
}

/** Of every unit of a release, with those tables before it. */
export async function historiesOf(scoreboard: ShownScoreboard): Promise<Map<string, UnitHistory>> {
  const before: HistorySource[] = (await publishedScoreboards()).map((one) => ({
    ...{ kind: 'published', header: one, units: one.units },
  }));
  const own = before.filter(({ header }) => header.release !== scoreboard.release);
  const kind = scoreboard.release.endsWith('/published') ? 'published' : 'computed';
  const points = pointsByUnit('dti', [...own, { kind, header: scoreboard, units: scoreboard.units }]);
  return new Map(scoreboard.units.map(({ unit_id }) => [unit_id, buildUnitHistory('dti', unit_id, points)]));
}
