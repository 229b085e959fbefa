import { describe, expect, it } from 'vitest';
import { saysNoEvidence } from '../../../../shared/submission/evidence/says-no-evidence.ts';
import { evidenceEmptyWords } from '../../../../shared/submission/rules/evidence-empty-words.ts';
import { contextOf, figureOf, observationOf, ratioOf } from '../../../support/figures.ts';
import { indicatorOf } from '../../../support/forms.ts';

const check = (...figures: Parameters<typeof evidenceEmptyWords.check>[0]) =>
  evidenceEmptyWords.check(figures, contextOf()).map(({ rule, severity, cell }) => `${rule} ${severity} ${cell}`);
const said = { value: '0.5', evidence: 'Không có' };

describe('evidenceEmptyWords', () => {
  it('warns of words that say there is none, where evidence is not required or is on another row', () => {
    expect(check(figureOf(indicatorOf('a'), said))).toEqual(['EVIDENCE_EMPTY_WORDS warning value:evidence']);
    const ratio = ratioOf('r', { evidence_required: true });
    const rows = [
      figureOf(ratio, { name: 'numerator', value: '1', evidence: 'QĐ 12' }),
      figureOf(ratio, { name: 'denominator', value: '2', evidence: '-' }),
    ];
    expect(check(...rows)).toEqual(['EVIDENCE_EMPTY_WORDS warning denominator:evidence']);
  });

  it('leaves it to EVIDENCE_MISSING where the figure needs proof', () => {
    expect(check(figureOf(indicatorOf('a', { evidence_required: true }), said))).toEqual([]);
  });

  it('says nothing of a word that is linked to a document, of a real text, nor of what an earlier file said', () => {
    const linked = figureOf(indicatorOf('a'), { ...said, evidence_records: [{ address: 'https://a.vn/1' }] });
    const kept = figureOf(indicatorOf('a'), { ...said, kept: observationOf('a', '0.5') });
    expect(check(linked)).toEqual([]);
    expect(check(figureOf(indicatorOf('a'), { value: '1', evidence: 'Báo cáo 12' }))).toEqual([]);
    expect(check(kept)).toEqual([]);
  });

  it('tells once of a cell that is merged over several rows', () => {
    const place = () => ({ sheet: 'S', cell: 'J8', row: null, field: null });
    const rows = ['numerator', 'denominator'].map((name) => figureOf(ratioOf('r'), { name, ...said, place }));
    expect(check(...rows)).toEqual(['EVIDENCE_EMPTY_WORDS warning J8']);
  });
});

describe('saysNoEvidence', () => {
  it.each([
    ...['.', '-', '–', '…', 'x', 'X', '0', 'không có', 'KHÔNG CÓ.', 'Khong  co', 'chưa có', 'chưa  có;', 'n/a', 'N.A.'],
    ...['đang cập nhật', 'Đang cập nhật...', 'không có'.normalize('NFD'), 'ko', '(chưa có)', '***'],
  ])('reads %j as none, whatever its case, marks and spaces', (text) => expect(saysNoEvidence(text)).toBe(true));

  it.each(['12', 'BC 12', 'Báo cáo', 'xx/BC', 'không có thay đổi so với QĐ 12', 'https://a.vn'])(
    'does not read %j so',
    (text) => expect(saysNoEvidence(text)).toBe(false),
  );
});
