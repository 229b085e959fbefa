import { formatDecimal } from '../../format/format-decimal.ts';
import { differenceOf } from '../../release/profile/group-figures.ts';
import { earlierVi } from '../../release/profile/profile-sentences.ts';
import { mainIndices, totalMeasure } from '../../release/read-scoreboard.ts';
import { periodVi } from '../../release/scoreboard-words.ts';
import type { ScoreboardMeasure, ScoreboardUnit } from '../../scoring/scoreboard.ts';
import { unitLabel } from '../../units/unit-label.ts';
import type { Figure } from '../report/charts/figures.ts';
import { formats } from '../report/report-style.ts';
import type { ProfileSource } from './profile-source.ts';
import { figureNamesVi, sheetsVi } from './profile-words.ts';

const bounds = { min: 0, max: 1 };
const common = { bounds, format: formats.value, axisFormat: formats.tenths };

/** Of one unit: its values beside the group's, and its total through the periods. Only what there is to draw. */
export const figuresOfUnit = (profile: ProfileSource, unit: ScoreboardUnit): Figure[] => [
  ...comparedFigure(profile, unit),
  ...historyFigure(profile, unit),
];

function comparedFigure({ source, group, nameOf, alone }: ProfileSource, unit: ScoreboardUnit): Figure[] {
  const { scoreboard } = source;
  const measures = scoreboard.measures.filter(({ measure }) => unit.scores[measure]);
  if (measures.length === 0) return [];
  const own = measures.map(({ measure }) => unit.scores[measure]!.value);
  const ofGroup = (of: 'median' | 'best') => measures.map(({ measure }) => group.measures.get(measure)?.[of] ?? null);
  const beside = alone ? '' : ' so với trung vị và giá trị cao nhất của nhóm';
  return [
    {
      ...{ kind: 'bars', named: 'Chỉ số', names: measures.map(nameOfMeasure), axisTitle: 'Giá trị', ...common },
      caption: `Giá trị các chỉ số của ${nameOf(unit)} ${periodVi(scoreboard)}${beside}`,
      series: [
        { name: unitLabel(unit), look: 'own', labelled: true, decimals: own },
        ...(alone
          ? []
          : ([
              { name: figureNamesVi.median, look: 'middle', labelled: false, decimals: ofGroup('median') },
              { name: figureNamesVi.best, look: 'edge', labelled: false, decimals: ofGroup('best') },
            ] as const)),
      ],
      altText: `${alone ? standsAlone(unit, source.scoreboard.measures) : standsBeside({ source, group }, unit)} Biểu đồ thanh ngang, ${measures.length} chỉ số, trục giá trị từ 0 đến 1; số liệu ở trang “${sheetsVi.profile}”.`,
    },
  ];
}

const nameOfMeasure = ({ kind, name_vi }: ScoreboardMeasure): string => (kind === 'total' ? 'Giá trị DTI' : name_vi);

const standsAlone = (unit: ScoreboardUnit, measures: readonly ScoreboardMeasure[]): string => {
  const [first] = measures.filter(({ measure }) => unit.scores[measure]);
  return `${unitLabel(unit)}: ${nameOfMeasure(first!)} ${formatDecimal(unit.scores[first!.measure]!.value)}.`;
};

function standsBeside({ source, group }: Pick<ProfileSource, 'source' | 'group'>, unit: ScoreboardUnit): string {
  const differences = mainIndices(source.scoreboard).flatMap(({ measure }) => {
    const [score, figure] = [unit.scores[measure], group.measures.get(measure)];
    return score && figure ? [differenceOf(score.value, figure.median)] : [];
  });
  const below = differences.filter((one) => one.startsWith('-')).length;
  const above = differences.filter((one) => !one.startsWith('-') && /[1-9]/.test(one)).length;
  return `${unitLabel(unit)} cao hơn trung vị nhóm ở ${above} và thấp hơn ở ${below} trong ${differences.length} chỉ số chính.`;
}

interface Moment {
  name: string;
  value: string | null;
  average: string | null;
}

/** A line is drawn between two points at least. */
function historyFigure(profile: ProfileSource, unit: ScoreboardUnit): Figure[] {
  const { source, nameOf, alone } = profile;
  const total = totalMeasure(source.scoreboard);
  if (!total) return [];
  const moments = momentsOf(profile, unit, total);
  const valued = moments.filter(({ value }) => value !== null);
  if (valued.length < 2) return [];
  const [first, last] = [valued[0]!, valued.at(-1)!];
  const average = { name: figureNamesVi.average, look: 'middle', labelled: false } as const;
  return [
    {
      ...{ kind: 'lines', named: 'Kỳ', names: moments.map(({ name }) => name), axisTitle: 'Giá trị DTI', ...common },
      caption: `Giá trị DTI của ${nameOf(unit)} qua các đợt công bố so sánh được`,
      series: [
        { name: unitLabel(unit), look: 'own', labelled: true, decimals: moments.map(({ value }) => value) },
        ...(alone ? [] : [{ ...average, decimals: moments.map((one) => one.average) }]),
      ],
      altText: `Giá trị DTI của ${unitLabel(unit)} là ${formatDecimal(first.value!)} ở ${first.name} và ${formatDecimal(last.value!)} ở ${last.name}. Biểu đồ đường, ${moments.length} kỳ, trục giá trị từ 0 đến 1; số liệu ở trang “${sheetsVi.history}”.`,
    },
  ];
}

function momentsOf({ source }: ProfileSource, unit: ScoreboardUnit, total: ScoreboardMeasure): Moment[] {
  const { scoreboard, history } = source;
  const earlier = (history?.releases ?? []).map((result): Moment => {
    const place = result.measures.indexOf(total.measure);
    const own = result.units[unit.unit_id];
    return {
      name: withRank(earlierVi(result), own?.rank ?? null, result.ranked_count),
      value: own?.values[place] ?? null,
      average: result.averages[place] ?? null,
    };
  });
  const now: Moment = {
    name: withRank(earlierVi(scoreboard), unit.rank, scoreboard.ranked_count),
    value: unit.scores[total.measure]?.value ?? null,
    average: total.average,
  };
  return [...earlier, now];
}

/** `năm 2024 (r1): hạng 2/34`. */
const withRank = (moment: string, rank: number | null, of: number): string =>
  rank === null ? moment : `${moment}: hạng ${rank}/${of}`;
