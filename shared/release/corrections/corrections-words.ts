import { formatDecimal, formatPoints } from '../../format/format-decimal.ts';
import { formatList } from '../../format/format-list.ts';
import { formatPercent } from '../../format/format-percent.ts';
import { isPercent } from '../../frameworks/is-percent.ts';
import type { AnswerState } from '../../scoring/scores.ts';
import type { CorrectionReason } from '../selection.ts';
import type { CorrectionCause, CorrectionCounts, Corrections, UnitCorrection } from './corrections.ts';

/** Sentences about corrections that the page and the workbook share. */

/** `r1` of `dti/province34/2024/r1`. */
export const shortReleaseVi = (release: string): string => release.slice(release.lastIndexOf('/') + 1);

/** `Đính chính so với đợt r1`. */
export const correctionsTitleVi = ({ corrects }: Corrections): string =>
  `Đính chính so với đợt ${shortReleaseVi(corrects)}`;

export const kindsVi: Record<CorrectionReason['kind'], string> = {
  input: 'sai số liệu đầu vào',
  method: 'sai phương pháp',
  calculation: 'sai khi tính toán',
};

/** `Lý do: … Loại: sai số liệu đầu vào. Phát hiện bởi: công dân.` */
export const reasonVi = ({ text_vi, kind, found_by }: CorrectionReason): string =>
  `Lý do: ${ended(text_vi)} Loại: ${kindsVi[kind]}. Phát hiện bởi: ${ended(found_by)}`;

/** A sentence of somebody else's, with one mark at its end. */
const ended = (text: string): string => (/[.!?…]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`);

/** `Đợt r2 thay đợt r1.` */
export const replacesVi = ({ release, corrects }: Corrections): string =>
  `Đợt ${shortReleaseVi(release)} thay đợt ${shortReleaseVi(corrects)}.`;

/** `Thay đổi: 1 số liệu kê khai, 2 giá trị và 3 thứ hạng, của 3 đơn vị.` */
export function effectVi({ counts }: Corrections): string {
  const parts = countedVi.flatMap(([count, name]) => (counts[count] > 0 ? [`${counts[count]} ${name}`] : []));
  if (parts.length === 0) return 'Không có số liệu, giá trị hay thứ hạng nào thay đổi.';
  return `Thay đổi: ${formatList(parts)}, của ${counts.units} đơn vị.`;
}

const countedVi: [keyof CorrectionCounts, string][] = [
  ['figures', 'số liệu kê khai'],
  ['points', 'điểm thẩm định'],
  ['values', 'giá trị'],
  ['ranks', 'thứ hạng'],
];

const causeNamesVi: Record<CorrectionCause, string> = {
  figures: 'số liệu của chính đơn vị',
  appraisal: 'kết quả thẩm định',
  method: 'phương pháp',
  calculation: 'cách tính',
  others: 'thay đổi của đơn vị khác',
};

/** `do số liệu của chính đơn vị và thay đổi của đơn vị khác`; `chỉ do thay đổi của đơn vị khác`. */
export function causesVi({
  value_causes,
  rank_causes,
}: Pick<UnitCorrection['scores'][string], 'value_causes' | 'rank_causes'>): string {
  const causes = [...new Set([...value_causes, ...rank_causes])];
  const only = causes.length === 1 && causes[0] === 'others' ? 'chỉ ' : '';
  return `${only}do ${formatList(causes.map((cause) => causeNamesVi[cause]))}`;
}

export const answerStatesVi: Record<AnswerState, string> = {
  answered: 'đã trả lời',
  carried: 'kế thừa kỳ trước',
  not_applicable: 'không áp dụng',
  not_due: 'chưa đến kỳ',
  not_answered: 'không trả lời',
};

/** A thing that was other before, in words: of one unit's inputs. */
export interface InputLine {
  what: string;
  before: string;
  after: string;
}

/** What of the unit's own inputs differs; `–` where there was nothing. */
export function inputLinesVi({ figures, states, points }: UnitCorrection): InputLine[] {
  const shown = (value: string | null, format: (decimal: string) => string) => (value === null ? '–' : format(value));
  return [
    ...figures.map(({ indicator_name_vi, unit_of_measure_vi, input, before, after }) => {
      const what = `${indicator_name_vi} (${inputsVi[input] ?? input})`;
      const format = isPercent({ unit_of_measure_vi }) ? formatPercent : formatDecimal;
      return { what, before: shown(before, format), after: shown(after, format) };
    }),
    ...states.map(({ indicator_name_vi, before, after }) => {
      return {
        what: `${indicator_name_vi} (trạng thái)`,
        before: answerStatesVi[before],
        after: answerStatesVi[after],
      };
    }),
    ...points.map(({ indicator_name_vi, before, after }) => {
      const what = `${indicator_name_vi} (điểm thẩm định)`;
      return { what, before: shown(before, formatPoints), after: shown(after, formatPoints) };
    }),
  ];
}

const inputsVi: Record<string, string> = {
  value: 'số liệu kê khai',
  numerator: 'tử số',
  denominator: 'mẫu số',
  previous: 'cùng kỳ năm trước',
  count: 'số lượng',
  choice: 'lựa chọn',
  answer: 'trả lời',
};
