import { formatList } from '../../shared/format/format-list.ts';
import { Problem } from '../../shared/http/problem.ts';
import type { SelectedInputs } from '../../shared/release/select-inputs.ts';
import { unitOf } from '../../shared/units/registry.ts';

/** Named in the sentence; the members name them all. */
const namedUnits = 5;

/** No objection of any unit goes without an answer. */
export function requireAnswered({ units }: Pick<SelectedInputs, 'units'>): void {
  const open = units.flatMap(({ unit_id, unit }) =>
    unit.objections
      .filter(({ answer }) => answer === null)
      .map(({ objection }) => ({ unit_id, unit_name_vi: unitOf(unit_id).name_vi, objection })),
  );
  if (open.length === 0) return;
  throw new Problem(
    409,
    'objections-open',
    `Còn ${open.length} ý kiến về kết quả dự kiến chưa được trả lời (${nameUnits(open)}); đề nghị trả lời rồi công bố.`,
    `${open.length} objections are not answered yet.`,
    { members: { open } },
  );
}

function nameUnits(open: { unit_name_vi: string }[]): string {
  const names = [...new Set(open.map(({ unit_name_vi }) => unit_name_vi))];
  const more = names.length - namedUnits;
  return formatList(more > 0 ? [...names.slice(0, namedUnits), `${more} đơn vị khác`] : names);
}
