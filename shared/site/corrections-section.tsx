import { formatDecimal } from '../format/format-decimal.ts';
import type { Corrections, ScoreCorrection, UnitCorrection } from '../release/corrections/corrections.ts';
import {
  causesVi,
  correctionsTitleVi,
  effectVi,
  inputLinesVi,
  reasonVi,
  shortReleaseVi,
} from '../release/corrections/corrections-words.ts';
import { mainIndices, totalMeasure } from '../release/read-scoreboard.ts';
import type { Scoreboard, ScoreboardMeasure } from '../scoring/scoreboard.ts';

interface SectionProps {
  scoreboard: Scoreboard;
  corrections: Corrections;
}

/** Lines of a table here: a page must reach a weak phone; the files hold all. */
const mostLines = 40;

/** What was corrected and why: figures that were other, then the values and ranks that follow. */
export function CorrectionsSection({ scoreboard, corrections }: SectionProps) {
  const { corrects, release, reason } = corrections;
  return (
    <section aria-labelledby="dinh-chinh">
      <h2 id="dinh-chinh">{correctionsTitleVi(corrections)}</h2>
      <p>{reasonVi(reason)}</p>
      <p>
        {effectVi(corrections)} <a href={`/releases/${corrects}/`}>Xem đợt {shortReleaseVi(corrects)}</a> ·{' '}
        <a href={`/releases/${release}/corrections.json`}>toàn bộ nội dung đính chính (JSON)</a>
      </p>
      <InputTable corrections={corrections} />
      <ScoreTable scoreboard={scoreboard} corrections={corrections} />
    </section>
  );
}

function InputTable({ corrections }: { corrections: Corrections }) {
  const lines = corrections.units.flatMap((unit) => inputLinesVi(unit).map((line) => ({ unit, ...line })));
  if (lines.length === 0) return null;
  return (
    <table class="corrections">
      <caption>Số liệu và kết quả thẩm định đã thay đổi.{moreVi(lines.length)}</caption>
      <thead>
        <tr>
          <th scope="col" class="unit">
            Đơn vị
          </th>
          <th scope="col">Trước</th>
          <th scope="col">Sau</th>
        </tr>
      </thead>
      <tbody>
        {lines.slice(0, mostLines).map(({ unit, what, before, after }) => (
          <tr key={`${unit.unit_id} ${what}`}>
            <th scope="row">
              {unit.unit_name_vi}
              <small>{what}</small>
            </th>
            <td>{before}</td>
            <td>{after}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Of the total; of the main indices where no total is published. */
function ScoreTable({ scoreboard, corrections }: SectionProps) {
  const total = totalMeasure(scoreboard);
  const measures = total ? [total] : mainIndices(scoreboard);
  const lines = corrections.units.flatMap((unit) => scoreLines(unit, measures));
  if (lines.length === 0) return null;
  return (
    <table class="corrections">
      <caption>
        {total ? 'Giá trị DTI và thứ hạng chung' : 'Các chỉ số chính'} đã thay đổi.{moreVi(lines.length)}
      </caption>
      <thead>
        <tr>
          <th scope="col" class="unit">
            Đơn vị
          </th>
          <th scope="col">Giá trị</th>
          <th scope="col">Hạng</th>
        </tr>
      </thead>
      <tbody>
        {lines.slice(0, mostLines).map(({ unit, measure, score }) => (
          <tr key={`${unit.unit_id} ${measure.measure}`}>
            <th scope="row">
              {unit.unit_name_vi}
              {!total && <small>{measure.name_vi}</small>}
              <small>{causesVi(score)}</small>
            </th>
            <BeforeAfter before={shownValue(score.value_before)} after={shownValue(score.value_after)} />
            <BeforeAfter before={shownRank(score.rank_before)} after={shownRank(score.rank_after)} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface ScoreLine {
  unit: UnitCorrection;
  measure: ScoreboardMeasure;
  score: ScoreCorrection;
}

const scoreLines = (unit: UnitCorrection, measures: ScoreboardMeasure[]): ScoreLine[] =>
  measures.flatMap((measure) => {
    const score = unit.scores[measure.measure];
    return score ? [{ unit, measure, score }] : [];
  });

function BeforeAfter({ before, after }: { before: string; after: string }) {
  return (
    <td>
      {after}
      <small>{before === after ? 'không đổi' : `trước: ${before}`}</small>
    </td>
  );
}

const shownValue = (value: string | null) => (value === null ? '–' : formatDecimal(value));
const shownRank = (rank: number | null) => (rank === null ? '–' : `${rank}`);

const moreVi = (lines: number) =>
  lines > mostLines ? ` ${mostLines} dòng đầu trong ${lines} dòng; các tệp tải về có đủ.` : '';
