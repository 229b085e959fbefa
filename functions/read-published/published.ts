import { Problem } from '../../shared/http/problem.ts';
import type { ListedRelease } from '../../shared/score-store/listed-releases.ts';
import { communeGroups, type DefinedGroup, findGroup, groups } from '../../shared/units/groups.ts';

/** All that is released, as it stands: by line, oldest first in each. Every answer of this function begins here. */
export interface Published {
  releases: readonly ListedRelease[];
  byName: ReadonlyMap<string, ListedRelease>;
  /** Of one index, group and period, in order of number. */
  lines: ReadonlyMap<string, readonly ListedRelease[]>;
}

const lineOf = ({ index, group, period }: Pick<ListedRelease, 'index' | 'group' | 'period'>) =>
  `${index}/${group}/${period}`;

export const published = (releases: readonly ListedRelease[]): Published => ({
  releases,
  byName: new Map(releases.map((one) => [one.release, one])),
  lines: Map.groupBy(releases, lineOf),
});

/** Those of the same period that came after it, oldest first. */
export const successorsOf = ({ lines }: Published, release: ListedRelease): ListedRelease[] =>
  (lines.get(lineOf(release)) ?? []).filter(({ number }) => number > release.number);

/** Of each line the one that stands. */
export const currentReleases = ({ lines }: Published): ListedRelease[] =>
  [...lines.values()].map((line) => line.at(-1)!);

export const allGroups = (): DefinedGroup[] => [...groups, ...communeGroups()];

export function requireGroup(group: string): DefinedGroup {
  const known = findGroup(group);
  if (known) return known;
  throw new Problem(404, 'group-unknown', `Không có nhóm đơn vị "${group}".`, `There is no group "${group}".`);
}

export interface ReleaseAddress {
  index: string;
  group: string;
  period: string;
  /** `r1` */
  number: string;
}

export function requireRelease({ byName }: Published, { index, group, period, number }: ReleaseAddress): ListedRelease {
  const found = byName.get(`${index}/${group}/${period}/${number}`);
  if (found) return found;
  throw new Problem(
    404,
    'release-unknown',
    `Chưa có đợt công bố ${number} của ${index}/${group}/${period}.`,
    'There is no such release.',
  );
}
