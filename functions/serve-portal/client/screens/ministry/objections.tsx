import type { PeriodObjections } from '../../../../read-objections/read-objections.ts';
import { get } from '../../ask-ahead.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { addressOf, type ScreenProps } from '../../routes.ts';
import { useQuery } from '../../use-query.ts';
import { useSay } from '../../words.ts';
import { ObjectionList } from './objection-list.tsx';
import { apiPeriod } from './period-of.ts';

/** What units object to the result they were shown, those without an answer first. */
export function Objections({ params, me }: ScreenProps) {
  const say = useSay();
  const [query, setQuery] = useQuery();
  const cursor = query.get('tu');
  const at = `/v1/objections/${apiPeriod(params)}${cursor ? `?cursor=${cursor}` : ''}`;
  return (
    <Page title={say({ vi: 'Ý kiến về kết quả dự kiến', en: 'Objections' })}>
      <p>
        <a href={addressOf('ky', params.group!, params.period!)}>{say({ vi: 'Bảng theo dõi kỳ', en: 'Board' })}</a>
      </p>
      {me.role === 'publisher' && (
        <p class="notice">
          {say({
            vi: 'Người trả lời ý kiến không được công bố kết quả này. Điểm chỉ thay đổi khi thẩm định lại và chạy lại.',
            en: 'Who answers does not release this result. Points change only by a decision and another run.',
          })}
        </p>
      )}
      <Loaded from={(signal) => get<PeriodObjections>(at, signal)} on={[at]}>
        {({ open, answered, objections, next }, reload) => (
          <>
            <p>
              {say({ vi: `${open} chưa trả lời, ${answered} đã trả lời`, en: `${open} open, ${answered} answered` })}
            </p>
            <ObjectionList objections={objections} of={params} answers={me.role === 'publisher'} done={reload} />
            {next && (
              <button type="button" onClick={() => setQuery({ tu: next })}>
                {say({ vi: 'Trang sau', en: 'Next page' })}
              </button>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}
