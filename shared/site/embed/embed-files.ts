import type { Scoreboard } from '../../scoring/scoreboard.ts';
import type { EmbedFacts } from './embed-facts.ts';
import { renderRankingSvg, renderUnitSvg } from './embed-pictures.ts';
import { renderRankingEmbed } from './ranking-embed.tsx';
import { renderUnitEmbed } from './unit-embed.tsx';

/** Everything of a release that others may frame, by path: its table and each of its units, as a page and as a picture. */
export function embedFiles(scoreboard: Scoreboard, facts: EmbedFacts): Map<string, string> {
  const folder = `/embed/${scoreboard.release}`;
  return new Map([
    [`${folder}/ranking/index.html`, renderRankingEmbed(scoreboard, facts)],
    [`${folder}/ranking.svg`, renderRankingSvg(scoreboard, facts)],
    ...scoreboard.units.flatMap((unit) => [
      [`${folder}/${unit.unit_id}/index.html`, renderUnitEmbed(scoreboard, unit, facts)] as const,
      [`${folder}/${unit.unit_id}.svg`, renderUnitSvg(scoreboard, unit, facts)] as const,
    ]),
  ]);
}
