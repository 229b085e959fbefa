import { dayInVietnam } from '../../shared/format/format-date.ts';
import { lineOf, type PublicRelease, successorsOf } from '../../shared/open-data/public-release.ts';
import { embedFiles } from '../../shared/site/embed/embed-files.ts';
import { readReleased } from './read-release-facts.ts';
import type { RebuildOpenDataDeps } from './rebuild-open-data.ts';

/**
 * What others may frame of the release that came out, and of the one whose place it took, which says so from now on. Those
 * before that one say it already.
 */
export async function drawEmbeds(
  changed: PublicRelease,
  releases: readonly PublicRelease[],
  { publicBucket, siteOrigin }: RebuildOpenDataDeps,
): Promise<Map<string, string>> {
  // A picture leads to the page of its release.
  const line = releases.filter(({ header, paged }) => paged && lineOf(header) === lineOf(changed.header));
  const successors = successorsOf(line);
  const name = changed.header.release;
  const touched = line.filter(
    ({ header }) => header.release === name || successors.get(header.release)?.header.release === name,
  );
  const files = new Map<string, string>();
  for (const { header, released_at } of touched) {
    const supersededBy = successors.get(header.release)?.header.release ?? null;
    const facts = { origin: siteOrigin, publishedOn: dayInVietnam(released_at), supersededBy };
    for (const [path, text] of embedFiles(await readReleased(publicBucket, header.release), facts))
      files.set(path, text);
  }
  return files;
}
