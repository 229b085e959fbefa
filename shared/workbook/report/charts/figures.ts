import type { Changes } from '../../../release/changes/changes.ts';
import { againstPeriodVi, signedVi } from '../../../release/changes/changes-words.ts';
import { totalMeasure } from '../../../release/read-scoreboard.ts';
import { groupVi, periodVi, summaryVi } from '../../../release/scoreboard-words.ts';
import type { Scoreboard, ScoreboardUnit } from '../../../scoring/scoreboard.ts';
import { unitLabel } from '../../../units/unit-label.ts';
import { formats } from '../report-style.ts';
import { boundsAround } from './bounds-around.ts';
import type { AxisBounds, Chart, ChartSeries } from './chart.ts';

/** A figure of a workbook, before it has a place: what is drawn, what stands above it, what is told of it. */
export interface Figure {
  /** `Giá trị DTI năm 2024 của 34 tỉnh, thành phố` */
  caption: string;
  kind: Chart['kind'];
  /** What the names are of: `Đơn vị`. */
  named: string;
  names: string[];
  series: FigureSeries[];
  axisTitle: string;
  /** Fixed bounds, so that figures of two releases can be laid side by side. */
  bounds?: AxisBounds;
  format: string;
  /** Of the axis, where fewer decimals are enough. */
  axisFormat: string;
  /** The first sentence is the conclusion. */
  altText: string;
}

export interface FigureSeries extends Pick<ChartSeries, 'look' | 'labelled'> {
  name: string;
  /** One a name; null: there is none. */
  decimals: (string | null)[];
}

/** Bars of one kind, with their figures beside them. */
const alone = (name: string, rows: { decimal: string }[]): FigureSeries[] => [
  { name, look: 'own', labelled: true, decimals: rows.map(({ decimal }) => decimal) },
];

/** Of the ranked report. Only what there is: without a total, a rank or an earlier release there is nothing to draw of it. */
export const figuresOf = (scoreboard: Scoreboard, changes: Changes | null): Figure[] => [
  ...rankedFigure(scoreboard),
  ...(changes ? changeFigure(scoreboard, changes) : []),
];

function rankedFigure(scoreboard: Scoreboard): Figure[] {
  const total = totalMeasure(scoreboard);
  if (!total) return [];
  const rows = scoreboard.units.flatMap((unit) => {
    const score = unit.scores[total.measure];
    return score ? [{ name: nameWithRank(unit), decimal: score.value }] : [];
  });
  if (rows.length === 0) return [];
  const order = total.ranked ? 'xếp theo thứ hạng' : 'theo mã đơn vị, không xếp hạng';
  return [
    {
      caption: `Giá trị DTI ${periodVi(scoreboard)} của ${groupVi(scoreboard)}, ${order}`,
      ...{ kind: 'bars' as const, named: 'Đơn vị', names: rows.map(({ name }) => name) },
      series: alone('Giá trị DTI', rows),
      axisTitle: 'Giá trị DTI',
      bounds: { min: 0, max: 1 },
      format: formats.value,
      axisFormat: formats.tenths,
      altText: `${summaryVi(scoreboard)} Biểu đồ thanh ngang, ${rows.length} đơn vị, trục giá trị từ 0 đến 1; số liệu ở trang “Xếp hạng”.`,
    },
  ];
}

const nameWithRank = (unit: ScoreboardUnit): string =>
  unit.rank === null ? unitLabel(unit) : `${unit.rank}. ${unitLabel(unit)}`;

/** Of values: a change of ranks alone would hide how small it may be. */
function changeFigure(scoreboard: Scoreboard, changes: Changes): Figure[] {
  const total = totalMeasure(scoreboard);
  const rows = changes.units.flatMap((unit) => {
    const change = total && unit.scores[total.measure]?.value_change;
    return change ? [{ name: unitLabel(unit), decimal: change }] : [];
  });
  if (!total || rows.length === 0) return [];
  // Decimals of four digits each: numbers order them exactly.
  const sorted = rows.toSorted((a, b) => Number(b.decimal) - Number(a.decimal));
  const against = againstPeriodVi(changes);
  const tell = ({ name, decimal }: (typeof rows)[number]) => `${name} (${signedVi(decimal)})`;
  return [
    {
      caption: `Thay đổi giá trị DTI ${periodVi(scoreboard)} so với ${against}`,
      ...{ kind: 'bars' as const, named: 'Đơn vị', names: sorted.map(({ name }) => name) },
      series: alone(`Thay đổi giá trị DTI so với ${against}`, sorted),
      axisTitle: `Thay đổi giá trị DTI so với ${against}`,
      bounds: boundsAround(sorted.map(({ decimal }) => decimal)),
      format: formats.signed,
      axisFormat: formats.signed,
      altText: `Thay đổi cao nhất là của ${tell(sorted[0]!)}, thấp nhất là của ${tell(sorted.at(-1)!)}. Biểu đồ thanh ngang, ${rows.length} đơn vị; số liệu ở trang “So với đợt trước”.`,
    },
  ];
}
