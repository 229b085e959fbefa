import type { Grid } from '../../../../read-submissions/read-grid.ts';
import { addressOf } from '../../routes.ts';
import { useSay } from '../../words.ts';
import type { Edits } from './edit.ts';
import { everything, type Filter, filterNames, filterRows } from './filters.ts';

/** Filters stand in the address, so that a view can be sent to a colleague; those that would show nothing are left out. */
export function FilterBar({ grid, filter, edits }: { grid: Grid; filter: Filter | null; edits: Edits }) {
  const say = useSay();
  const address = addressOf('lan-gui', grid.group, grid.period, `${grid.receipt}`);
  const counted = (Object.keys(filterNames) as Filter[]).map((name) => ({
    name,
    count: filterRows(grid.rows, name, edits).length,
  }));
  return (
    <nav class="filters" aria-label={say({ vi: 'Lọc dòng', en: 'Filter rows' })}>
      <a href={`${address}?loc=${everything}`} aria-current={filter === null ? 'true' : undefined}>
        {say({ vi: 'Tất cả', en: 'All' })} ({grid.rows.length})
      </a>
      {counted
        .filter(({ name, count }) => count > 0 || name === filter)
        .map(({ name, count }) => (
          <a key={name} href={`${address}?loc=${name}`} aria-current={filter === name ? 'true' : undefined}>
            {say(filterNames[name])} ({count})
          </a>
        ))}
    </nav>
  );
}
