import { readFileSync } from 'node:fs';
import { loadFramework } from '../../shared/frameworks/load-framework.ts';
import type { PublishedRequest } from '../../shared/release/published/build-published.ts';

/** Real tables of the 63, oldest first; `SOURCES.md` beside this folder says more of them. */
const tables = [
  { period: '2022', file: 'dti-2022-province63.csv', framework: 'dti-province-922', page: 'xep-hang-2022' },
  { period: '2023', file: 'dti-2023-province63.csv', framework: 'dti-province-922', page: 'xep-hang-2023-all' },
  { period: '2024', file: '../dti-2024-province63.csv', framework: 'dti-province-405', page: 'xep-hang-2024-63-tinh' },
];

/** Days on which each copy was taken into this project. */
const retrieved: Record<string, string> = { '2022': '2026-11-27', '2023': '2026-11-27', '2024': '2026-11-22' };

const copiedFrom = ['https://github.com/Tuan04-D/opendx', 'https://github.com/PhamQuyNam/PMNM_HaUI.DNK_2025'];

export const publishedTables = (): Promise<PublishedRequest[]> => Promise.all(tables.map(readTable));

async function readTable({ period, file, framework, page }: (typeof tables)[number]): Promise<PublishedRequest> {
  return {
    group: 'province63',
    period,
    framework: await loadFramework(framework),
    table: readFileSync(new URL(file, import.meta.url)),
    source: {
      source_vi: `Trang xếp hạng chuyển đổi số cấp tỉnh năm ${period} của dti.gov.vn, lấy qua bản sao trong kho mã nguồn công khai`,
      source_en: `Ranking page of the provinces of ${period} on dti.gov.vn, taken over from copies in public repositories`,
      address: `https://dti.gov.vn/${page}`,
      copied_from: copiedFrom,
      retrieved: retrieved[period]!,
      note_vi:
        'Bản sao có DTI và bốn chỉ số chính; các chỉ số chính khác và các trụ cột không có trong bản sao. ' +
        'Thứ hạng và giá trị trung bình tính từ giá trị đã công bố.',
      note_en:
        'The copy has the DTI and four main indices; the other main indices and the pillars are not in it. ' +
        'Ranks and means follow from the published values.',
    },
  };
}
