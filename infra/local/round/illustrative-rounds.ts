import { illustrativeNote, quarterGroups } from '../../../sample-data/quarter.ts';
import { isPeriodOver } from '../../../shared/periods/period-over.ts';
import type { Pipeline } from '../pipeline.ts';
import { closeRound, receiveRound, releaseRound, runRound } from './close-round.ts';
import { completeRelease } from './complete-release.ts';
import { halfWay } from './half-way-round.ts';
import { makeQuarterWorkbooks } from './made-workbooks.ts';
import type { Progress } from './progress.ts';

export interface IllustrativeRelease {
  /** `dti/province34/2025/r1` */
  release: string;
  /**
   * Files rejected and units without an accepted file: the story of the quarter has some of each. Null: an earlier start
   * released it.
   */
  received: { rejected: number; missing: number } | null;
}

/**
 * A year of the provinces first, so that their quarter has values to carry and a release to be compared with. One is left
 * half-way, for people to go on with.
 */
const rounds = [
  { group: 'province34', period: '2025' },
  ...quarterGroups({ allCommunes: false }).map((group) => ({ group, period: '2026-Q3' })),
].filter(({ group, period }) => group !== halfWay.group || period !== halfWay.period);

/**
 * Puts the made-up rounds through the pipeline, one after another; every release of them says that it is illustrative.
 * Those whose period is over by this machine's clock: no other can be closed.
 */
export async function* publishIllustrativeRounds(
  pipeline: Pipeline,
  signingKey: Uint8Array,
  progress: Progress,
): AsyncGenerator<IllustrativeRelease> {
  for (const { group, period } of rounds.filter((round) => isPeriodOver(round.period, new Date()))) {
    const tell: Progress = (step, count) => progress(`[minh họa ${group} ${period}] ${step}`, count);
    const released = await completeRelease({ group, period }, pipeline);
    if (released) {
      yield { release: released, received: null };
      continue;
    }
    const { framework, files } = await makeQuarterWorkbooks(group, period, signingKey, tell);
    const received = await receiveRound(
      { group, period, framework, files, notice_vi: illustrativeNote },
      pipeline,
      tell,
    );
    await closeRound({ group, period }, pipeline, tell);
    const run = await runRound({ group, period }, pipeline, tell);
    if (run?.status !== 'ready' && run?.status !== 'released') {
      throw new Error(`${group} ${period}: ${run?.failure?.message ?? 'nothing accepted'}`);
    }
    const { release } = await releaseRound(run, pipeline, tell);
    const rejected = received.submissions.filter(({ accepted }) => !accepted).length;
    yield { release, received: { rejected, missing: received.missing.length } };
  }
}
