import { canonicalJson } from '../../digest/canonical-json.ts';
import type { Scoreboard } from '../../scoring/scoreboard.ts';
import { type Files, historyPath, textOf } from '../input-files.ts';
import { mainIndices, totalMeasure } from '../read-scoreboard.ts';

/** How many periods before this one a history goes back. */
export const mostPeriods = 8;

/**
 * What comparable releases before this one said of its units: the exact content of `inputs/history.json`. An input, and
 * frozen as one: what a later correction makes of an earlier period does not change a release that is out.
 */
export interface FrozenHistory {
  /** Oldest first, one per period. */
  releases: EarlierResult[];
}

export interface EarlierResult {
  /** `dti/province34/2025-Q3/r1` */
  release: string;
  period: string;
  framework_id: string;
  framework_version: string;
  illustrative: boolean;
  /** Units ranked by the total: what a rank is of. */
  ranked_count: number;
  /** Total and main indices that were published, in order: what `values` of units are of. */
  measures: string[];
  /** Country averages, by place in `measures`. */
  averages: (string | null)[];
  /** By unit_id; a unit without any value is not there. */
  units: Record<string, { rank: number | null; values: (string | null)[] }>;
}

/** From scoreboards as they were released, in any order, of which none is of a later period than another. */
export const freezeHistory = (earlier: readonly Scoreboard[]): FrozenHistory => ({
  releases: earlier
    .map(resultOf)
    .sort((a, b) => (a.closing < b.closing ? -1 : 1))
    .map(({ closing: _, ...result }) => result),
});

function resultOf(scoreboard: Scoreboard): EarlierResult & { closing: string } {
  const total = totalMeasure(scoreboard);
  const published = [...(total ? [total] : []), ...mainIndices(scoreboard)];
  const measures = published.map(({ measure }) => measure);
  const { framework, release, period, ranked_count } = scoreboard;
  const units = scoreboard.units.flatMap(({ unit_id, rank, scores }) => {
    const values = measures.map((measure) => scores[measure]?.value ?? null);
    return values.some((value) => value !== null) ? [[unit_id, { rank, values }] as const] : [];
  });
  return {
    ...{ closing: scoreboard.closing_date, release, period },
    ...{ framework_id: framework.framework_id, framework_version: framework.version },
    ...{ illustrative: framework.illustrative, ranked_count, measures },
    averages: published.map(({ average }) => average),
    units: Object.fromEntries(units),
  };
}

export const renderHistory = (history: FrozenHistory): string => `${canonicalJson(history)}\n`;

/** Of a release's own inputs; null: there was nothing comparable before it. */
export const readFrozenHistory = (inputFiles: Files): FrozenHistory | null =>
  inputFiles.has(historyPath) ? (JSON.parse(textOf(inputFiles, historyPath)) as FrozenHistory) : null;
