import { mainIndices } from '../../release/read-scoreboard.ts';
import type { PublishedScore, ScoreboardMeasure, ScoreboardUnit } from '../../scoring/scoreboard.ts';
import type { Language } from '../language.ts';
import { decimal, groupName, measureName } from '../words/scoreboard-words.ts';
import { renderEmbed } from './embed-document.tsx';
import type { EmbedProps } from './embed-facts.ts';
import { answeredNote, resultOf, unitTitle, embedWords as words } from './embed-words.ts';

/** One unit of a release as a page to be framed: result, then its main indices. */
export const renderUnitEmbed = (props: EmbedProps, unit: ScoreboardUnit): string =>
  renderEmbed({
    ...props,
    title: unitTitle(props.scoreboard, unit, props.language),
    children: <UnitEmbed {...props} unit={unit} />,
  });

function UnitEmbed({ scoreboard, language, unit }: EmbedProps & { unit: ScoreboardUnit }) {
  const indices = mainIndices(scoreboard).filter(({ measure }) => unit.scores[measure]);
  return (
    <>
      <p class="figure">{resultOf(scoreboard, unit, language)}</p>
      <p class="source">
        {words.group[language]}: {groupName(scoreboard, language)}
      </p>
      {indices.length > 0 && (
        <table>
          <thead>
            <tr>
              <th class="unit" scope="col">
                {words.mainIndex[language]}
              </th>
              <th scope="col">{words.value[language]}</th>
              <th scope="col">{words.rank[language]}</th>
            </tr>
          </thead>
          <tbody>
            {indices.map((index) => (
              <IndexRow key={index.measure} index={index} score={unit.scores[index.measure]!} language={language} />
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

interface RowProps {
  index: ScoreboardMeasure;
  score: PublishedScore;
  language: Language;
}

function IndexRow({ index, score, language }: RowProps) {
  const note = answeredNote(score, language);
  return (
    <tr>
      <th scope="row">{measureName(index, language)}</th>
      <td class="value">{decimal(score.value, language)}</td>
      <td>
        {score.rank ?? '–'}
        {note !== '' && <small>{note}</small>}
      </td>
    </tr>
  );
}
