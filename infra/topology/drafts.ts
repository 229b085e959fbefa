import { http, lake, outbox, table } from './access.ts';
import type { FunctionSpec, Role } from './shape.ts';

const draftDoor = '/v1/drafts/{group}/{period}/{unit_id}';
const assignmentDoor = '/v1/assignments/{group}/{period}/{unit_id}';
/** What a unit has not sent is its own: the ministry reads no draft. */
const draftReaders: Role[] = ['officer', 'certifier'];
/** What a draft is judged against: the framework, what the unit sent before, what was released of it. */
const known = ['frameworks/*', 'submissions/*', 'runs/*'];

export const draftsFunctions: FunctionSpec[] = [
  {
    name: 'read-draft',
    memoryMb: 1024,
    timeoutSeconds: 29,
    trigger: http(
      { method: 'GET', path: draftDoor, roles: draftReaders },
      { method: 'GET', path: `${draftDoor}/check`, roles: draftReaders },
      { method: 'GET', path: `${draftDoor}/rows/{indicator}/{input}`, roles: draftReaders },
    ),
    uses: { LAKE_BUCKET: lake(known), SCORE_TABLE: table('read'), LEDGER_TABLE: table('read') },
  },
  {
    name: 'save-draft',
    memoryMb: 512,
    timeoutSeconds: 15,
    trigger: http({ method: 'POST', path: `${draftDoor}/rows`, roles: ['officer'] }),
    // The first row of a draft opens the unit's chain.
    uses: {
      LAKE_BUCKET: lake(['frameworks/*']),
      SCORE_TABLE: table('read', 'write'),
      LEDGER_TABLE: table('read', 'write'),
    },
  },
  {
    name: 'send-draft',
    memoryMb: 1024,
    timeoutSeconds: 29,
    trigger: http({ method: 'POST', path: `${draftDoor}/send`, roles: ['officer'] }),
    uses: {
      RAW_BUCKET: { read: ['submissions/*.json'], write: ['submissions/*.json'], versions: true },
      LAKE_BUCKET: lake(known, ['submissions/*', outbox]),
      SCORE_TABLE: table('read', 'write'),
      LEDGER_TABLE: table('read', 'write'),
    },
  },
  {
    name: 'assign-rows',
    memoryMb: 512,
    timeoutSeconds: 15,
    trigger: http(
      { method: 'GET', path: assignmentDoor, roles: draftReaders },
      { method: 'POST', path: assignmentDoor, roles: ['officer'] },
    ),
    uses: { LAKE_BUCKET: lake(['frameworks/*']), SCORE_TABLE: table('read', 'write'), LEDGER_TABLE: table('read') },
  },
];
