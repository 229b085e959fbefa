import { athena, figureDocuments, http, lake, ledger, outbox, step, table } from './access.ts';
import type { FunctionSpec, WorkflowSpec } from './shape.ts';

export const runWorkflow: WorkflowSpec = {
  workflow: 'run-period',
  file: 'infra/workflows/run-period.asl.json',
  impact: 'The ministry has started a run and gets no preview; the last release stays current.',
};

export const runsFunctions: FunctionSpec[] = [
  {
    name: 'start-run',
    memoryMb: 512,
    timeoutSeconds: 25,
    trigger: http({ method: 'POST', path: '/v1/runs', roles: ['publisher'] }),
    uses: {
      LAKE_BUCKET: lake(['frameworks/*', 'runs/*/selection.json'], ['runs/*/selection.json', 'runs/*/heads.json']),
      ...ledger('read', 'write'),
      RUN_STATE_MACHINE: { write: ['*'] },
    },
  },
  {
    name: 'read-run',
    memoryMb: 1024,
    // What came since a run was started is read from the chain of every member.
    timeoutSeconds: 29,
    trigger: http(
      { method: 'GET', path: '/v1/runs', roles: ['publisher', 'operator'] },
      { method: 'GET', path: '/v1/runs/{run_id}', roles: ['publisher', 'operator'] },
      { method: 'GET', path: '/v1/runs/{run_id}/ranking.xlsx', roles: ['publisher', 'operator'] },
      { method: 'GET', path: '/v1/runs/{run_id}/scoreboard', roles: ['publisher', 'operator'] },
      { method: 'GET', path: '/v1/runs/{run_id}/changes', roles: ['publisher', 'operator'] },
      { method: 'GET', path: '/v1/runs/{run_id}/checks', roles: ['publisher', 'operator'] },
      { method: 'GET', path: '/v1/runs/{run_id}/inputs', roles: ['publisher', 'operator'] },
    ),
    // The report goes by a link that is signed with this function's own right.
    uses: { LAKE_BUCKET: lake(['runs/*', 'frameworks/*']), ...ledger('read') },
  },
  {
    name: 'freeze-inputs',
    memoryMb: 1024,
    timeoutSeconds: 120,
    trigger: step('FreezeInputs'),
    uses: { LAKE_BUCKET: lake(['frameworks/*', 'submissions/*', 'runs/*'], ['runs/*', 'frozen/*']) },
  },
  {
    name: 'compute-scores',
    memoryMb: 1024,
    timeoutSeconds: 300,
    trigger: step('ComputeScores'),
    uses: {
      LAKE_BUCKET: lake(
        ['runs/*', 'frozen/*', 'scored/*', 'athena-results/*'],
        ['runs/*', 'scored/*', 'athena-results/*'],
      ),
      ...athena,
    },
  },
  {
    name: 'check-scores',
    memoryMb: 1024,
    timeoutSeconds: 300,
    trigger: step('CheckScores'),
    uses: {
      LAKE_BUCKET: lake(
        ['runs/*', 'frozen/*', 'scored/*', 'athena-results/*'],
        ['runs/*/checks.json', 'athena-results/*'],
      ),
      ...athena,
    },
  },
  {
    name: 'store-scores',
    memoryMb: 512,
    timeoutSeconds: 120,
    trigger: step('StoreScores'),
    uses: { LAKE_BUCKET: lake(['runs/*']), SCORE_TABLE: table('write') },
  },
  {
    name: 'write-reports',
    memoryMb: 1024,
    timeoutSeconds: 120,
    trigger: step('WriteReports'),
    // Figures that came by API have no cell: their line stands in the unit's figures.
    uses: { LAKE_BUCKET: lake(['runs/*', figureDocuments], ['runs/*']), LEDGER_TABLE: table('read') },
  },
  {
    name: 'write-profiles',
    memoryMb: 1024,
    timeoutSeconds: 120,
    trigger: step('WriteProfilesOfPart'),
    uses: { LAKE_BUCKET: lake(['runs/*'], ['runs/*/release/*']) },
  },
  {
    name: 'seal-release',
    memoryMb: 1024,
    timeoutSeconds: 120,
    trigger: step('SealRelease'),
    uses: { LAKE_BUCKET: lake(['runs/*'], ['runs/*']), LEDGER_TABLE: table('read') },
    settings: ['SITE_EXTENT'],
  },
  {
    name: 'draw-pages',
    memoryMb: 1024,
    timeoutSeconds: 120,
    trigger: step('DrawPages'),
    uses: { LAKE_BUCKET: lake(['runs/*'], ['runs/*/site/*']), SCORE_TABLE: table('read') },
    settings: ['SITE_FILES'],
  },
  {
    name: 'end-run',
    memoryMb: 512,
    timeoutSeconds: 30,
    trigger: step('EndRun'),
    uses: {
      LAKE_BUCKET: lake(['runs/*'], [outbox]),
      SCORE_TABLE: table('write'),
      LEDGER_TABLE: table('read', 'write'),
    },
  },
  {
    name: 'fail-run',
    memoryMb: 256,
    timeoutSeconds: 15,
    trigger: step('FailRun'),
    uses: {
      LAKE_BUCKET: lake(['runs/*/selection.json'], [outbox]),
      SCORE_TABLE: table('write'),
      LEDGER_TABLE: table('read', 'write'),
    },
  },
];
