import { totalMeasure } from '../../../release/read-scoreboard.ts';
import { measureValues } from '../../charts/from-scoreboard.ts';
import type { Framed, PageContent } from '../../frame.tsx';
import { Choropleth } from '../../map/choropleth.tsx';
import { mapConclusion } from '../../map/map-words.ts';
import { rootFrom } from '../../page-list.ts';
import { ReleaseLine } from '../../release-line.tsx';
import { frameWords } from '../../words/frame-words.ts';
import { mapTitle } from '../../words/map-page-words.ts';
import { summary } from '../../words/scoreboard-words.ts';
import { sourceLine } from '../../words/source-line.ts';

/** Where high and low values lie; the list beside the map says the same in words. */
export function mapPage({ site, ref, language }: Framed): PageContent {
  const { scoreboard } = site;
  const heading = mapTitle(scoreboard, language);
  const data = measureValues(scoreboard, totalMeasure(scoreboard)!.measure, { lang: language });
  const root = rootFrom(ref);
  return {
    title: heading,
    description: `${mapConclusion(language, data.units)}. ${summary(scoreboard, language)}`,
    trail: [{ path: 'ban-do/', name: frameWords.map[language] }],
    children: (
      <>
        <h1>{heading}</h1>
        <p class="lead">{summary(scoreboard, language)}</p>
        <ReleaseLine site={site} />
        <Choropleth
          id="bd"
          lang={language}
          data={data}
          hrefOf={(unitId) => `${root}don-vi/${unitId}/`}
          source={sourceLine(scoreboard, language)}
        />
      </>
    ),
  };
}
