import type { PublicRelease } from '../../shared/open-data/public-release.ts';
import { type ScoreRow, scoreRows } from '../../shared/release/open-data/score-rows.ts';
import type { Scoreboard } from '../../shared/scoring/scoreboard.ts';
import { asIllustrative, buildProvinceScoreboard, withMissing } from './scoreboard-builder.ts';

export interface Told {
  release: PublicRelease;
  rows: ScoreRow[];
  scoreboard: Scoreboard;
}

/** A scoreboard as it was released under a name, at an instant. */
export function released(
  scoreboard: Scoreboard,
  name: string,
  released_at: string,
  correction: PublicRelease['correction'] = null,
): Told {
  const [index, group, period] = name.split('/') as [string, string, string];
  const named = { ...scoreboard, release: name, index, group, period, closing_date: `${period.slice(0, 4)}-12-31` };
  const { units: _, ...header } = named;
  const files = ['scoreboard.csv', 'scores.csv', 'scores.csv-metadata.json', 'scores.parquet', 'manifest.json'].map(
    (path, position) => ({ path, sha256: `${position}`.repeat(64), bytes: 1000 + position }),
  );
  return {
    release: { header, released_at, correction, paged: true, files },
    rows: scoreRows(named),
    scoreboard: named,
  };
}

const reason = { text_vi: 'Nhập nhầm <số> & đơn vị', kind: 'input' as const, found_by: 'công dân' };

/** The round of 2024, what corrected it, and an illustrative quarter in which one unit sent nothing. */
export const threeReleases = (): Told[] => [
  released(buildProvinceScoreboard(), 'dti/province34/2024/r1', '2025-10-21T02:00:00.000Z'),
  released(buildProvinceScoreboard(), 'dti/province34/2024/r2', '2025-11-03T02:00:00.000Z', {
    corrects: 'dti/province34/2024/r1',
    reason,
  }),
  released(
    withMissing(asIllustrative(buildProvinceScoreboard()), 'P04-2025'),
    'dti/province34/2026-Q3/r1',
    '2026-10-20T02:00:00.000Z',
  ),
];
