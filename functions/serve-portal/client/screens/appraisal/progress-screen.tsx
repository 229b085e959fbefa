import { useRef } from 'preact/hooks';
import type { AppraisalProgress, Counts } from '../../../../read-decisions/read-progress.ts';
import { download } from '../../api.ts';
import { get } from '../../ask-ahead.ts';
import { ListKeys } from '../../parts/list-keys.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { periodName } from '../../parts/period-name.ts';
import { PersonName } from '../../parts/person-name.tsx';
import { addressOf, type ScreenProps } from '../../routes.ts';
import { useQuery } from '../../use-query.ts';
import { useSay } from '../../words.ts';
import { DownloadButton } from '../officer/download-button.tsx';
import { appraisalPath, leftOf, type PeriodOf } from './appraisal-path.ts';

/** How far the appraisal of a period has come, by indicator or by unit, and the way into each. */
export function ProgressScreen({ params }: ScreenProps) {
  const say = useSay();
  const of = { group: params.group!, period: params.period! };
  const [query, setQuery] = useQuery();
  const byUnit = query.get('theo') === 'don-vi';
  return (
    <Page title={`${say({ vi: 'Thẩm định', en: 'Appraisal' })}: ${say(periodName(of.period))}`}>
      <p class="bar">
        <button type="button" aria-pressed={!byUnit} onClick={() => setQuery({ theo: null })}>
          {say({ vi: 'Theo chỉ số', en: 'By indicator' })}
        </button>
        <button type="button" aria-pressed={byUnit} onClick={() => setQuery({ theo: 'don-vi' })}>
          {say({ vi: 'Theo đơn vị', en: 'By unit' })}
        </button>
        <DownloadButton
          label={say({ vi: 'Tải bảng thẩm định Excel', en: 'Download the workbook' })}
          fetch={() => download(appraisalPath(of))}
        />
        <a class="button" href={addressOf('tham-dinh', of.group, of.period, 'tep')}>
          {say({ vi: 'Nộp bảng Excel, xem đã nộp', en: 'Hand in, see what was' })}
        </a>
        <a class="button" href={addressOf('cau-hoi', of.group, of.period)}>
          {say({ vi: 'Câu hỏi cho đơn vị', en: 'Questions' })}
        </a>
      </p>
      <Loaded from={(signal) => get<AppraisalProgress>(appraisalPath(of, 'progress'), signal)}>
        {(progress) => (
          <>
            <ProgressTable of={of} progress={progress} byUnit={byUnit} />
            <People people={progress.people} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function ProgressTable({ of, progress, byUnit }: { of: PeriodOf; progress: AppraisalProgress; byUnit: boolean }) {
  const say = useSay();
  const list = useRef<HTMLDivElement>(null);
  const lines = byUnit
    ? progress.units.map(({ unit_id, unit_name_vi, counts }) => ({
        name: unit_name_vi,
        href: addressOf('tham-dinh', of.group, of.period, 'don-vi', unit_id),
        counts,
      }))
    : progress.indicators.map(({ indicator, name_vi, name_en, counts }) => ({
        name: say({ vi: name_vi, en: name_en }),
        href: addressOf('tham-dinh', of.group, of.period, 'chi-so', indicator),
        counts,
      }));
  if (lines.length === 0)
    return <p>{say({ vi: 'Chưa có số liệu nào để thẩm định.', en: 'There is nothing to appraise yet.' })}</p>;
  const columns: [string, (counts: Counts) => number][] = [
    [say({ vi: 'Còn lại', en: 'Left' }), leftOf],
    [say({ vi: 'Chờ trả lời', en: 'Waiting' }), (counts) => counts.in_question],
    [say({ vi: 'Đã thẩm định', en: 'Decided' }), (counts) => counts.decided],
  ];
  return (
    <div ref={list}>
      <ListKeys within={list} />
      <table class="rows">
        <thead>
          <tr>
            <th scope="col">{byUnit ? say({ vi: 'Đơn vị', en: 'Unit' }) : say({ vi: 'Chỉ số', en: 'Indicator' })}</th>
            {columns.map(([name]) => (
              <th key={name} scope="col" class="number">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ name, href, counts }) => (
            <tr key={href}>
              <th scope="row">
                <a href={href}>{name}</a>
              </th>
              {columns.map(([column, count]) => (
                <td key={column} class="number" data-label={column}>
                  {count(counts)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function People({ people }: Pick<AppraisalProgress, 'people'>) {
  const say = useSay();
  if (people.length === 0) return null;
  return (
    <section>
      <h2>{say({ vi: 'Quyết định đang có hiệu lực, theo người', en: 'Decisions that hold, by person' })}</h2>
      <ul>
        {people.map(({ person_id, name, decided }) => (
          <li key={person_id}>
            <PersonName id={person_id} name={name} />: {decided}
          </li>
        ))}
      </ul>
    </section>
  );
}
