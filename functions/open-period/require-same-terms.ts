import { Problem } from '../../shared/http/problem.ts';
import type { PeriodTerms } from '../../shared/ledger/period-entry.ts';
import { deadlineDay } from '../../shared/periods/deadline.ts';
import { groupNameVi } from '../../shared/units/names.ts';

/** What was opened stays so: terms that are given again must be those; one that is left out says nothing. */
export function requireSameTerms(
  { group, period }: { group: string; period: string },
  given: PeriodTerms,
  opened: PeriodTerms,
): void {
  if (given.framework_sha256 !== opened.framework_sha256) throw otherFramework(group, period, opened);
  const fields = Object.keys(given) as (keyof PeriodTerms)[];
  const different = fields.find((field) => given[field] !== opened[field]);
  if (different === 'deadline_at') throw otherDeadline(group, period, opened);
  if (different !== undefined) throw otherTerm(group, period, different);
}

const otherFramework = (group: string, period: string, opened: PeriodTerms): Problem =>
  new Problem(
    409,
    'period-framework',
    `Kỳ ${period} của nhóm ${groupNameVi(group)} đã mở với bộ chỉ số ${opened.framework_id} (phiên bản ${opened.framework_version}); bộ chỉ số của một kỳ không thay đổi. Đề nghị mở lại đúng bộ chỉ số đó.`,
    `The period was opened with framework ${opened.framework_id} (${opened.framework_sha256}).`,
  );

function otherDeadline(group: string, period: string, { deadline_at }: PeriodTerms): Problem {
  const day = deadline_at ? deadlineDay(deadline_at) : null;
  const route = `POST /v1/periods/${group}/${period}/deadline`;
  return new Problem(
    409,
    'period-deadline',
    `Kỳ ${period} của nhóm ${groupNameVi(group)} đã mở ${day ? `với hạn gửi ${day}` : 'không có hạn gửi'}; thay đổi hạn gửi phải nêu lý do: ${route}.`,
    `The deadline of the period is ${day ?? 'not set'}; move it with a reason: ${route}.`,
  );
}

const otherTerm = (group: string, period: string, field: string): Problem =>
  new Problem(
    409,
    'period-terms',
    `Kỳ ${period} của nhóm ${groupNameVi(group)} đã mở với nội dung "${field}" khác; nội dung này không thay đổi sau khi mở. Đề nghị ghi đúng nội dung đã mở, hoặc bỏ trường này.`,
    `The period was opened with another "${field}".`,
  );
