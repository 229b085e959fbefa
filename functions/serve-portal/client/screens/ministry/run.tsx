import type { RunChecks as Checks } from '../../../../../shared/release/run-checks.ts';
import type { Run } from '../../../../../shared/release/runs.ts';
import type { ToldChecks } from '../../../../read-run/read-run-checks.ts';
import { download } from '../../api.ts';
import { get } from '../../ask-ahead.ts';
import { ActButton } from '../../parts/act-button.tsx';
import { Page } from '../../parts/page.tsx';
import { releaseLabel } from '../../parts/release-label.ts';
import { Trouble } from '../../parts/trouble.tsx';
import { When } from '../../parts/when.tsx';
import { addressOf, type ScreenProps } from '../../routes.ts';
import { useAct } from '../../use-act.ts';
import { useLive } from '../../use-live.ts';
import { runStates, steps } from '../../words/ministry.ts';
import { useSay } from '../../words.ts';
import { RunChangesPart } from './run-changes.tsx';
import { RunInputsPart } from './run-inputs.tsx';
import { RunRanking } from './run-ranking.tsx';

/** Seconds between two looks while a run is under way. */
const runSeconds = 2;

/** One run: its steps as they go, what its checks found, and the preview once it is ready. */
export function RunScreen({ params, me }: ScreenProps) {
  const say = useSay();
  const at = `/v1/runs/${params.run_id}`;
  const live = useLive(async (signal) => {
    const [run, checks] = await Promise.all([get<Run>(at, signal), get<ToldChecks>(`${at}/checks`, signal)]);
    return { run, checks };
  }, runSeconds);
  const act = useAct();
  const title = say({ vi: 'Lần tính điểm', en: 'Run' });
  if (!live.value)
    return <Page title={title}>{live.error !== null && <Trouble error={live.error} again={live.refresh} />}</Page>;
  const { run, checks } = live.value;
  const isPrepared = run.status === 'ready' || run.status === 'released';
  return (
    <Page title={`${title} · ${say(releaseLabel(run.release))}`}>
      <p role="status">
        {say(runStates[run.status])}, {say({ vi: 'chạy lúc', en: 'started' })} <When at={run.started_at} />
      </p>
      <p class="bar">
        <a class="button" href={addressOf('ky', run.group, run.period, 'tinh-diem')}>
          {say({ vi: 'Các lần tính điểm', en: 'All runs' })}
        </a>
        {run.status === 'ready' && me.role === 'publisher' && (
          <>
            <a class="button" href={addressOf('lan-tinh', run.run_id, 'mo-xem')}>
              {say({ vi: 'Mở cho đơn vị xem', en: 'Open to units' })}
            </a>
            <a class="button main" href={addressOf('lan-tinh', run.run_id, 'cong-bo')}>
              {say({ vi: 'Công bố', en: 'Release' })}
            </a>
          </>
        )}
      </p>
      {run.corrects && (
        <p class="warn">
          {say({
            vi: `Đính chính ${releaseLabel(run.corrects.release).vi}: `,
            en: `Corrects ${releaseLabel(run.corrects.release).en}: `,
          })}
          {run.corrects.reason.text_vi} ({run.corrects.reason.found_by})
        </p>
      )}
      <Steps checks={checks} />
      {isPrepared && (
        <>
          <RunRanking at={at} />
          <ActButton minor act={act} onAct={() => act.run(() => download(`${at}/ranking.xlsx`))}>
            {say({ vi: 'Tải báo cáo xếp hạng Excel', en: 'Download the ranked report' })}
          </ActButton>
          <RunChangesPart at={at} />
        </>
      )}
      <RunInputsPart at={at} />
    </Page>
  );
}

/** Out of the page, so that its words can be read without a browser. */
export function Steps({ checks }: { checks: ToldChecks }) {
  const say = useSay();
  const { failure, rows, differences, checked, left } = checks;
  return (
    <section>
      <h2>{say({ vi: 'Các bước và kiểm tra', en: 'Steps and checks' })}</h2>
      <ol>
        {checks.steps.map(({ step, done_at }) => (
          <li key={step}>
            {say(steps[step])}: {done_at ? <When at={done_at} /> : say({ vi: 'chưa xong', en: 'not yet' })}
          </li>
        ))}
      </ol>
      {failure && (
        <p class="trouble">
          {failure.code}: {failure.message}
        </p>
      )}
      {checked && rows.length + differences.length === 0 && (
        <p class="good">{say({ vi: 'Kiểm tra không phát hiện gì.', en: 'The checks found nothing.' })}</p>
      )}
      <CheckRows rows={rows} />
      {differences.length > 0 && (
        <ul>
          {differences.map((difference) => (
            <li key={difference}>{difference}</li>
          ))}
        </ul>
      )}
      {left > 0 && <p>{say({ vi: `và ${left} dòng nữa`, en: `and ${left} more` })}</p>}
    </section>
  );
}

function CheckRows({ rows }: { rows: (Checks['rows'][number] & { unit_name_vi: string | null })[] }) {
  const say = useSay();
  if (rows.length === 0) return null;
  return (
    <table class="rows">
      <thead>
        <tr>
          <th scope="col">{say({ vi: 'Kiểm tra', en: 'Check' })}</th>
          <th scope="col">{say({ vi: 'Đơn vị', en: 'Unit' })}</th>
          <th scope="col">{say({ vi: 'Nội dung', en: 'Detail' })}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ severity, check, unit_name_vi, measure, detail }) => (
          <tr key={`${check} ${unit_name_vi} ${measure} ${detail}`}>
            <th scope="row">
              {severity === 'fail' ? '✕' : '△'} {check}
            </th>
            <td>{[unit_name_vi, measure].filter(Boolean).join(', ')}</td>
            <td>{detail}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
