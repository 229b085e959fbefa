import type { Framework } from '../../shared/frameworks/framework.ts';
import { frozenVersion } from '../../shared/frameworks/frozen.ts';
import { readPeriodRows } from '../../shared/ledger/period-list.ts';
import { listPublished } from '../../shared/score-store/published-frameworks.ts';
import type { ScoreTable } from '../../shared/score-store/score-table.ts';

interface Version {
  version: string;
  sha256: string;
}

/** The version to compare with: published last, else that of a period, which was opened with a document of its own. */
export async function findEarlier({ framework_id, sha256 }: Framework, table: ScoreTable): Promise<Version | null> {
  const published = await listPublished(table, framework_id);
  const others = published
    .filter((one) => one.sha256 !== sha256)
    .sort((a, b) => (a.published_at < b.published_at ? -1 : 1));
  const last = others.at(-1);
  if (last) return { version: last.version, sha256: last.sha256 };
  const opened = (await versionsOfPeriods(framework_id, table)).filter((one) => one.sha256 !== sha256);
  return opened.at(-1) ?? null;
}

/**
 * Hash of another document under the same version: published, opened, or delivered and frozen though nobody has done
 * either yet. Null: the version is free, or this one's.
 */
export async function findOtherOfVersion(framework: Framework, table: ScoreTable): Promise<string | null> {
  const { framework_id, version, sha256 } = framework;
  const delivered = frozenVersion(framework);
  if (delivered !== null && delivered !== sha256) return delivered;
  const known = [...(await listPublished(table, framework_id)), ...(await versionsOfPeriods(framework_id, table))];
  return known.find((one) => one.version === version && one.sha256 !== sha256)?.sha256 ?? null;
}

async function versionsOfPeriods(frameworkId: string, table: ScoreTable): Promise<Version[]> {
  const rows = await readPeriodRows(table);
  return rows
    .filter(({ terms }) => terms.framework_id === frameworkId)
    .map(({ terms }) => ({ version: terms.framework_version, sha256: terms.framework_sha256 }));
}
