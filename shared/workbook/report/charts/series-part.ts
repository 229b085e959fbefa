import type { Chart, ChartSeries, SeriesLook } from './chart.ts';
import { textProperties } from './drawn-text.ts';
import { escapeXml } from './escape-xml.ts';

interface Look {
  fill: string;
  /** Of a line. */
  dash: 'solid' | 'dash' | 'sysDot';
  mark: 'circle' | 'diamond' | 'square';
}

const ink = '1F2A37';

const looks: Record<SeriesLook, Look> = {
  own: { fill: '5B7F9E', dash: 'solid', mark: 'circle' },
  middle: { fill: 'D9DFE5', dash: 'dash', mark: 'diamond' },
  edge: { fill: 'FFFFFF', dash: 'sysDot', mark: 'square' },
};

const solid = (colour: string): string => `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`;

/** `c:ser` of a bar or a line, in the order of the schema. */
export function seriesPart(chart: Chart, series: ChartSeries, n: number): string {
  const { categories, format, kind } = chart;
  const { name, values, labelled } = series;
  const place = kind === 'bars' ? 'outEnd' : 't';
  return (
    `<c:ser><c:idx val="${n}"/><c:order val="${n}"/><c:tx><c:strRef><c:f>${escapeXml(name.cell)}</c:f>${textCache([name.text])}</c:strRef></c:tx>` +
    `${kind === 'bars' ? barLook(looks[series.look]) : lineLook(looks[series.look])}${labelled ? labels(format, place) : ''}` +
    `<c:cat><c:strRef><c:f>${escapeXml(categories.range)}</c:f>${textCache(categories.texts)}</c:strRef></c:cat>` +
    `<c:val><c:numRef><c:f>${escapeXml(values.range)}</c:f>${numberCache(values.numbers, format)}</c:numRef></c:val>` +
    `${kind === 'lines' ? '<c:smooth val="0"/>' : ''}</c:ser>`
  );
}

const barLook = ({ fill }: Look): string =>
  `<c:spPr>${solid(fill)}<a:ln w="6350">${solid(ink)}</a:ln></c:spPr><c:invertIfNegative val="0"/>`;

const lineLook = ({ fill, dash, mark }: Look): string =>
  `<c:spPr><a:ln w="19050">${solid(ink)}<a:prstDash val="${dash}"/></a:ln></c:spPr>` +
  `<c:marker><c:symbol val="${mark}"/><c:size val="7"/><c:spPr>${solid(fill)}<a:ln w="9525">${solid(ink)}</a:ln></c:spPr></c:marker>`;

const labels = (format: string, place: string): string =>
  `<c:dLbls><c:numFmt formatCode="${escapeXml(format)}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${textProperties(9)}` +
  `<c:dLblPos val="${place}"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>`;

/** An empty cell has no point; how many there are counts it. */
const points = (values: (string | number | null)[]): string =>
  `<c:ptCount val="${values.length}"/>${values.map((value, n) => (value === null ? '' : `<c:pt idx="${n}"><c:v>${escapeXml(`${value}`)}</c:v></c:pt>`)).join('')}`;
const textCache = (texts: string[]): string => `<c:strCache>${points(texts)}</c:strCache>`;
const numberCache = (numbers: (number | null)[], format: string): string =>
  `<c:numCache><c:formatCode>${escapeXml(format)}</c:formatCode>${points(numbers)}</c:numCache>`;
