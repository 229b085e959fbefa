import type { Framework } from '../../frameworks/framework.ts';
import type { Bucket } from '../../lake/objects.ts';
import type { PeriodOf } from '../../ledger/chain.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { readEarlierFigures } from '../../release/earlier-figures.ts';
import { findPrevious } from '../../release/previous-release.ts';
import type { ScoreTable } from '../../score-store/score-table.ts';
import type { EarlierFigures } from '../../scoring/answer-states.ts';

interface Deps {
  lake: Bucket;
  table: ScoreTable;
  ledger: Ledger;
}

type OfUnit = (unitId: string) => EarlierFigures | null;

/** Of this process: what a released run was made of never changes, and is large. By bucket, as tests have several. */
const known = new WeakMap<Bucket, { key: string; figures: Promise<OfUnit> }>();

/** What a quarter carries forward, chosen as a run would choose it, so that what is appraised is what is scored. */
export async function earlierFigures({ group, period }: PeriodOf, framework: Framework, deps: Deps): Promise<OfUnit> {
  const previous = await findPrevious({ index: framework.index, group, period }, framework, deps);
  const key = [group, period, framework.sha256, previous?.run_id, previous?.manifest_sha256].join('#');
  const kept = known.get(deps.lake);
  if (kept?.key === key) return kept.figures;
  const figures = readEarlierFigures(framework, period, previous, deps.lake);
  known.set(deps.lake, { key, figures });
  figures.catch(() => known.delete(deps.lake));
  return figures;
}
