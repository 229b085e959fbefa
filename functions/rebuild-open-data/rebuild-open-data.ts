import { canonicalJson } from '../../shared/digest/canonical-json.ts';
import { mapConcurrently } from '../../shared/lake/map-concurrently.ts';
import { type Bucket, putObject } from '../../shared/lake/objects.ts';
import { Fault, RetryableFault } from '../../shared/observability/fault.ts';
import { keyAt } from '../../shared/open-data/addresses.ts';
import { allScoresFiles } from '../../shared/open-data/all-scores.ts';
import { calendarKey, readCalendar, type Upcoming } from '../../shared/open-data/calendar.ts';
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
 * whoever ends last has seen both; cut off anywhere, the same message does the rest. Of the calendar's key: the list of
 * releases alone, which tells of what is to come.
 *
 * @throws Faults `RELEASE_KEY_UNKNOWN`, `RELEASE_FILE_MISSING`, `OPEN_DATA_BUSY` (retryable)
 */
export async function rebuildOpenData(key: string, deps: RebuildOpenDataDeps): Promise<void> {
  if (key === calendarKey) return rebuildUntilSettled(drawRounds, deps);
  const changed = await readReleaseFacts(deps, releaseAt(key));
  await listChanged(changed, deps.table);
  await rebuildUntilSettled((told) => draw(changed, told, deps), deps);
}

/** What the files are made of, beside the files of each release. */
interface Told {
  /** Every release and every table published elsewhere. */
  out: { release: string }[];
  upcoming: Upcoming[];
}

type Drawn = Map<string, string | Uint8Array>;

async function rebuildUntilSettled(
  make: (told: Told, deps: RebuildOpenDataDeps) => Promise<Drawn>,
  deps: RebuildOpenDataDeps,
): Promise<void> {
  let known = await readTold(deps);
  for (let attempt = 0; attempt < tries; attempt++) {
    await write(await make(known, deps), deps);
    const now = await readTold(deps);
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

const readTold = async ({ table, publicBucket }: RebuildOpenDataDeps): Promise<Told> => ({
  out: [...(await readListed(table)), ...(await listPublishedTables(table))],
  upcoming: await readCalendar(publicBucket),
});

/** What is told of each, from its own files. */
const factsOf = (out: Told['out'], deps: RebuildOpenDataDeps): Promise<PublicRelease[]> =>
  mapConcurrently(out, concurrent, ({ release }) => readReleaseFacts(deps, release));

/** None before anything is out: the page leads to a ranking that is not there. */
async function drawRounds({ out, upcoming }: Told, deps: RebuildOpenDataDeps): Promise<Drawn> {
  return out.length === 0 ? new Map() : roundsFiles(await factsOf(out, deps), upcoming);
}

/** `releases/dti/province34/2024/r1/release.json` is of `dti/province34/2024/r1`. */
function releaseAt(key: string): string {
  const release = /^releases\/([\w-]+\/[\w-]+\/[\w-]+\/[\w-]+)\/([^/]+)$/.exec(key);
  if (release?.[2] === lastFile) return release[1]!;
  throw new Fault('RELEASE_KEY_UNKNOWN', `${key} is not the last file of a release`);
}

/** The release that came out is told of whatever the list says. */
async function draw(changed: PublicRelease, { out, upcoming }: Told, deps: RebuildOpenDataDeps): Promise<Drawn> {
  const others = out.filter(({ release }) => release !== changed.header.release);
  const releases = [...(await factsOf(others, deps)), changed];
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
  const drawn = [...roundsFiles(releases, upcoming), ...(await drawEmbeds(changed, releases, deps))];
  return new Map([...current, ...allScoresFiles(releases, rowsOf), ...drawn]);
}

async function write(files: Drawn, { publicBucket }: RebuildOpenDataDeps): Promise<void> {
  await mapConcurrently([...files], concurrent, ([path, body]) =>
    putObject(publicBucket, keyAt(path), body, {
      contentType: contentTypeOf(path),
      cacheControl: 'public, max-age=60',
    }),
  );
}
