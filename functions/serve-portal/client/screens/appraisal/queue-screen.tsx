import { useState } from 'preact/hooks';
import type { QueueRow } from '../../../../read-decisions/queue-row.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { addressOf, type ScreenProps } from '../../routes.ts';
import { useSay, type Word } from '../../words.ts';
import { loadQueue } from './load-queue.ts';
import { QueueWork } from './queue-work.tsx';

/** One indicator across units, or one unit across indicators: look, press a key, next. */
export function QueueScreen({ params }: ScreenProps) {
  const say = useSay();
  const of = { group: params.group!, period: params.period! };
  const byIndicator = params.indicator !== undefined;
  const [title, setTitle] = useState<Word>(plainTitle);
  const load = async (signal: AbortSignal) => {
    const query = params.indicator === undefined ? { unit_id: params.unit_id! } : { indicator: params.indicator };
    const queue = await loadQueue(of, query, signal);
    setTitle(titleOf(queue.rows[0], byIndicator));
    return queue;
  };
  return (
    <Page title={say(title)}>
      <p>
        <a href={addressOf('tham-dinh', of.group, of.period)}>{say({ vi: 'Về danh sách', en: 'Back to the list' })}</a>
      </p>
      <Loaded from={load}>
        {({ rows, names }, reload) =>
          rows.length === 0 ? (
            <p>
              {say({ vi: 'Chưa có số liệu nào để thẩm định ở đây.', en: 'There is nothing to appraise here yet.' })}
            </p>
          ) : (
            <QueueWork of={of} loaded={rows} names={names} byIndicator={byIndicator} reload={reload} />
          )
        }
      </Loaded>
    </Page>
  );
}

const plainTitle: Word = { vi: 'Thẩm định', en: 'Appraisal' };

function titleOf(row: QueueRow | undefined, byIndicator: boolean): Word {
  if (!row) return plainTitle;
  const { unit_name_vi, name_vi, name_en, max_points } = row;
  if (!byIndicator) return { vi: `Thẩm định: ${unit_name_vi}`, en: `Appraisal: ${unit_name_vi}` };
  return { vi: `${name_vi} (${max_points.replace('.', ',')} điểm)`, en: `${name_en} (${max_points} points)` };
}
