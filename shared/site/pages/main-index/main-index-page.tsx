import { formatPoints } from '../../../format/format-decimal.ts';
import type { Indicator } from '../../../frameworks/framework.ts';
import { scoredUnits } from '../../../release/read-scoreboard.ts';
import type { ScoreboardMeasure, ShownScoreboard } from '../../../scoring/scoreboard.ts';
import { unitLabel } from '../../../units/unit-label.ts';
import { measureValues } from '../../charts/from-scoreboard.ts';
import { StripPlot } from '../../charts/strip-plot.tsx';
import type { Framed, PageContent } from '../../frame.tsx';
import { homeMeasure, rankingPath } from '../../page-list.ts';
import { ReleaseLine } from '../../release-line.tsx';
import type { ReleaseSite } from '../../release-site.ts';
import { useView } from '../../view.ts';
import {
  ceilingWords,
  mainIndexTitle,
  maximumSentence,
  unitsAtMaximum,
  mainIndexWords as words,
} from '../../words/main-index-words.ts';
import { measureName } from '../../words/scoreboard-words.ts';
import { sourceLine } from '../../words/source-line.ts';
import { measureSentence } from '../ranking/measure-sentence.ts';
import { MissingUnits, SpreadTable } from './spread-table.tsx';

/** What a main index measures, how much it weighs, and how the units lie on it. */
export function mainIndexPage({ site, language }: Framed, { measure: id }: { measure: string }): PageContent {
  const { scoreboard } = site;
  const measure = scoreboard.measures.find((one) => one.measure === id)!;
  const heading = mainIndexTitle(measure, scoreboard, language);
  const sentence = measureSentence(scoreboard, measure, language);
  const indicators = indicatorsOf(site, id);
  const assessed = indicators.filter((one) => one.assessed).length;
  const maximum = maximumSentence(measure, assessed, language);
  return {
    title: heading,
    description: sentence,
    trail: [{ path: `chi-so/${id}/`, name: measureName(measure, language) }],
    children: (
      <>
        <h1>{heading}</h1>
        <p class="lead">{sentence}</p>
        {maximum !== '' && <p>{maximum}</p>}
        <ReleaseLine site={site} />
        {scoredUnits(scoreboard).length > 0 && (
          <section aria-labelledby="phan-bo">
            <h2 id="phan-bo">{words.spread[language]}</h2>
            <StripPlot
              id="pb"
              lang={language}
              data={measureValues(scoreboard, id, { lang: language })}
              source={sourceLine(scoreboard, language)}
              tabled
            />
            <AtMaximum scoreboard={scoreboard} measure={id} />
            <SpreadTable scoreboard={scoreboard} measure={measure} />
            <MissingUnits scoreboard={scoreboard} />
          </section>
        )}
        <RankingLink scoreboard={scoreboard} measure={measure} />
        <Indicators indicators={indicators} />
      </>
    ),
  };
}

const indicatorsOf = ({ scored }: ReleaseSite, mainIndex: string): Indicator[] =>
  scored?.inputs.framework.indicators.filter(({ main_index }) => main_index === mainIndex) ?? [];

/** At a ceiling the ranking says little: how many share it, and who. */
function AtMaximum({ scoreboard, measure }: { scoreboard: ShownScoreboard; measure: string }) {
  const { language, root } = useView();
  const units = unitsAtMaximum(scoreboard, measure);
  if (units.length === 0) return null;
  return (
    <details class="by-name">
      <summary>{ceilingWords(units.length, language)}</summary>
      <ul>
        {units.map((unit) => (
          <li key={unit.unit_id}>
            <a href={`${root}don-vi/${unit.unit_id}/`}>{unitLabel(unit)}</a>
          </li>
        ))}
      </ul>
    </details>
  );
}

function RankingLink({ scoreboard, measure }: { scoreboard: ShownScoreboard; measure: ScoreboardMeasure }) {
  const { language, root } = useView();
  const path = rankingPath({ measure: measure.measure, from: 0 }, homeMeasure(scoreboard));
  return (
    <p>
      <a href={`${root}${path}`}>
        {words.ranking[language]} {measureName(measure, language)}
      </a>
    </p>
  );
}

function Indicators({ indicators }: { indicators: Indicator[] }) {
  const { language } = useView();
  if (indicators.length === 0) return null;
  return (
    <table class="few">
      <caption>{words.indicators[language]}</caption>
      <thead>
        <tr>
          <th scope="col" class="unit">
            {words.indicators[language]}
          </th>
          <th scope="col">{words.maximum[language]}</th>
        </tr>
      </thead>
      <tbody>
        {indicators.map((one) => (
          <tr key={one.indicator}>
            <th scope="row">
              {language === 'vi' ? one.name_vi : one.name_en}
              {one.illustrative && <small>{words.madeUp[language]}</small>}
            </th>
            <td>{one.assessed ? points(one.max_points, language) : words.notAssessed[language]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const points = (text: string, language: 'vi' | 'en') =>
  language === 'vi' ? formatPoints(text) : text.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');
