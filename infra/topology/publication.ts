import { addresses, keyAt } from '../../shared/open-data/addresses.ts';
import { type PublicRoute, routesAnsweredBy } from '../../shared/public-api/public-routes.ts';
import { pageFolders } from '../../shared/site/page-list.ts';
import { http, lake, outbox, publicReading, table } from './access.ts';
import type { FunctionSpec, Route } from './shape.ts';

const readingOf = (name: PublicRoute['answeredBy']): Route[] =>
  routesAnsweredBy(name).flatMap(({ path }) => publicReading(path));

/**
 * What no other route is for: a problem document instead of the gateway's own message, and leave for pages of any origin to
 * read what is public.
 */
const everythingElse: Route[] = (['GET', 'HEAD', 'OPTIONS'] as const).map((method) => ({
  ...{ method, path: '/v1/{proxy+}', roles: ['public'] },
}));

/** Which release stands at the site's root, and what lies there. */
const homeTurn = 'site/home-turn.json';

/** Where the front page's release stands once more. */
const atRoot = ['index.html', ...pageFolders.map((folder) => `${folder}/*`)];

/** What is to come: of which group and period, and when. */
const calendar = keyAt(addresses.calendar);

/** Where the key stands that releases are verified by. */
const publicKeys = '.well-known/dti-signing-key*';

export const publicationFunctions: FunctionSpec[] = [
  {
    name: 'publish-release',
    // Thousands of pages within the time of one call: a whole processor comes with this much memory.
    memoryMb: 2048,
    timeoutSeconds: 29,
    trigger: http(
      { method: 'POST', path: '/v1/releases', roles: ['publisher'] },
      { method: 'POST', path: '/v1/releases/withdraw', roles: ['publisher'] },
      // Here, because the guards that it tells of are those that refuse the release.
      { method: 'GET', path: '/v1/runs/{run_id}/release-checklist', roles: ['publisher'] },
    ),
    everyMinute: true,
    uses: {
      LAKE_BUCKET: lake(
        ['runs/*', 'frameworks/*', homeTurn],
        ['runs/*/site/placed/*', 'runs/*/signatures/*', 'runs/*/announced/*', homeTurn, outbox],
      ),
      PUBLIC_BUCKET: {
        // A page is put on condition of what is there.
        read: ['releases/*', calendar, 'en/*', publicKeys, ...atRoot],
        write: ['releases/*', calendar, 'assets/*', 'en/*', publicKeys, ...atRoot],
      },
      SCORE_TABLE: table('read', 'write'),
      LEDGER_TABLE: table('read', 'write'),
      RELEASE_KEY: { write: ['*'] },
    },
    settings: ['PUBLIC_ORIGIN'],
  },
  {
    name: 'read-releases',
    memoryMb: 256,
    timeoutSeconds: 15,
    trigger: http({ method: 'GET', path: '/v1/me/releases', roles: ['appraiser', 'publisher', 'operator'] }),
    uses: { LEDGER_TABLE: table('read') },
  },
  {
    name: 'serve-scoreboard',
    memoryMb: 512,
    timeoutSeconds: 10,
    trigger: http(...readingOf('serve-scoreboard')),
    uses: { SCORE_TABLE: table('read'), PUBLIC_BUCKET: { read: ['releases/*'] } },
  },
  {
    name: 'read-published',
    // Scores of 3,321 communes are computed from their inputs, once.
    memoryMb: 1769,
    timeoutSeconds: 29,
    trigger: http(...readingOf('read-published'), ...everythingElse),
    uses: {
      SCORE_TABLE: table('read'),
      PUBLIC_BUCKET: { read: ['releases/*'] },
      LAKE_BUCKET: lake(['frameworks/*']),
    },
    settings: ['PUBLIC_ORIGIN'],
  },
];
