import type { Framework } from '../../shared/frameworks/framework.ts';
import { frameworkDocument, readFrameworkDocument } from '../../shared/frameworks/framework-document.ts';
import { servesGroup } from '../../shared/frameworks/serves-group.ts';
import { requireGroupPeriod } from '../../shared/http/group-period.ts';
import { Problem } from '../../shared/http/problem.ts';
import { requireOwner, requireRole } from '../../shared/http/require-caller.ts';
import type { Caller } from '../../shared/identity/caller.ts';
import { frameworkKey } from '../../shared/lake/keys.ts';
import { type Bucket, putObjectOnce } from '../../shared/lake/objects.ts';
import { endOfDayInVietnam } from '../../shared/periods/deadline.ts';
import { moveDeadline, type OpenPeriod, openPeriod as recordOpenPeriod } from '../../shared/score-store/periods.ts';
import type { ScoreTable } from '../../shared/score-store/score-table.ts';

export interface OpenPeriodInput {
  group: string;
  period: string;
  /** The framework as one document, so that one that is not delivered with the code works like any other. */
  framework: string;
  /** Last day for sending, `YYYY-MM-DD`. */
  deadline?: string | undefined;
  /** What every page and report of the period must say before its first figure. */
  notice_vi?: string | undefined;
}

export interface OpenPeriodDeps {
  lake: Bucket;
  table: ScoreTable;
  now: () => Date;
}

/**
 * Opens a period of a group under a framework. Again with the same framework: at most the deadline moves; with another:
 * 409.
 */
export async function openPeriod(input: OpenPeriodInput, caller: Caller, deps: OpenPeriodDeps): Promise<OpenPeriod> {
  requireRole(caller, 'publisher');
  const framework = readFramework(input.framework);
  requireGroupPeriod(input.group, input.period);
  requireOwner(caller, input.group);
  requireFrameworkFor(framework, input.group);
  await putObjectOnce(deps.lake, frameworkKey(framework.sha256), frameworkDocument(framework), {
    contentType: 'application/json',
  });
  const opened = await recordOpenPeriod(deps.table, toOpenPeriod(input, framework, caller, deps.now()));
  if (opened.framework_sha256 === framework.sha256) return withDeadline(opened, input.deadline, deps.table);
  throw new Problem(
    409,
    'period-open',
    `Kỳ ${input.period} của nhóm ${input.group} đã mở với bộ chỉ số ${opened.framework_id}.`,
    `The period is open with framework ${opened.framework_id} (${opened.framework_sha256}).`,
  );
}

async function withDeadline(opened: OpenPeriod, day: string | undefined, table: ScoreTable): Promise<OpenPeriod> {
  if (day === undefined) return opened;
  const deadline_at = endOfDayInVietnam(day);
  if (opened.deadline_at !== deadline_at) await moveDeadline(table, opened, deadline_at);
  return { ...opened, deadline_at };
}

function readFramework(document: string): Framework {
  try {
    return readFrameworkDocument(document);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Problem(
      422,
      'framework-invalid',
      `Bộ chỉ số chưa hợp lệ: ${reason}`,
      `The framework is invalid: ${reason}`,
    );
  }
}

function requireFrameworkFor(framework: Framework, group: string): void {
  if (servesGroup(framework, group)) return;
  throw new Problem(
    422,
    'framework-group',
    `Bộ chỉ số ${framework.framework_id} không dùng cho nhóm ${group}.`,
    `Framework ${framework.framework_id} is for: ${framework.groups.join(', ')}.`,
  );
}

const toOpenPeriod = (input: OpenPeriodInput, framework: Framework, caller: Caller, now: Date): OpenPeriod => ({
  group: input.group,
  period: input.period,
  framework_id: framework.framework_id,
  framework_version: framework.version,
  framework_sha256: framework.sha256,
  opened_by: caller.subject,
  opened_at: now.toISOString(),
  ...(input.deadline === undefined ? {} : { deadline_at: endOfDayInVietnam(input.deadline) }),
  ...(input.notice_vi === undefined ? {} : { notice_vi: input.notice_vi.normalize('NFC') }),
});
