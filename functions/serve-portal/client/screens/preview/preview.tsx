import { formatDecimal } from '../../../../../shared/format/format-decimal.ts';
import type { UnitObjections } from '../../../../read-objections/read-objections.ts';
import type { UnitPreview } from '../../../../read-preview/read-preview.ts';
import { get } from '../../api.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { formatDay } from '../../parts/when.tsx';
import type { ScreenProps } from '../../routes.ts';
import { useSay } from '../../words.ts';
import { ObjectionList } from '../ministry/objection-list.tsx';
import { apiPeriod } from '../ministry/period-of.ts';
import { ObjectionForm } from './objection-form.tsx';

/** The unit’s own result before it is released: value, rank, points and why; what it objects, and the answers. */
export function PreviewScreen({ params, me }: ScreenProps) {
  const say = useSay();
  const of = `${apiPeriod(params)}/${encodeURIComponent(me.unit_id ?? '')}`;
  return (
    <Page title={say({ vi: 'Kết quả dự kiến của đơn vị', en: 'Your unit’s result to come' })}>
      <Loaded
        from={(signal) =>
          Promise.all([
            get<UnitPreview>(`/v1/previews/${of}`, signal),
            get<UnitObjections>(`/v1/objections/${of}`, signal),
          ])
        }
      >
        {([preview, { objections }], reload) => (
          <>
            <Result preview={preview} />
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
              <th scope="row">
                {one.indicator} {say({ vi: one.name_vi, en: one.name_en })}
              </th>
              <td class="number" data-label={say({ vi: 'Tự đánh giá', en: 'Own' })}>
                {number(one.self_points)}
              </td>
              <td class="number" data-label={say({ vi: 'Thẩm định', en: 'Appraised' })}>
                {number(one.appraised_points)}
              </td>
              <td class="number" data-label={say({ vi: 'Được tính', en: 'Counts' })}>
                {number(one.points)}/{formatDecimal(one.max_points)}
              </td>
              <td data-label={say({ vi: 'Lý do', en: 'Reason' })}>{one.reason || '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
