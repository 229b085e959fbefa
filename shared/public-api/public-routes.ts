import type { AnswerName } from './answers.ts';
import type { PublicQueryKey } from './queries.ts';

/** A reading route of the public API: its address, its query, its answers. Topology, OpenAPI and handlers read this list. */
export interface PublicRoute {
  operationId: string;
  /** Folder under `functions/` that answers it. */
  answeredBy: 'serve-scoreboard' | 'read-published';
  path: string;
  summary: string;
  query: PublicQueryKey[];
  /** Shape by content type; null: text or a document with a shape of its own. */
  answers: Record<string, AnswerName | null>;
  /** What 404 means here; absent: it has none of its own. */
  unknown?: string;
  /** Excel is a file: 303 leads to it. */
  leadsToFile?: true;
  /** How long it may be kept: a release for ever, what is current for a minute. */
  changes: 'never' | 'with a release';
}

const json = (name: AnswerName | null) => ({ 'application/json': name });
const release = '/v1/releases/{index}/{group}/{period}/{number}';
const noScores = 'No such release, or it is a table published elsewhere';
const noRelease = 'No such group, period or release';

export const publicRoutes: PublicRoute[] = [
  {
    ...{ operationId: 'getScoreboard', answeredBy: 'serve-scoreboard', path: '/v1/scoreboard/{group}/{period}' },
    summary: 'Bảng xếp hạng đã công bố / the published table, the same bytes as its files',
    query: ['index', 'release'],
    answers: { ...json('Scoreboard'), 'text/csv': null },
    ...{ unknown: noRelease, leadsToFile: true, changes: 'with a release' },
  },
  {
    ...{
      operationId: 'getOpenApi',
      answeredBy: 'serve-scoreboard',
      path: '/v1/openapi.json',
      summary: 'This document',
    },
    ...{ query: [], answers: json(null), changes: 'with a release' },
  },
  {
    ...{ operationId: 'getGroups', answeredBy: 'read-published', path: '/v1/groups' },
    summary: 'Các nhóm đơn vị / groups of units that are compared with one another, and the periods released of each',
    ...{ query: [], answers: json('GroupList'), changes: 'with a release' },
  },
  {
    ...{ operationId: 'getUnits', answeredBy: 'read-published', path: '/v1/units' },
    summary:
      'Danh mục đơn vị / units by unit_id, with validity, lineage, official codes and former names; `q` finds by any name, without marks if need be; a `group` is taken in the period, or today',
    query: ['q', 'group', 'period', 'limit', 'cursor'],
    ...{ answers: json('UnitList'), unknown: 'No such group', changes: 'with a release' },
  },
  {
    ...{
      operationId: 'getUnit',
      answeredBy: 'read-published',
      path: '/v1/units/{unit_id}',
      summary: 'Một đơn vị / a unit',
    },
    ...{ query: [], answers: json('Unit'), unknown: 'No such unit', changes: 'with a release' },
  },
  {
    ...{ operationId: 'getUnitHistory', answeredBy: 'read-published', path: '/v1/units/{unit_id}/history' },
    summary: 'Chuỗi số liệu của đơn vị / the series of a unit across its merger, predecessors apart',
    ...{ query: [], answers: json('UnitHistory'), unknown: 'No such unit', changes: 'with a release' },
  },
  {
    ...{ operationId: 'getPeriods', answeredBy: 'read-published', path: '/v1/periods' },
    summary: 'Các kỳ đã công bố / periods of which there is a release, newest first',
    query: ['group', 'index', 'limit', 'cursor'],
    ...{ answers: json('PeriodList'), unknown: 'No such group', changes: 'with a release' },
  },
  {
    ...{ operationId: 'getFrameworks', answeredBy: 'read-published', path: '/v1/frameworks' },
    summary: 'Các bộ chỉ số đã công bố / frameworks that are published or that a release was scored by',
    ...{ query: [], answers: json('FrameworkList'), changes: 'with a release' },
  },
  {
    ...{ operationId: 'getFramework', answeredBy: 'read-published', path: '/v1/frameworks/{sha256}' },
    summary: 'Toàn văn một bộ chỉ số / the document of a framework under its hash, as releases hold it',
    ...{ query: [], answers: json(null), unknown: 'No such framework is published', changes: 'never' },
  },
  {
    ...{ operationId: 'getReleases', answeredBy: 'read-published', path: '/v1/releases' },
    summary:
      'Các đợt công bố / all releases, newest first, each with its state, what it corrects and what took its place',
    query: ['group', 'period', 'index', 'state', 'limit', 'cursor'],
    ...{ answers: json('PublicReleaseList'), unknown: 'No such group', changes: 'with a release' },
  },
  {
    ...{ operationId: 'getRelease', answeredBy: 'read-published', path: release },
    summary: 'Một đợt công bố và các tệp / a release with its files, their sizes and hashes',
    ...{ query: [], answers: json('ReleaseWithFiles'), unknown: noRelease, changes: 'with a release' },
  },
  {
    ...{ operationId: 'getReleaseScoreboard', answeredBy: 'read-published', path: `${release}/scoreboard` },
    summary: 'Bảng xếp hạng của một đợt công bố / its table: the bytes of scoreboard.json',
    ...{ query: [], answers: json('ReleaseScoreboard'), unknown: noRelease, changes: 'never' },
  },
  {
    ...{ operationId: 'getReleaseChanges', answeredBy: 'read-published', path: `${release}/changes` },
    summary: 'Thay đổi so với kỳ trước / what changed against the last comparable release: the bytes of changes.json',
    ...{ query: [], answers: json('Changes') },
    ...{ unknown: 'No such release, or nothing it is compared with', changes: 'never' },
  },
  {
    ...{ operationId: 'getReleaseCorrections', answeredBy: 'read-published', path: `${release}/corrections` },
    summary: 'Nội dung đính chính / what it corrects of the release whose place it took: the bytes of corrections.json',
    ...{ query: [], answers: json('Corrections'), unknown: 'No such release, or it corrects none', changes: 'never' },
  },
  {
    ...{ operationId: 'getScores', answeredBy: 'read-published', path: `${release}/scores` },
    summary:
      'Điểm và nguồn của từng số liệu / scores of each unit with indicator points and the declared figures under them: sheet, cell and SHA-256 of the file',
    query: ['limit', 'cursor'],
    ...{ answers: json('ScoreList'), unknown: noScores, changes: 'never' },
  },
  {
    ...{ operationId: 'getUnitScores', answeredBy: 'read-published', path: `${release}/scores/{unit_id}` },
    summary: 'Điểm của một đơn vị / the same of one unit',
    ...{
      query: [],
      answers: json('ReleaseUnitScores'),
      unknown: 'No such release, or the unit is not in it',
      changes: 'never',
    },
  },
  {
    ...{ operationId: 'getFeed', answeredBy: 'read-published', path: '/v1/feed' },
    summary: 'Tin công bố và đính chính / the newest fifty releases and corrections, of a group or a unit if need be',
    query: ['group', 'unit_id', 'index'],
    answers: { 'application/feed+json': 'Feed', 'application/atom+xml': null },
    ...{ unknown: 'No such group or unit', changes: 'with a release' },
  },
];

/** Throws on a route that is not there, so that a handler names one that is. */
export function publicRoute(operationId: string): PublicRoute {
  const route = publicRoutes.find((candidate) => candidate.operationId === operationId);
  if (!route) throw new Error(`no public route ${operationId}`);
  return route;
}

export const routesAnsweredBy = (name: PublicRoute['answeredBy']): PublicRoute[] =>
  publicRoutes.filter(({ answeredBy }) => answeredBy === name);
