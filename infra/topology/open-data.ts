import { addresses, keyAt } from '../../shared/open-data/addresses.ts';
import { table } from './access.ts';
import type { FunctionSpec, QueueSpec } from './shape.ts';

/** What is to come. */
const calendar = keyAt(addresses.calendar);

export const openDataQueue: QueueSpec = {
  queue: 'open-data',
  source: {
    ...{ bucket: 'PUBLIC_BUCKET', detailType: 'Object Created' },
    // The last file of a release to be written: whoever finds it finds the others.
    ...{ keyPrefix: 'releases/', keySuffix: '/release.json' },
    // The list of releases tells of what is to come, too.
    alsoKey: calendar,
  },
  // Several at once make each other begin again.
  maxConcurrency: 2,
  maxReceives: 5,
  impact:
    'Readers of feeds, catalogue, the list of releases and the file of all figures do not hear of a release, or of one that is announced; the release itself is out and complete.',
};

export const openDataFunctions: FunctionSpec[] = [
  {
    name: 'rebuild-open-data',
    memoryMb: 1024,
    // Reads the figures of every release that is out.
    timeoutSeconds: 300,
    trigger: { kind: 'queue', queue: 'open-data' },
    uses: {
      PUBLIC_BUCKET: {
        read: ['releases/*', calendar],
        write: [
          'all/*',
          'feeds/*',
          'embed/*',
          'cac-dot/*',
          'en/cac-dot/*',
          'catalog.jsonld',
          'sitemap*.xml',
          'robots.txt',
        ],
      },
      SCORE_TABLE: table('read', 'write'),
    },
    settings: ['PUBLIC_ORIGIN', 'SITE_EXTENT'],
  },
];
