import { formatListEn } from '../../format/format-list.ts';
import type { Corrections, ScoreCorrection, UnitCorrection } from '../../release/corrections/corrections.ts';
import {
  causesVi,
  effectVi,
  type InputLine,
  inputLinesVi,
  kindsVi,
} from '../../release/corrections/corrections-words.ts';
import type { CorrectionReason } from '../../release/selection.ts';
import type { AnswerState } from '../../scoring/scores.ts';
import type { InBoth, Language } from '../language.ts';
import { decimal } from './scoreboard-words.ts';

export const correctionsWords = {
  title: { vi: 'Đính chính', en: 'Corrections' },
  first: {
    vi: 'Đợt công bố này là đợt đầu của kỳ đánh giá: chưa đính chính đợt nào. Nếu về sau có đợt thay thế, trang này và mọi trang của đợt sẽ nêu và dẫn đến đợt đó.',
    en: 'This release is the first of its period: it corrects nothing. Should another take its place, this page and every page of the release will say so and lead there.',
  },
  rule: {
    vi: 'Đợt đã công bố không bao giờ bị sửa hay rút đi. Sai sót được đính chính bằng một đợt mới của cùng kỳ, nêu lý do và mọi giá trị, thứ hạng thay đổi.',
    en: 'A release is never changed or withdrawn. An error is corrected by a new release of the same period that gives the reason and every value and rank that changed.',
  },
  reason: { vi: 'Lý do đính chính', en: 'Reason for correction' },
  kind: { vi: 'Loại', en: 'Kind' },
  foundBy: { vi: 'Phát hiện bởi', en: 'Found by' },
  effect: { vi: 'Ảnh hưởng', en: 'Effect' },
  releaseOf: { vi: 'Đợt', en: 'Release' },
  before: { vi: 'Trước', en: 'Before' },
  after: { vi: 'Sau', en: 'After' },
  rankBefore: { vi: 'Hạng trước', en: 'Rank before' },
  rankAfter: { vi: 'Hạng sau', en: 'Rank after' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  measure: { vi: 'Chỉ số', en: 'Measure' },
  inputs: { vi: 'Số liệu và kết quả thẩm định đã thay đổi', en: 'Declared figures and appraisals that changed' },
  values: { vi: 'Giá trị và thứ hạng đã thay đổi', en: 'Values and ranks that changed' },
  averages: { vi: 'Giá trị trung bình đã thay đổi', en: 'Means that changed' },
  downloads: { vi: 'Tải về', en: 'Downloads' },
  allOfIt: { vi: 'toàn bộ nội dung đính chính', en: 'all that was corrected' },
  workbook: { vi: 'báo cáo có bảng so sánh', en: 'report with a sheet of comparison' },
  older: { vi: 'Đính chính của đợt trước', en: 'Corrections of the release before' },
} satisfies Record<string, InBoth>;

/** `Đợt r2 thay đợt r1`. */
export const replaces = (number: string, corrected: string, language: Language): string =>
  language === 'vi' ? `Đợt ${number} thay đợt ${corrected}` : `${number} takes the place of ${corrected}`;

export const kindOf = ({ kind }: CorrectionReason, language: Language): string =>
  language === 'vi' ? kindsVi[kind] : kindsEn[kind];

const kindsEn: Record<CorrectionReason['kind'], string> = {
  input: 'wrong input',
  method: 'wrong method',
  calculation: 'wrong calculation',
};

export const effect = (corrections: Corrections, language: Language): string =>
  language === 'vi' ? effectVi(corrections) : effectEn(corrections);

function effectEn({ counts }: Corrections): string {
  const parts = (['figures', 'points', 'values', 'ranks'] as const).flatMap((of) =>
    counts[of] > 0 ? [`${counts[of]} ${countedEn[of][counts[of] === 1 ? 0 : 1]}`] : [],
  );
  if (parts.length === 0) return 'No figure, value or rank changed.';
  return `Changed: ${formatListEn(parts)}, of ${counts.units} ${counts.units === 1 ? 'unit' : 'units'}.`;
}

const countedEn = {
  figures: ['declared figure', 'declared figures'],
  points: ['appraisal', 'appraisals'],
  values: ['value', 'values'],
  ranks: ['rank', 'ranks'],
} as const;

export const causes = (score: ScoreCorrection, language: Language): string =>
  language === 'vi' ? causesVi(score) : causesEn(score);

function causesEn({ value_causes, rank_causes }: ScoreCorrection): string {
  const all = [...new Set([...value_causes, ...rank_causes])];
  const only = all.length === 1 && all[0] === 'others' ? 'only ' : '';
  return `${only}by ${formatListEn(all.map((cause) => causesNamesEn[cause]))}`;
}

const causesNamesEn: Record<ScoreCorrection['value_causes'][number], string> = {
  figures: 'figures of the unit',
  appraisal: 'the appraisal',
  method: 'the method',
  calculation: 'the calculation',
  others: 'changes of other units',
};

const statesEn: Record<AnswerState, string> = {
  answered: 'answered',
  carried: 'carried forward',
  not_applicable: 'not applicable',
  not_due: 'not due',
  not_answered: 'not answered',
};

const inputsEn: Record<string, string> = {
  value: 'declared figure',
  numerator: 'numerator',
  denominator: 'denominator',
  previous: 'the same period of last year',
  count: 'count',
  choice: 'choice',
  answer: 'answer',
};

/** What of the unit's own inputs differs. `nameOf`: English name of an indicator, by its code. */
export const inputLines = (unit: UnitCorrection, language: Language, nameOf: (code: string) => string): InputLine[] =>
  language === 'vi' ? inputLinesVi(unit) : inputLinesEn(unit, nameOf);

function inputLinesEn({ figures, states, points }: UnitCorrection, nameOf: (code: string) => string): InputLine[] {
  const line = (indicator: string, of: string, before: string | null, after: string | null) => ({
    what: `${nameOf(indicator)} (${of})`,
    before: before === null ? '–' : before,
    after: after === null ? '–' : after,
  });
  const number = (text: string | null) => (text === null ? null : decimal(text, 'en'));
  return [
    ...figures.map(({ indicator, input, before, after }) =>
      line(indicator, inputsEn[input] ?? input, number(before), number(after)),
    ),
    ...states.map(({ indicator, before, after }) => line(indicator, 'state', statesEn[before], statesEn[after])),
    ...points.map(({ indicator, before, after }) => line(indicator, 'points', number(before), number(after))),
  ];
}

/** How many of the lines stand here, where not all do. */
export function linesShown(shown: number, all: number, language: Language): string {
  if (shown >= all) return '';
  return language === 'vi'
    ? ` ${shown} dòng đầu trong ${all} dòng; tệp tải về có đủ.`
    : ` The first ${shown} of ${all} lines; the files hold all.`;
}
