import { releaseKey } from '../../shared/lake/keys.ts';
import type { Answer } from '../../shared/public-api/answers.ts';
import { groupNameEn, groupNameVi } from '../../shared/units/names.ts';
import { pageOf } from './page-of.ts';
import type { Query } from './public-query.ts';
import { type Entry, type Published, requireGroup, successorsOf } from './published.ts';

/** Those released last come first. */
export function listReleases(query: Query, all: Published): Answer<'PublicReleaseList'> {
  if (query.group !== undefined) requireGroup(query.group);
  const found = all.entries
    .filter(({ group }) => query.group === undefined || group === query.group)
    .filter(({ period }) => query.period === undefined || period === query.period)
    .filter(({ index }) => query.index === undefined || index === query.index)
    .filter((release) => query.state === undefined || stateOf(release, all) === query.state)
    .sort(lastReleasedFirst);
  const { items, next_cursor } = pageOf(found, query, ({ release }) => release);
  return { releases: items.map((release) => describeRelease(release, all)), next_cursor };
}

/** Tables that were published elsewhere were not released here, and come after all that was. */
export function lastReleasedFirst(a: ReleasedAt, b: ReleasedAt): number {
  const [first, second] = [a.released_at ?? '', b.released_at ?? ''];
  if (first !== second) return first < second ? 1 : -1;
  return a.release < b.release ? 1 : -1;
}

type ReleasedAt = Pick<Entry, 'release' | 'released_at'>;

const stateOf = (release: Entry, all: Published) =>
  release.kind === 'published'
    ? ('published' as const)
    : successorsOf(all, release).length === 0
      ? ('current' as const)
      : ('superseded' as const);

export function describeRelease(release: Entry, all: Published): Answer<'PublicRelease'> {
  const { correction = null, notice_vi = null, group, release: name, ...facts } = release;
  const later = successorsOf(all, release);
  return {
    ...{ release: name, kind: facts.kind },
    ...{ index: facts.index, group, group_name_vi: groupNameVi(group), group_name_en: groupNameEn(group) },
    ...{ period: facts.period, number: facts.number, closing_date: facts.closing_date },
    ...{ released_at: facts.released_at, state: stateOf(release, all), superseded_by: later[0]?.release ?? null },
    correction,
    corrected_by: later.flatMap((one) =>
      one.correction ? [{ release: one.release, reason: one.correction.reason }] : [],
    ),
    ...{ framework: facts.framework, notice_vi },
    ...{ unit_count: facts.unit_count, submitted_count: facts.submitted_count, ranked_count: facts.ranked_count },
    ...{ manifest_sha256: facts.manifest_sha256, inputs_sha256: facts.inputs_sha256 },
    page: `/${releaseKey(name, '')}`,
    links: {
      self: `/v1/releases/${name}`,
      ...{ scoreboard: `/v1/releases/${name}/scoreboard`, scores: `/v1/releases/${name}/scores` },
      manifest: `/${releaseKey(name, 'manifest.json')}`,
    },
  };
}
