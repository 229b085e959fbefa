import { describe, expect, it } from 'vitest';
import { releaseLabelVi, releaseNameVi } from '../../../shared/release/release-name.ts';

describe('releaseNameVi', () => {
  it.each([
    ['dti/province34/2024/r1', 'r1 năm 2024', 'r1 năm 2024 của 34 tỉnh, thành phố'],
    ['dti/province34/2026-Q3/r2', 'r2 quý III/2026', 'r2 quý III/2026 của 34 tỉnh, thành phố'],
    [
      'dti/province34/2024/from-province63-r1',
      'from-province63-r1 năm 2024',
      'tính lại năm 2024 của 34 tỉnh, thành phố từ đợt công bố r1 năm 2024 của 63 tỉnh, thành phố',
    ],
    [
      'dti/province63/2023/published',
      'số liệu đã công bố năm 2023',
      'số liệu đã công bố năm 2023 của 63 tỉnh, thành phố',
    ],
    ['something', 'something', 'something'],
  ])('calls %s %s, and in full %s', (release, label, name) => {
    expect([releaseLabelVi(release), releaseNameVi(release)]).toEqual([label, name]);
  });
});
