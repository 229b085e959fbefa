import type { Board } from '../../../../read-board/read-board.ts';
import { formatDay } from '../../parts/when.tsx';
import { states } from '../../words/ministry.ts';
import { useSay } from '../../words.ts';
import { stateOrder } from './board-counts.tsx';

const [width, height] = [340, 120] as const;
/** Days that fit the picture; the table has them all. */
const shownDays = 40;

/** How the states moved, a column for each day on which one did; the table below it says the same. */
export function BoardDays({ board }: { board: Board }) {
  const say = useSay();
  const { by_day, unit_count } = board;
  const title = say({ vi: 'Diễn biến theo ngày', en: 'Day by day' });
  if (by_day.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <Columns days={by_day.slice(-shownDays)} unitCount={unit_count} />
      <details>
        <summary>{say({ vi: 'Xem dạng bảng', en: 'As a table' })}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{say({ vi: 'Hết ngày', en: 'End of' })}</th>
              {stateOrder.map((state) => (
                <th key={state} scope="col" class="number">
                  {say(states[state])}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {by_day.map((day) => (
              <tr key={day.day}>
                <th scope="row">{formatDay(day.day)}</th>
                {stateOrder.map((state) => (
                  <td key={state} class="number">
                    {day[state]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}

function Columns({ days, unitCount }: { days: Board['by_day']; unitCount: number }) {
  const step = width / Math.max(days.length, 6);
  const scale = height / unitCount;
  return (
    <svg class="days" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {days.map((day, n) => {
        let y = height;
        // From the bottom: what is done, then what is under way.
        return [...stateOrder].reverse().map((state) => {
          const tall = day[state] * scale;
          y -= tall;
          return <rect key={`${day.day}${state}`} class={state} x={n * step} y={y} width={step * 0.85} height={tall} />;
        });
      })}
    </svg>
  );
}
