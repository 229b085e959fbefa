import type { ScoringRule } from '../../frameworks/framework.ts';

export interface Additivity {
  /** Inputs that are amounts, and so add up over predecessors; empty: the rule has none. */
  inputs: readonly string[];
  reason_vi: string;
}

/**
 * Amounts add up; shares, ratings, answers and choices do not. A count of meetings or documents is one of each body's
 * own, so the count of a merged body is not the sum: four committees that met once are not a committee that met four times.
 */
export const additivityOf: Record<ScoringRule, Additivity> = {
  ratio: { inputs: ['numerator', 'denominator'], reason_vi: 'cộng được: tử số và mẫu số là số lượng' },
  ratio_threshold: { inputs: ['numerator', 'denominator'], reason_vi: 'cộng được: tử số và mẫu số là số lượng' },
  growth: { inputs: ['value', 'previous'], reason_vi: 'cộng được: hai kỳ là cùng một đại lượng' },
  direct: { inputs: [], reason_vi: 'không cộng được: tỷ lệ đã tính, không có tử số và mẫu số' },
  external: { inputs: [], reason_vi: 'không cộng được: kết quả đo từ bên ngoài, không có tử số và mẫu số' },
  yes_no: { inputs: [], reason_vi: 'không cộng được: câu trả lời có hoặc không' },
  count_tiers: { inputs: [], reason_vi: 'không cộng được: số lần, số văn bản của từng cơ quan' },
  role_tiers: { inputs: [], reason_vi: 'không cộng được: lựa chọn của từng đơn vị' },
  additive_parts: { inputs: [], reason_vi: 'không cộng được: câu trả lời từng phần của từng đơn vị' },
};
