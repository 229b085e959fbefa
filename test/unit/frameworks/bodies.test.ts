import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../../infra/bundling.ts';
import { bodies, bodyIdOf, bodyNameVi } from '../../../shared/frameworks/bodies.ts';
import { loadFramework } from '../../../shared/frameworks/load-framework.ts';

const folders = readdirSync(join(projectRoot, 'shared/frameworks'), { withFileTypes: true });
const frameworks = await Promise.all(folders.filter((one) => one.isDirectory()).map(({ name }) => loadFramework(name)));
const named = new Set(frameworks.flatMap(({ indicators }) => indicators.flatMap((one) => one.verified_by_vi ?? [])));

describe('bodies.json', () => {
  it('has an id for each verified_by_vi of the delivered frameworks, and no name that none of them has', () => {
    expect([...named].filter((name) => bodyIdOf(name) === null)).toEqual([]);
    expect(bodies.filter(({ name_vi }) => !named.has(name_vi))).toEqual([]);
  });

  it('has ids that a claim can list, each once and in order', () => {
    const ids = bodies.map(({ body_id }) => body_id);
    expect(ids.filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([]);
    expect(ids).toEqual([...new Set(ids)].sort());
  });

  it('knows a name however it was composed, and calls an id that it does not have by itself', () => {
    expect(bodyIdOf('Bộ Nội vụ'.normalize('NFD'))).toBe('moha');
    expect(bodyIdOf('Bộ Nội Vụ')).toBeNull();
    expect(bodyIdOf(undefined)).toBeNull();
    expect(bodyNameVi('moha')).toBe('Bộ Nội vụ');
    expect(bodyNameVi('nobody')).toBe('nobody');
  });
});
