import { groupsServed, type NamedGroup } from '../../shared/frameworks/groups-served.ts';
import { requireMinistry, requireRole } from '../../shared/http/require-caller.ts';
import type { Caller } from '../../shared/identity/caller.ts';
import { readPeriodRows } from '../../shared/ledger/period-list.ts';
import { listPublished } from '../../shared/score-store/published-frameworks.ts';
import type { ScoreTable } from '../../shared/score-store/score-table.ts';
import { groupNameEn, groupNameVi } from '../../shared/units/names.ts';

/** A version that can be opened, or that a period was opened with. */
export interface FrameworkLine {
  framework_id: string;
  version: string;
  sha256: string;
  /** Null: a period was opened with its document, and nobody has published it. */
  title_vi: string | null;
  published_at: string | null;
  published_by: string | null;
  /** Groups that it may be opened for; empty: it is not published. */
  groups: NamedGroup[];
  periods: (NamedGroup & { period: string })[];
}

/** By id and version; of what a version is, the hash tells (`GET /v1/me/frameworks/{sha256}`). */
export async function listFrameworks(
  caller: Caller,
  { table }: { table: ScoreTable },
): Promise<{ frameworks: FrameworkLine[] }> {
  requireRole(caller, 'appraiser', 'publisher', 'operator');
  requireMinistry(caller);
  const lines = new Map<string, FrameworkLine>();
  for (const { title_en: _, ...published } of await listPublished(table))
    lines.set(published.sha256, { ...published, groups: groupsServed(published), periods: [] });
  for (const { group, period, terms } of await readPeriodRows(table)) {
    const line = lines.get(terms.framework_sha256) ?? unpublished(terms);
    lines.set(terms.framework_sha256, { ...line, periods: [...line.periods, { ...namedGroup(group), period }] });
  }
  return { frameworks: [...lines.values()].sort(byIdAndVersion) };
}

interface Named {
  framework_id: string;
  framework_version: string;
  framework_sha256: string;
}

const unpublished = (terms: Named): FrameworkLine => ({
  ...{ framework_id: terms.framework_id, version: terms.framework_version, sha256: terms.framework_sha256 },
  ...{ title_vi: null, published_at: null, published_by: null, groups: [], periods: [] },
});

const namedGroup = (group: string): NamedGroup => ({
  ...{ group, group_name_vi: groupNameVi(group), group_name_en: groupNameEn(group) },
});

function byIdAndVersion(a: FrameworkLine, b: FrameworkLine): number {
  if (a.framework_id !== b.framework_id) return a.framework_id < b.framework_id ? -1 : 1;
  return a.version.localeCompare(b.version, 'vi', { numeric: true });
}
