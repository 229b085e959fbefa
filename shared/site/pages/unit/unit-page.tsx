import { formatList, formatListEn } from '../../../format/format-list.ts';
import { mainIndices, scoredUnits, totalMeasure } from '../../../release/read-scoreboard.ts';
import type { ShownScoreboard, ShownUnit } from '../../../scoring/scoreboard.ts';
import { findUnit, nameOn } from '../../../units/registry.ts';
import { unitLabel } from '../../../units/unit-label.ts';
import { unitIndices } from '../../charts/from-scoreboard.ts';
import { Strips } from '../../charts/strips.tsx';
import { feedOfUnit } from '../../feed-links.ts';
import type { Framed, PageContent } from '../../frame.tsx';
import { byName } from '../../name-order.ts';
import { isComputed, pairsOf } from '../../page-list.ts';
import { unitPicture } from '../../pictures/picture-paths.ts';
import { ReleaseLine } from '../../release-line.tsx';
import type { ReleaseSite } from '../../release-site.ts';
import { useView } from '../../view.ts';
import { rankingWords } from '../../words/ranking-words.ts';
import { decimal, measureName } from '../../words/scoreboard-words.ts';
import { sourceLine } from '../../words/source-line.ts';
import {
  answeredSentence,
  bestAndWeakest,
  carriedSentence,
  changeSentence,
  rankPartsSentence,
  tieNote,
  unitSentence,
  unitWords as words,
} from '../../words/unit-words.ts';
import { sizeOf } from '../data/file-facts.ts';
import { MeasureTable } from './measure-table.tsx';
import { Succession, UnitHistorySection } from './unit-history.tsx';

/** All that a release says of one unit. */
export function unitPage({ site, language }: Framed, { unit_id }: { unit_id: string }): PageContent {
  const { scoreboard } = site;
  const unit = scoreboard.units.find((one) => one.unit_id === unit_id)!;
  const heading = lawfulName(unit, scoreboard.closing_date);
  const sentence = unitSentence(scoreboard, unit, language);
  const history = site.histories.get(unit_id);
  const source = sourceLine(scoreboard, language);
  const hasFigures = unit.state !== 'not_submitted';
  return {
    title: heading,
    description: sentence,
    picture: unitPicture(scoreboard, unit_id, language),
    feeds: [feedOfUnit(unit, language)],
    trail: [{ path: `don-vi/${unit_id}/`, name: unitLabel(unit) }],
    children: (
      <>
        {history && <Succession history={history} />}
        <h1 lang="vi">{heading}</h1>
        <KeyFigures scoreboard={scoreboard} unit={unit} />
        <p class="lead">{sentence}</p>
        <ReleaseLine site={site} />
        <Told site={site} unit={unit} />
        {isComputed(scoreboard) && <Comparisons scoreboard={scoreboard} unitId={unit_id} />}
        {hasFigures && <MeasureTable scoreboard={scoreboard} unit={unit} />}
        {hasFigures && mainIndices(scoreboard).length > 0 && (
          <section class="half" aria-labelledby="giua">
            <h2 id="giua">{words.among[language]}</h2>
            <Strips
              id="cs"
              lang={language}
              data={unitIndices(scoreboard, unit_id, { lang: language })}
              source={source}
              tabled
            />
          </section>
        )}
        {history && <UnitHistorySection history={history} source={source} />}
        <TakeAway site={site} unit={unit} />
      </>
    ),
  };
}

/** As in law on the last day of the period; a unit that the registry does not hold has the name that it was frozen with. */
function lawfulName({ unit_id, unit_name_vi }: ShownUnit, day: string): string {
  const known = findUnit(unit_id);
  return known ? nameOn(known, day).full_name_vi : unit_name_vi;
}

interface OfUnit {
  scoreboard: ShownScoreboard;
  unit: ShownUnit;
}

