import { lake, table } from './access.ts';
import type { FunctionSpec, QueueSpec } from './shape.ts';

export const commitmentsQueue: QueueSpec = {
  queue: 'ledger-commitments',
  source: { bucket: 'PUBLIC_BUCKET', detailType: 'Object Created', keyPrefix: 'releases/', keySuffix: '/release.json' },
  dailyAt: '23:30',
  // Several at once make each other begin again.
  maxConcurrency: 2,
  maxReceives: 6,
  impact:
    'The public holds no new commitment of the ledger: what changed since the last one could be rewritten unseen; nothing else stops.',
};

const published = ['.well-known/dti-ledger/*', '.well-known/dti-signing-key*'];

export const commitmentsFunctions: FunctionSpec[] = [
  {
    name: 'commit-ledger',
    memoryMb: 512,
    // Reads every chain that changed since the last one: thousands on the day of a deadline.
    timeoutSeconds: 300,
    trigger: { kind: 'queue', queue: 'ledger-commitments' },
    uses: {
      LAKE_BUCKET: lake(['commitments/*'], ['commitments/*']),
      PUBLIC_BUCKET: { read: published, write: published },
      SCORE_TABLE: table('read'),
      LEDGER_TABLE: table('read'),
      RELEASE_KEY: { write: ['*'] },
    },
  },
];
