import { Problem } from '../../shared/http/problem.ts';
import { periodNamedVi } from '../../shared/periods/period.ts';
import type { PublishedScoreboard } from '../../shared/release/published/published-scoreboard.ts';
import type { ListedRelease } from '../../shared/score-store/listed-releases.ts';
import type { PublishedTableItem } from '../../shared/score-store/published-tables.ts';
import { communeGroups, type DefinedGroup, findGroup, groups } from '../../shared/units/groups.ts';
import { groupNameVi } from '../../shared/units/names.ts';

/** What can be asked for by name: a release computed here, or a table published elsewhere that is only kept. */
export interface Entry extends Omit<ListedRelease, 'number' | 'released_at' | 'submitted_count'> {
  kind: 'computed' | 'published';
  /** Null of a table: it has none, and was never released here. */
  number: number | null;
  released_at: string | null;
  submitted_count: number | null;
}

/** A table with what its units share. */
export interface KeptTable {
  item: PublishedTableItem;
  header: Omit<PublishedScoreboard, 'units'>;
}

/** All that is released, as it stands: by line, oldest first in each. Every answer of this function begins here. */
export interface Published {
  releases: readonly ListedRelease[];
  entries: readonly Entry[];
  byName: ReadonlyMap<string, Entry>;
  /** Of one index, group and period, in order of number. */
  lines: ReadonlyMap<string, readonly ListedRelease[]>;
}

type Line = Pick<ListedRelease, 'index' | 'group' | 'period'>;

export const lineOf = ({ index, group, period }: Line): string => `${index}/${group}/${period}`;

export function published(releases: readonly ListedRelease[], tables: readonly KeptTable[] = []): Published {
  const entries = [...releases.map((one): Entry => ({ ...one, kind: 'computed' })), ...tables.map(tableEntry)];
  return {
    ...{ releases, entries },
    byName: new Map(entries.map((one) => [one.release, one])),
    lines: Map.groupBy(releases, lineOf),
  };
}

function tableEntry({ item, header }: KeptTable): Entry {
  const { release, index, group, period, inputs_sha256, manifest_sha256 } = item;
  const { closing_date, unit_count, ranked_count, notice_vi } = header;
  const { framework_id, version, sha256, title_vi, legal_number, illustrative } = header.framework;
  return {
    ...{ kind: 'published', release, index, group, period, inputs_sha256, manifest_sha256 },
    ...{ closing_date, unit_count, ranked_count, notice_vi, number: null, released_at: null, submitted_count: null },
    framework: { framework_id, version, sha256, title_vi, legal_number, illustrative },
  };
}

/** Those of the same period that came after it, oldest first; of a table none. */
export const successorsOf = (
  { lines }: Published,
  { number, ...line }: Line & Pick<Entry, 'number'>,
): ListedRelease[] => (number === null ? [] : (lines.get(lineOf(line)) ?? []).filter((one) => one.number > number));

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
  /** `r1`, `published` */
  number: string;
}

export function requireRelease({ byName }: Published, { index, group, period, number }: ReleaseAddress): Entry {
  const found = byName.get(`${index}/${group}/${period}/${number}`);
  if (found) return found;
  throw new Problem(
    404,
    'release-unknown',
    `Chưa có đợt công bố ${number} ${periodNamedVi(period)} của ${groupNameVi(group)}, chỉ số ${index}.`,
    'There is no such release.',
  );
}
