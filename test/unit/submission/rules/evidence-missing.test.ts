import { describe, expect, it } from 'vitest';
import { evidenceMissing } from '../../../../shared/submission/rules/evidence-missing.ts';
import { contextOf, figureOf, ratioOf } from '../../../support/figures.ts';
import { indicatorOf } from '../../../support/forms.ts';

const needed = indicatorOf('a', { evidence_required: true });
const ratio = ratioOf('r', { evidence_required: true });
const check = (...figures: Parameters<typeof evidenceMissing.check>[0]) => evidenceMissing.check(figures, contextOf());

describe('evidenceMissing', () => {
  it('points at the evidence cell of a figure that needs proof and has none', () => {
    expect(check(figureOf(needed, { value: '0.5' }))).toMatchObject([
      { rule: 'EVIDENCE_MISSING', cell: 'value:evidence' },
    ]);
  });

  it('is content with evidence on any row of the indicator', () => {
    const rows = [
      figureOf(ratio, { name: 'numerator', value: '1' }),
      figureOf(ratio, { name: 'denominator', value: '2', evidence: 'Báo cáo 12' }),
    ];
    expect(check(...rows)).toEqual([]);
  });

  it.each(['.', '-', 'x', '0', 'không có', 'Chưa có', 'đang cập nhật', 'n/a'])(
    'takes %j for no evidence',
    (evidence) => {
      expect(check(figureOf(needed, { value: '0.5', evidence }))).toMatchObject([
        { rule: 'EVIDENCE_MISSING', value: evidence },
      ]);
    },
  );

  it('is content with a link behind such a word, and with a file', () => {
    for (const record of [{ address: 'https://a.vn/1' }, { file_sha256: 'a'.repeat(64) }]) {
      expect(check(figureOf(needed, { value: '0.5', evidence: 'x', evidence_records: [record] }))).toEqual([]);
    }
  });

  it('asks nothing for a zero, which claims nothing, nor for a blank, which is told already', () => {
    expect(check(figureOf(needed, { value: '0' }))).toEqual([]);
    expect(check(figureOf(needed, { blank: true }))).toEqual([]);
  });

  it('asks for it beside a value that could not be read, and not the next time', () => {
    expect(check(figureOf(needed, { unread: true }))).toMatchObject([{ rule: 'EVIDENCE_MISSING' }]);
    const rows = [
      figureOf(ratio, { name: 'numerator', unread: true }),
      figureOf(ratio, { name: 'denominator', value: '2', evidence: 'Báo cáo 12' }),
    ];
    expect(check(...rows)).toEqual([]);
  });

  it('asks nothing where the framework asks nothing', () => {
    expect(check(figureOf(indicatorOf('b'), { value: '1' }))).toEqual([]);
  });
});
