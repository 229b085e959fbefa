import { formatPoints } from '../../../../../shared/format/format-decimal.ts';
import type { QueueRow } from '../../../../read-decisions/queue-row.ts';
import type { StatedDecision } from '../../../../record-appraisal/decisions-body.ts';
import { useSay } from '../../words.ts';
import { DecisionForm } from './decision-form.tsx';
import { earlierDecision, undoing } from './earlier-decision.ts';

/** Which form stands open below the row; null: none. */
export type Opened = 'points' | 'ask' | 'reject' | null;

export interface DecisionBarProps {
  row: QueueRow;
  opened: Opened;
  busy: boolean;
  keysOn: boolean;
  onOpen: (opened: Opened) => void;
  onDecide: (decision: StatedDecision) => void;
}

/** What can be done with a row. What keeps one from it stands where the buttons would be. */
export function DecisionBar({ row, opened, busy, keysOn, onOpen, onDecide }: DecisionBarProps) {
  const say = useSay();
  const { indicator } = row;
  const earlier = earlierDecision(row);
  if (!row.open)
    return (
      <p class="notice">
        {say({
          vi: 'Kỳ đã đóng đối với đơn vị này nên không đổi được điểm. Cơ quan chủ trì có thể mở lại.',
          en: 'The period is closed for this unit; points do not change. The ministry may reopen it.',
        })}
      </p>
    );
  if (opened) return <DecisionForm {...{ row, opened, busy, keysOn, onDecide }} onClose={() => onOpen(null)} />;
  return (
    <div class="bar">
      <button type="button" class="main" disabled={busy} onClick={() => onDecide({ decision: 'keep', indicator })}>
        [1] {say({ vi: 'Giữ', en: 'Keep' })} {formatPoints(row.self_points)}
      </button>
      <button type="button" disabled={busy} onClick={() => onOpen('points')}>
        [2] {say({ vi: 'Sửa điểm…', en: 'Set points…' })}
      </button>
      <button type="button" disabled={busy} onClick={() => onOpen('ask')}>
        [3] {say({ vi: 'Cần bổ sung…', en: 'Ask for more…' })}
      </button>
      <button type="button" disabled={busy} onClick={() => onOpen('reject')}>
        [n] {say({ vi: 'Không chấp nhận, 0 điểm…', en: 'Do not accept, 0 points…' })}
      </button>
      {row.decision && (
        <>
          <button type="button" disabled={busy} onClick={() => onDecide(undoing(row))}>
            [u]{' '}
            {earlier === null
              ? say(takeBack)
              : say({
                  vi: `Trở lại quyết định trước, ${formatPoints(earlier.points)} điểm`,
                  en: `Back to the decision before, ${earlier.points} points`,
                })}
          </button>
          {earlier !== null && (
            <button type="button" disabled={busy} onClick={() => onDecide({ decision: 'withdraw', indicator })}>
              {say(takeBack)}
            </button>
          )}
        </>
      )}
    </div>
  );
}

const takeBack = { vi: 'Rút quyết định', en: 'Take back' };
