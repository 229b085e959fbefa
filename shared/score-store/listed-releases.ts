import { Fault } from '../observability/fault.ts';
import type { Release } from './releases.ts';
import { putItem, queryItems, type ScoreTable } from './score-table.ts';
import { readScoreHeader, type ScoreboardHeader } from './scores.ts';

/**
 * A release as the one list of what is out has it, in one partition with all others: one query tells what exists, to the API as to
 * catalogue and feeds. It follows from the release and its table alone, so that whoever completes a release, or tells of it, writes
 * the same again.
 */
export interface ListedRelease extends Omit<Release, 'run_id' | 'code_version' | 'published'> {
  closing_date: string;
  unit_count: number;
  /** Units with figures of their own in this release. */
  submitted_count: number;
  ranked_count: number;
  /** What must be said before the first figure; absent: nothing. */
  notice_vi?: string;
  framework: ListedFramework;
}

export interface ListedFramework {
  framework_id: string;
  version: string;
  sha256: string;
  title_vi: string;
  /** Number of the decision it follows. */
  legal_number: string;
  illustrative: boolean;
}

const partition = 'LISTED';

/** The one write of publishing for the list: after it the release is public, before it nobody is told of it. */
export async function listRelease(table: ScoreTable, release: Release, header: ScoreboardHeader): Promise<void> {
  const listed = listedRelease(release, header);
  const { index, group, period, number } = listed;
  await putItem(table, {
    ...{ pk: partition, sk: `${index}#${group}#${period}#${String(number).padStart(6, '0')}` },
    ...listed,
  });
}

/** The same, with what is stored of its table. Fault `SCORES_GONE`: nothing is. */
export async function listPublicly(table: ScoreTable, release: Release): Promise<void> {
  const header = await readScoreHeader(table, release.run_id);
  if (!header) throw new Fault('SCORES_GONE', `no scores are stored for ${release.release}`);
  await listRelease(table, release, header);
}

/** By index, group, period and number. */
export const readListed = (table: ScoreTable): Promise<ListedRelease[]> => queryItems<ListedRelease>(table, partition);

function listedRelease(release: Release, header: ScoreboardHeader): ListedRelease {
  const { index, group, period, number, released_at, manifest_sha256, inputs_sha256, correction } = release;
  const { closing_date, unit_count, submitted_count, ranked_count, notice_vi } = header;
  const { framework_id, version, sha256, title_vi, legal_number, illustrative } = header.framework;
  return {
    ...{ release: release.release, index, group, period, number, released_at, manifest_sha256, inputs_sha256 },
    ...{ closing_date, unit_count, submitted_count, ranked_count },
    framework: { framework_id, version, sha256, title_vi, legal_number, illustrative },
    ...(notice_vi === undefined ? {} : { notice_vi }),
    ...(correction === undefined ? {} : { correction }),
  };
}
