import { formatDecimal, formatPoints } from '../../../../../shared/format/format-decimal.ts';
import type { PeriodLine } from '../../../../../shared/ledger/describe-period.ts';
import type { UnitPreview } from '../../../../read-preview/read-preview.ts';
import { download } from '../../api.ts';
import { get } from '../../ask-ahead.ts';
import { ActButton } from '../../parts/act-button.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { formatDay } from '../../parts/when.tsx';
import { addressOf, type ScreenProps } from '../../routes.ts';
import { useAct } from '../../use-act.ts';
import { useSay } from '../../words.ts';
import { ObjectionList } from '../ministry/objection-list.tsx';
import { apiPeriod, capital } from '../ministry/period-of.ts';
import { loadObjections } from './load-objections.ts';
import { ObjectionForm } from './objection-form.tsx';

/** Periods of which the ministry shows a result before it is released. */
export function PreviewList() {
  const say = useSay();
  return (
    <Page title={say({ vi: 'Kết quả dự kiến', en: 'Results to come' })}>
      <Loaded from={(signal) => get<{ periods: PeriodLine[] }>('/v1/me/periods', signal)}>
        {({ periods }) => {
          const shown = periods.filter(({ preview }) => preview !== null);
          if (shown.length === 0)
            return <p>{say({ vi: 'Chưa có kết quả dự kiến nào mở cho đơn vị xem.', en: 'Nothing is shown yet.' })}</p>;
          return (
            <ul class="tasks">
              {shown.map(({ group, period, group_name_vi, period_label_vi, preview }) => (
                <li key={`${group}/${period}`}>
                  <a href={addressOf('ket-qua-du-kien', group, period)}>
                    {capital(period_label_vi)} · {group_name_vi}
                  </a>
                  {preview!.open
                    ? say({
                        vi: `, nêu ý kiến đến hết ngày ${formatDay(preview!.until)}`,
                        en: `, object until the end of ${formatDay(preview!.until)}`,
                      })
                    : say({ vi: ', đã hết hạn nêu ý kiến', en: ', the day for objections is past' })}
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
    </Page>
  );
}

/** The unit’s own result before it is released: value, rank, points and why; what it objects, and the answers. */
export function PreviewScreen({ params, me }: ScreenProps) {
  const say = useSay();
  const of = `${apiPeriod(params)}/${encodeURIComponent(me.unit_id ?? '')}`;
  const act = useAct();
  return (
    <Page title={say({ vi: 'Kết quả dự kiến của đơn vị', en: 'Your unit’s result to come' })}>
      <Loaded
        from={(signal) => Promise.all([get<UnitPreview>(`/v1/previews/${of}`, signal), loadObjections(of, signal)])}
      >
        {([preview, { objections }], reload) => (
          <>
            <Result preview={preview} />
            <ActButton minor act={act} onAct={() => act.run(() => download(`/v1/profiles/${of}`))}>
              {say({ vi: 'Tải hồ sơ của đơn vị, Excel', en: 'Download your unit’s profile, Excel' })}
            </ActButton>
            {preview.open && <ObjectionForm preview={preview} objections={objections} done={reload} />}
            {objections.length > 0 && (
              <>
                <h2>{say({ vi: 'Ý kiến của đơn vị', en: 'What your unit objected' })}</h2>
                <ObjectionList objections={objections} of={params} answers={false} done={reload} />
              </>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Result({ preview }: { preview: UnitPreview }) {
  const say = useSay();
  const { open, until, state, rank, ranked_count, measures, indicators } = preview;
  const number = (value: string | null) => (value === null ? '–' : formatDecimal(value));
  const points = (value: string | null) => (value === null ? '–' : formatPoints(value));
  return (
    <>
      <p class="notice">
        {open
          ? say({
              vi: `Kết quả dự kiến, chưa công bố và có thể thay đổi. Đơn vị nêu ý kiến đến hết ngày ${formatDay(until)}.`,
              en: `To come, not released, it may change. You may object until the end of ${formatDay(until)}.`,
            })
          : say({
              vi: `Kết quả dự kiến, chưa công bố. Hạn nêu ý kiến đã hết ngày ${formatDay(until)}.`,
              en: `To come, not released. The day for objections was ${formatDay(until)}.`,
            })}
      </p>
      <p>
        {state === 'not_submitted'
          ? say({ vi: 'Đơn vị chưa có số liệu được tính.', en: 'Your unit has nothing that counts.' })
          : state === 'unranked'
            ? say({ vi: 'Đơn vị không được xếp hạng.', en: 'Your unit is not ranked.' })
            : say({ vi: `Hạng ${rank} trong ${ranked_count} đơn vị`, en: `Rank ${rank} of ${ranked_count}` })}
      </p>
      <table class="rows">
        <caption>{say({ vi: 'Giá trị và thứ hạng', en: 'Values and ranks' })}</caption>
        <thead>
          <tr>
            <th scope="col">{say({ vi: 'Chỉ số', en: 'Measure' })}</th>
            <th scope="col" class="number">
              {say({ vi: 'Giá trị', en: 'Value' })}
            </th>
            <th scope="col" class="number">
              {say({ vi: 'Hạng', en: 'Rank' })}
            </th>
          </tr>
        </thead>
        <tbody>
          {measures.map(({ measure, name_vi, name_en, value, rank: own }) => (
            <tr key={measure}>
              <th scope="row">{say({ vi: name_vi, en: name_en })}</th>
              <td class="number" data-label={say({ vi: 'Giá trị', en: 'Value' })}>
                {number(value)}
              </td>
              <td class="number" data-label={say({ vi: 'Hạng', en: 'Rank' })}>
                {own ?? '–'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <table class="rows">
        <caption>{say({ vi: 'Điểm từng chỉ số thành phần', en: 'Points of each indicator' })}</caption>
        <thead>
          <tr>
            <th scope="col">{say({ vi: 'Chỉ số thành phần', en: 'Indicator' })}</th>
            <th scope="col" class="number">
              {say({ vi: 'Tự đánh giá', en: 'Own' })}
            </th>
            <th scope="col" class="number">
              {say({ vi: 'Thẩm định', en: 'Appraised' })}
            </th>
            <th scope="col" class="number">
              {say({ vi: 'Được tính', en: 'Counts' })}
            </th>
            <th scope="col">{say({ vi: 'Lý do', en: 'Reason' })}</th>
          </tr>
        </thead>
        <tbody>
          {indicators.map((one) => (
            <tr key={one.indicator}>
              <th scope="row">{say({ vi: one.name_vi, en: one.name_en })}</th>
              <td class="number" data-label={say({ vi: 'Tự đánh giá', en: 'Own' })}>
                {points(one.self_points)}
              </td>
              <td class="number" data-label={say({ vi: 'Thẩm định', en: 'Appraised' })}>
                {points(one.appraised_points)}
              </td>
              <td class="number" data-label={say({ vi: 'Được tính', en: 'Counts' })}>
                {points(one.points)}/{formatPoints(one.max_points)}
              </td>
              <td data-label={say({ vi: 'Lý do', en: 'Reason' })}>{one.reason || '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
