import type { Corrections } from '../../shared/release/corrections/corrections.ts';

/** Hà Nội declared one figure wrong in r1; Huế and Hải Phòng move by it alone. */
export const corrections: Corrections = {
  release: 'dti/province34/2024/r2',
  corrects: 'dti/province34/2024/r1',
  reason: {
    text_vi: 'Đơn vị khai nhầm số liệu về nhân lực số; đã đối chiếu với hồ sơ gốc',
    kind: 'input',
    found_by: 'Sở Khoa học và Công nghệ thành phố Hà Nội',
  },
  counts: { units: 3, figures: 1, points: 1, values: 3, ranks: 4 },
  averages: [{ measure: 'dti', kind: 'total', before: '0.7011', after: '0.7005' }],
  units: [
    {
      ...{ unit_id: 'P01-2025', unit_name_vi: 'Hà Nội', states: [] },
      figures: [
        {
          indicator: 'workforce',
          indicator_name_vi: 'Nhân lực số',
          unit_of_measure_vi: '%',
          ...{ input: 'value', before: '0.9021', after: '0.9286' },
        },
      ],
      points: [{ indicator: 'security', indicator_name_vi: 'An toàn thông tin mạng', before: null, after: '82.5000' }],
      scores: {
        dti: {
          ...{ value_before: '0.7811', value_after: '0.8241', value_causes: ['figures', 'appraisal'] },
          ...{ rank_before: 3, rank_after: 1, rank_causes: ['figures', 'appraisal'] },
        },
        workforce: {
          ...{ value_before: '0.9021', value_after: '0.9286', value_causes: ['figures'] },
          ...{ rank_before: 2, rank_after: 2, rank_causes: [] },
        },
      },
    },
    ...[
      { unit_id: 'P46-2025', unit_name_vi: 'Huế', value: '0.7951', before: 1 },
      { unit_id: 'P31-2025', unit_name_vi: 'Hải Phòng', value: '0.7857', before: 2 },
    ].map(({ unit_id, unit_name_vi, value, before }) => ({
      ...{ unit_id, unit_name_vi, figures: [], states: [], points: [] },
      scores: {
        dti: {
          ...{ value_before: value, value_after: value, value_causes: [] },
          ...{ rank_before: before, rank_after: before + 1, rank_causes: ['others' as const] },
        },
      },
    })),
  ],
};
