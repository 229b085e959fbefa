import { Problem } from '../../shared/http/problem.ts';
import type { PeriodTerms } from '../../shared/ledger/period-entry.ts';
import { defaultReceiptsPerDay } from '../../shared/ledger/upload-numbers.ts';
import { deadlineDay } from '../../shared/periods/deadline.ts';
import { periodNamedVi } from '../../shared/periods/period.ts';
import { groupNameVi } from '../../shared/units/names.ts';

/** What may differ without being another term: the deadline has a route of its own, so that one left out says nothing. */
const compared = ['notice_vi', 'certification', 'receipts_per_day'] as const;

/** What was opened stays so: the terms given again must be those. A term left out is the term of who leaves it out. */
export function requireSameTerms(
  { group, period }: { group: string; period: string },
  given: PeriodTerms,
  opened: PeriodTerms,
): void {
  if (given.framework_sha256 !== opened.framework_sha256) throw otherFramework(group, period, opened);
  const isMoved = given.deadline_at !== undefined && given.deadline_at !== opened.deadline_at;
  if (isMoved) throw otherDeadline(group, period, opened);
  const [one, other] = [given, opened].map(withDefaults) as [FullTerms, FullTerms];
  const different = compared.find((field) => one[field] !== other[field]);
  if (different !== undefined) throw otherTerm(group, period, { field: different, opened: other[different] });
}

type FullTerms = ReturnType<typeof withDefaults>;

const withDefaults = ({ notice_vi, certification, receipts_per_day }: PeriodTerms) => ({
  notice_vi: notice_vi ?? null,
  certification: certification ?? null,
  receipts_per_day: receipts_per_day ?? defaultReceiptsPerDay,
});

const termsVi: Record<keyof FullTerms, string> = {
  notice_vi: 'dòng lưu ý của kỳ',
  certification: 'yêu cầu xác nhận của thủ trưởng đơn vị',
  receipts_per_day: 'số tệp một đơn vị được gửi trong một ngày',
};

const otherFramework = (group: string, period: string, opened: PeriodTerms): Problem =>
  new Problem(
    409,
    'period-framework',
    `Kỳ ${periodNamedVi(period)} của nhóm ${groupNameVi(group)} đã mở với một bộ chỉ số khác (mã ${opened.framework_id}, phiên bản ${opened.framework_version}); bộ chỉ số của một kỳ không thay đổi. Đề nghị mở lại đúng bộ chỉ số đó.`,
    `The period was opened with framework ${opened.framework_id} (${opened.framework_sha256}).`,
  );

function otherDeadline(group: string, period: string, { deadline_at }: PeriodTerms): Problem {
  const day = deadline_at ? deadlineDay(deadline_at) : null;
  const route = `POST /v1/periods/${group}/${period}/deadline`;
  return new Problem(
    409,
    'period-deadline',
    `Kỳ ${periodNamedVi(period)} của nhóm ${groupNameVi(group)} đã mở ${day ? `với hạn gửi ${day}` : 'không có hạn gửi'}; thay đổi hạn gửi phải nêu lý do: ${route}.`,
    `The deadline of the period is ${day ?? 'not set'}; move it with a reason: ${route}.`,
  );
}

interface OtherTerm {
  field: keyof FullTerms;
  opened: string | number | null;
}

const otherTerm = (group: string, period: string, { field, opened }: OtherTerm): Problem =>
  new Problem(
    409,
    'period-terms',
    `Kỳ ${periodNamedVi(period)} của nhóm ${groupNameVi(group)} đã mở với ${termsVi[field]} khác (${field}: ${opened ?? 'không ghi'}); nội dung này không thay đổi sau khi mở. Đề nghị ghi đúng nội dung đã mở.`,
    `The period was opened with another "${field}": ${opened ?? 'none'}.`,
  );
