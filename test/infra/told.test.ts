import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../infra/bundling.ts';
import { functions } from '../../infra/topology.ts';
import { readImports } from '../support/read-imports.ts';

/** Kinds of entries that somebody is told of (`shared/notices/notices-of-entry.ts`), where they are drafted. */
const drafted =
  /\bkind: '(answered|returned|question|reply|objection|objection-answered|deadline-moved|reopened|run-ended|preview-opened|released|corrected)'/;

/** Share a file with those that answer, and append entries of other kinds. */
const others = ['save-draft', 'receive-evidence', 'check-evidence'];

const imports = Map.groupBy(readImports('functions', 'shared'), ({ from }) => from);
const textOf = (file: string) => readFileSync(join(projectRoot, file), 'utf8');

function reachable(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const { to } of imports.get(file) ?? []) reachable(to, seen);
  return seen;
}

const filesOf = (name: string) =>
  [...reachable(`functions/${name}/handler.ts`)].filter((file) => /^(functions|shared)\/.*\.tsx?$/.test(file));
const drafts = (name: string) =>
  filesOf(name).some((file) => !/^shared\/(notices|ledger)\//.test(file) && drafted.test(textOf(file)));
/** An entry is told by whoever may append it. */
const appends = functions
  .filter(({ name, uses }) => uses.LEDGER_TABLE?.write && !others.includes(name) && drafts(name))
  .map(({ name }) => name);

describe('functions that append what somebody is told of', () => {
  it('are found', () => {
    expect(appends).toEqual(expect.arrayContaining(['ingest-submission', 'publish-release', 'end-run']));
  });

  it.each(appends)('%s lays out its notices, or they come a day late', (name) => {
    expect(filesOf(name)).toContain('shared/notices/tell-notices.ts');
    expect(textOf(`functions/${name}/handler.ts`)).toMatch(/tell: tellNotices\(/);
    expect(functions.find((spec) => spec.name === name)!.uses.LAKE_BUCKET?.write).toContain('outbox/*');
  });
});
