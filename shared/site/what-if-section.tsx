import { scoredUnits, totalMeasure } from '../release/read-scoreboard.ts';
import { releaseLabelVi } from '../release/release-name.ts';
import { officialWeights } from '../scoring/reweigh.ts';
import type { Scoreboard, ScoreboardUnit } from '../scoring/scoreboard.ts';
import { unitLabel } from '../units/unit-label.ts';
import type { Language } from './language.ts';
import { showNumber } from './show-number.ts';
import { tryingWords, whatIfWords as words } from './words/what-if-words.ts';

interface WhatIfProps {
  scoreboard: Scoreboard;
  language: Language;
}

/**
 * What `client/what-if/` finds and moves: the official ranks in the place of the tried ones until somebody tries. Nothing
 * where the release ranks by no total.
 */
export function WhatIfSection({ scoreboard, language }: WhatIfProps) {
  const total = totalMeasure(scoreboard);
  if (!total?.ranked) return null;
  const say = (of: keyof typeof words) => words[of][language];
  return (
    <section class="what-if" aria-labelledby="tinh-thu" data-what-if data-release={scoreboard.release}>
      <h2 id="tinh-thu">{say('title')}</h2>
      <p class="notice">{say('notOfficial')}</p>
      <p>{say('intro')}</p>
      <noscript>
        <p>{say('noScript')}</p>
      </noscript>
      <Sliders scoreboard={scoreboard} language={language} />
      <p class="outcome" role="status" data-outcome>
        {tryingWords.initial[language]}
      </p>
      <table>
        <caption>
          {ofWhom(scoreboard, language)}. {say('caption')}
        </caption>
        <thead>
          <tr>
            <th scope="col" class="unit">
              {say('unit')}
            </th>
            <th scope="col">{say('official')}</th>
            <th scope="col">{say('tried')}</th>
          </tr>
        </thead>
        <tbody>
          {scoredUnits(scoreboard).map((unit) => (
            <Row key={unit.unit_id} unit={unit} measure={total.measure} language={language} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Ranks mean nothing without whose they are, and of which release. */
const ofWhom = ({ group_name_vi, group_name_en, release }: Scoreboard, language: Language): string =>
  language === 'vi'
    ? `${group_name_vi}, đợt công bố ${releaseLabelVi(release)}`
    : `${group_name_en}, release ${release}`;

/** Whole numbers are moved one by one, points with decimals by the last of them. */
const stepOf = (weights: Iterable<string>): string => {
  const decimals = Math.max(...[...weights].map((weight) => trimmed(weight).split('.')[1]?.length ?? 0));
  return decimals === 0 ? '1' : `0.${'1'.padStart(decimals, '0')}`;
};

/** `140.0000` is what a person would write `140`. */
const trimmed = (decimal: string): string => (decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal);

function Sliders({ scoreboard, language }: WhatIfProps) {
  const weights = officialWeights(scoreboard);
  const most = `${2 * Math.ceil(Math.max(...[...weights.values()].map(Number)))}`;
  const nameOf = new Map(
    scoreboard.measures.map(({ measure, name_vi, name_en }) => [measure, language === 'vi' ? name_vi : name_en]),
  );
  const range = { min: '0', max: most, step: stepOf(weights.values()) };
  return (
    <fieldset disabled>
      <legend>{words.weights[language]}</legend>
      {[...weights].map(([measure, points]) => (
        <div key={measure} class="weight" data-weight={measure} data-initial={trimmed(points)}>
          <label for={`w-${measure}`}>{nameOf.get(measure)}</label>
          <input id={`w-${measure}`} type="range" {...range} value={trimmed(points)} />
          <input
            type="text"
            inputmode="decimal"
            autocomplete="off"
            size={5}
            value={showNumber(trimmed(points), language)}
            aria-label={`${nameOf.get(measure)}: ${words.byNumber[language]}`}
          />
        </div>
      ))}
      <p class="act">
        <button type="button">{words.reset[language]}</button> <a href="#tinh-thu">{words.link[language]}</a>
      </p>
    </fieldset>
  );
}

function Row({ unit, measure, language }: { unit: ScoreboardUnit; measure: string; language: Language }) {
  const score = unit.scores[measure];
  const value = score ? showNumber(score.value, language) : '–';
  return (
    <tr data-unit={unit.unit_id}>
      <th scope="row" lang="vi">
        {unitLabel(unit)}
      </th>
      {['official', 'tried'].map((column) => (
        <td key={column} data-tried={column === 'tried' ? '' : undefined}>
          <span>{score?.rank ?? '–'}</span> <small>{value}</small>
        </td>
      ))}
    </tr>
  );
}
