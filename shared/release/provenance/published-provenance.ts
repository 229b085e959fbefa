import { Fault } from '../../observability/fault.ts';
import type { PublishedScore, Scoreboard, ScoreboardUnit } from '../../scoring/scoreboard.ts';
import type { Provenance, TracedResult, TracedSource } from './provenance.ts';

/** What a table published elsewhere has in common with a scoreboard: no points, no files, nothing it was derived from. */
export interface PublishedElsewhere
  extends Pick<
    Scoreboard,
    | ('release' | 'group' | 'group_name_vi' | 'group_name_en' | 'period' | 'closing_date')
    | ('framework' | 'notice_vi' | 'inputs_sha256' | 'measures')
  > {
  units: (Pick<ScoreboardUnit, 'unit_id' | 'unit_name_vi' | 'formed_from_vi'> & {
    scores: Record<string, Pick<PublishedScore, 'value' | 'rank'>>;
  })[];
  source: TracedSource;
}

/** The chain of such a figure ends at the source. Faults `MEASURE_UNKNOWN`, `UNIT_UNKNOWN`. */
export function publishedProvenance(table: PublishedElsewhere, unitId: string, measureId: string): Provenance {
  const { release, group, group_name_vi, group_name_en, period, closing_date, framework, inputs_sha256 } = table;
  const measure = table.measures.find((one) => one.measure === measureId);
  if (!measure) throw new Fault('MEASURE_UNKNOWN', `${release} has no measure ${measureId}`);
  const unit = table.units.find(({ unit_id }) => unit_id === unitId);
  if (!unit) throw new Fault('UNIT_UNKNOWN', `${release} has no unit ${unitId}`);
  const { source_vi, source_en, address, sha256 } = table.source;
  return {
    ...{ release, group, group_name_vi, group_name_en, period, closing_date, framework, inputs_sha256 },
    ...(table.notice_vi === undefined ? {} : { notice_vi: table.notice_vi }),
    derived_from: null,
    unit: { unit_id: unitId, name_vi: unit.unit_name_vi, formed_from_vi: unit.formed_from_vi },
    measure: { measure: measureId, kind: measure.kind, name_vi: measure.name_vi, name_en: measure.name_en },
    result: resultOf(table, unit.scores[measureId], measureId),
    ground: { kind: 'published', source: { source_vi, source_en, address, sha256 } },
    files: [],
  };
}

/** What the table leaves out is no data: nobody here knows why. */
function resultOf(
  { units }: PublishedElsewhere,
  score: Pick<PublishedScore, 'value' | 'rank'> | undefined,
  measure: string,
): TracedResult {
  if (!score) return { state: 'no_data' };
  const ranks = units.flatMap(({ scores }) => scores[measure]?.rank ?? []);
  const tied_units = ranks.filter((rank) => rank === score.rank).length;
  return { state: 'published', value: score.value, rank: score.rank, ranked_units: ranks.length, tied_units };
}
