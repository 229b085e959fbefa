import { enterRound } from '../../shared/http/enter.ts';
import type { Caller } from '../../shared/identity/caller.ts';
import type { PeriodOf } from '../../shared/ledger/chain.ts';
import type { PeriodState, ReleaseState } from '../../shared/ledger/fold-period.ts';
import type { Ledger } from '../../shared/ledger/ledger.ts';
import { startersOf } from '../../shared/release/involved-in.ts';
import { officeOf } from '../../shared/release/office.ts';

export interface ReleaseLine {
  release: string;
  /** 1 for `r1`. */
  number: number;
  run_id: string;
  manifest_sha256: string;
  /** Whose release it is: an office, as the public reads it. */
  office: string;
  /** Opaque ids of persons. */
  run_by: string[];
  released_by: string;
  released_at: string;
  /** Why it went out although something that counts had changed since the run; null: nothing had. */
  despite_vi: string | null;
  /** The release whose place it took, and why; null: it was the first. */
  corrects: string | null;
  reason_vi: string | null;
  /** The release that took its place; null: it is current. */
  superseded_by: string | null;
  /** Address of its page on the public site. */
  page: string;
}

export interface ReleaseList extends PeriodOf {
  /** The newest first. */
  releases: ReleaseLine[];
}

/** What was released of a period, from its chain. */
export async function readReleaseList(
  { group, period }: PeriodOf,
  caller: Caller,
  { ledger }: { ledger: Ledger },
): Promise<ReleaseList> {
  const state = await enterRound(caller, { group, period }, ledger, 'appraiser', 'publisher', 'operator');
  return { group, period, releases: state.releases.map((made) => describe(made, state, group)).reverse() };
}

function describe(made: ReleaseState, state: PeriodState, group: string): ReleaseLine {
  const { release, number, run_id, manifest_sha256, released_by, released_at } = made;
  return {
    ...{ release, number, run_id, manifest_sha256, office: officeOf(group), released_by, released_at },
    run_by: [...startersOf(state, run_id)],
    despite_vi: made.despite_vi ?? null,
    corrects: made.corrects ?? null,
    reason_vi: made.reason_vi ?? null,
    superseded_by: state.releases[number]?.release ?? null,
    page: `/releases/${release}/`,
  };
}
