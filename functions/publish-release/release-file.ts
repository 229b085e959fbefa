import type { ReleaseState } from '../../shared/ledger/fold-period.ts';
import { officeOf } from '../../shared/release/office.ts';
import type { RunHeads } from '../../shared/release/run-files.ts';
import type { Release } from '../../shared/score-store/releases.ts';

/** Who, as the public reads it: an office and what it acted as, never a person. */
export interface Office {
  /** Name of the owner of the group. */
  office: string;
  /** What it acted as. */
  role: string;
}

/** `release.json`: the one file of a release that is not recomputed, and not in the manifest. What the item `Release` says, and: */
export interface ReleaseFile extends Omit<Release, 'published' | 'correction'> {
  run_by: Office;
  released_by: Office;
  /** The chains it rests on: whoever holds them can prove that nothing in them was changed since. */
  heads: RunHeads;
  /** Absent: it is the first of its period. */
  corrects?: string;
  reason?: NonNullable<Release['correction']>['reason'];
  /** Why it went out although what counts had changed since the run; absent: nothing had. */
  despite_vi?: string;
}

/** Only a publisher runs and releases (`infra/topology.ts`). */
const role = 'publisher';

/** Who by office, when, by which code, on which chains. Made of what was written once, so the same bytes at every try. */
export function releaseFile(
  { published, correction, ...facts }: Release,
  { despite_vi }: Pick<ReleaseState, 'despite_vi'>,
  heads: RunHeads,
): Uint8Array {
  const by: Office = { office: officeOf(facts.group), role };
  const file: ReleaseFile = {
    ...facts,
    run_by: by,
    released_by: by,
    heads,
    ...(correction ?? {}),
    ...(despite_vi === undefined ? {} : { despite_vi }),
  };
  return new TextEncoder().encode(`${JSON.stringify(file, null, 2)}\n`);
}
