import { assessedPoints } from '../../shared/frameworks/assessed-points.ts';
import { compareFrameworks, type FrameworkChanges } from '../../shared/frameworks/compare-frameworks.ts';
import { complaintVi } from '../../shared/frameworks/complaint-words.ts';
import type { Framework } from '../../shared/frameworks/framework.ts';
import { frameworkDocument } from '../../shared/frameworks/framework-document.ts';
import { FrameworkFault } from '../../shared/frameworks/framework-fault.ts';
import { groupsServed, type NamedGroup } from '../../shared/frameworks/groups-served.ts';
import { type FrameworkFiles, parseFramework } from '../../shared/frameworks/parse-framework.ts';
import { Problem } from '../../shared/http/problem.ts';
import { requireMinistry, requireRole } from '../../shared/http/require-caller.ts';
import { actorOf } from '../../shared/identity/actor.ts';
import type { Caller } from '../../shared/identity/caller.ts';
import { frameworkKey } from '../../shared/lake/keys.ts';
import { type Bucket, putObjectOnce } from '../../shared/lake/objects.ts';
import {
  keepPublished,
  type PublishedFramework,
  readPublished,
} from '../../shared/score-store/published-frameworks.ts';
import type { ScoreTable } from '../../shared/score-store/score-table.ts';
import { readPeriodFramework } from '../../shared/submission/period-framework.ts';
import { findEarlier, findOtherOfVersion } from './find-earlier.ts';

export interface PublishFrameworkInput {
  readFiles: () => Promise<FrameworkFiles>;
  /** Hash of what was looked at; absent: it is only looked at. */
  publish?: string | undefined;
}

export interface PublishFrameworkDeps {
  lake: Bucket;
  table: ScoreTable;
  now: () => Date;
}

export interface FrameworkAnswer {
  framework_id: string;
  version: string;
  sha256: string;
  title_vi: string;
  groups: NamedGroup[];
  indicators: number;
  /** Sum of what can be earned, of what counts this round. */
  max_points: string;
  illustrative: boolean;
  /** Null: not published yet. */
  published_at: string | null;
  /** What it is compared with; null: it is the first of its id. */
  before: { version: string; sha256: string } | null;
  /** Null where there is nothing before. */
  changes: FrameworkChanges | null;
}

/**
 * Looks at a framework as its author hands it in, and publishes it when the hash of what was looked at is named: what
 * goes out is what somebody has seen. A version is one document for ever.
 */
export async function publishFramework(
  { readFiles, publish }: PublishFrameworkInput,
  caller: Caller,
  deps: PublishFrameworkDeps,
): Promise<FrameworkAnswer> {
  requireRole(caller, 'publisher');
  requireMinistry(caller);
  const framework = readFramework(await readFiles());
  await requireFreeVersion(framework, deps.table);
  const before = await findEarlier(framework, deps.table);
  const published = publish === undefined ? null : await keep(framework, publish, caller, deps);
  const known = published ?? (await readPublished(deps.table, framework));
  const earlier = before && (await readPeriodFramework(deps.lake, { framework_sha256: before.sha256 }));
  return {
    ...summaryOf(framework),
    published_at: known?.published_at ?? null,
    before,
    changes: earlier && compareFrameworks(earlier, framework),
  };
}

function summaryOf(framework: Framework) {
  const { framework_id, version, sha256, title_vi, illustrative } = framework;
  return {
    ...{ framework_id, version, sha256, title_vi, illustrative },
    groups: groupsServed(framework),
    indicators: framework.indicators.length,
    max_points: assessedPoints(framework),
  };
}

/** Complaints that one answer holds. */
const mostComplaints = 200;

function readFramework(files: FrameworkFiles): Framework {
  try {
    return parseFramework(files);
  } catch (error) {
    if (!(error instanceof FrameworkFault)) throw error;
    const complaints = error.complaints.map((complaint) => ({
      file: complaint.file,
      line: complaint.line,
      message_vi: complaintVi(complaint) ?? complaint.message,
      message_en: complaint.message,
    }));
    throw new Problem(
      422,
      'framework-refused',
      `Bộ chỉ số có ${complaints.length} chỗ cần sửa trước khi công bố.`,
      `The framework has ${complaints.length} mistakes.`,
      { members: { complaints: complaints.slice(0, mostComplaints) } },
    );
  }
}

async function requireFreeVersion(framework: Framework, table: ScoreTable): Promise<void> {
  const other = await findOtherOfVersion(framework, table);
  if (!other) return;
  throw new Problem(
    409,
    'framework-version-taken',
    `Phiên bản ${framework.version} của bộ chỉ số ${framework.framework_id} đã có với nội dung khác và không thay đổi được; đề nghị đặt phiên bản mới.`,
    `Version ${framework.version} of ${framework.framework_id} is another document (${other}); choose a new version.`,
  );
}

async function keep(
  framework: Framework,
  lookedAt: string,
  caller: Caller,
  { lake, table, now }: PublishFrameworkDeps,
): Promise<PublishedFramework> {
  if (lookedAt !== framework.sha256) throw differs(framework);
  // Before it is listed: what is listed can be opened.
  const document = frameworkDocument(framework);
  await putObjectOnce(lake, frameworkKey(framework.sha256), document, { contentType: 'application/json' });
  const { framework_id, version, sha256, title_vi, title_en, groups } = framework;
  const { subject: published_by } = await actorOf(table, caller);
  const published = {
    framework_id,
    version,
    sha256,
    title_vi,
    title_en,
    groups,
    published_at: now().toISOString(),
    published_by,
  };
  if (await keepPublished(table, published)) return published;
  const known = (await readPublished(table, framework))!;
  // Of two at once with one version the other was first.
  if (known.sha256 !== sha256) await requireFreeVersion(framework, table);
  return known;
}

const differs = ({ sha256 }: Framework): Problem =>
  new Problem(
    409,
    'framework-differs',
    'Nội dung gửi lên khác với nội dung đã xem trước; đề nghị xem lại thay đổi rồi công bố.',
    `What was sent has the hash ${sha256}, another than what was looked at.`,
  );
