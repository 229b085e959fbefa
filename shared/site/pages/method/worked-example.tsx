import type { Provenance, ValueWorking } from '../../../release/provenance/provenance.ts';
import { provenanceOf } from '../../../release/provenance/provenance-of.ts';
import type { TracedRelease } from '../../../release/provenance/traced-release.ts';
import { scoredUnits, totalMeasure } from '../../../release/read-scoreboard.ts';
import { useView } from '../../view.ts';
import { methodWords as words } from '../../words/method-words.ts';
import { sayMeasure } from '../provenance/say.ts';
import { sayPointsWorking, sayValueWorking } from '../provenance/say-working.ts';

/** One unit's way from a declared figure to its value, in the digits that were published. */
export function WorkedExample({ traced }: { traced: TracedRelease }) {
  const { language, root } = useView();
  const [unit] = scoredUnits(traced.scoreboard);
  const worked = unit && examplesOf(traced, unit.unit_id);
  if (!worked || worked.length === 0) return null;
  return (
    <section aria-labelledby="vi-du">
      <h2 id="vi-du">
        {words.example[language]}: {unit.unit_name_vi}
      </h2>
      {worked.map((provenance) => (
        <Example key={provenance.measure.measure} provenance={provenance} />
      ))}
      <p>
        <a href={`${root}nguon-goc/${unit.unit_id}/${worked.at(-1)!.measure.measure}/`}>{words.source[language]}</a>
      </p>
    </section>
  );
}

/** The first main index that the unit has a value of, then the total where there is one. */
function examplesOf(traced: TracedRelease, unitId: string): Provenance[] {
  const { scoreboard, rowsOf } = traced;
  const { unit } = rowsOf(unitId);
  const first = scoreboard.measures.find(({ kind, measure }) => kind === 'main_index' && unit?.scores[measure]);
  const total = totalMeasure(scoreboard);
  const measures = [first, total].flatMap((measure) => (measure && unit?.scores[measure.measure] ? [measure] : []));
  return measures.map(({ measure }) => provenanceOf(traced, unitId, measure));
}

function Example({ provenance }: { provenance: Provenance }) {
  const { language } = useView();
  const { ground } = provenance;
  const working = ground.kind === 'indicators' || ground.kind === 'measures' ? ground.working : null;
  const indicator = ground.kind === 'indicators' ? ground.indicators.find((one) => one.working !== null) : undefined;
  return (
    <>
      <h3>{sayMeasure(provenance, language)}</h3>
      {indicator?.working && (
        <p class="sum">
          {language === 'vi' ? indicator.name_vi : indicator.name_en}:{' '}
          {sayPointsWorking(indicator.working, indicator.max_points, language)}
        </p>
      )}
      {working && <Sums working={working} />}
    </>
  );
}

function Sums({ working }: { working: ValueWorking }) {
  const { language } = useView();
  return (
    <>
      {sayValueWorking(working, language).map((line) => (
        <p class="sum" key={line}>
          {line}
        </p>
      ))}
    </>
  );
}
