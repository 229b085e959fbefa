import type { AssignmentsAnswer } from '../../../../assign-rows/read-assignments.ts';
import { useSay } from '../../words.ts';

/** As typed. */
export interface Assignee {
  department: string;
  department_name_vi: string;
  person_vi: string;
  due: string;
}

export const emptyAssignee: Assignee = { department: '', department_name_vi: '', person_vi: '', due: '' };

/** As the API takes it; null: something is missing. */
export function assigneeOf({ department, department_name_vi, person_vi, due }: Assignee): object | null {
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/.test(department) || department_name_vi.trim() === '') return null;
  return { department, department_name_vi, person_vi: person_vi.trim() || null, due: due || null };
}

interface Props {
  told: AssignmentsAnswer;
  assignee: Assignee;
  onChange: (assignee: Assignee) => void;
}

export function AssignFields({ told, assignee, onChange }: Props) {
  const say = useSay();
  const set = (change: Partial<Assignee>) => onChange({ ...assignee, ...change });
  // Of a department that has rows already the name need not be typed again.
  const setCode = (department: string) => {
    const known = told.departments.find((one) => one.department === department);
    set({ department, ...(known ? { department_name_vi: known.department_name_vi } : {}) });
  };
  return (
    <div class="assign">
      <Field
        id="ma-so"
        label={say({
          vi: 'Mã sở, phòng (như trong tài khoản của sở, phòng)',
          en: 'Code of the department, as its accounts carry it',
        })}
        value={assignee.department}
        list={told.departments.map(({ department }) => department)}
        onText={setCode}
      />
      <Field
        id="ten-so"
        label={say({ vi: 'Tên sở, phòng', en: 'Name of the department' })}
        value={assignee.department_name_vi}
        onText={(department_name_vi) => set({ department_name_vi })}
      />
      <Field
        id="nguoi"
        label={say({ vi: 'Người phụ trách (không bắt buộc)', en: 'Person (optional)' })}
        value={assignee.person_vi}
        onText={(person_vi) => set({ person_vi })}
      />
      <Field
        id="han"
        type="date"
        label={say({ vi: 'Hạn trong đơn vị (không bắt buộc)', en: 'Due within the unit (optional)' })}
        value={assignee.due}
        onText={(due) => set({ due })}
      />
    </div>
  );
}

interface FieldProps {
  id: string;
  label: string;
  value: string;
  type?: 'text' | 'date';
  list?: string[];
  onText: (text: string) => void;
}

function Field({ id, label, value, type = 'text', list, onText }: FieldProps) {
  return (
    <div>
      <label for={id}>{label}</label>
      <input
        id={id}
        type={type}
        value={value}
        {...(list ? { list: `${id}-ds` } : {})}
        onInput={({ currentTarget }) => onText(currentTarget.value)}
      />
      {list && (
        <datalist id={`${id}-ds`}>
          {list.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
    </div>
  );
}
