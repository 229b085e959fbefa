import { type History, type HistoryPoint, hasValue } from './chart-data.ts';
import { ChartFigure, type ChartProps, Drawing } from './chart-figure.tsx';
import { type ChartLang, chartWords, valueText } from './chart-words.ts';
import { type Column, columnsOf, isOwn, type Join, joinsOf } from './history-columns.ts';
import { historyConclusion, historyDescription, historyTitle } from './history-words.ts';
import { type Key, Keys } from './marks.tsx';
import { linear, round, tenthsAround, ticksOn } from './scale.ts';
import { wrapText } from './wrap-text.ts';

interface HistoryProps extends ChartProps {
  data: History;
}

const [plotHeight, lineHeight] = [200, 16];
/** Pixels between the axis and the right edge on a phone of 320 px, and what a letter takes. */
const [narrow, letter] = [236, 7];
/** More columns than this have no room for digits at each. */
const labelledColumns = 5;

/**
 * The way of a unit over the periods. A line joins only what may be compared and lies side by side: a missing period is a
 * gap, and between two sections stands a break that no line crosses. Predecessors are thin and grey.
 */
export function HistoryChart({ data: told, ...props }: HistoryProps) {
  const data = withPointsIn(told);
  const { id, lang } = props;
  const columns = columnsOf(data);
  const domain = tenthsAround(data.points.filter(hasValue).map(({ value }) => value));
  const heads = data.sections.map(({ label }, index) => wrapText(label, lettersOf(columns, data, index)));
  const top = 10 + lineHeight * Math.max(0, ...heads.map((lines) => lines.length));
  const height = linear(Number(domain.from), Number(domain.to), top + plotHeight, top + 20);
  const yOf = (value: string) => height(Number(value));
  const joins = joinsOf(data, columns);
  return (
    <ChartFigure {...props} conclusion={historyConclusion(lang, data)} table={tableOf(lang, data)}>
      <Keys keys={keysOf(lang, data)} />
      <Drawing
        id={id}
        kind="history"
        title={historyTitle(lang, data)}
        desc={historyDescription(lang, data)}
        height={top + plotHeight + 12 + lineHeight * linesBelow(lang, columns)}
      >
        {ticksOn(domain).map((tick) => (
          <g key={tick} class="axis">
            <line class="grid" x2="100%" y1={yOf(tick)} y2={yOf(tick)} />
            <text x="-8" y={round(yOf(tick) + 4)} text-anchor="end">
              {chartWords[lang].decimal(tick)}
            </text>
          </g>
        ))}
        <Sections columns={columns} data={data} heads={heads} bottom={top + plotHeight} />
        {joins.map((join) => (
          <Joined key={`${join.from.series} ${join.x1}`} join={join} yOf={yOf} />
        ))}
        <Points data={data} columns={columns} yOf={yOf} bottom={top + plotHeight} />
        <Values lang={lang} data={data} columns={columns} yOf={yOf} />
        <Periods lang={lang} columns={columns} y={top + plotHeight + 20} />
      </Drawing>
    </ChartFigure>
  );
}

/** A section that nothing is known of has no place, and would stand between two that have. */
const withPointsIn = ({ sections, points, name }: History): History => ({
  ...{ name, points },
  sections: sections.filter(({ section }) => points.some((point) => point.section === section)),
});

const linesBelow = (lang: ChartLang, columns: Column[]) =>
  Math.max(1, ...columns.map(({ period }) => chartWords[lang].periodLines(period).length));

const lettersOf = (columns: Column[], { sections }: History, index: number) => {
  const own = columns.filter(({ section }) => section === sections[index]!.section).length;
  return Math.floor((narrow * own) / columns.length / letter);
};

interface SectionsProps {
  columns: Column[];
  data: History;
  heads: string[][];
  bottom: number;
}

function Sections({ columns, data, heads, bottom }: SectionsProps) {
  return data.sections.map(({ section }, index) => {
    const places = columns.map((column, place) => ({ ...column, place })).filter((one) => one.section === section);
    const [first, last] = [places[0]!.place, places.at(-1)!.place];
    const middle = `${round(((first + last + 1) / 2 / columns.length) * 100)}%`;
    const start = `${round((first / columns.length) * 100)}%`;
    return (
      <g key={section}>
        {index > 0 && <line class="break" x1={start} x2={start} y1="0" y2={bottom} />}
        {heads[index]!.map((line, number) => (
          <text key={line} x={middle} y={12 + number * lineHeight} text-anchor="middle">
            {line}
          </text>
        ))}
      </g>
    );
  });
}

