import { useEffect, useState } from 'preact/hooks';
import type { AssignmentsAnswer } from '../../../../assign-rows/read-assignments.ts';
import { get } from '../../ask-ahead.ts';
import { apart } from '../../parts/apart.ts';
import type { Acting } from '../../routes.ts';
import { useSay } from '../../words.ts';
import { type PeriodOf, unitPath } from './draft-path.ts';
import { filledOf } from './words.ts';

/** Not “0 of 36 rows have figures”: a unit that sent a workbook has them all. */
const none = { vi: 'Chưa kê khai dòng nào trên màn hình', en: 'No row is filled in here yet' };

/** How far the draft of a period is, and who of the departments is late; nothing until it is known. */
export function DraftProgress({ of, me }: { of: PeriodOf; me: Acting }) {
  const say = useSay();
  const [told, setTold] = useState<AssignmentsAnswer | null>(null);
  useEffect(() => {
    const abort = new AbortController();
    get<AssignmentsAnswer>(unitPath('assignments', of, me), abort.signal).then(setTold, () => {});
    return () => abort.abort();
  }, [of.group, of.period, me.unit_id]);
  if (!told) return null;
  const filled = told.rows.filter((row) => row.filled).length;
  const late = told.departments.filter((one) => one.late).map(({ department_name_vi }) => apart(department_name_vi));
  return (
    <>
      {say(filled > 0 ? filledOf(filled, told.rows.length) : none)}
      {late.length > 0 && say({ vi: ` · quá hạn: ${late.join(', ')}`, en: ` · late: ${late.join(', ')}` })}
    </>
  );
}
