import type { TableLayout } from '../rows/locate-table.ts';

/** What the writer and the reader of an appraisal workbook agree on. A change that the reader must know of raises it. */
export const appraisalVersion = '2';

export const appraisalSheets = { guide: 'Hướng dẫn', data: 'Thẩm định' } as const;

const codes = [
  'unit_id',
  'unit',
  'indicator',
  'name',
  'max_points',
  'figures',
  'evidence',
  'self_points',
  'appraised_points',
  'reason',
  'feedback',
] as const;

export type AppraisalCode = (typeof codes)[number];

export const appraisalLayout = {
  sheet: appraisalSheets.data,
  codes,
  needed: ['unit_id', 'indicator', 'appraised_points', 'reason'],
  labels: {
    unit_id: 'Mã đơn vị',
    unit: 'Đơn vị',
    indicator: 'Mã chỉ số',
    name: 'Tên chỉ số',
    max_points: 'Điểm tối đa',
    figures: 'Số liệu kê khai',
    evidence: 'Tài liệu kiểm chứng',
    self_points: 'Điểm tự đánh giá',
    appraised_points: 'Điểm thẩm định',
    reason: 'Lý do',
    feedback: 'Ý kiến của đơn vị',
  },
  /** Each indicator of each of 63 provinces fits; more would come back as a workbook that the guard refuses. */
  maxRows: 3_200,
} as const satisfies TableLayout<AppraisalCode>;
