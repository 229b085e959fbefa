import { formatDate } from '../../format/format-date.ts';
import { formatList, formatListEn } from '../../format/format-list.ts';
import { parsePeriod, periodVi } from '../../periods/period.ts';
import type { Unit } from '../../units/unit.ts';
import { withoutDates } from '../release-name.ts';
import type { Formation, HistoryBreak, HistoryPoint } from './unit-history.ts';

type Words = { reason_vi: string; reason_en: string };

const namesOf = (units: Unit[]) => units.map(({ name_vi }) => name_vi);
const namesVi = (units: Unit[]) => formatList(namesOf(units));
/** With all marks, as every page in English names its units: a reader finds the name that stands in the table. */
const namesEn = (units: Unit[]) => formatListEn(namesOf(units));

export function tellFormation(unit: Unit, predecessors: Unit[], kind: Formation['kind']): Words {
  const [day, names, namesInEnglish] = [formatDate(unit.valid_from), namesVi(predecessors), namesEn(predecessors)];
  if (kind === 'continued')
    return {
      reason_vi: `Từ ngày ${day} tiếp nối ${names}; các đơn vị được xếp hạng đã khác, nên thứ hạng trước và sau không so sánh được.`,
      reason_en: `Continues ${namesInEnglish} from ${unit.valid_from}; other units are ranked since, so ranks before and after are not comparable.`,
    };
  return {
    reason_vi: `Hình thành từ ngày ${day} do sắp xếp ${names}; thứ hạng trước và sau sắp xếp không so sánh được.`,
    reason_en: `Formed on ${unit.valid_from} by merging ${namesInEnglish}; ranks before and after the merger are not comparable.`,
  };
}

/** @param together every unit that went into the same successors, the dissolved one among them */
export function tellSuccession(unit: Unit, together: Unit[], successors: Unit[], on: string): Words {
  const others = together.filter(({ unit_id }) => unit_id !== unit.unit_id);
  const into = `${namesVi(successors)} từ ngày ${formatDate(on)}`;
  const intoEnglish = `${namesEn(successors)} from ${on}`;
  if (others.length === 0)
    return {
      reason_vi: `${unit.name_vi} được tiếp nối bởi ${into}.`,
      reason_en: `${unit.name_vi} is continued by ${intoEnglish}.`,
    };
  return {
    reason_vi: `${unit.name_vi} được sắp xếp cùng ${namesVi(others)} thành ${into}.`,
    reason_en: `${unit.name_vi} was merged with ${namesEn(others)} into ${intoEnglish}.`,
  };
}

type Side = Pick<HistoryPoint, 'period' | 'group_name_vi' | 'group_name_en' | 'framework' | 'illustrative'>;

export const tellBreak: Record<HistoryBreak['kind'], (before: Side, after: Side) => Words> = {
  group: (before, after) => ({
    reason_vi: `Xếp hạng trong nhóm khác: ${withoutDates(before.group_name_vi)}, sau đó ${withoutDates(after.group_name_vi)}.`,
    reason_en: `Ranked in another group: ${withoutDates(before.group_name_en)}, then ${withoutDates(after.group_name_en)}.`,
  }),
  framework: (before, after) => ({
    reason_vi: `Bộ chỉ số thay đổi: ${before.framework.legal_number} (${inVietnamese(before)}), ${after.framework.legal_number} (${inVietnamese(after)}).`,
    reason_en: `The framework changed: ${before.framework.legal_number} (${before.period}), ${after.framework.legal_number} (${after.period}).`,
  }),
  illustrative: (before, after) => ({
    reason_vi: `Số liệu minh họa và số liệu thật không so sánh được: ${inVietnamese(before)} và ${inVietnamese(after)}.`,
    reason_en: `Illustrative and real figures are not comparable: ${before.period} and ${after.period}.`,
  }),
};

const inVietnamese = ({ period }: Side) => periodVi(parsePeriod(period));
