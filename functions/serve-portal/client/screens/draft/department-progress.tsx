import type { AssignmentsAnswer, DepartmentProgress } from '../../../../assign-rows/read-assignments.ts';
import { apart } from '../../parts/apart.ts';
import { formatDay, When } from '../../parts/when.tsx';
import { addressOf } from '../../routes.ts';
import { useSay } from '../../words.ts';

interface Props {
  told: AssignmentsAnswer;
  onTakeBack: (department: DepartmentProgress) => void;
}

/** How far each department is, who is late, and the way to take rows back. */
export function DepartmentProgressTable({ told, onTakeBack }: Props) {
  const say = useSay();
  if (told.departments.length === 0) return <p>{say({ vi: 'Chưa giao dòng nào.', en: 'Nothing is assigned yet.' })}</p>;
  const form = addressOf('ke-khai', told.group, told.period);
  const labels = {
    filled: say({ vi: 'Đã có số liệu', en: 'Filled' }),
    due: say({ vi: 'Hạn', en: 'Due' }),
    last: say({ vi: 'Sửa gần nhất', en: 'Last change' }),
  };
  return (
    <table class="rows">
      <caption>{say({ vi: 'Tiến độ theo sở, phòng', en: 'Progress by department' })}</caption>
      <thead>
        <tr>
          <th scope="col">{say({ vi: 'Sở, phòng', en: 'Department' })}</th>
          <th scope="col">{labels.filled}</th>
          <th scope="col">{labels.due}</th>
          <th scope="col">{labels.last}</th>
          <th scope="col">{say({ vi: 'Rút lại', en: 'Take back' })}</th>
        </tr>
      </thead>
      <tbody>
        {told.departments.map((one) => (
          <tr key={one.department}>
            <th scope="row">
              <a href={`${form}?loc=${encodeURIComponent(`so:${one.department}`)}`}>{one.department_name_vi}</a>
            </th>
            <td data-label={labels.filled}>
              {one.filled}/{one.rows}
            </td>
            <td data-label={labels.due}>
              {one.due ? formatDay(one.due) : '–'}
              {one.late && <strong> {say({ vi: 'quá hạn', en: 'late' })}</strong>}
            </td>
            <td data-label={labels.last}>{one.last_filled_at ? <When at={one.last_filled_at} /> : '–'}</td>
            <td>
              <button type="button" onClick={() => onTakeBack(one)}>
                {say({
                  vi: `Rút lại của ${apart(one.department_name_vi)}`,
                  en: `Take back from ${apart(one.department_name_vi)}`,
                })}
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
