import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { projectRoot } from '../../infra/bundling.ts';
import { importsIn } from '../support/read-imports.ts';

/** Kinds of tests, what is quick first. */
export const kinds = ['unit', 'engines', 'e2e', 'office', 'long'] as const;
export type Kind = (typeof kinds)[number];

export interface TestFile {
  file: string;
  kind: Kind;
  /** Imports between the test and the file: the fewer, the likelier is it about it. */
  distance: number;
}

/** What is loaded by a name that is put together: no import tells of it. */
const loadedByName: [from: string, to: RegExp][] = [
  ['infra/local/functions.ts', /^functions\/[\w-]+\/handler\.ts$/],
  ['test/infra/docs/statuses.test.ts', /^functions\/[\w-]+\/handler\.ts$/],
  ['infra/portal/build-portal.ts', /^functions\/serve-portal\/client\/main\.tsx$/],
];

const folders: [Kind, RegExp][] = [
  ['unit', /^test\/unit\//],
  ['engines', /^test\/(sql|infra)\//],
  ['e2e', /^test\/e2e\//],
  ['office', /^test\/office\//],
  ['long', /^test\/long\/(?!guards)/],
];

/** Runs in a browser: a test in Node that only builds it sees nothing of what it does. */
export const isClient = (file: string): boolean => file.includes('/client/');
const nearClient = 4;

/**
 * Test files that load a file, whatever lies between, those of a kind in this order: of its own name; nearest by imports; of
 * its folder.
 */
export function testsOf(file: string): TestFile[] {
  const words = new Set(
    file
      .split('/')
      .slice(1)
      .map((part) => part.split('.', 1)[0]!),
  );
  const named = (test: TestFile) => Number(wordsOf(test).some((word) => words.has(word)));
  const alike = (test: TestFile) => test.file.split('/').filter((part) => words.has(part)).length;
  return reaching(file)
    .filter(({ kind, distance }) => !isClient(file) || kind === 'office' || distance <= nearClient)
    .sort(
      (a, b) =>
        kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
        named(b) - named(a) ||
        a.distance - b.distance ||
        alike(b) - alike(a),
    );
}

/** `drafts.test.ts` is of `draft/` too. */
const wordsOf = ({ file }: TestFile): string[] => {
  const name = basename(file).split('.', 1)[0]!;
  return [name, name.replace(/s$/, '')];
};

export const kindOf = (test: string): Kind | undefined => folders.find(([, within]) => within.test(test))?.[0];

function reaching(file: string): TestFile[] {
  users ??= readUsers();
  const distances = new Map([[file, 0]]);
  for (const [near, distance] of distances) {
    for (const user of users.get(near) ?? []) if (!distances.has(user)) distances.set(user, distance + 1);
  }
  return [...distances].flatMap(([path, distance]) => {
    const kind = path.endsWith('.test.ts') ? kindOf(path) : undefined;
    return kind === undefined ? [] : [{ file: path, kind, distance }];
  });
}

/** By file: those that load it. Read once. */
let users: Map<string, Set<string>> | undefined;

function readUsers(): Map<string, Set<string>> {
  const files = globSync('{functions,shared,infra,sample-data,test}/**/*.{ts,tsx}', { cwd: projectRoot });
  const usersOf = new Map<string, Set<string>>();
  for (const from of files) {
    for (const to of loadedBy(from, files)) usersOf.set(to, (usersOf.get(to) ?? new Set()).add(from));
  }
  return usersOf;
}

/** A path from the root of the project, written in full: a script that is started, an entry that is bundled. */
const written = /['"`}]((?:functions|shared|infra|sample-data)\/[\w./-]+\.tsx?)['"`]/g;

function loadedBy(from: string, files: string[]): string[] {
  const text = readFileSync(join(projectRoot, from), 'utf8');
  const imported = importsIn(from, text).flatMap(({ to, typeOnly }) => (typeOnly ? [] : [to]));
  const named = [...text.matchAll(written)].map(([, path]) => path!);
  const byName = loadedByName.flatMap(([by, to]) => (by === from ? files.filter((file) => to.test(file)) : []));
  return [...imported, ...named, ...byName];
}
