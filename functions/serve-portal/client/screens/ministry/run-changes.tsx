import { formatDecimal } from '../../../../../shared/format/format-decimal.ts';
import type { UnitChange } from '../../../../../shared/release/changes/changes.ts';
import type { CorrectionCause, UnitCorrection } from '../../../../../shared/release/corrections/corrections.ts';
import type { RunChanges } from '../../../../read-run/read-run-scoreboard.ts';
import { get } from '../../ask-ahead.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { releaseLabel } from '../../parts/release-label.ts';
import { causes } from '../../words/ministry.ts';
import { useSay } from '../../words.ts';

/** What differs from the last release: places by cause, and for a correction every value and rank that differs. */
export function RunChangesPart({ at }: { at: string }) {
  const say = useSay();
  return (
    <section>
      <h2>{say({ vi: 'Thay đổi so với đợt trước', en: 'What differs from the last release' })}</h2>
      <Loaded from={(signal) => get<RunChanges>(`${at}/changes`, signal)} on={[at]}>
        {({ changes, corrections, measures }) => (
          <>
            {!changes && !corrections && (
              <p>{say({ vi: 'Chưa có đợt công bố so sánh được.', en: 'There is no comparable release.' })}</p>
            )}
            {corrections && (
              <>
                <h3>
                  {say({
                    vi: `So với ${releaseLabel(corrections.corrects).vi}`,
                    en: `Against ${releaseLabel(corrections.corrects).en}`,
                  })}
                </h3>
                <p>
                  {say({
                    vi: `${corrections.counts.units} đơn vị có khác biệt: ${corrections.counts.figures} số liệu, ${corrections.counts.points} điểm thẩm định, ${corrections.counts.values} giá trị, ${corrections.counts.ranks} thứ hạng.`,
                    en: `${corrections.counts.units} units differ: ${corrections.counts.figures} figures, ${corrections.counts.points} decisions, ${corrections.counts.values} values, ${corrections.counts.ranks} ranks.`,
                  })}
                </p>
                <Corrected units={corrections.units} measures={measures} />
              </>
            )}
            {changes && (
              <>
                <h3>
                  {say({
                    vi: `So với ${releaseLabel(changes.against.release).vi}`,
                    en: `Against ${releaseLabel(changes.against.release).en}`,
                  })}
                </h3>
                <Movers units={changes.units} />
              </>
            )}
          </>
        )}
      </Loaded>
    </section>
  );
}

function Corrected({ units, measures }: { units: UnitCorrection[]; measures: RunChanges['measures'] }) {
  const say = useSay();
  const names = new Map(measures.map(({ measure, name_vi, name_en }) => [measure, { vi: name_vi, en: name_en }]));
  const told = (all: CorrectionCause[]) => all.map((cause) => say(causes[cause]!)).join(', ');
  const text = (value: string | number | null) => (value === null ? '–' : formatDecimal(String(value)));
  return (
    <table class="rows">
      <thead>
        <tr>
          <th scope="col">{say({ vi: 'Đơn vị, chỉ số', en: 'Unit, measure' })}</th>
          <th scope="col">{say({ vi: 'Giá trị', en: 'Value' })}</th>
          <th scope="col">{say({ vi: 'Hạng', en: 'Rank' })}</th>
          <th scope="col">{say({ vi: 'Vì', en: 'Because of' })}</th>
        </tr>
      </thead>
      <tbody>
        {units.flatMap(({ unit_id, unit_name_vi, scores }) =>
          Object.entries(scores).map(([measure, score]) => (
            <tr key={`${unit_id} ${measure}`}>
              <th scope="row">
                {unit_name_vi}, {say(names.get(measure) ?? { vi: measure, en: measure })}
              </th>
              <td>
                {text(score.value_before)} → {text(score.value_after)}
              </td>
              <td>
                {text(score.rank_before)} → {text(score.rank_after)}
              </td>
              <td>{told([...new Set([...score.value_causes, ...score.rank_causes])])}</td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  );
}

/** Told in a preview; the file of changes has them all. */
const shownMovers = 10;

function Movers({ units }: { units: UnitChange[] }) {
  const say = useSay();
  const movers = units
    .filter(({ rank_change }) => rank_change)
    .sort((a, b) => Math.abs(b.rank_change!) - Math.abs(a.rank_change!))
    .slice(0, shownMovers);
  if (movers.length === 0) return <p>{say({ vi: 'Không thứ hạng nào đổi.', en: 'No rank has changed.' })}</p>;
  return (
    <ul>
      {movers.map(({ unit_id, unit_name_vi, rank_before, rank_after, rank_parts }) => (
        <li key={unit_id}>
          {unit_name_vi}: {rank_before} → {rank_after}
          {rank_parts &&
            say({
              vi: ` (do số liệu của đơn vị ${rank_parts.own}, đơn vị khác ${rank_parts.others}, phương pháp ${rank_parts.method ?? '–'}, sắp xếp ${rank_parts.merger})`,
              en: ` (own ${rank_parts.own}, others ${rank_parts.others}, method ${rank_parts.method ?? '–'}, merger ${rank_parts.merger})`,
            })}
        </li>
      ))}
    </ul>
  );
}
