import { runKey } from '../../shared/lake/keys.ts';
import { getObject, putObjectOnce } from '../../shared/lake/objects.ts';
import type { Announcement } from '../../shared/ledger/fold-period.ts';
import { readHeads } from '../../shared/release/run-files.ts';
import type { Release } from '../../shared/score-store/releases.ts';
import { type CompleteDeps, type Decided, describeRelease } from './complete-release.ts';
import { releaseFile } from './release-file.ts';
import { announcedFolder, signRelease } from './sign-release.ts';

/**
 * The release as it will go out, kept in the lake with its signatures: at its minute neither the code nor the key of then
 * matter. What was cut off is made then.
 */
export async function keepAnnounced(announced: Announcement, decided: Decided, deps: CompleteDeps): Promise<Release> {
  const release = await keepDescription(announced, decided, deps);
  const facts = releaseFile(release, announced, await readHeads(deps.lake, announced.run_id));
  await signRelease(release, { files: decided.files, facts, announced }, deps);
  return release;
}

async function keepDescription(announced: Announcement, decided: Decided, deps: CompleteDeps): Promise<Release> {
  const key = runKey(announced.run_id, `${announcedFolder(announced)}/release-item.json`);
  const { release, manifest_sha256, public_at: released_at, after_release } = announced;
  const known = await getObject(deps.lake, key);
  if (known) return JSON.parse(new TextDecoder().decode(known.bytes));
  const made = { release, manifest_sha256, released_at, number: after_release + 1 };
  const text = JSON.stringify(await describeRelease(made, decided, deps));
  await putObjectOnce(deps.lake, key, text, { contentType: 'application/json' });
  return keepDescription(announced, decided, deps);
}
