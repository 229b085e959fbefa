import { missingUnits, scoredUnits } from '../../../release/read-scoreboard.ts';
import type { ShownUnit } from '../../../scoring/scoreboard.ts';
import { unitLabel } from '../../../units/unit-label.ts';
import { datasetOf } from '../../dataset.ts';
import type { Framed, PageContent } from '../../frame.tsx';
import { byName } from '../../name-order.ts';
import { isComputed, type RankingSubject, rankingPath } from '../../page-list.ts';
import { regionsOf } from '../../regions.ts';
import { ReleaseLine } from '../../release-line.tsx';
import type { ReleaseSite } from '../../release-site.ts';
import { useView } from '../../view.ts';
import { ranksOfAll, rankingWords as words } from '../../words/ranking-words.ts';
import { regionName } from '../../words/region-words.ts';
import { measureName } from '../../words/scoreboard-words.ts';
import { verifyWords } from '../../words/verify-words.ts';
import { contentOf, sizeOf } from '../data/file-facts.ts';
import { isHomeChoice, type RankingChoice, rankingHeading, rankingSentence } from './ranking-heading.ts';
import { CompareLinks, canCompare, mostNames, OrderLinks, PartLinks, RegionLinks } from './ranking-links.tsx';
import { RankingTable } from './ranking-table.tsx';

/** The release's table in one order, whole or of one region; by the total it is the release's first page. */
export function rankingPage({ site, language }: Framed, subject: RankingSubject): PageContent {
  const { scoreboard } = site;
  const choice = choiceOf(site, subject);
  const { region } = choice;
  const isHome = isHomeChoice(scoreboard, choice);
  const heading = rankingHeading(scoreboard, choice, language);
  const sentence = rankingSentence(scoreboard, choice, language);
  const units = region?.units ?? scoreboard.units;
  const name = nameOf(choice, language);
  return {
    title: heading,
    description: sentence,
    trail: isHome ? [] : [{ path: rankingPath(subject, ''), name }],
    ...(isHome ? { structured: datasetOf(site, heading, sentence, language) } : {}),
    children: (
      <>
        <h1>{heading}</h1>
        <p class="lead">{sentence}</p>
        <ReleaseLine site={site} />
        <OrderLinks scoreboard={scoreboard} choice={choice} />
        <RegionLinks scoreboard={scoreboard} choice={choice} />
        {isHome && <CompareLinks scoreboard={scoreboard} />}
        <div data-search-place />
        {scoredUnits({ units }).length > 0 && <RankingTable site={site} choice={choice} from={subject.from} />}
        <PartLinks scoreboard={scoreboard} choice={choice} from={subject.from} />
        {scoreboard.ranked_count > 0 && (
          <p class="note">
            {region && `${ranksOfAll(scoreboard.ranked_count, language)} `}
            {words.tieNote[language]}
          </p>
        )}
        <MissingUnits units={units} />
        {choice.order === 'value' && !(isHome && canCompare(scoreboard)) && <UnitsByName units={units} />}
        <Files site={site} />
      </>
    ),
  };
}

const choiceOf = ({ scoreboard }: ReleaseSite, { measure, order, region }: RankingSubject): RankingChoice => ({
  measure: scoreboard.measures.find((one) => one.measure === measure)!,
  order: order ?? 'value',
  region: regionsOf(scoreboard).find(({ slug }) => slug === region) ?? null,
});

function nameOf({ measure, order, region }: RankingChoice, language: Framed['language']): string {
  if (region) return regionName(region.name_vi, language);
  return order === 'name' ? words.byName[language] : measureName(measure, language);
}

function MissingUnits({ units }: { units: ShownUnit[] }) {
  const { language, root } = useView();
  const missing = missingUnits({ units });
  if (missing.length === 0) return null;
  return (
    <section aria-labelledby="chua-nop">
      <h2 id="chua-nop">
        {words.missing[language]} ({missing.length} {words.units[language]})
      </h2>
      <p>{words.missingNote[language]}</p>
      <ul>
        {missing.map((unit) => (
          <li key={unit.unit_id} id={unit.unit_id}>
            <a href={`${root}don-vi/${unit.unit_id}/`}>{unitLabel(unit)}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The way to a unit without a script, for the search box is the script's; where units are compared their list is it. */
function UnitsByName({ units }: { units: ShownUnit[] }) {
  const { language } = useView();
  if (units.length > mostNames) return null;
  return (
    <details class="by-name">
      <summary>{words.findByName[language]}</summary>
      <ul>
        {units.toSorted(byName).map((unit) => (
          <li key={unit.unit_id}>
            <a href={`#${unit.unit_id}`}>{unitLabel(unit)}</a>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Files({ site }: { site: ReleaseSite }) {
  const { language, root } = useView();
  const names = ['ranking.xlsx', 'tinh-lai.xlsx', 'scoreboard-vi.csv', 'scoreboard.csv', 'scoreboard.json'];
  const files = names.flatMap((name) => site.files.find(({ path }) => path === name) ?? []);
  return (
    <section aria-labelledby="tai-ve">
      <h2 id="tai-ve">{words.downloads[language]}</h2>
      <ul class="plain downloads">
        {files.map(({ path, bytes }) => (
          <li key={path}>
            <a href={`/releases/${site.scoreboard.release}/${path}`} download>
              {path}
            </a>{' '}
            ({sizeOf(bytes, language)})
            <br />
            {contentOf(path, language)}
          </li>
        ))}
        <li>
          <a href={`${root}du-lieu/`}>{words.allFiles[language]}</a>
        </li>
        {isComputed(site.scoreboard) && (
          <li>
            <a href={`${root}kiem-tra/`}>{verifyWords.button[language]}</a>
          </li>
        )}
      </ul>
    </section>
  );
}
