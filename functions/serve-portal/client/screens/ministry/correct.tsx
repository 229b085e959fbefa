import type { Run } from '../../../../../shared/release/runs.ts';
import type { ReleaseList } from '../../../../read-releases/read-releases.ts';
import { ApiProblem, post } from '../../api.ts';
import { get } from '../../ask-ahead.ts';
import { ActButton } from '../../parts/act-button.tsx';
import { Field } from '../../parts/field.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { releaseLabel } from '../../parts/release-label.ts';
import { Said } from '../../parts/said.tsx';
import { When } from '../../parts/when.tsx';
import { addressOf, type ScreenProps } from '../../routes.ts';
import { useAct } from '../../use-act.ts';
import { useStash } from '../../use-stash.ts';
import { useSay } from '../../words.ts';
import { queryPeriod } from './period-of.ts';

const same = new ApiProblem(0, {
  detail: 'Chưa có gì khác đợt đang công bố.',
  detail_en: 'Nothing differs from the current release.',
});

/** What was wrong, why, who found it: then a run that would take the place of the release. */
export function Correct({ params }: ScreenProps) {
  const say = useSay();
  const { group, period } = params;
  const [reason, setReason] = useStash(`correct ${queryPeriod(params)}`, { kind: 'input', text_vi: '', found_by: '' });
  const act = useAct();
  const start = () =>
    act.run(async () => {
      const { run_id, status } = await post<Run>('/v1/runs', { group, period, reason });
      // The run of the release itself: nothing has changed since.
      if (status === 'released') throw same;
      location.hash = addressOf('lan-tinh', run_id);
    });
  return (
    <Page title={say({ vi: 'Đính chính', en: 'Correct' })}>
      <Loaded from={(signal) => get<ReleaseList>(`/v1/me/releases?${queryPeriod(params)}`, signal)}>
        {({ releases }) => (
          <ul>
            {releases.map((one) => (
              <li key={one.release}>
                {say(releaseLabel(one.release))}, <When at={one.released_at} />
                {one.superseded_by
                  ? say({
                      vi: `, đã thay bằng ${releaseLabel(one.superseded_by).vi}`,
                      en: `, superseded by ${releaseLabel(one.superseded_by).en}`,
                    })
                  : say({ vi: ', đang công bố', en: ', current' })}
                {one.reason_vi && (
                  <>
                    : <Said text={one.reason_vi} />
                  </>
                )}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      <p>
        <a href={addressOf('ky', group!, period!)}>{say({ vi: 'Bảng theo dõi kỳ', en: 'Board' })}</a>
      </p>
      <p>
        {say({
          vi: 'Trước hết sửa điều sai: mở lại cho đơn vị và đóng kỳ lại, hoặc thẩm định lại. Người thứ hai công bố thành đợt mới; đợt cũ vẫn còn, ghi đã được thay.',
          en: 'First mend it: reopen the unit and close again, or decide again. A second person releases the run; the old release stays and says so.',
        })}
      </p>
      <Field
        label={say({ vi: 'Sai ở đâu', en: 'What was wrong' })}
        value={reason.kind}
        onInput={(kind) => setReason({ ...reason, kind })}
        options={[
          ['input', say({ vi: 'Số liệu đầu vào', en: 'Inputs' })],
          ['method', say({ vi: 'Phương pháp', en: 'Method' })],
          ['calculation', say({ vi: 'Cách tính', en: 'Calculation' })],
        ]}
      />
      <Field
        label={say({ vi: 'Lý do, sẽ công bố', en: 'Reason, it is published' })}
        type="area"
        value={reason.text_vi}
        onInput={(text_vi) => setReason({ ...reason, text_vi })}
      />
      <Field
        label={say({
          vi: 'Ai phát hiện (cơ quan, công dân), sẽ công bố',
          en: 'Who found it (an office, a citizen), it is published',
        })}
        hint={say({ vi: 'Không ghi họ tên người.', en: 'No names of persons.' })}
        value={reason.found_by}
        onInput={(found_by) => setReason({ ...reason, found_by })}
      />
      <ActButton
        act={act}
        onAct={start}
        keptFrom={
          reason.text_vi.trim() && reason.found_by.trim()
            ? null
            : say({ vi: 'Cần ghi lý do và ai phát hiện.', en: 'Say why, and who found it.' })
        }
      >
        {say({ vi: 'Chạy tính điểm đính chính', en: 'Start the correcting run' })}
      </ActButton>
    </Page>
  );
}
