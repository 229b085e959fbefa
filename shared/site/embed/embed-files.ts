import type { Scoreboard } from '../../scoring/scoreboard.ts';
import { languages } from '../language.ts';
import { type EmbedFacts, type EmbedProps, embedFolder } from './embed-facts.ts';
import { renderRankingSvg, renderUnitSvg } from './embed-pictures.ts';
import { renderRankingEmbed } from './ranking-embed.tsx';
import { renderUnitEmbed } from './unit-embed.tsx';

/** Everything of a release that others may frame, by path: its table and each of its units, as a page and as a picture. */
export const embedFiles = (scoreboard: Scoreboard, facts: EmbedFacts): Map<string, string> =>
  new Map(languages.flatMap((language) => filesIn({ scoreboard, facts, language })));

function filesIn(props: EmbedProps): [string, string][] {
  const { scoreboard, language } = props;
  const folder = embedFolder(scoreboard.release, language);
  return [
    [`${folder}/ranking/index.html`, renderRankingEmbed(props)],
    [`${folder}/ranking.svg`, renderRankingSvg(props)],
    ...scoreboard.units.flatMap((unit): [string, string][] => [
      [`${folder}/${unit.unit_id}/index.html`, renderUnitEmbed(props, unit)],
      [`${folder}/${unit.unit_id}.svg`, renderUnitSvg(props, unit)],
    ]),
  ];
}
