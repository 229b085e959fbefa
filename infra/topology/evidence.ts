import { evidenceDocuments, evidenceDoor, http, lake, readers, senders, table } from './access.ts';
import type { FunctionSpec, QueueSpec } from './shape.ts';

export const evidenceQueue: QueueSpec = {
  queue: 'evidence-uploads',
  source: { bucket: 'RAW_BUCKET', detailType: 'Object Created', keyPrefix: 'evidence/' },
  maxReceives: 4,
  impact:
    'A unit has uploaded a file of evidence that nobody sees: it stands in no list, and no appraiser can open it.',
};

export const evidenceFunctions: FunctionSpec[] = [
  {
    name: 'request-evidence',
    memoryMb: 512,
    timeoutSeconds: 15,
    trigger: http({ method: 'POST', path: evidenceDoor, roles: senders }),
    // The presigned policy is signed with this function's own right to write. The framework knows the indicators.
    uses: {
      RAW_BUCKET: { write: ['evidence/*'] },
      LAKE_BUCKET: lake(['frameworks/*']),
      SCORE_TABLE: table('read', 'write'),
      LEDGER_TABLE: table('read'),
    },
  },
  {
    name: 'receive-evidence',
    memoryMb: 1024,
    timeoutSeconds: 30,
    trigger: { kind: 'queue', queue: 'evidence-uploads' },
    uses: {
      RAW_BUCKET: { read: ['evidence/*'], versions: true },
      LAKE_BUCKET: lake([], [evidenceDocuments]),
      SCORE_TABLE: table('write'),
      LEDGER_TABLE: table('read', 'write'),
    },
  },
  {
    name: 'check-evidence',
    memoryMb: 1024,
    timeoutSeconds: 29,
    trigger: http({ method: 'POST', path: `${evidenceDoor}/{sha256}/check`, roles: senders }),
    uses: {
      RAW_BUCKET: { read: ['evidence/*'], versions: true },
      LAKE_BUCKET: lake([evidenceDocuments], [evidenceDocuments]),
      // Which rows are a department's own.
      SCORE_TABLE: table('read', 'write'),
      LEDGER_TABLE: table('read', 'write'),
    },
  },
  {
    name: 'reuse-evidence',
    memoryMb: 512,
    timeoutSeconds: 15,
    trigger: http({ method: 'POST', path: `${evidenceDoor}/{sha256}/reuse`, roles: senders }),
    // No bytes move: the new entry leads to where they lie.
    uses: {
      LAKE_BUCKET: lake(['frameworks/*', evidenceDocuments], [evidenceDocuments]),
      SCORE_TABLE: table('read', 'write'),
      LEDGER_TABLE: table('read', 'write'),
    },
  },
  {
    name: 'read-evidence',
    memoryMb: 512,
    timeoutSeconds: 15,
    trigger: http(
      { method: 'GET', path: evidenceDoor, roles: [...readers, 'appraiser'] },
      { method: 'GET', path: `${evidenceDoor}/{sha256}/file`, roles: [...readers, 'appraiser'] },
    ),
    // The file goes by a link that is signed with this function's own right.
    uses: {
      RAW_BUCKET: { read: ['evidence/*'] },
      LAKE_BUCKET: lake([evidenceDocuments]),
      SCORE_TABLE: table('read'),
      LEDGER_TABLE: table('read'),
    },
  },
];
