import { table } from './access.ts';
import type { FunctionSpec, QueueSpec } from './shape.ts';

export const openDataQueue: QueueSpec = {
  queue: 'open-data',
  // The last file of a release to be written: whoever finds it finds the others.
  source: { bucket: 'PUBLIC_BUCKET', detailType: 'Object Created', keyPrefix: 'releases/', keySuffix: '/release.json' },
  // Several at once make each other begin again.
  maxConcurrency: 2,
  maxReceives: 5,
  impact:
    'Readers of feeds, catalogue, the list of releases and the file of all figures do not hear of a release; the release itself is out and complete.',
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
        read: ['releases/*'],
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
