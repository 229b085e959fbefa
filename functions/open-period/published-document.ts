import { frameworkDocument } from '../../shared/frameworks/framework-document.ts';
import { Problem } from '../../shared/http/problem.ts';
import type { Bucket } from '../../shared/lake/objects.ts';
import { readPublished, type VersionOf } from '../../shared/score-store/published-frameworks.ts';
import type { ScoreTable } from '../../shared/score-store/score-table.ts';
import { readPeriodFramework } from '../../shared/submission/period-framework.ts';

interface Deps {
  lake: Bucket;
  table: ScoreTable;
}

/** The document of a version that the ministry has published, from the lake by the hash it was published under. */
export async function publishedDocument(of: VersionOf, { lake, table }: Deps): Promise<string> {
  const published = await readPublished(table, of);
  if (published) return frameworkDocument(await readPeriodFramework(lake, { framework_sha256: published.sha256 }));
  throw new Problem(
    422,
    'framework-unpublished',
    `Chưa công bố phiên bản ${of.version} của bộ chỉ số ${of.framework_id}; đề nghị công bố trước, hoặc chọn phiên bản trong danh sách GET /v1/me/frameworks.`,
    `Version ${of.version} of ${of.framework_id} is not published.`,
  );
}
