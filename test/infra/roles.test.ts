import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Pipeline } from '../../infra/local/pipeline.ts';
import { functions, type Route } from '../../infra/topology.ts';
import { frameworkDocument } from '../../shared/frameworks/framework-document.ts';
import { callerRoles } from '../../shared/identity/caller.ts';
import { framework } from '../support/round-workbooks.ts';
import { boot, group, makeStateDirectory, period } from '../support/running-pipeline.ts';

/** Who may knock where. Written out a second time, so that a role that gains or loses a door is seen in review. */
const table = `
POST /v1/periods                                                       |         |           |           | publisher |
GET  /v1/me                                                            | officer | certifier | appraiser | publisher | operator
GET  /v1/me/periods                                                    | officer | certifier | appraiser | publisher | operator
GET  /v1/periods/{group}/{period}                                      | officer | certifier | appraiser | publisher | operator
POST /v1/periods/{group}/{period}/close                                |         |           |           | publisher |
POST /v1/periods/{group}/{period}/reopen                               |         |           |           | publisher |
POST /v1/periods/{group}/{period}/deadline                             |         |           |           | publisher |
GET  /v1/periods/{group}/{period}/units                                |         |           | appraiser | publisher | operator
GET  /v1/periods/{group}/{period}/board                                |         |           | appraiser | publisher | operator
GET  /v1/log/{group}/{period}                                          | officer | certifier | appraiser | publisher | operator
POST /v1/uploads                                                       | officer |           |           | publisher |
GET  /v1/submissions/{group}/{period}                                  |         |           | appraiser | publisher | operator
GET  /v1/submissions/{group}/{period}/{unit_id}                        | officer | certifier | appraiser | publisher |
POST /v1/submissions/{group}/{period}/{unit_id}                        | officer |           |           | publisher |
POST /v1/submissions/{group}/{period}/{unit_id}/{sha256}/check         | officer |           |           | publisher |
GET  /v1/submissions/{group}/{period}/{unit_id}/{sha256}/answer.xlsx   | officer | certifier |           | publisher |
GET  /v1/submissions/{group}/{period}/{unit_id}/receipts/{receipt}     | officer | certifier | appraiser | publisher |
GET  /v1/submissions/{group}/{period}/{unit_id}/receipts/{receipt}/document | officer | certifier | appraiser | publisher |
GET  /v1/submissions/{group}/{period}/{unit_id}/receipts/{receipt}/grid | officer | certifier | appraiser | publisher |
GET  /v1/submissions/{group}/{period}/{unit_id}/{sha256}/grid          | officer | certifier | appraiser | publisher |
GET  /v1/submissions/{group}/{period}/{unit_id}/receipts/{receipt}/file | officer | certifier |          | publisher |
GET  /v1/submissions/{group}/{period}/{unit_id}/{sha256}/file          | officer | certifier |           | publisher |
GET  /v1/me/frameworks/{sha256}                                        | officer | certifier | appraiser | publisher | operator
GET  /v1/submissions/{group}/{period}/{unit_id}/receipts/{receipt}/answer.xlsx | officer | certifier | | publisher |
POST /v1/submissions/{group}/{period}/{unit_id}/receipts/{receipt}/check | officer |           |           | publisher |
POST /v1/submissions/{group}/{period}/{unit_id}/receipts/{receipt}/certify | | certifier |           |           |
POST /v1/submissions/{group}/{period}/{unit_id}/receipts/{receipt}/return | | certifier |           |           |
GET  /v1/submissions/{group}/{period}/{unit_id}/receipts/{receipt}/summary | officer | certifier |           | publisher |
POST /v1/evidence/{group}/{period}/{unit_id}                           | officer |           |           | publisher |
GET  /v1/evidence/{group}/{period}/{unit_id}                           | officer | certifier | appraiser | publisher |
POST /v1/evidence/{group}/{period}/{unit_id}/{sha256}/check            | officer |           |           | publisher |
POST /v1/evidence/{group}/{period}/{unit_id}/{sha256}/reuse            | officer |           |           | publisher |
GET  /v1/evidence/{group}/{period}/{unit_id}/{sha256}/file             | officer | certifier | appraiser | publisher |
GET  /v1/drafts/{group}/{period}/{unit_id}                             | officer | certifier |           |           |
GET  /v1/drafts/{group}/{period}/{unit_id}/check                       | officer | certifier |           |           |
POST /v1/drafts/{group}/{period}/{unit_id}/rows                        | officer |           |           |           |
GET  /v1/drafts/{group}/{period}/{unit_id}/rows/{indicator}/{input}    | officer | certifier |           |           |
POST /v1/drafts/{group}/{period}/{unit_id}/send                        | officer |           |           |           |
GET  /v1/assignments/{group}/{period}/{unit_id}                        | officer | certifier |           |           |
POST /v1/assignments/{group}/{period}/{unit_id}                        | officer |           |           |           |
GET  /v1/templates/{group}/{period}/{unit_id}                          | officer | certifier |           | publisher |
GET  /v1/appraisals/{group}/{period}                                   |         |           | appraiser |           |
POST /v1/appraisals/{group}/{period}                                   |         |           | appraiser |           |
POST /v1/appraisals/{group}/{period}/{unit_id}                         |         |           | appraiser |           |
GET  /v1/appraisals/{group}/{period}/queue                             |         |           | appraiser |           |
GET  /v1/appraisals/{group}/{period}/decisions                         | officer | certifier | appraiser | publisher |
GET  /v1/appraisals/{group}/{period}/files                             |         |           | appraiser | publisher |
GET  /v1/appraisals/{group}/{period}/progress                          |         |           | appraiser | publisher |
POST /v1/questions/{group}/{period}/{unit_id}                          |         |           | appraiser | publisher |
POST /v1/questions/{group}/{period}/{unit_id}/{question}/reply         | officer |           |           |           |
GET  /v1/questions/{group}/{period}                                    |         |           | appraiser | publisher |
GET  /v1/questions/{group}/{period}/{unit_id}                          | officer | certifier | appraiser | publisher |
GET  /v1/appraisals/{group}/{period}/{unit_id}                         | officer | certifier | appraiser | publisher |
POST /v1/appraisals/{group}/{period}/{unit_id}/feedback                | officer |           |           |           |
GET  /v1/people/{person_id}                                            |         |           |           | publisher | operator
POST /v1/people/{person_id}/erase                                      |         |           |           | publisher |
POST /v1/people/links                                                  |         |           |           | publisher |
POST /v1/periods/{group}/{period}/remind                               |         |           |           | publisher |
GET  /v1/me/frameworks                                                 |         |           | appraiser | publisher | operator
POST /v1/frameworks                                                    |         |           |           | publisher |
GET  /v1/contacts/{unit_id}                                            | officer |           |           | publisher |
POST /v1/contacts/{unit_id}                                            | officer |           |           | publisher |
GET  /v1/notices/{group}/{period}                                      | officer | certifier |           | publisher | operator
POST /v1/runs                                                          |         |           |           | publisher |
GET  /v1/runs                                                          |         |           |           | publisher | operator
GET  /v1/runs/{run_id}                                                 |         |           |           | publisher | operator
GET  /v1/runs/{run_id}/ranking.xlsx                                    |         |           |           | publisher | operator
GET  /v1/runs/{run_id}/scoreboard                                      |         |           |           | publisher | operator
GET  /v1/runs/{run_id}/changes                                         |         |           |           | publisher | operator
GET  /v1/runs/{run_id}/checks                                          |         |           |           | publisher | operator
GET  /v1/runs/{run_id}/inputs                                          |         |           |           | publisher | operator
POST /v1/runs/{run_id}/preview                                         |         |           |           | publisher |
GET  /v1/runs/{run_id}/release-checklist                               |         |           |           | publisher |
GET  /v1/previews/{group}/{period}/{unit_id}                           | officer | certifier |           | publisher |
GET  /v1/periods/{group}/{period}/status.xlsx                          |         |           | appraiser | publisher | operator
GET  /v1/profiles/{group}/{period}/{unit_id}                           | officer | certifier |           | publisher |
GET  /v1/tables/{index}/{group}                                        |         |           | appraiser | publisher | operator
GET  /v1/objections/{group}/{period}                                   |         |           | appraiser | publisher |
GET  /v1/objections/{group}/{period}/{unit_id}                         | officer | certifier | appraiser | publisher |
POST /v1/objections/{group}/{period}/{unit_id}                         | officer | certifier |           |           |
POST /v1/objections/{group}/{period}/{unit_id}/{number}/answer         |         |           |           | publisher |
GET  /v1/me/releases                                                   |         |           | appraiser | publisher | operator
POST /v1/releases                                                      |         |           |           | publisher |
POST /v1/releases/withdraw                                             |         |           |           | publisher |
`;

