import type { Grid } from '../../../../read-submissions/read-grid.ts';
import { readTyped, showFigure } from '../../parts/figure.ts';
import { Said } from '../../parts/said.tsx';
import { useSay } from '../../words.ts';
import { type Edits, rowKey } from './edit.ts';
import { useRowName } from './row-name.tsx';

/** What was changed on the screen, before and after. */
export function ChangeList({ grid, edits }: { grid: Grid; edits: Edits }) {
  const say = useSay();
  const nameOf = useRowName();
  const changed = grid.rows.filter((row) => edits[rowKey(row)]);
  return (
    <table class="rows">
      <caption>
        {say({
          vi: `${changed.length} dòng được sửa so với lần gửi ${grid.receipt}; các dòng khác giữ nguyên, kể cả nguồn gốc từng ô`,
          en: `${changed.length} rows changed against submission ${grid.receipt}; all others stay, and the cells they came from`,
        })}
      </caption>
      <thead>
        <tr>
          <th scope="col">{say({ vi: 'Dòng', en: 'Row' })}</th>
          <th scope="col">{say({ vi: 'Trước', en: 'Before' })}</th>
          <th scope="col">{say({ vi: 'Sau', en: 'After' })}</th>
        </tr>
      </thead>
      <tbody>
        {changed.map((row) => {
          const edit = edits[rowKey(row)]!;
          const read = edit.value === undefined ? { value: row.value } : readTyped(row, edit.value);
          const shown = (value: string | null) =>
            value === null ? say({ vi: 'trống', en: 'blank' }) : showFigure(row, value);
          const also = [
            edit.evidence !== undefined && `${say({ vi: 'tài liệu', en: 'evidence' })}: ${edit.evidence}`,
            edit.note !== undefined && `${say({ vi: 'ghi chú', en: 'note' })}: ${edit.note}`,
          ].filter(Boolean);
          return (
            <tr key={row.position}>
              <th scope="row">{nameOf(row)}</th>
              <td data-label={say({ vi: 'Trước', en: 'Before' })}>
                {row.value === null ? (row.raw ?? shown(null)) : shown(row.value)}
              </td>
              <td data-label={say({ vi: 'Sau', en: 'After' })}>
                {read ? shown(read.value) : edit.value}
                {also.map((text) => (
                  <small key={String(text)}>
                    <Said text={String(text)} />
                  </small>
                ))}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
