import { describe, expect, it } from 'vitest';
import { figuresOfGroup } from '../../../../shared/release/profile/group-figures.ts';
import { profileSentencesVi } from '../../../../shared/release/profile/profile-sentences.ts';
import type { ReportSource } from '../../../../shared/release/report-source.ts';
import { corrections } from '../../../support/corrections.ts';
import { buildProvinceScoreboard, settle } from '../../../support/scoreboard-builder.ts';

describe('profileSentencesVi of a correction', () => {
  /** Of a unit whose total and rank are as they were. */
  const toldOf = (changes: Partial<(typeof corrections.units)[number]>) => {
    const scoreboard = buildProvinceScoreboard();
    const [first] = corrections.units;
    const { workforce } = first!.scores;
    const own = { ...first!, figures: [], points: [], scores: { workforce: workforce! }, ...changes };
    const source = { scoreboard, changes: null, corrections: { ...corrections, units: [own] } };
    const unit = scoreboard.units.find(({ unit_id }) => unit_id === own.unit_id)!;
    return profileSentencesVi(source as unknown as ReportSource, unit, null).find((text) => text.includes('đợt r1'));
  };

  it('does not say that something of a unit was corrected, whose ranks moved by others alone', () => {
    expect(toldOf({})).toBe(
      'So với đợt r1 của cùng kỳ: giá trị DTI và thứ hạng không đổi; thay đổi của các chỉ số khác, do đơn vị khác, ở trang “Đính chính” của ranking.xlsx.',
    );
    expect(toldOf({ figures: corrections.units[0]!.figures })).toContain('; nội dung được sửa ở trang');
  });
});

describe('profileSentencesVi of the next rank', () => {
  it('names five of the units that would be passed, and counts the rest', () => {
    const scoreboard = buildProvinceScoreboard();
    const last = scoreboard.units.at(-1)!;
    const value = scoreboard.units[0]!.scores.dti!.value;
    for (const unit of scoreboard.units) if (unit !== last) unit.scores.dti!.value = value;
    const tied = settle(scoreboard);
    const own = tied.units.find(({ unit_id }) => unit_id === last.unit_id)!;
    const source = { scoreboard: tied, changes: null, corrections: null } as unknown as ReportSource;
    const told = profileSentencesVi(source, own, figuresOfGroup(tied, { indicator_points: [] }));
    expect(told.find((text) => text.startsWith('Để vượt'))).toMatch(
      /^Để vượt ([^,]+, ){4}[^,]+ và 28 đơn vị khác, lên hạng 1, cần thêm/,
    );
  });
});
