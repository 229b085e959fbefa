import type { Framework } from '../../shared/frameworks/framework.ts';
import { frozenVersion } from '../../shared/frameworks/frozen.ts';
import { Problem } from '../../shared/http/problem.ts';
import { readPublished } from '../../shared/score-store/published-frameworks.ts';
import type { ScoreTable } from '../../shared/score-store/score-table.ts';

/** A version that was published, or delivered frozen, is that document for ever: no period begins under its name with another. */
export async function requireOwnVersion(framework: Framework, table: ScoreTable): Promise<void> {
  const { framework_id, version, sha256 } = framework;
  const taken = frozenVersion(framework) ?? (await readPublished(table, framework))?.sha256 ?? sha256;
  if (taken === sha256) return;
  throw new Problem(
    409,
    'framework-version-taken',
    `Phiên bản ${version} của bộ chỉ số ${framework_id} đã công bố với nội dung khác; đề nghị mở kỳ với bản đã công bố, hoặc đặt phiên bản mới.`,
    `Version ${version} of ${framework_id} was published as another document (${taken}).`,
  );
}
