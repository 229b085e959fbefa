import { useRef } from 'preact/hooks';
import type { LogPage } from '../../../../read-log/log-page.ts';
import { call } from '../../api.ts';
import { get } from '../../ask-ahead.ts';
import { ActButton } from '../../parts/act-button.tsx';
import { Field } from '../../parts/field.tsx';
import { ListKeys } from '../../parts/list-keys.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { periodName } from '../../parts/period-name.ts';
import { PersonName } from '../../parts/person-name.tsx';
import { addressOf, type ScreenProps } from '../../routes.ts';
import { useAct } from '../../use-act.ts';
import { useQuery } from '../../use-query.ts';
import { kinds } from '../../words/ministry.ts';
import { useSay } from '../../words.ts';
import { LogList } from './log-list.tsx';
import { apiPeriod } from './period-of.ts';
import { UnitField } from './unit-field.tsx';

const filters = ['unit_id', 'kind', 'subject', 'from', 'to', 'cursor'] as const;

/** Who did what when; the filters stand in the address, and the whole of it can be taken as CSV. */
export function Log({ params, me }: ScreenProps) {
  const say = useSay();
  const [query, setQuery] = useQuery();
  const act = useAct();
  const given = new URLSearchParams();
  for (const name of filters) if (query.get(name)) given.set(name, query.get(name)!);
  const at = `/v1/log/${apiPeriod(params)}`;
  const set = (name: string) => (value: string) => setQuery({ [name]: value || null, cursor: null });
  const asked = given.toString();
  const field = (name: string) => ({ value: query.get(name) ?? '', onInput: set(name) });
  const download = () =>
    act.run(async () => {
      given.delete('cursor');
      save(
        await call<string>(`${at}?${given}`, { accept: 'text/csv' }),
        `nhat-ky-${params.group}-${params.period}.csv`,
      );
    });
  const list = useRef<HTMLDivElement>(null);
  return (
    <Page title={`${say({ vi: 'Nhật ký', en: 'Log' })}: ${say(periodName(params.period!))}`}>
      {me.unit_id === null && (
        <p>
          <a href={addressOf('ky', params.group!, params.period!)}>{say({ vi: 'Bảng theo dõi kỳ', en: 'Board' })}</a>
        </p>
      )}
      <div ref={list}>
        <div class="fields">
          {me.unit_id === null && <UnitField at={`/v1/periods/${apiPeriod(params)}/units`} {...field('unit_id')} />}
          <div>
            <Field
              label={say({ vi: 'Việc', en: 'What' })}
              {...field('kind')}
              options={[
                ['', say({ vi: 'Tất cả', en: 'All' })],
                ...Object.entries(kinds).map(([kind, word]) => [kind, say(word)] as const),
              ]}
            />
          </div>
          <div>
            <Field label={say({ vi: 'Từ ngày', en: 'From' })} type="date" {...field('from')} />
          </div>
          <div>
            <Field label={say({ vi: 'Đến ngày', en: 'To' })} type="date" {...field('to')} />
          </div>
        </div>
        <ListKeys within={list} />
        <ActButton minor act={act} onAct={download}>
          {say({ vi: 'Tải CSV', en: 'Download CSV' })}
        </ActButton>
        <Loaded from={(signal) => get<LogPage>(asked ? `${at}?${asked}` : at, signal)} on={[asked]}>
          {({ names, next, ...page }) => (
            <>
              {query.get('subject') && (
                <p class="notice">
                  {say({ vi: 'Chỉ việc của', en: 'Only what was done by' })}{' '}
                  <PersonName id={query.get('subject')!} name={names[query.get('subject')!]} />{' '}
                  <button type="button" class="plain" onClick={() => set('subject')('')}>
                    {say({ vi: 'Bỏ lọc theo người', en: 'By anybody' })}
                  </button>
                </p>
              )}
              <LogList page={page} names={me.unit_id === null ? names : null} of={params} />
              {next && (
                <button type="button" onClick={() => setQuery({ cursor: next })}>
                  {say({ vi: 'Trang sau', en: 'Next page' })}
                </button>
              )}
            </>
          )}
        </Loaded>
      </div>
    </Page>
  );
}

/** Hands the text over as a file; the page stays. */
function save(text: string, name: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  URL.revokeObjectURL(url);
}
