import { askedIndicators } from '../../shared/frameworks/asked-indicators.ts';
import type { Framework } from '../../shared/frameworks/framework.ts';
import { readFrameworkDocument } from '../../shared/frameworks/framework-document.ts';
import { servesGroup } from '../../shared/frameworks/serves-group.ts';
import { Problem } from '../../shared/http/problem.ts';
import { periodNamedVi } from '../../shared/periods/period.ts';
import { groupNameVi } from '../../shared/units/names.ts';
import { membersOf } from '../../shared/units/registry.ts';

interface Asked {
  group: string;
  period: string;
  /** As one document. */
  framework: string;
}

/** The framework of the document, when it is sound, made for the group, and asks some member something in the period. */
export function readFrameworkFor({ group, period, framework: document }: Asked): Framework {
  const framework = readFramework(document);
  if (!servesGroup(framework, group)) throw foreignGroup(framework, group);
  const isAsked = membersOf(group, period).some(
    ({ unit_id }) => askedIndicators(framework, { unit_id, group, period }).length > 0,
  );
  if (!isAsked) throw nothingDue(framework, group, period);
  return framework;
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

const foreignGroup = ({ framework_id, title_vi, groups }: Framework, group: string): Problem =>
  new Problem(
    422,
    'framework-group',
    `Bộ chỉ số “${title_vi}” (${framework_id}) không dùng cho nhóm ${groupNameVi(group)}; đề nghị chọn bộ chỉ số của nhóm này.`,
    `Framework ${framework_id} is for: ${groups.join(', ')}.`,
  );

const nothingDue = ({ framework_id, title_vi }: Framework, group: string, period: string): Problem =>
  new Problem(
    422,
    'nothing-due',
    `Theo bộ chỉ số “${title_vi}” (${framework_id}), kỳ ${periodNamedVi(period)} không có chỉ số nào đến hạn thu thập đối với nhóm ${groupNameVi(group)}; đề nghị mở kỳ năm hoặc chọn bộ chỉ số khác.`,
    `Under ${framework_id} nothing falls due in ${period} for any member of ${group}.`,
  );
