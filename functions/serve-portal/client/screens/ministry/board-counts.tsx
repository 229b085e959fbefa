import type { Board } from '../../../../read-board/read-board.ts';
import { addressOf } from '../../routes.ts';
import { marks, states } from '../../words/ministry.ts';
import { useSay } from '../../words.ts';

type State = keyof typeof states;

export const stateOrder = Object.keys(states) as State[];

/** How many units stand how, large enough for a wall; each leads to those units on the board. */
export function BoardCounts({ board }: { board: Board }) {
  const say = useSay();
  const { counts, unit_count, certification } = board;
  const shown = stateOrder.filter((state) => state !== 'certified' || certification !== null || counts.certified > 0);
  const beside = [
    ['late', { vi: 'chậm', en: 'late' }, board.late],
    ['waiting', { vi: 'chờ xác nhận', en: 'waiting for certification' }, board.waiting],
    ['question', { vi: 'đang được hỏi', en: 'in question' }, board.in_question],
    ['reopened', { vi: 'mở lại', en: 'reopened' }, board.reopened],
  ] as const;
  const address = (filter: string) => `${addressOf('ky', board.group, board.period)}?loc=${filter}`;
  return (
    <>
      <ul class="counts" aria-label={say({ vi: 'Đơn vị theo trạng thái', en: 'Units by state' })}>
        {shown.map((state) => (
          <li key={state} class={`state-${state}`}>
            <a class="count" href={address(state)}>
              <strong>{counts[state]}</strong> <span aria-hidden="true">{marks[state]}</span> {say(states[state])}
            </a>
          </li>
        ))}
      </ul>
      <p>
        {say({ vi: `Trong ${unit_count} đơn vị`, en: `Of ${unit_count} units` })}
        {beside
          .filter(([, , count]) => count > 0)
          .map(([filter, word, count]) => (
            <span key={filter}>
              {' · '}
              <a href={address(filter)}>
                {count} {say(word)}
              </a>
            </span>
          ))}
        {board.appraised > 0 && ` · ${board.appraised} ${say({ vi: 'đã thẩm định đủ', en: 'appraised in full' })}`}
      </p>
    </>
  );
}
