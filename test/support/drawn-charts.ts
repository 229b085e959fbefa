import { type Attributes, type FunctionComponent, h } from 'preact';
import { render } from 'preact-render-to-string';
import type { ChartLang } from '../../shared/site/charts/chart-words.ts';
import { Dumbbell } from '../../shared/site/charts/dumbbell.tsx';
import { measureValues, pairOf, unitIndices } from '../../shared/site/charts/from-scoreboard.ts';
import { HistoryChart } from '../../shared/site/charts/history.tsx';
import { Slope } from '../../shared/site/charts/slope.tsx';
import { StripPlot } from '../../shared/site/charts/strip-plot.tsx';
import { Strips } from '../../shared/site/charts/strips.tsx';
import { Choropleth } from '../../shared/site/map/choropleth.tsx';
import {
  indicesOf,
  longName,
  mergedHistory,
  movesBetween,
  movesOf,
  spreadOver,
  unbrokenHistory,
} from './chart-data.ts';
import { buildProvinceScoreboard, settle, withMissing } from './scoreboard-builder.ts';

const source = 'Nguồn: đợt r1 năm 2024 của 34 tỉnh, thành phố, số liệu đến ngày 31/12/2024';
const hrefOf = (unitId: string) => `/don-vi/${unitId}/`;

const all = buildProvinceScoreboard();
/** The fourth and the seventeenth have no figures; the latter has an archipelago. */
const gappy = withMissing(withMissing(buildProvinceScoreboard(), 'P79-2025'), 'P48-2025');
const earlier = buildProvinceScoreboard();
earlier.units.forEach(({ scores }, index) => {
  scores.dti!.value = `0.${5000 + ((index * 17) % 34) * 80}`;
});
settle(earlier);

const others = (lang: ChartLang, id: string) => ({ id, lang, source });

const draw = <Props>(chart: FunctionComponent<Props>, props: Attributes & Props) => render(h(chart, props));

/** Every chart of the 2024 round in both languages, with what is unusual: name and what is drawn. */
function chartsIn(lang: ChartLang): Record<string, string> {
  const told = { lang };
  const main = (id: string) => others(lang, id);
  return {
    strips: draw(Strips, { ...main('strips'), data: unitIndices(all, 'P46-2025', told) }),
    'strips of a missing unit': draw(Strips, { ...main('strips-m'), data: unitIndices(gappy, 'P79-2025', told) }),
    'strips of one unit': draw(Strips, { ...main('strips-1'), data: indicesOf(1) }),
    'strips of 126': draw(Strips, { ...main('strips-126'), data: indicesOf(126, { name: longName }) }),
    ceiling: draw(StripPlot, { ...main('ceiling'), unitId: 'P46-2025', data: measureValues(all, 'awareness', told) }),
    spread: draw(StripPlot, { ...main('spread'), data: measureValues(gappy, 'activity_gov', told) }),
    'spread of one': draw(StripPlot, { ...main('spread-1'), data: spreadOver(1) }),
    'spread of none': draw(StripPlot, { ...main('spread-0'), data: spreadOver(3, { missing: 3 }) }),
    'spread of 126': draw(StripPlot, { ...main('spread-126'), data: spreadOver(126, { name: longName }) }),
    dumbbell: draw(Dumbbell, { ...main('pair'), data: pairOf(all, 'P46-2025', 'P31-2025', told) }),
    'dumbbell with a missing unit': draw(Dumbbell, {
      ...main('pair-m'),
      data: pairOf(gappy, 'P46-2025', 'P79-2025', told),
    }),
    slope: draw(Slope, { ...main('slope'), unitId: 'P01-2025', data: movesBetween(earlier, all, 'dti') }),
    'slope of a ceiling': draw(Slope, { ...main('slope-c'), data: movesBetween(all, gappy, 'awareness') }),
    'slope of 126': draw(Slope, { ...main('slope-126'), data: movesOf(126, longName) }),
    'slope of one': draw(Slope, { ...main('slope-1'), data: movesOf(1) }),
    'history of a merged unit': draw(HistoryChart, { ...main('history'), data: mergedHistory }),
    'history with a gap': draw(HistoryChart, { ...main('history-g'), data: unbrokenHistory }),
    'history of nothing': draw(HistoryChart, { ...main('history-0'), data: { ...mergedHistory, points: [] } }),
    map: draw(Choropleth, { ...main('map'), data: measureValues(all, 'dti', told), hrefOf }),
    'map with missing units': draw(Choropleth, { ...main('map-m'), data: measureValues(gappy, 'dti', told), hrefOf }),
  };
}

export const drawn = (lang: ChartLang): [string, string][] => Object.entries(chartsIn(lang));
