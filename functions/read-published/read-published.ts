import type { PublicEvent, Response } from '../../shared/http/http-function.ts';
import { pathParameters } from '../../shared/http/messages.ts';
import { publicAnswer } from '../../shared/http/public-answer.ts';
import type { KeptTexts } from '../../shared/lake/kept-texts.ts';
import { type PublicRoute, publicRoute } from '../../shared/public-api/public-routes.ts';
import { changesPath } from '../../shared/release/changes/changes-json.ts';
import { correctionsPath } from '../../shared/release/corrections/corrections-json.ts';
import type { UnitHistory } from '../../shared/release/history/unit-history.ts';
import type { PublishedFramework } from '../../shared/score-store/published-frameworks.ts';
import { listFrameworks, readFramework } from './list-frameworks.ts';
import { listGroups } from './list-groups.ts';
import { listPeriods } from './list-periods.ts';
import { describeRelease, listReleases } from './list-releases.ts';
import { listUnits, readUnit, requireUnit } from './list-units.ts';
import { type Query, readQuery } from './public-query.ts';
import { type Published, type ReleaseAddress, requireRelease } from './published.ts';
import type { Scores } from './read-scores.ts';
import { listFiles, readOptional, readRequired } from './release-files.ts';
import { writeFeed } from './write-feed.ts';

export interface ReadPublishedDeps {
  /** All that is released, at most a second old. */
  published: () => Promise<Published>;
  frameworks: () => Promise<PublishedFramework[]>;
  /** Of a unit that there is, at most a second old. */
  history: (unitId: string) => Promise<UnitHistory>;
  /** Of the public bucket, and of the lake's frameworks. */
  texts: KeptTexts;
  documents: KeptTexts;
  scores: Scores;
  now: () => Date;
  /** Of the public site, for addresses that others keep. */
  origin: string;
}

type Read = (event: PublicEvent, query: Query, deps: ReadPublishedDeps) => Promise<object | string>;

const releaseOf = async (event: PublicEvent, { published }: ReadPublishedDeps) =>
  requireRelease(await published(), addressOf(event));
const addressOf = (event: PublicEvent): ReleaseAddress => pathParameters(event, 'index', 'group', 'period', 'number');
const unitIdOf = (event: PublicEvent) => pathParameters(event, 'unit_id').unit_id;

/** By operation: what it answers, as an object or as text that is JSON already. */
const readers: Record<string, Read> = {
  getGroups: async (_, __, { published, now }) => listGroups(await published(), now()),
  getUnits: async (_, query, { now }) => listUnits(query, now()),
  getUnit: async (event) => readUnit(unitIdOf(event)),
  getUnitHistory: async (event, _, { history }) => history(requireUnit(unitIdOf(event)).unit_id),
  getPeriods: async (_, query, { published }) => listPeriods(query, await published()),
  getFrameworks: async (_, __, { published, frameworks }) => listFrameworks(await frameworks(), await published()),
  getFramework: async (event, _, { published, frameworks, documents }) =>
    readFramework(
      pathParameters(event, 'sha256').sha256,
      listFrameworks(await frameworks(), await published()),
      documents,
    ),
  getReleases: async (_, query, { published }) => listReleases(query, await published()),
  getRelease: async (event, _, deps) => {
    const release = await releaseOf(event, deps);
    return { ...describeRelease(release, await deps.published()), files: await listFiles(release, deps.texts) };
  },
  getReleaseScoreboard: async (event, _, deps) =>
    readRequired((await releaseOf(event, deps)).release, 'scoreboard.json', deps.texts),
  getReleaseChanges: async (event, _, deps) => readOptional(await releaseOf(event, deps), changesPath, deps.texts),
  getReleaseCorrections: async (event, _, deps) =>
    readOptional(await releaseOf(event, deps), correctionsPath, deps.texts),
  getScores: async (event, query, deps) => deps.scores.list(await releaseOf(event, deps), query),
  getUnitScores: async (event, _, deps) => deps.scores.read(await releaseOf(event, deps), unitIdOf(event)),
};

/** Answers one of the routes that the list of public routes gives to this function. */
export async function readPublished(
  operationId: string,
  event: PublicEvent,
  deps: ReadPublishedDeps,
): Promise<Response> {
  const route = publicRoute(operationId);
  const query = readQuery(event, route);
  const ifNoneMatch = event.headers['if-none-match'];
  if (operationId === 'getFeed') {
    const feed = writeFeed(query, event.headers.accept, await deps.published(), deps.origin);
    return publicAnswer({ ...feed, changes: route.changes, headers: { vary: 'accept' } }, ifNoneMatch);
  }
  const read = readers[operationId];
  if (!read) throw new Error(`nothing reads ${operationId}`);
  return publicAnswer(jsonOf(await read(event, query, deps), route), ifNoneMatch);
}

const jsonOf = (value: object | string, { changes }: PublicRoute) => ({
  body: typeof value === 'string' ? value : JSON.stringify(value),
  type: 'application/json',
  changes,
});
