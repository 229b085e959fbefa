import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../infra/bundling.ts';
import { readImports } from '../support/read-imports.ts';

/** Have a handler and no use case of their own: what they call is tested under `test/unit/intake` and `test/unit/evidence`. */
const handlersAlone = ['ingest-submission', 'receive-evidence'];

describe('use cases', () => {
  it('each have a unit test, by themselves or through the doors that a support file opens', () => {
    const imported = readImports('test/unit', 'test/long', 'test/support').map(({ to }) => to);
    const names = readdirSync(join(projectRoot, 'functions')).filter((name) => !handlersAlone.includes(name));
    const isTested = (name: string) =>
      imported.some((path) => path.startsWith(`functions/${name}/`) && !path.endsWith('/handler.ts'));
    expect(names.length).toBeGreaterThan(15);
    expect(names.filter((name) => !isTested(name))).toEqual([]);
  });
});