/** What most come for, in figures that are seen first. */
function KeyFigures({ scoreboard, unit }: OfUnit) {
  const { language, root } = useView();
  const total = totalMeasure(scoreboard);
  const score = total && unit.scores[total.measure];
  if (unit.state === 'not_submitted')
    return <p class="key">{words[scoreboard.source ? 'notInTable' : 'missing'][language]}</p>;
  if (!score) return null;
  const { rank } = score;
  const tie = rank === null ? '' : tieNote(scoreboard, total.measure, rank, language);
  const shown = decimal(score.value, language);
  return (
    <p class="key">
      <span>
        <small>{words.rank[language]}</small>{' '}
        {rank === null ? (
          rankingWords.unranked[language]
        ) : (
          <>
            {rank}/{scoreboard.ranked_count} {tie !== '' && <small>{tie}</small>}
          </>
        )}
      </span>{' '}
      <span>
        <small>{words.value[language]}</small>{' '}
        {isComputed(scoreboard) ? <a href={`${root}nguon-goc/${unit.unit_id}/${total.measure}/`}>{shown}</a> : shown}
      </span>
    </p>
  );
}

/** What is to be known beside rank and value; each sentence where it has something to say. */
function Told({ site: { scoreboard, changes }, unit }: { site: ReleaseSite; unit: ShownUnit }) {
  const { language } = useView();
  const total = totalMeasure(scoreboard);
  const change = changes?.units.find(({ unit_id }) => unit_id === unit.unit_id);
  const answered = total ? unit.scores[total.measure]?.answered : undefined;
  const formed = unit.formed_from_vi;
  const list = language === 'vi' ? formatList : formatListEn;
  const sentences = [
    ...(change && total ? [changeSentence(change, changes!.against.release, total.measure, language)] : []),
    ...(change ? [rankPartsSentence(change, language)] : []),
    ...(unit.state === 'not_submitted'
      ? [words.noRank[language]]
      : [bestAndWeakest(ownIndices(scoreboard, unit, language), language)]),
    ...(answered ? [answeredSentence(answered, language)] : []),
    ...(unit.carried ? [carriedSentence(unit.carried, language)] : []),
    ...(formed.length > 0 ? [`${sentenceCase(rankingWords.formedFrom[language])} ${list(formed)}.`] : []),
  ].filter((sentence) => sentence !== '');
  return sentences.map((sentence) => <p key={sentence}>{sentence}</p>);
}

const sentenceCase = (text: string) => `${text[0]!.toUpperCase()}${text.slice(1)}`;

const ownIndices = (scoreboard: ShownScoreboard, { scores }: ShownUnit, language: 'vi' | 'en') =>
  mainIndices(scoreboard).flatMap((measure) => {
    const value = scores[measure.measure]?.value;
    return value === undefined || measure.average === null
      ? []
      : [{ name: measureName(measure, language), value, mean: measure.average }];
  });

/** The unit's own workbook, where the release has one, and what tells of it when there is news. */
function TakeAway({ site, unit }: { site: ReleaseSite; unit: ShownUnit }) {
  const { language } = useView();
  const file = site.files.find(({ path }) => path === `units/${unit.unit_id}.xlsx`);
  return (
    <ul class="plain downloads">
      {file && (
        <li>
          <a href={`/releases/${site.scoreboard.release}/${file.path}`} download>
            {words.workbook[language]} ({sizeOf(file.bytes, language)})
          </a>
        </li>
      )}
      <li>
        <a href={feedOfUnit(unit, language).address}>{words.follow[language]}</a>
      </li>
    </ul>
  );
}

/** Every pair has a page of its own, so that choosing needs no script. */
function Comparisons({ scoreboard, unitId }: { scoreboard: ShownScoreboard; unitId: string }) {
  const { language, root } = useView();
  const pairs = pairsOf(scoreboard, unitId);
  if (pairs.length === 0) return null;
  const units = new Map(scoredUnits(scoreboard).map((unit) => [unit.unit_id, unit]));
  const others = pairs.map((pair) => ({ pair, ...units.get(pair.find((id) => id !== unitId)!)! })).toSorted(byName);
  return (
    <details class="by-name">
      <summary>
        {words.compare[language]} ({pairs.length})
      </summary>
      {/* Inside what is folded: a browser unfolds what a link points into. */}
      <ul id="so-sanh">
        {others.map(({ pair: [a, b], ...other }) => (
          <li key={`${a} ${b}`}>
            <a href={`${root}so-sanh/${a}/${b}/`}>{unitLabel(other)}</a>
          </li>
        ))}
      </ul>
    </details>
  );
}
