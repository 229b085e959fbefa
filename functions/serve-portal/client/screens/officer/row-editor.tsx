import type { GridRow } from '../../../../../shared/submission/grid/build-grid.ts';
import { readTyped, showFigure } from '../../parts/figure.ts';
import { useSay } from '../../words.ts';
import type { Edit } from './edit.ts';

interface EditorProps {
  row: GridRow;
  edit: Edit | undefined;
  name: string;
  onEdit: (edit: Edit | null) => void;
}

/** Value, evidence and note of one row; kept as they are typed. */
export function RowEditor({ row, edit = {}, name, onEdit }: EditorProps) {
  const say = useSay();
  const id = `sua-${row.position}`;
  const set = (field: keyof Edit) => (event: Event) =>
    onEdit({ ...edit, [field]: (event.currentTarget as HTMLInputElement).value });
  return (
    <fieldset class="editor">
      <legend>{name}</legend>
      <label for={`${id}-value`}>{say({ vi: 'Số liệu', en: 'Figure' })}</label>
      <ValueField row={row} id={`${id}-value`} typed={edit.value ?? startOf(row)} onInput={set('value')} />
      <Understood row={row} id={`${id}-hint`} typed={edit.value} />
      <label for={`${id}-evidence`}>{say({ vi: 'Tài liệu kiểm chứng', en: 'Evidence' })}</label>
      <input id={`${id}-evidence`} value={edit.evidence ?? row.evidence ?? ''} onInput={set('evidence')} />
      {row.evidence_vi && (
        <p class="hint">{say({ vi: `Cần có: ${row.evidence_vi}`, en: `Asked for: ${row.evidence_vi}` })}</p>
      )}
      <label for={`${id}-note`}>{say({ vi: 'Ghi chú, lý do', en: 'Note, reason' })}</label>
      <textarea id={`${id}-note`} rows={2} value={edit.note ?? row.note ?? ''} onInput={set('note')} />
      {Object.keys(edit).length > 0 && (
        <p>
          <button type="button" class="plain" onClick={() => onEdit(null)}>
            {say({ vi: 'Bỏ các thay đổi của dòng này', en: 'Take back the changes of this row' })}
          </button>
        </p>
      )}
    </fieldset>
  );
}

/** What stands in the file, to begin from. */
const startOf = (row: GridRow): string =>
  row.choices ? (row.value ?? '') : row.value === null ? (row.raw ?? '') : showFigure(row, row.value);

interface ValueProps {
  row: GridRow;
  id: string;
  typed: string;
  onInput: (event: Event) => void;
}

function ValueField({ row, id, typed, onInput }: ValueProps) {
  const say = useSay();
  const about = `${id.replace(/value$/, 'hint')}`;
  if (!row.choices)
    return (
      <input id={id} inputMode="decimal" autoComplete="off" value={typed} onInput={onInput} aria-describedby={about} />
    );
  return (
    <select id={id} value={typed} onChange={onInput} aria-describedby={about}>
      <option value="">{say({ vi: 'Chưa chọn', en: 'None chosen' })}</option>
      {row.choices.map(({ value, label_vi }) => (
        <option key={value} value={value}>
          {label_vi}
        </option>
      ))}
    </select>
  );
}

/** What a typed figure was read as, beside the field as it is typed. */
function Understood({ row, id, typed }: { row: GridRow; id: string; typed: string | undefined }) {
  const say = useSay();
  if (typed === undefined) return <p id={id} class="hint" />;
  const read = readTyped(row, typed);
  const text =
    read === null
      ? {
          vi: 'Chưa đọc được thành một số. Ghi dạng 1234,5 (dấu phẩy thập phân).',
          en: 'Not read as one number. Write 1234,5 (decimal comma).',
        }
      : read.value === null
        ? {
            vi: 'Để trống. Nếu rút số liệu đã khai, ghi lý do ở phần ghi chú.',
            en: 'Left blank. Where a figure is withdrawn, say why in the note.',
          }
        : { vi: `Hiểu là ${showFigure(row, read.value)}`, en: `Read as ${showFigure(row, read.value)}` };
  return (
    <p id={id} class={read === null ? 'hint wrong' : 'hint'} role="status">
      {say(text)}
    </p>
  );
}
