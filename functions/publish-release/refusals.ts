import { formatList } from '../../shared/format/format-list.ts';
import { Problem } from '../../shared/http/problem.ts';
import type { PeriodState } from '../../shared/ledger/fold-period.ts';
import type { UnitInPeriod } from '../../shared/ledger/read-ledger.ts';
import type { ChangedInput } from '../../shared/release/changed-inputs.ts';
import { notCountedSince } from '../../shared/release/not-counted.ts';

export interface SinceRun {
  /** When the run was started. */
  since: string;
  state: PeriodState;
  units: UnitInPeriod[];
  nameOf: (unitId: string) => string;
}

/** What would count now is not what was scored: who releases must know, and run again or say why not. */
export function refuseChangedInputs(changed: ChangedInput[], { since, state, units, nameOf }: SinceRun): never {
  throw new Problem(
    409,
    'inputs-changed',
    `Từ khi chạy đến nay đã thay đổi: ${changedVi(changed)}. Đề nghị chạy lại, hoặc nêu lý do vẫn công bố.`,
    'What counts has changed since the run; start it again, or say in "despite" why it goes out all the same.',
    { members: { changed, not_counted: notCountedSince(since, state, units, nameOf) } },
  );
}

const wordsVi: Record<ChangedInput['what'], string> = {
  figures: 'số liệu của',
  file: 'tệp (cùng số liệu) của',
  decisions: 'kết quả thẩm định của',
  framework: 'bộ chỉ số',
  registry: 'danh mục đơn vị',
  notice: 'lời lưu ý của kỳ',
  previous: 'đợt công bố trước được so sánh',
};

/** Named in the sentence; the members name them all. */
const namedUnits = 5;

function changedVi(changed: ChangedInput[]): string {
  const kinds = Map.groupBy(changed, ({ what }) => what);
  return [...kinds].map(([what, of]) => [wordsVi[what], unitsVi(of)].join(' ').trim()).join('; ');
}

function unitsVi(changed: ChangedInput[]): string {
  const names = changed.flatMap((one) => ('unit_name_vi' in one ? [one.unit_name_vi] : []));
  const more = names.length - namedUnits;
  return formatList(more > 0 ? [...names.slice(0, namedUnits), `${more} đơn vị khác`] : names);
}
