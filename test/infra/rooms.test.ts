import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../infra/bundling.ts';
import { type Import, importsIn, readImports } from '../support/read-imports.ts';

/**
 * The rooms of `shared/`, bottom to top: a room imports those before it. `docs/architecture.md` ("Rooms") shows the same
 * order. An order, and not only "no cycles", so that the import to mend is named and not a whole circle.
 */
const rooms = [
  'observability',
  'format',
  'digest',
  'signing',
  'periods',
  'units',
  'frameworks',
  'lake',
  'scoring',
  'score-store',
  'ledger',
  'identity',
  'notices',
  'release',
  'open-data',
  'submission',
  'workbook',
  'site',
  'public-api',
  'http',
];

interface Home {
  packages: RegExp;
  /** Files, or folders with a slash at the end. */
  places: string[];
}

/** Who imports what reaches outside, or is heavy: one place of the pipeline, and the engines of the one machine. */
const homes: Home[] = [
  // Heavy in a bundle, and never fed a user's raw bytes: the guard is its neighbour.
  { packages: /^exceljs$/, places: ['shared/workbook/'] },
  // Locally: buckets are filled at start, and the site is served from one.
  {
    packages: /^@aws-sdk\/(client-s3|s3-.*)$/,
    places: ['shared/lake/objects.ts', 'infra/local/engines.ts', 'infra/local/public-site.ts'],
  },
  // Locally: commands score files on disk without a pipeline.
  { packages: /^@aws-sdk\/client-athena$/, places: ['shared/lake/run-query.ts', 'infra/local/sql-on-files.ts'] },
  // Locally: the table is made at start. Commands read all chains: no function may scan a table.
  {
    packages: /^@aws-sdk\/(client-dynamodb|lib-dynamodb)$/,
    places: ['shared/score-store/score-table.ts', 'infra/local/dynamodb.ts', 'infra/local/ledger/scan-table.ts'],
  },
  { packages: /^@aws-sdk\/client-sfn$/, places: ['shared/observability/state-machine.ts'] },
  { packages: /^@aws-sdk\/client-secrets-manager$/, places: ['shared/identity/secret.ts'] },
  { packages: /^@aws-sdk\/client-sesv2$/, places: ['shared/notices/send-mail.ts'] },
  { packages: /^@aws-sdk\/client-kms$/, places: ['shared/signing/kms-signer.ts'] },
  // A new client gets a line above.
  { packages: /^@aws-sdk\//, places: [] },
  // One machine code a process, and memory that somebody must free.
  { packages: /^@resvg\//, places: ['shared/site/pictures/open-renderer.ts'] },
  { packages: /^@duckdb\//, places: ['infra/local/athena/'] },
];

const show = ({ from, to }: Import) => `${from} imports ${to}`;
const partsOf = (path: string) => path.split('/') as [string, string];

/** Of `shared/`: what imports a room that does not stand below its own. */
const upward = ({ from, to }: Import): boolean => {
  const [[, own], [top, other]] = [partsOf(from), partsOf(to)];
  return from.startsWith('shared/') && top === 'shared' && own !== other && rooms.indexOf(other) > rooms.indexOf(own);
};

const leavesShared = ({ from, to }: Import): boolean =>
  from.startsWith('shared/') && /^(functions|infra|sample-data|test)\//.test(to);

/** The portal's page knows the types of what the API answers; nothing of the functions' code goes with them. */
const isAnswerType = ({ from, to, typeOnly }: Import): boolean =>
  typeOnly && from.startsWith('functions/serve-portal/client/') && to.startsWith('functions/');

const leavesFunction = (one: Import): boolean => {
  const { from, to } = one;
  const [[, own], [top, other]] = [partsOf(from), partsOf(to)];
  if (!from.startsWith('functions/') || isAnswerType(one)) return false;
  return /^(infra|sample-data|test)$/.test(top) || (top === 'functions' && own !== other);
};

const strays = ({ from, to }: Import): boolean => {
  const home = homes.find(({ packages }) => packages.test(packageOf(to)));
  return (
    home !== undefined && !home.places.some((place) => (place.endsWith('/') ? from.startsWith(place) : from === place))
  );
};

/** `exceljs/dist/x.js` is exceljs. */
const packageOf = (to: string) =>
  to
    .split('/')
    .slice(0, to.startsWith('@') ? 2 : 1)
    .join('/');

const imports = readImports('shared', 'functions', 'infra');
const folders = readdirSync(join(projectRoot, 'shared'));

describe('rooms of shared/', () => {
  it('each have a place in the order, because a room without one could import anything', () => {
    expect(folders.filter((folder) => !rooms.includes(folder))).toEqual([]);
  });

  it('stand in docs/architecture.md in this order', () => {
    const page = readFileSync(join(projectRoot, 'docs/architecture.md'), 'utf8');
    const [, section = ''] = page.split('\n## Rooms\n');
    const shown = [...section.split('\n## ')[0]!.matchAll(/^\| `([\w-]+)` \|/gm)].map(([, room]) => room);
    expect(shown).toEqual(rooms.filter((room) => folders.includes(room)));
  });

  it('import downwards only, types included', () => {
    expect(imports.filter(upward).map(show)).toEqual([]);
  });

  it('know nobody above them', () => {
    expect(imports.filter(leavesShared).map(show)).toEqual([]);
  });
});

describe('functions', () => {
  it('import neither one another nor where they run', () => {
    expect(imports.filter(leavesFunction).map(show)).toEqual([]);
  });
});

describe('the SDK, the spreadsheet library and the query engine', () => {
  it('are each imported in one place', () => {
    expect(imports.filter(strays).map(show)).toEqual([]);
  });

  it('are imported there, because a place that is left behind would let the next one in', () => {
    const used = (place: string) =>
      imports.some(({ from, to }) => from.startsWith(place) && strays({ from: '', to, typeOnly: false }));
    expect(homes.flatMap(({ places }) => places).filter((place) => !used(place))).toEqual([]);
  });
});

describe('what is looked for', () => {
  it.each([
    ['shared/lake/a.ts', "import type { B } from '../release/b.ts';", upward],
    ['shared/lake/sub/a.ts', "export {\n  b,\n} from '../../release/b.ts';", upward],
    ['shared/lake/a.ts', "import '../release/b.ts';", upward],
    ['shared/lake/a.ts', "const b = await import('../release/b.ts');", upward],
    ['shared/lake/a.ts', "import { b } from '../../functions/b/b.ts';", leavesShared],
    ['functions/a/handler.ts', "import { b } from '../b/b.ts';", leavesFunction],
    ['functions/serve-portal/client/a.ts', "import { b } from '../../b/b.ts';", leavesFunction],
    ['functions/serve-portal/handler.ts', "import type { B } from '../b/b.ts';", leavesFunction],
    ['functions/a/a.ts', "import { b } from '../../infra/topology.ts';", leavesFunction],
    ['functions/a/a.ts', "import type { Workbook } from 'exceljs';", strays],
    ['shared/lake/keys.ts', "import { S3Client } from '@aws-sdk/client-s3';", strays],
    ['shared/lake/objects.ts', "import { SQSClient } from '@aws-sdk/client-sqs';", strays],
  ])('is found in %s: %s', (from, text, isWrong) => {
    expect(importsIn(from, text).filter(isWrong)).toHaveLength(1);
  });
});
