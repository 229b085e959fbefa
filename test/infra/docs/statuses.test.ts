import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../../infra/bundling.ts';
import { functions, type Route } from '../../../infra/topology.ts';
import { documentedStatuses, undocumented } from '../../support/documented-answers.ts';
import { readImports } from '../../support/read-imports.ts';

const routes = functions.flatMap(({ name, trigger }) =>
  trigger.kind === 'http' ? trigger.routes.map((route) => ({ name, route, of: `${route.method} ${route.path}` })) : [],
);
// A route that is missing altogether fails the test of the pages.
const described = routes.filter(({ route }) => documentedStatuses(route.method, route.path) !== null);
const statusesOf = ({ method, path }: Route) => documentedStatuses(method, path)!;

const imports = Map.groupBy(readImports('functions', 'shared'), ({ from }) => from);

function reachable(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const { to } of imports.get(file) ?? []) reachable(to, seen);
  return seen;
}

/** Statuses of the refusals in all that a function is made of. */
function refusalsOf(name: string): Set<number> {
  const files = [...reachable(`functions/${name}/handler.ts`)].filter((file) =>
    /^(functions|shared)\/.*\.tsx?$/.test(file),
  );
  const texts = files.map((file) => readFileSync(join(projectRoot, file), 'utf8'));
  const found = texts.flatMap((text) => [...text.matchAll(/new Problem\(\s*(\d{3})\b/g)]);
  return new Set(found.map(([, status]) => Number(status)));
}

describe('statuses in the OpenAPI document', () => {
  it.each(described)(
    '$of: each refusal is one that the function has, so that none outlives its reason',
    ({ name, route }) => {
      const refusals = refusalsOf(name);
      expect(statusesOf(route).filter((status) => status >= 400 && status !== 401 && !refusals.has(status))).toEqual(
        [],
      );
    },
  );

  it.each([...Map.groupBy(described, ({ name }) => name)])(
    '%s answers with no status that none of its routes names',
    (name, own) => {
      const text = readFileSync(join(projectRoot, `functions/${name}/handler.ts`), 'utf8');
      const given = [...text.matchAll(/\banswer\(\s*(\d+)\b/g)].map(([, status]) => Number(status));
      const documented = own.flatMap(({ route }) => statusesOf(route));
      expect(given.filter((status) => !documented.includes(status))).toEqual([]);
    },
  );

  it.each(described)('$of: what every route answers is there', ({ route }) => {
    const always = route.roles.includes('public') ? [400] : [400, 401, 403];
    expect(statusesOf(route)).toEqual(expect.arrayContaining(always));
  });

  it.each(described)('$of: 422 where a body is read, and nowhere else', ({ name, route }) => {
    const reads =
      route.method === 'POST' && !takesFiles.includes(route.path) && (readsBody(name) || refusalsBeside(name).has(422));
    expect(statusesOf(route).includes(422)).toBe(reads);
  });
});

/** Take bytes as they are, beside a route of the same function that reads JSON. */
const takesFiles = ['/v1/appraisals/{group}/{period}'];

const readsBody = (name: string) =>
  /\breadBody\(|\breadNoBody\(/.test(readFileSync(join(projectRoot, `functions/${name}/handler.ts`), 'utf8'));

/** Of the function itself, which reads a body in a way of its own. */
function refusalsBeside(name: string): Set<number> {
  const own = [...reachable(`functions/${name}/handler.ts`)].filter(
    (file) => file.startsWith(`functions/${name}/`) || file === 'shared/http/content-digest.ts',
  );
  const texts = own.map((file) => readFileSync(join(projectRoot, file), 'utf8'));
  return new Set(
    texts.flatMap((text) => [...text.matchAll(/new Problem\(\s*(\d{3})\b/g)]).map(([, one]) => Number(one)),
  );
}

describe('undocumented', () => {
  it('names a status that a route has not announced, which tests of the running pipeline ask after every answer', () => {
    expect(undocumented('POST', 'http://x/v1/runs', 418)).toBe('POST /v1/runs answered 418');
    expect(undocumented('POST', 'http://x/v1/runs', 202)).toBeNull();
    expect(undocumented('HEAD', 'http://x/v1/openapi.json', 200)).toBeNull();
    expect(undocumented('GET', 'http://x/elsewhere', 418)).toBeNull();
  });
});
