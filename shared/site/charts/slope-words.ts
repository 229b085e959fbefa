import type { RankMove, RankMoves } from './chart-data.ts';
import { type ChartLang, chartWords } from './chart-words.ts';

type Ranked = RankMove & { before: number; after: number };

const rankedIn = ({ units }: RankMoves): Ranked[] =>
  units.filter((unit): unit is Ranked => unit.before !== null && unit.after !== null);

export const slopeTitle = (lang: ChartLang, { beforeLabel, afterLabel }: RankMoves): string =>
  lang === 'vi' ? `Thứ hạng: ${beforeLabel} và ${afterLabel}` : `Ranks: ${beforeLabel} and ${afterLabel}`;

/** `tăng 2 bậc`; of a unit without one of the ranks, that they cannot be compared. */
export function moveText(lang: ChartLang, before: number | null, after: number | null): string {
  const words = chartWords[lang];
  if (before === null || after === null) return words.incomparable;
  if (before === after) return words.unchanged;
  return after < before ? words.up(before - after) : words.down(after - before);
}

/** `12 đơn vị tăng hạng, 10 giảm, 12 không đổi`. */
export function slopeConclusion(lang: ChartLang, moves: RankMoves): string {
  const ranked = rankedIn(moves);
  if (ranked.length === 0)
    return lang === 'vi' ? 'Không có đơn vị nào được xếp hạng ở cả hai đợt' : 'No unit is ranked in both releases';
  const up = ranked.filter(({ before, after }) => after < before).length;
  const down = ranked.filter(({ before, after }) => after > before).length;
  const still = ranked.length - up - down;
  if (lang === 'en') return `${chartWords.en.units(up)} moved up, ${down} down, ${still} unchanged`;
  return `${up} đơn vị tăng hạng, ${down} giảm hạng, ${still} không đổi`;
}

/** The conclusion, the farthest each way, and who has no line. */
export function slopeDescription(lang: ChartLang, moves: RankMoves): string {
  const words = chartWords[lang];
  const ranked = rankedIn(moves);
  const climbed = farthest(ranked, ({ before, after }) => before - after);
  const fallen = farthest(ranked, ({ before, after }) => after - before);
  const without = moves.units.filter(({ before, after }) => before === null || after === null);
  const most = lang === 'vi' ? 'Nhiều nhất' : 'Most';
  const told = [...climbed.slice(0, 1), ...fallen.slice(0, 1)].map(
    ({ name, before, after }) => `${name} ${moveText(lang, before, after)}`,
  );
  const parts = [slopeConclusion(lang, moves)];
  if (told.length > 0) parts.push(`${most}: ${told.join('; ')}`);
  if (without.length > 0) parts.push(`${words.incomparableHead}: ${words.and(without.map(({ name }) => name))}`);
  return `${parts.join('. ')}.`;
}

const farthest = (units: Ranked[], places: (unit: Ranked) => number): Ranked[] =>
  units.filter((unit) => places(unit) > 0).toSorted((one, other) => places(other) - places(one));