type Heights = (value: string) => number;

const Joined = ({ join, yOf }: { join: Join; yOf: Heights }) => (
  <line
    class={isOwn(join.from) ? 'way' : 'predecessor'}
    x1={join.x1}
    x2={join.x2}
    y1={yOf(join.from.value)}
    y2={yOf(join.to.value)}
  />
);

interface PointsProps {
  data: History;
  columns: Column[];
  yOf: Heights;
}

const placeOf = (columns: Column[], { section, period }: HistoryPoint) =>
  columns.find((column) => column.section === section && column.period === period)!.x;

/** Own points last, so that no other covers them. */
function Points({ data, columns, yOf, bottom }: PointsProps & { bottom: number }) {
  const ordered = data.points.toSorted((one, other) => Number(isOwn(one)) - Number(isOwn(other)));
  return ordered.map((point) => {
    const x = placeOf(columns, point);
    const key = `${point.section} ${point.period} ${point.series}`;
    if (hasValue(point)) {
      const look = isOwn(point) ? { class: 'stop', r: 5 } : { class: 'predecessor', r: 3 };
      return <circle key={key} {...look} cx={x} cy={yOf(point.value)} />;
    }
    if (!isOwn(point)) return null;
    return (
      <svg key={key} x={x} y={bottom - 8} overflow="visible" aria-hidden="true">
        <line class="missing" x1="-14" x2="14" transform="skewX(-45)" />
      </svg>
    );
  });
}

/** Digits at each own point; of many columns at the first and the last of each section. */
function Values({ lang, data, columns, yOf }: PointsProps & { lang: ChartLang }) {
  const own = data.points.filter(isOwn).filter(hasValue);
  const isEnd = (point: HistoryPoint) => {
    const same = own.filter(({ section }) => section === point.section);
    return point === same.at(-1) || (same.length > 2 && point === same[0]);
  };
  const shown = columns.length > labelledColumns ? own.filter(isEnd) : own;
  return shown.map((point) => (
    <text
      key={`${point.section} ${point.period}`}
      class="halo"
      x={placeOf(columns, point)}
      y={round(yOf(point.value) - 11)}
      text-anchor="middle"
    >
      {valueText(lang, point.value)}
    </text>
  ));
}

/** A quarter takes two lines; of many periods every other one or fewer are named, the last always. */
function Periods({ lang, columns, y }: { lang: ChartLang; columns: Column[]; y: number }) {
  const step = Math.ceil(columns.length / labelledColumns);
  const named = columns.filter((_, index) => (columns.length - 1 - index) % step === 0);
  return named.map(({ section, period, x }) => (
    <text key={`${section} ${period}`} class="small" y={y} text-anchor="middle">
      {chartWords[lang].periodLines(period).map((line, number) => (
        <tspan key={line} x={x} dy={number === 0 ? 0 : 15}>
          {line}
        </tspan>
      ))}
    </text>
  ));
}

function keysOf(lang: ChartLang, { name, points }: History): Key[] {
  const words = chartWords[lang];
  const keys: Key[] = [{ mark: 'stop', label: name }];
  const predecessors = [...new Set(points.filter((point) => !isOwn(point)).map(({ series }) => series))];
  if (predecessors.length > 0)
    keys.push({ mark: 'predecessor', label: `${words.beforeMerger}: ${words.and(predecessors)}` });
  if (points.some((point) => isOwn(point) && !hasValue(point))) keys.push({ mark: 'missing', label: words.noData });
  return keys;
}

function tableOf(lang: ChartLang, data: History) {
  const words = chartWords[lang];
  const labels = new Map(data.sections.map(({ section, label }) => [section, label]));
  const isRanked = data.points.some(({ rank }) => rank !== undefined);
  const rows = data.points.map(({ period, section, series, value, rank = '–', note, address }) => [
    words.periodLabel(period),
    labels.get(section)!,
    series,
    <>
      {address && value !== null ? <a href={address}>{valueText(lang, value)}</a> : valueText(lang, value)}
      {note && `, ${note}`}
    </>,
    ...(isRanked ? [rank] : []),
  ]);
  const head = [words.period, words.group, words.unit, words.value, ...(isRanked ? [words.rank] : [])];
  return { caption: historyTitle(lang, data), head, rows };
}
