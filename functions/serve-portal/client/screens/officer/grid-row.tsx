import { useState } from 'preact/hooks';
import type { GridRow } from '../../../../../shared/submission/grid/build-grid.ts';
import { showFigure } from '../../parts/figure.ts';
import { Said } from '../../parts/said.tsx';
import { useSay } from '../../words.ts';
import type { Edit } from './edit.ts';
import { FindingLine, usePlace } from './finding-line.tsx';
import { RowEditor } from './row-editor.tsx';
import { useRowName } from './row-name.tsx';

interface RowProps {
  row: GridRow;
  edit: Edit | undefined;
  /** Absent: the person only looks. */
  onEdit: ((edit: Edit | null) => void) | null;
}

/** A row of the form as it was read, what was found of it below, and below that, opened, the place to mend it. */
export function Row({ row, edit, onEdit }: RowProps) {
  const say = useSay();
  const nameOf = useRowName();
  const placeOf = usePlace();
  const [isOpen, setOpen] = useState(edit !== undefined);
  const name = nameOf(row);
  return (
    <>
      <tr id={`dong-${row.position}`} tabIndex={-1} class={edit ? 'edited' : undefined}>
        <th scope="row">
          {name}
          <small>
            {[
              say({ vi: `tối đa ${row.max_points} điểm`, en: `${row.max_points} points at most` }),
              row.unit_of_measure_vi,
            ]
              .filter(Boolean)
              .join(' · ')}
            {placeOf(row) && ` · ${placeOf(row)}`}
          </small>
        </th>
        <td data-label={say(columns.earlier)} class={row.earlier ? undefined : 'nothing'}>
          {row.earlier ? showFigure(row, row.earlier.value) : '–'}
          {row.earlier && <small>{say({ vi: row.earlier.source_vi, en: row.earlier.source_en })}</small>}
        </td>
        <td data-label={say(columns.value)} class="value">
          <Declared row={row} edit={edit} />
        </td>
        <Text label={say(columns.evidence)} text={edit?.evidence ?? row.evidence} />
        <Text label={say(columns.note)} text={edit?.note ?? row.note} />
        {onEdit && (
          <td class="act">
            <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
              {isOpen ? say({ vi: 'Thu gọn', en: 'Close' }) : say({ vi: 'Sửa', en: 'Edit' })}
              <span class="aloud"> {name}</span>
            </button>
          </td>
        )}
      </tr>
      {(row.findings.length > 0 || isOpen) && (
        <tr class="below">
          <td colSpan={onEdit ? 6 : 5}>
            {row.findings.map((finding, at) => (
              <FindingLine key={at} finding={finding} />
            ))}
            {isOpen && onEdit && <RowEditor row={row} edit={edit} name={name} onEdit={onEdit} />}
          </td>
        </tr>
      )}
    </>
  );
}

const Text = ({ label, text }: { label: string; text: string | null }) => (
  <td data-label={label} class={text ? undefined : 'nothing'}>
    {text ? <Said text={text} /> : '–'}
  </td>
);

export const columns = {
  name: { vi: 'Chỉ số, nội dung', en: 'Indicator' },
  earlier: { vi: 'Kỳ trước', en: 'Last time' },
  value: { vi: 'Số liệu', en: 'Figure' },
  evidence: { vi: 'Tài liệu kiểm chứng', en: 'Evidence' },
  note: { vi: 'Ghi chú', en: 'Note' },
};

/** What was written, and what it was understood as where that is not the same. */
function Declared({ row, edit }: Pick<RowProps, 'row' | 'edit'>) {
  const say = useSay();
  if (edit?.value !== undefined) {
    return (
      <>
        {edit.value.trim() || '–'}
        <small>{say({ vi: 'sửa trên màn hình, chưa gửi', en: 'edited here, not sent' })}</small>
      </>
    );
  }
  const shown = row.value === null ? null : showFigure(row, row.value);
  if (shown === null && row.raw === null) return <>{say({ vi: 'chưa có', en: 'none' })}</>;
  return (
    <>
      {shown ?? row.raw}
      {shown === null && <small>{say({ vi: 'không đọc được thành số', en: 'not read as a figure' })}</small>}
      {row.corrects && <small>{say({ vi: 'đã sửa trên màn hình', en: 'corrected on the screen' })}</small>}
    </>
  );
}
