import type { Run } from '../../../../../shared/release/runs.ts';
import { post } from '../../api.ts';
import { get } from '../../ask-ahead.ts';
import { ActButton } from '../../parts/act-button.tsx';
import { Field } from '../../parts/field.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { releaseLabel } from '../../parts/release-label.ts';
import { addressOf, type ScreenProps } from '../../routes.ts';
import { useAct } from '../../use-act.ts';
import { useStash } from '../../use-stash.ts';
import { useSay } from '../../words.ts';

/** Lets units see the result to come; what that means stands before the button. */
export function OpenPreview({ params }: ScreenProps) {
  const say = useSay();
  const at = `/v1/runs/${params.run_id}`;
  const [until, setUntil] = useStash(`${at} until`, '');
  const act = useAct();
  const open = () =>
    act.run(async () => {
      const { group, period } = await post<{ group: string; period: string }>(`${at}/preview`, { until }, act.key);
      location.hash = addressOf('ky', group, period, 'y-kien');
    });
  return (
    <Page title={say({ vi: 'Mở kết quả dự kiến cho đơn vị xem', en: 'Open the preview to units' })}>
      <Loaded from={(signal) => get<Run>(at, signal)}>{(run) => <p>{say(releaseLabel(run.release))}</p>}</Loaded>
      <p class="notice">
        {say({
          vi: 'Mỗi đơn vị xem được kết quả của mình và nêu ý kiến đến hết ngày này. Trước đó và khi còn ý kiến chưa trả lời, không công bố được kết quả nào của kỳ. Ngày đã mở chỉ kéo dài được.',
          en: 'Each unit sees its own result and may object until the end of that day. Nothing is released before, nor while an objection is unanswered. The day may only be made later.',
        })}
      </p>
      <Field
        label={say({ vi: 'Ngày cuối đơn vị nêu ý kiến', en: 'Last day for objections' })}
        type="date"
        value={until}
        onInput={setUntil}
      />
      <ActButton act={act} onAct={open}>
        {say({ vi: 'Mở cho đơn vị xem', en: 'Open to units' })}
      </ActButton>
    </Page>
  );
}
