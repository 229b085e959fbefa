import { mainIndices, pillars, totalMeasure } from '../../../release/read-scoreboard.ts';
import type { ScoreboardMeasure, ShownScoreboard, ShownUnit } from '../../../scoring/scoreboard.ts';
import { unitLabel } from '../../../units/unit-label.ts';
import { Dumbbell } from '../../charts/dumbbell.tsx';
import { signedDifference } from '../../charts/dumbbell-words.ts';
import { pairOf } from '../../charts/from-scoreboard.ts';
import { Figure } from '../../figure.tsx';
import type { Framed, PageContent } from '../../frame.tsx';
import { ReleaseLine } from '../../release-line.tsx';
import { useView } from '../../view.ts';
import { compareTitle, gapSentence, leadSentence, compareWords as words } from '../../words/compare-words.ts';
import { rankingWords } from '../../words/ranking-words.ts';
import { measureName, releaseSentence } from '../../words/scoreboard-words.ts';
import { withSoftHyphens } from '../../words/soft-hyphens.ts';
import { sourceLine } from '../../words/source-line.ts';

/** Two units of one release, the better first: ranks are of one group, so they may stand side by side. */
export function comparePage(
  { site, language }: Framed,
  { unit_id, other_id }: { unit_id: string; other_id: string },
): PageContent {
  const { scoreboard } = site;
  const [a, b] = [unit_id, other_id].map((id) => scoreboard.units.find((unit) => unit.unit_id === id)!) as [
    ShownUnit,
    ShownUnit,
  ];
  const heading = compareTitle(a, b, scoreboard.period, language);
  const sentence = leadSentence(scoreboard, a, b, language);
  const gap = gapSentence(scoreboard, a, b, language);
  return {
    title: heading,
    description: sentence,
    trail: [
      { path: `don-vi/${unit_id}/`, name: unitLabel(a) },
      { path: `so-sanh/${unit_id}/${other_id}/`, name: `${words.compare[language]}: ${unitLabel(b)}` },
    ],
    children: (
      <>
        <h1>{heading}</h1>
        <p class="lead">{sentence}</p>
        {gap !== '' && <p>{gap}</p>}
        <ReleaseLine site={site} />
        <CompareTable scoreboard={scoreboard} a={a} b={b} />
        {mainIndices(scoreboard).length > 0 && (
          <Dumbbell
            id="ss"
            lang={language}
            data={pairOf(scoreboard, unit_id, other_id, { lang: language })}
            source={sourceLine(scoreboard, language)}
            tabled
          />
        )}
      </>
    ),
  };
}

interface PairProps {
  scoreboard: ShownScoreboard;
  a: ShownUnit;
  b: ShownUnit;
}

/** Values are subtracted, ranks never. */
function CompareTable({ scoreboard, a, b }: PairProps) {
  const { language, root } = useView();
  const total = totalMeasure(scoreboard);
  const rows = [...(total ? [total] : []), ...mainIndices(scoreboard), ...pillars(scoreboard)];
  return (
    <table class="few">
      <caption>
        {words.values[language]}: {unitLabel(a)}, {unitLabel(b)}. {releaseSentence(scoreboard, language)}.{' '}
        {rankingWords.scale[language]}.
      </caption>
      <thead>
        <tr>
          <th scope="col" class="unit">
            {words.measure[language]}
          </th>
          {[a, b].map((unit) => (
            <th key={unit.unit_id} scope="col">
              <a href={`${root}don-vi/${unit.unit_id}/`}>{unitLabel(unit)}</a>
            </th>
          ))}
          <th scope="col">{withSoftHyphens(words.difference[language])}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((measure) => (
          <CompareRow key={measure.measure} {...{ scoreboard, a, b, measure }} />
        ))}
      </tbody>
    </table>
  );
}

function CompareRow({ scoreboard, a, b, measure }: PairProps & { measure: ScoreboardMeasure }) {
  const { language, root } = useView();
  const id = measure.measure;
  const [own, other] = [a.scores[id], b.scores[id]];
  const name = withSoftHyphens(measureName(measure, language));
  return (
    <tr>
      <th scope="row">{measure.kind === 'main_index' ? <a href={`${root}chi-so/${id}/`}>{name}</a> : name}</th>
      {[a, b].map((unit) => (
        <td key={unit.unit_id}>
          <Figure scoreboard={scoreboard} unitId={unit.unit_id} measure={id} score={unit.scores[id]} />
          <Rank rank={unit.scores[id]?.rank ?? null} />
        </td>
      ))}
      <td>{own && other ? signedDifference(language, own.value, other.value) : '–'}</td>
    </tr>
  );
}

function Rank({ rank }: { rank: number | null }) {
  const { language } = useView();
  if (rank === null) return null;
  return (
    <small>
      {rankingWords.rank[language].toLowerCase()}
      {'\u00A0'}
      {rank}
    </small>
  );
}
