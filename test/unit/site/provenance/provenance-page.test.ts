import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { provenanceOf } from '../../../../shared/release/provenance/provenance-of.ts';
import { type Language, languages } from '../../../../shared/site/language.ts';
import { ProvenancePage } from '../../../../shared/site/pages/provenance/provenance-page.tsx';
import { provenanceDescription, provenanceTitle } from '../../../../shared/site/pages/provenance/say.ts';
import { fixedProvenance } from '../../../support/fixed-provenance.ts';
import { hashNamed } from '../../../support/hash-named.ts';
import { sketchRelease, tracedFramework, traceSketch } from '../../../support/traced-sketch.ts';

const options = [{ key: '2', points: '5', label_vi: 'Phó chủ tịch <chủ trì>' }];
const framework = tracedFramework(
  {
    online: {
      rule: 'ratio',
      main_index: 'activity',
      unit_of_measure_vi: 'hồ sơ',
      max_points: '20',
      illustrative: true,
    },
    leader: { rule: 'role_tiers', main_index: 'activity', tiers: options },
    plan: { rule: 'yes_no', main_index: 'activity' },
    late: { rule: 'yes_no', main_index: 'activity' },
    base: { rule: 'direct', main_index: 'foundation' },
    none: { rule: 'direct', main_index: 'island' },
    pilot: { rule: 'direct', main_index: 'activity', assessed: false },
  },
  { appraisal_reasons: 'published' },
);
const figures = {
  online: { figures: { numerator: '1250', denominator: '2000' } },
  leader: { figures: { choice: '2' } },
  plan: { figures: { answer: '1' }, state: 'carried' as const },
  late: { state: 'not_answered' as const },
  base: { figures: { value: '0.5' } },
  none: { state: 'not_applicable' as const },
};
const appraisals = [{ unit_id: 'X1', indicator: 'online', points: '12', reason: 'Thiếu hồ sơ' }];
const units = [{ kept_from: [hashNamed('first')] }];
const known = {
  release: sketchRelease,
  units: [
    {
      unit_id: 'X1',
      files: fixedProvenance(sketchRelease, {
        ...{ units: [{ unit_id: 'X1', submission_sha256: hashNamed('X1') }], observations: [], period: '2024' },
        group: { group: 'province34' },
      } as never).units[0]!.files,
      rows: [],
    },
  ],
};
const release = traceSketch(
  framework,
  { X1: figures, X2: figures },
  { change: { appraisals }, units, provenance: known },
);

const draw = (measure: string, language: Language, unitId = 'X1') =>
  render(ProvenancePage({ provenance: provenanceOf(release, unitId, measure), language, root: '/releases/r/' }));
const textOf = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

describe('the page of a main index', () => {
  it('tells the chain in order, in Vietnamese', () => {
    const text = textOf(draw('activity', 'vi'));
    const steps = [
      'Giá trị công bố 0,5400 , hạng 2 trong 2 đơn vị được xếp hạng',
      'Cách tính, số thay vào S = 12 + 5 + 10 + 0 = 27 M = 20 + 10 + 10 + 10 = 50 S / M = 27 / 50 = 0,5400',
      'Tự đánh giá 12,5 Thẩm định 12 Kết quả cuối cùng 12 / 20 Lý do điều chỉnh điểm Thiếu hồ sơ',
      '1.250 / 2.000 × 20 = 12,5',
      'Tử số hồ sơ 1.250 tệp 1 , trang tính Số liệu , ô D1',
      'Kế thừa từ năm 2025.',
      'Chưa có số liệu: tính vào điểm tối đa',
      'Không đánh giá trong đợt này',
      `Tệp 1: Biểu mẫu Excel, lần gửi 1, năm 2024 (số liệu được tính) Thời điểm nhận 08:30:00 ngày 06/01/2025`,
      `Mã băm SHA-256 của tệp ${hashNamed('X1')}`,
      'Kiểm tra lại kết quả này',
    ];
    const places = steps.map((step) => text.indexOf(step));
    expect(steps.filter((_, place) => places[place] === -1)).toEqual([]);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('tells the same figures in English, and marks what is Vietnamese', () => {
    const html = draw('activity', 'en');
    expect(textOf(html)).toContain('S / M = 27 / 50 = 0.5400');
    expect(textOf(html)).toContain('1250 / 2000 × 20 = 12.5');
    expect(html).toContain('<small lang="vi">hồ sơ</small>');
    expect(textOf(html)).not.toMatch(/Giá trị|Điểm|tệp|lần gửi/);
  });

  it('has each indicator at an anchor, and every anchor that it leads to', () => {
    for (const language of languages) {
      const html = draw('activity', language);
      const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
      expect(ids).toEqual([...new Set(ids)]);
      expect(ids).toEqual(expect.arrayContaining(['online', 'leader', 'plan', 'late', 'pilot', 'tep-1']));
      const targets = [...html.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id);
      expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
      const labels = [...html.matchAll(/aria-labelledby="([^"]+)"/g)].map(([, id]) => id);
      expect(labels.filter((label) => !ids.includes(label))).toEqual([]);
    }
  });

  it('names the words of a choice, and lets no text of a framework be markup', () => {
    expect(draw('activity', 'vi')).toContain('Phó chủ tịch &lt;chủ trì>');
  });

  it('says where an older release did not record receipts', () => {
    expect(textOf(draw('activity', 'vi', 'X2'))).toContain('chưa ghi lại lần gửi và thời điểm nhận');
  });
});

describe('the page of a total', () => {
  it('leads on to its main indices that have a value, and to no page that is not there', () => {
    const html = draw('dti', 'vi');
    expect(html).toContain('href="/releases/r/nguon-goc/X1/activity/"');
    expect(html).not.toContain('/X1/island/');
    expect(textOf(html)).toContain('island 0 / 0 Không áp dụng');
  });
});

describe('title and description', () => {
  it('name unit, measure, period and release', () => {
    const provenance = provenanceOf(release, 'X1', 'activity');
    expect(provenanceTitle(provenance, 'vi')).toBe('Nguồn gốc số liệu: X1, activity, năm 2024');
    expect(provenanceDescription(provenance, 'en')).toBe(
      'X1, activity: Value 0.5400, rank 2 of 2 ranked units; 3 of 4 component indicators answered. ' +
        'The formula with its numbers, their place in the file and digests, release r1 of 2024.',
    );
  });
});