const doorOf = ({ method, path }: Route) => `${method} ${path}`;
const expected = new Map(
  table
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map(([door = '', ...roles]) => [door.replace(/ +/, ' '), roles.filter((role) => role !== '')]),
);
const routes = functions
  .flatMap(({ trigger }) => (trigger.kind === 'http' ? trigger.routes : []))
  .filter(({ roles }) => !roles.includes('public'));

describe('the doors of the topology', () => {
  it('are open to the roles of the table and to no other', () => {
    const ordered = (roles: readonly string[]) => callerRoles.filter((role) => roles.includes(role));
    expect(Object.fromEntries(routes.map((route) => [doorOf(route), ordered(route.roles)]))).toEqual(
      Object.fromEntries(expected),
    );
  });

  it('are public for nobody’s token, or for tokens alone', () => {
    const mixed = functions
      .flatMap(({ trigger }) => (trigger.kind === 'http' ? trigger.routes : []))
      .filter(({ roles }) => roles.includes('public') && roles.length > 1);
    expect(mixed).toEqual([]);
  });
});

const unit = 'P01-2025';
const sha256 = 'a'.repeat(64);
const runId = 'b'.repeat(32);
const named: Record<string, string> = {
  ...{ group, period, unit_id: unit, sha256 },
  ...{
    run_id: runId,
    receipt: '1',
    question: '1',
    number: '1',
    indicator: 'awareness',
    input: 'value',
    person_id: 'p-nobody',
    index: 'dti',
  },
};
/** What a caller with the right would send, so that nothing but the role is wrong. */
const bodies: Record<string, object> = {
  'POST /v1/periods': { group, period, framework: frameworkDocument(framework) },
  'POST /v1/periods/{group}/{period}/close': {},
  'POST /v1/periods/{group}/{period}/reopen': { unit_id: unit, until: '2099-12-31', reason_vi: 'Lũ lụt' },
  'POST /v1/periods/{group}/{period}/deadline': { deadline: '2099-12-31', reason_vi: 'Lũ lụt' },
  'POST /v1/uploads': { group, period, unit_id: unit, sha256, size: 1, file_name: 'form.xlsx' },
  'POST /v1/evidence/{group}/{period}/{unit_id}': { sha256, size: 1, file_name: 'qd.pdf' },
  'POST /v1/evidence/{group}/{period}/{unit_id}/{sha256}/reuse': { from_period: period },
  'POST /v1/appraisals/{group}/{period}/{unit_id}/feedback': { indicator: 'dti', text_vi: 'Đã có hồ sơ' },
  'POST /v1/submissions/{group}/{period}/{unit_id}/receipts/{receipt}/return': { text_vi: 'Xem lại hàng 3' },
  'POST /v1/appraisals/{group}/{period}/{unit_id}': {
    figures_sha256: sha256,
    decisions: [{ decision: 'keep', indicator: 'dti' }],
  },
  'POST /v1/questions/{group}/{period}/{unit_id}': { text_vi: 'Đề nghị bổ sung', answer_by: '2099-12-31' },
  'POST /v1/questions/{group}/{period}/{unit_id}/{question}/reply': { text_vi: 'Đã bổ sung' },
  'POST /v1/people/links': { a: { subject: 'lan' }, b: { subject: 'lan.nguyen' } },
  'POST /v1/submissions/{group}/{period}/{unit_id}': [],
  'POST /v1/contacts/{unit_id}': { addresses: [] },
  'POST /v1/drafts/{group}/{period}/{unit_id}/rows': { rows: [] },
  'POST /v1/drafts/{group}/{period}/{unit_id}/send': { version: sha256 },
  'POST /v1/assignments/{group}/{period}/{unit_id}': { rows: [{ indicator: 'awareness' }], to: null },
  'POST /v1/runs': { group, period },
  'POST /v1/runs/{run_id}/preview': { until: '2099-12-31' },
  'POST /v1/objections/{group}/{period}/{unit_id}': { text_vi: 'Điểm chưa đúng' },
  'POST /v1/objections/{group}/{period}/{unit_id}/{number}/answer': { outcome: 'declined', text_vi: 'Đã xem lại' },
  'POST /v1/releases': { run_id: runId },
  'POST /v1/releases/withdraw': { run_id: runId, reason: 'Cần xem lại số liệu' },
};

