import type { Scoreboard } from '../../shared/scoring/scoreboard.ts';
import type {
  History,
  HistoryPoint,
  MeasureValues,
  RankMoves,
  UnitIndices,
} from '../../shared/site/charts/chart-data.ts';

/** The longest name of a unit there is. */
export const longName = 'Bộ Nông nghiệp và Phát triển nông thôn (cũ)';

/** So many units whose values are spread over two fifths of the line, the first missing if asked for. */
export function spreadOver(count: number, { missing = 0, name = 'Đơn vị' } = {}): MeasureValues {
  const units = Array.from({ length: count }, (_, index) => {
    const value = index < missing ? null : `0.${4000 + ((index * 37) % count) * Math.floor(4000 / count)}`;
    return { unit_id: `U${index}`, name: `${name} ${index}`, value, rank: value === null ? null : index + 1 };
  });
  return { measure: 'infrastructure', name: 'Hạ tầng số', mean: count > missing ? '0.6000' : null, units };
}

/** The unit `U0` in three main indices. */
export function indicesOf(count: number, options?: { missing?: number; name?: string }): UnitIndices {
  const one = spreadOver(count, options);
  const indices = ['Nhận thức số', 'Thể chế số', 'Hạ tầng và nền tảng số phục vụ chuyển đổi số dùng chung'].map(
    (name, index): MeasureValues => ({ ...one, measure: `m${index}`, name }),
  );
  return { unit_id: 'U0', name: one.units[0]!.name, indices };
}

/** Everybody elsewhere than before, but the first. */
export function movesOf(count: number, name = 'Đơn vị'): RankMoves {
  const units = Array.from({ length: count }, (_, index) => ({
    unit_id: `U${index}`,
    name: `${name} ${index}`,
    before: index + 1,
    after: ((index * 5) % count) + 1,
  }));
  return { beforeLabel: 'năm 2024', afterLabel: 'năm 2025', units };
}

/** Ranks of a measure in one table and in another. */
export function movesBetween(before: Scoreboard, after: Scoreboard, measure: string): RankMoves {
  const earlier = new Map(before.units.map(({ unit_id, scores }) => [unit_id, scores[measure]?.rank ?? null]));
  const units = after.units.map(({ unit_id, unit_name_vi, scores }) => ({
    ...{ unit_id, name: unit_name_vi, before: earlier.get(unit_id) ?? null, after: scores[measure]?.rank ?? null },
  }));
  return { beforeLabel: '2023, r1', afterLabel: '2024, r1', units };
}

const point = (
  section: string,
  period: string,
  series: string,
  value: string | null,
  kind: HistoryPoint['kind'] = 'own',
): HistoryPoint => ({ section, period, series, value, kind });

const sections = [
  { section: 'province63', label: '63 tỉnh, thành phố' },
  { section: 'province34', label: '34 tỉnh, thành phố' },
];

/** Formed from two: one of which has no value in the middle. 2024 stands on both sides of the break. */
export const mergedHistory: History = {
  name: 'Hải Phòng',
  sections,
  points: [
    ...[...'234'].map((year) => point('province63', `202${year}`, 'Hải Phòng (cũ)', `0.6${year}11`, 'predecessor')),
    point('province63', '2022', 'Hải Dương', '0.5512', 'predecessor'),
    point('province63', '2023', 'Hải Dương', null, 'predecessor'),
    point('province63', '2024', 'Hải Dương', '0.6999', 'predecessor'),
    point('province34', '2024', 'Hải Phòng', '0.7857'),
    point('province34', '2025', 'Hải Phòng', '0.7900'),
  ],
};

/** The same unit on both sides of the break, with a gap before it. */
export const unbrokenHistory: History = {
  name: 'Huế',
  sections,
  points: [
    point('province63', '2021', 'Huế', '0.6500'),
    point('province63', '2022', 'Huế', null),
    point('province63', '2023', 'Huế', '0.7366'),
    point('province63', '2024', 'Huế', '0.7412'),
    point('province34', '2024', 'Huế', '0.7951'),
  ],
};
