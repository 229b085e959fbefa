import type { ComponentChildren } from 'preact';
import type { AssignmentRow, AssignmentsAnswer } from '../../../../assign-rows/read-assignments.ts';
import { apart } from '../../parts/apart.ts';
import { formatDay } from '../../parts/when.tsx';
import { useSay } from '../../words.ts';
import { keyOf } from './draft-store.ts';

interface Props {
  told: AssignmentsAnswer;
  chosen: ReadonlySet<string>;
  onToggle: (keys: string[], isOn: boolean) => void;
}

/** Rows to be assigned: a main index as a whole, an indicator, or single rows of one. */
export function RowChoice({ told, chosen, onToggle }: Props) {
  const say = useSay();
  return (
    <>
      {told.main_indices.map(({ main_index, number, name_vi, name_en }) => {
        const rows = told.rows.filter((row) => row.main_index === main_index);
        return (
          <fieldset key={main_index}>
            <legend>
              <Choice rows={rows} chosen={chosen} onToggle={onToggle}>
                {number}. {say({ vi: name_vi, en: name_en })}
              </Choice>
            </legend>
            {[...Map.groupBy(rows, ({ indicator }) => indicator)].map(([indicator, own]) => (
              <Indicator key={indicator} rows={own} chosen={chosen} onToggle={onToggle} />
            ))}
          </fieldset>
        );
      })}
    </>
  );
}

interface RowsProps {
  rows: AssignmentRow[];
  chosen: ReadonlySet<string>;
  onToggle: Props['onToggle'];
}

function Indicator({ rows, chosen, onToggle }: RowsProps) {
  const say = useSay();
  const { number, name_vi, name_en } = rows[0]!;
  const stands = [...new Set(rows.map((row) => say(standOf(row))))];
  return (
    <div class="choice">
      <Choice rows={rows} chosen={chosen} onToggle={onToggle}>
        {number} {say({ vi: name_vi, en: name_en })} <small>{stands.join(' · ')}</small>
      </Choice>
      {rows.length > 1 && (
        <details>
          <summary>{say({ vi: `Chọn từng dòng (${rows.length})`, en: `Single rows (${rows.length})` })}</summary>
          {rows.map((row) => (
            <Choice key={keyOf(row)} rows={[row]} chosen={chosen} onToggle={onToggle}>
              {row.number} {row.input_name_vi} <small>{say(standOf(row))}</small>
            </Choice>
          ))}
        </details>
      )}
    </div>
  );
}

function Choice({ rows, chosen, onToggle, children }: RowsProps & { children: ComponentChildren }) {
  const keys = rows.map(keyOf);
  const isOn = keys.every((key) => chosen.has(key));
  return (
    <label>
      <input type="checkbox" checked={isOn} onChange={() => onToggle(keys, !isOn)} /> {children}
    </label>
  );
}

function standOf({ assigned, filled }: AssignmentRow) {
  const due = assigned?.due ? `, ${formatDay(assigned.due)}` : '';
  const who = assigned ? `${apart(assigned.department_name_vi)}${due}` : null;
  return {
    vi: `${who ?? 'chưa giao'}; ${filled ? 'đã có số liệu' : 'chưa có số liệu'}`,
    en: `${who ?? 'not assigned'}; ${filled ? 'filled' : 'not filled'}`,
  };
}