/** Ask for a period in the query. */
const asksForPeriod = ['GET /v1/runs', 'GET /v1/me/releases'];

let state: Awaited<ReturnType<typeof makeStateDirectory>>;
let pipeline: Pipeline;

beforeAll(async () => {
  state = await makeStateDirectory();
  pipeline = await boot(state.path);
});
afterAll(async () => {
  await pipeline?.close();
  await state.remove();
});

async function knock(route: Route, identity: Parameters<Pipeline['issueToken']>[0]) {
  const query = asksForPeriod.includes(doorOf(route)) ? `?group=${group}&period=${period}` : '';
  const path = route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => named[name]!);
  const body = route.method === 'POST' ? JSON.stringify(bodies[doorOf(route)] ?? {}) : null;
  const headers = {
    authorization: `Bearer ${await pipeline.issueToken(identity)}`,
    'content-type': 'application/json',
  };
  const answer = await fetch(new URL(path + query, pipeline.url), {
    method: route.method,
    headers,
    body,
    redirect: 'manual',
  });
  const { type = '' } = answer.headers.get('content-type')?.includes('problem')
    ? ((await answer.json()) as { type?: string })
    : {};
  return { status: answer.status, type: type.replace('urn:dti:problem:', '') };
}

describe('the doors themselves', () => {
  const cases = routes.flatMap((route) => callerRoles.map((role) => ({ route, role, door: doorOf(route) })));

  // The authorizer knows tokens and no roles: each use case is what refuses, before it has looked at anything else.
  it.each(cases.filter(({ route, role }) => !route.roles.includes(role)))(
    '$door is shut to role $role',
    async ({ route, role }) => {
      expect(await knock(route, { sub: 'an', role, unit })).toEqual({ status: 403, type: 'role-refused' });
    },
  );

  it.each(cases.filter(({ route, role }) => route.roles.includes(role)))(
    '$door is not shut to role $role',
    async ({ route, role }) => {
      expect((await knock(route, { sub: 'an', role, unit })).status).not.toBe(403);
    },
  );

  it.each(routes.filter(({ path }) => path.includes('{unit_id}')))(
    '$method $path is shut to officer and certifier of another unit',
    async (route) => {
      for (const role of ['officer', 'certifier'] as const) {
        if (!route.roles.includes(role)) continue;
        const refused = await knock(route, { sub: 'an', role, unit: 'P46-2025' });
        expect(refused).toEqual({ status: 403, type: 'foreign-unit' });
      }
    },
  );

  const listsOwn = [
    'POST /v1/releases',
    'POST /v1/releases/withdraw',
    'GET /v1/me/periods',
    'GET /v1/me/frameworks/{sha256}',
    'GET /v1/me',
  ];
  /** Where a department does its part: what is not of its own rows is left out or refused there. */
  const departmentDoors = [
    'GET /v1/drafts/{group}/{period}/{unit_id}',
    'GET /v1/drafts/{group}/{period}/{unit_id}/check',
    'POST /v1/drafts/{group}/{period}/{unit_id}/rows',
    'GET /v1/drafts/{group}/{period}/{unit_id}/rows/{indicator}/{input}',
    'GET /v1/assignments/{group}/{period}/{unit_id}',
    'GET /v1/evidence/{group}/{period}/{unit_id}',
    'GET /v1/evidence/{group}/{period}/{unit_id}/{sha256}/file',
    'POST /v1/evidence/{group}/{period}/{unit_id}/{sha256}/check',
  ];
  /** Tell a unit what is its own, without naming it in the address. */
  const ofOwnUnit = [
    '/v1/uploads',
    '/v1/log/{group}/{period}',
    '/v1/notices/{group}/{period}',
    '/v1/appraisals/{group}/{period}/decisions',
  ];
  const ofUnit = ({ path }: Route) => path.includes('{unit_id}') || ofOwnUnit.includes(path);
  it.each(cases.filter(({ route, role }) => role === 'officer' && route.roles.includes(role) && ofUnit(route)))(
    '$door sends nothing and tells nothing of the whole unit to an officer of a department',
    async ({ route, door }) => {
      const { status, type } = await knock(route, { sub: 'an', role: 'officer', unit, department: 'so-y-te' });
      if (departmentDoors.includes(door)) expect(status).not.toBe(403);
      // Evidence goes with an indicator of its own.
      else if (door === 'POST /v1/evidence/{group}/{period}/{unit_id}') expect(type).toBe('foreign-row');
      else expect({ status, type }).toEqual({ status: 403, type: 'department-refused' });
    },
  );

  it.each(cases.filter(({ route, role }) => route.roles.includes(role) && !route.path.includes('{run_id}')))(
    '$door is shut to role $role held for another owner’s groups',
    async ({ route, role }) => {
      // Nothing is asked for there by group: what is listed is that of the own groups.
      if (listsOwn.includes(doorOf(route))) return;
      const refused = await knock(route, { sub: 'an', role, unit, owner: 'other' });
      expect(refused).toEqual({ status: 403, type: 'foreign-group' });
    },
  );

  it('are shut to a token without a role of ours', async () => {
    const route = routes[0]!;
    const refused = await knock(route, { sub: 'an', role: 'king' as 'officer' });
    expect(refused).toEqual({ status: 403, type: 'role-missing' });
  });
});
