import { formatDecimal } from '../../format/format-decimal.ts';
import { parsePeriod, periodVi } from '../../periods/period.ts';
import { releaseLabelVi } from '../release-name.ts';
import type { Changes, MethodState, UnitChange, UnitChangeState } from './changes.ts';

/** Sentences about changes that the page and the workbook share. */

/** `năm 2024`: of the release that is compared with. */
export const againstPeriodVi = ({ against }: Changes): string => periodVi(parsePeriod(against.period));

/** `So với đợt công bố r1 năm 2024.` and what is to be known of the method. */
export function againstVi(changes: Changes): string {
  const against = `So với đợt công bố ${releaseLabelVi(changes.against.release)}.`;
  const method = methodVi[changes.method];
  return method === '' ? against : `${against} ${method}`;
}

const methodVi: Record<MethodState, string> = {
  unchanged: '',
  rescored:
    'Hai đợt dùng hai bộ chỉ số; phần do phương pháp tính bằng cách chấm lại số liệu đợt trước theo bộ chỉ số này.',
  not_separated:
    'Hai đợt dùng hai bộ chỉ số được công bố là so sánh được; phần do phương pháp không tách riêng, nằm trong hai phần do đơn vị và do đơn vị khác.',
};

/** Said only where an average is of other numbers of units than the one before; of the total, else of the first measure. */
export function averagesVi({ measures }: Changes): string {
  const [first] = measures;
  if (!first || first.units_before === first.units_after) return '';
  return `Giá trị trung bình đợt trước tính trên ${first.units_before} đơn vị, đợt này ${first.units_after} đơn vị.`;
}

export const noPreviousVi = 'chưa có đợt công bố so sánh được';

/** `tăng 2 bậc`, `không đổi`, or why there is no change. */
export function rankChangeVi({ state, rank_change }: Pick<UnitChange, 'state' | 'rank_change'>): string {
  if (rank_change === null) return stateVi[state];
  if (rank_change === 0) return 'không đổi';
  return rank_change > 0 ? `tăng ${rank_change} bậc` : `giảm ${-rank_change} bậc`;
}

export const stateVi: Record<UnitChangeState, string> = {
  compared: '',
  joined: 'không so sánh được: đợt trước chưa thuộc nhóm',
  unranked_before: 'không so sánh được: đợt trước không xếp hạng',
  unranked_now: 'không so sánh được: đợt này không xếp hạng',
};

/** `+0,0123`, `−0,0123`, `0,0000`. */
export function signedVi(decimal: string): string {
  const isRise = !decimal.startsWith('-') && /[1-9]/.test(decimal);
  return `${isRise ? '+' : ''}${formatDecimal(decimal)}`;
}
