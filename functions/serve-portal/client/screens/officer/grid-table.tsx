import type { GridRow } from '../../../../../shared/submission/grid/build-grid.ts';
import type { Grid } from '../../../../read-submissions/read-grid.ts';
import { useSay } from '../../words.ts';
import { type Edit, type Edits, rowKey } from './edit.ts';
import { columns, Row } from './grid-row.tsx';

interface GridProps {
  grid: Pick<Grid, 'main_indices'>;
  rows: readonly GridRow[];
  edits: Edits;
  /** Null: the person only looks. */
  onEdit: ((key: string, edit: Edit | null) => void) | null;
}

/** The form as it was read, a table for each main index. */
export function GridTable({ grid, rows, edits, onEdit }: GridProps) {
  const say = useSay();
  return (
    <>
      {grid.main_indices.map((group) => {
        const own = rows.filter(({ main_index }) => main_index === group.main_index);
        if (own.length === 0) return null;
        return (
          <table key={group.main_index} class="rows grid">
            <caption>
              <strong>
                {group.number}. {say({ vi: group.name_vi, en: group.name_en })}
              </strong>{' '}
              ({say({ vi: `tối đa ${group.max_points} điểm`, en: `${group.max_points} points at most` })})
            </caption>
            <thead>
              <tr>
                {Object.values(columns).map((column) => (
                  <th key={column.en} scope="col">
                    {say(column)}
                  </th>
                ))}
                {onEdit && (
                  <th scope="col">
                    <span class="aloud">{say({ vi: 'Sửa', en: 'Edit' })}</span>
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {own.map((row) => (
                <Row
                  key={row.position}
                  row={row}
                  edit={edits[rowKey(row)]}
                  onEdit={onEdit && ((edit) => onEdit(rowKey(row), edit))}
                />
              ))}
            </tbody>
          </table>
        );
      })}
    </>
  );
}
