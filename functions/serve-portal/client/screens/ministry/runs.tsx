import type { RunLine, RunList } from '../../../../read-run/list-runs.ts';
import { ApiProblem, post } from '../../api.ts';
import { get } from '../../ask-ahead.ts';
import { ActButton } from '../../parts/act-button.tsx';
import { Page } from '../../parts/page.tsx';
import { releaseLabel } from '../../parts/release-label.ts';
import { Trouble } from '../../parts/trouble.tsx';
import { formatDay, When } from '../../parts/when.tsx';
import { addressOf, type ScreenProps } from '../../routes.ts';
import { useAct } from '../../use-act.ts';
import { useLive } from '../../use-live.ts';
import { runStates } from '../../words/ministry.ts';
import { useSay } from '../../words.ts';
import { queryPeriod } from './period-of.ts';

/** Runs of a period, the last first, and the way to start one. */
export function Runs({ params, me }: ScreenProps) {
  const say = useSay();
  const act = useAct();
  const live = useLive((signal) => get<RunList>(`/v1/runs?${queryPeriod(params)}`, signal), 5);
  const start = () =>
    act.run(async () => {
      const { group, period } = params;
      const { run_id } = await post<{ run_id: string }>('/v1/runs', { group, period });
      location.hash = addressOf('lan-tinh', run_id);
    });
  const needsReason = act.error instanceof ApiProblem && act.error.code === 'reason-needed';
  return (
    <Page title={say({ vi: 'Tính điểm và xem trước', en: 'Runs and previews' })}>
      <p>
        <a href={addressOf('ky', params.group!, params.period!)}>{say({ vi: 'Bảng theo dõi kỳ', en: 'Board' })}</a>
      </p>
      {me.role === 'publisher' && (
        <>
          <p>
            {say({
              vi: 'Lần tính điểm lấy mọi số liệu và kết quả thẩm định đang có hiệu lực, rồi chốt lại. Người chạy không công bố được kết quả này.',
              en: 'A run freezes all that counts now. Whoever runs it does not release it.',
            })}
          </p>
          <ActButton act={act} onAct={start}>
            {say({ vi: 'Chạy tính điểm', en: 'Start a run' })}
          </ActButton>
          {needsReason && (
            <p>
              <a class="button" href={addressOf('ky', params.group!, params.period!, 'dinh-chinh')}>
                {say({ vi: 'Ghi lý do đính chính', en: 'Say why it is corrected' })}
              </a>
            </p>
          )}
        </>
      )}
      {live.error !== null && <Trouble error={live.error} again={live.refresh} />}
      {live.value?.runs.length === 0 && <p>{say({ vi: 'Chưa chạy lần nào.', en: 'No run yet.' })}</p>}
      <ul class="tasks">
        {live.value?.runs.map((run) => (
          <RunItem key={run.run_id} run={run} />
        ))}
      </ul>
    </Page>
  );
}

function RunItem({ run }: { run: RunLine }) {
  const say = useSay();
  return (
    <li class="item">
      <a href={addressOf('lan-tinh', run.run_id)}>
        <strong>{say(releaseLabel(run.release))}</strong>
      </a>{' '}
      · {say(runStates[run.status])} · <When at={run.started_at} />
      <br />
      {say({
        vi: `${run.units} đơn vị, ${run.decisions} kết quả thẩm định`,
        en: `${run.units} units, ${run.decisions} decisions`,
      })}
      {run.corrects &&
        say({
          vi: `, đính chính ${releaseLabel(run.corrects.release).vi}`,
          en: `, corrects ${releaseLabel(run.corrects.release).en}`,
        })}
      {run.preview &&
        say({
          vi: `, mở cho đơn vị đến ${formatDay(run.preview.until)}`,
          en: `, open to units until ${formatDay(run.preview.until)}`,
        })}
    </li>
  );
}
