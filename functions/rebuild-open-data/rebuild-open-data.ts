import { canonicalJson } from '../../shared/digest/canonical-json.ts';
import { mapConcurrently } from '../../shared/lake/map-concurrently.ts';
import { type Bucket, putObject } from '../../shared/lake/objects.ts';
import { Fault, RetryableFault } from '../../shared/observability/fault.ts';
import { keyAt } from '../../shared/open-data/addresses.ts';
import { allScoresFiles } from '../../shared/open-data/all-scores.ts';
import { currentFiles } from '../../shared/open-data/current-files.ts';
import { byLine, lineOf, type PublicRelease } from '../../shared/open-data/public-release.ts';
import { contentTypeOf } from '../../shared/release/content-types.ts';
import type { ScoreRow } from '../../shared/release/open-data/score-rows.ts';
import { listPublicly, readListed } from '../../shared/score-store/listed-releases.ts';
import { listPublishedTables } from '../../shared/score-store/published-tables.ts';
import { readRelease } from '../../shared/score-store/releases.ts';
import type { ScoreTable } from '../../shared/score-store/score-table.ts';
import type { SiteExtent } from '../../shared/site/page-list.ts';
import { roundsFiles } from '../../shared/site/pages/rounds/rounds-page.tsx';
import { drawEmbeds } from './draw-embeds.ts';
import { lastFile, readReleased, readReleasedRows, readReleaseFacts } from './read-release-facts.ts';
import { sitePages } from './site-pages.ts';

export interface RebuildOpenDataDeps {
  publicBucket: Bucket;
  table: ScoreTable;
  /** Of the site: `https://dti.example.vn`. */
  siteOrigin: string;
  /** Which pages releases have there. */
  siteExtent: SiteExtent;
}

/** Objects read or written at the same time. */
const concurrent = 16;

/** Times all is made again because a release came in between; two are already rare. */
const tries = 5;

/**
 * Makes what is current beside the releases again, after one of them came out: the key is that of its last file. The
 * release is put into the list first, as publishing does next, and the list is read again at the end, so that of two at once
 * whoever ends last has seen both; cut off anywhere, the same message does the rest.
 *
 * @throws Faults `RELEASE_KEY_UNKNOWN`, `RELEASE_FILE_MISSING`, `OPEN_DATA_BUSY` (retryable)
 */
export async function rebuildOpenData(key: string, deps: RebuildOpenDataDeps): Promise<void> {
  const changed = await readReleaseFacts(deps, releaseAt(key));
  await listChanged(changed, deps.table);
  let known = await readAllOut(deps.table);
  for (let attempt = 0; attempt < tries; attempt++) {
    await write(await draw(changed, await factsOf(known, changed, deps), deps), deps);
    const now = await readAllOut(deps.table);
    if (canonicalJson(now) === canonicalJson(known)) return;
    known = now;
  }
  throw new RetryableFault('OPEN_DATA_BUSY', 'releases kept coming out while their lists were made');
}

/** A table published elsewhere was listed before its last file. */
async function listChanged({ header }: PublicRelease, table: ScoreTable): Promise<void> {
  const number = /\/r(\d+)$/.exec(header.release)?.[1];
  const release = number === undefined ? null : await readRelease(table, header, Number(number));
  if (release) await listPublicly(table, release);
}

/** Every release and every table published elsewhere. */
const readAllOut = async (table: ScoreTable): Promise<{ release: string }[]> => [
  ...(await readListed(table)),
  ...(await listPublishedTables(table)),
];

/** What is told of each, from its own files; the one that came out is told of whatever the list says. */
async function factsOf(
  known: readonly { release: string }[],
  changed: PublicRelease,
  deps: RebuildOpenDataDeps,
): Promise<PublicRelease[]> {
  const others = known.filter(({ release }) => release !== changed.header.release);
  const read = await mapConcurrently(others, concurrent, ({ release }) => readReleaseFacts(deps, release));
  return [...read, changed];
}

/** `releases/dti/province34/2024/r1/release.json` is of `dti/province34/2024/r1`. */
function releaseAt(key: string): string {
  const release = /^releases\/([\w-]+\/[\w-]+\/[\w-]+\/[\w-]+)\/([^/]+)$/.exec(key);
  if (release?.[2] === lastFile) return release[1]!;
  throw new Fault('RELEASE_KEY_UNKNOWN', `${key} is not the last file of a release`);
}

async function draw(
  changed: PublicRelease,
  releases: PublicRelease[],
  deps: RebuildOpenDataDeps,
): Promise<Map<string, string | Uint8Array>> {
  const names = releases.map(({ header }) => header.release);
  const read = await mapConcurrently(names, concurrent, (name) => readReleasedRows(deps.publicBucket, name));
  const rows = new Map(names.map((name, position) => [name, read[position]!]));
  const rowsOf = (release: string): ScoreRow[] => rows.get(release) ?? [];
  const { index, group } = changed.header;
  const own = releases.filter(({ header }) => header.index === index && header.group === group);
  const newest = byLine(own).get(lineOf(changed.header))!.at(-1)!;
  const current = currentFiles({
    origin: deps.siteOrigin,
    releases,
    changed: changed.header,
    rows: own.flatMap(({ header }) => rowsOf(header.release)),
    pages: sitePages(await readReleased(deps.publicBucket, newest.header.release), deps.siteExtent),
  });
  const drawn = [...roundsFiles(releases), ...(await drawEmbeds(changed, releases, deps))];
  return new Map([...current, ...allScoresFiles(releases, rowsOf), ...drawn]);
}

async function write(files: Map<string, string | Uint8Array>, { publicBucket }: RebuildOpenDataDeps): Promise<void> {
  await mapConcurrently([...files], concurrent, ([path, body]) =>
    putObject(publicBucket, keyAt(path), body, {
      contentType: contentTypeOf(path),
      cacheControl: 'public, max-age=60',
    }),
  );
}
