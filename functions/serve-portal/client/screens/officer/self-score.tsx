import { useState } from 'preact/hooks';
import type { Grid } from '../../../../read-submissions/read-grid.ts';
import type { SubmissionSummary } from '../../../../summarise-submission/summarise-submission.ts';
import { get } from '../../ask-ahead.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { SelfScoreTable } from '../../parts/self-score-table.tsx';
import type { Acting } from '../../routes.ts';
import { useSay } from '../../words.ts';
import { submissionsPath } from './unit-path.ts';

/** What the unit's own figures earn before anybody has appraised them; computed when it is opened. */
export function SelfScore({ grid, me }: { grid: Grid; me: Acting }) {
  const say = useSay();
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say({ vi: 'Điểm tự đánh giá từ số liệu này', en: 'What these figures earn by themselves' })}</summary>
      {isOpen && <Score grid={grid} me={me} />}
    </details>
  );
}

function Score({ grid, me }: { grid: Grid; me: Acting }) {
  return (
    <Loaded
      from={(signal) =>
        get<SubmissionSummary>(submissionsPath(grid, me, 'receipts', `${grid.receipt}`, 'summary'), signal)
      }
    >
      {({ score }) => score && <SelfScoreTable {...score} />}
    </Loaded>
  );
}
