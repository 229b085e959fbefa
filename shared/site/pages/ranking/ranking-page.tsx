import { measuresExceptTotal, missingUnits, scoredUnits, totalMeasure } from '../../../release/read-scoreboard.ts';
import type { ScoreboardMeasure, ShownScoreboard } from '../../../scoring/scoreboard.ts';
import { datasetOf } from '../../dataset.ts';
import type { Framed, PageContent } from '../../frame.tsx';
import type { Language } from '../../language.ts';
import { homeMeasure, rankingPath, rankingStarts, rowsOfPage } from '../../page-list.ts';
import { ReleaseLine } from '../../release-line.tsx';
import type { ReleaseSite } from '../../release-site.ts';
import { useView } from '../../view.ts';
import { rankingWords as words } from '../../words/ranking-words.ts';
import { groupName, measureName, periodName, summary, title } from '../../words/scoreboard-words.ts';
import { measureSentence } from './measure-sentence.ts';
import { RankingTable } from './ranking-table.tsx';

/** The release's table, ordered by one measure; by the total it is the release's first page. */
export function rankingPage(
  { site, language }: Framed,
  { measure: measureId, from }: { measure: string; from: number },
): PageContent {
  const { scoreboard } = site;
  const measure = scoreboard.measures.find((one) => one.measure === measureId)!;
  const isHome = measureId === homeMeasure(scoreboard);
  const heading = headingOf(scoreboard, measure, isHome, language);
  const sentence = isHome ? summary(scoreboard, language) : measureSentence(scoreboard, measure, language);
  return {
    title: heading,
    description: sentence,
    trail: isHome ? [] : [{ path: `xep-hang/${measureId}/`, name: measureName(measure, language) }],
    ...(isHome ? { structured: datasetOf(site, heading, sentence, language) } : {}),
    children: (
      <>
        <h1>{heading}</h1>
        <p class="lead">{sentence}</p>
        <ReleaseLine site={site} />
        <MeasureLinks scoreboard={scoreboard} current={measureId} />
        <div data-search-place />
        {scoredUnits(scoreboard).length > 0 && <RankingTable site={site} measure={measure} from={from} />}
        {<Pages scoreboard={scoreboard} measure={measureId} from={from} />}
        {scoreboard.ranked_count > 0 && <p class="note">{words.tieNote[language]}</p>}
        <MissingUnits scoreboard={scoreboard} />
        <UnitsByName scoreboard={scoreboard} />
        <Files site={site} />
      </>
    ),
  };
}

const headingOf = (
  scoreboard: ShownScoreboard,
  measure: ScoreboardMeasure,
  isHome: boolean,
  language: Language,
): string => {
  const group = groupName(scoreboard, language);
  if (isHome) return `${title(scoreboard, language)}: ${group}`;
  const name = measureName(measure, language);
  const period = periodName(scoreboard.period, language);
  return language === 'vi' ? `Xếp hạng theo ${name} ${period}: ${group}` : `Ranking by ${name} ${period}: ${group}`;
};

/** Each leads to a page of its own: sorting needs no script. */
function MeasureLinks({ scoreboard, current }: { scoreboard: ShownScoreboard; current: string }) {
  const { language, root } = useView();
  const total = totalMeasure(scoreboard);
  const measures = [...(total ? [total] : []), ...measuresExceptTotal(scoreboard)];
  const home = homeMeasure(scoreboard);
  return (
    <nav class="measures" aria-label={words.by[language]}>
      <p>{words.by[language]}</p>
      <ul>
        {measures.map((measure) => (
          <li key={measure.measure}>
            <a
              href={measure.measure === home ? root : `${root}xep-hang/${measure.measure}/`}
              aria-current={measure.measure === current ? 'true' : undefined}
            >
              {measureName(measure, language)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function MissingUnits({ scoreboard }: { scoreboard: ShownScoreboard }) {
  const { language, root } = useView();
  const missing = missingUnits(scoreboard);
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
            <a href={`${root}don-vi/${unit.unit_id}/`}>{unit.unit_name_vi}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The other parts of a long table. */
function Pages({ scoreboard, measure, from }: { scoreboard: ShownScoreboard; measure: string; from: number }) {
  const { language, root } = useView();
  const starts = rankingStarts(scoreboard);
  if (starts.length === 1) return null;
  const last = scoredUnits(scoreboard).length;
  return (
    <nav aria-label={words.parts[language]}>
      <ul>
        {starts.map((start) => (
          <li key={start}>
            <a
              href={`${root}${rankingPath({ measure, from: start }, homeMeasure(scoreboard))}`}
              aria-current={start === from ? 'true' : undefined}
            >
              {start + 1}–{Math.min(last, start + rowsOfPage)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** More names than this weigh more than they help: a browser finds words in a page. */
const mostNames = 100;

/** The way to a unit without a script, for the search box is the script's. */
function UnitsByName({ scoreboard }: { scoreboard: ShownScoreboard }) {
  const { language } = useView();
  if (scoreboard.units.length > mostNames) return null;
  const byName = scoreboard.units.toSorted((a, b) => collator.compare(a.unit_name_vi, b.unit_name_vi));
  return (
    <details class="by-name">
      <summary>{words.findByName[language]}</summary>
      <ul>
        {byName.map(({ unit_id, unit_name_vi }) => (
          <li key={unit_id}>
            <a href={`#${unit_id}`}>{unit_name_vi}</a>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Names are data of ours; two versions of ICU may differ on none of them. */
const collator = new Intl.Collator('vi');

function Files({ site }: { site: ReleaseSite }) {
  const { language, root } = useView();
  const names = ['ranking.xlsx', 'tinh-lai.xlsx', 'scoreboard.csv', 'scoreboard.json'];
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
            ({Math.max(1, Math.round(bytes / 1024))} KB)
          </li>
        ))}
        <li>
          <a href={`${root}du-lieu/`}>{words.allFiles[language]}</a>
        </li>
      </ul>
    </section>
  );
}
