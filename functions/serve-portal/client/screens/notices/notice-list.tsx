import { useState } from 'preact/hooks';
import type { NoticeLine, NoticePage } from '../../../../read-notices/read-notices.ts';
import { get } from '../../ask-ahead.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { periodName } from '../../parts/period-name.ts';
import { Trouble } from '../../parts/trouble.tsx';
import { addressOf, type ScreenProps } from '../../routes.ts';
import { useQuery } from '../../use-query.ts';
import { useSay } from '../../words.ts';
import { NoticeTable } from './notice-table.tsx';
import { words } from './words.ts';

/** What was told to whom in a period; a unit sees its own. */
export function NoticeList({ params, me }: ScreenProps) {
  const say = useSay();
  const { group = '', period = '' } = params;
  const door = `/v1/notices/${encodeURIComponent(group)}/${encodeURIComponent(period)}`;
  return (
    <Page title={`${say(words.title)}: ${say(periodName(period))}`}>
      {me.role === 'publisher' && (
        <p class="bar">
          <a class="button" href={addressOf('thong-bao', group, period, 'nhac')}>
            {say(words.remind)}
          </a>
        </p>
      )}
      <Loaded from={(signal) => get<NoticePage>(door, signal)} on={[door]}>
        {(first) => (
          <Pages
            key={door}
            first={first}
            door={door}
            isUnit={me.unit_id !== null}
            canChange={me.role === 'publisher'}
          />
        )}
      </Loaded>
    </Page>
  );
}

interface PagesProps {
  first: NoticePage;
  door: string;
  isUnit: boolean;
  canChange: boolean;
}

function Pages({ first, door, isUnit, canChange }: PagesProps) {
  const say = useSay();
  const [{ notices, next }, setPage] = useState(first);
  const [error, setError] = useState<unknown>(null);
  const [query, setQuery] = useQuery();
  const wanted = query.get('don-vi') ?? '';
  const onlyOpen = query.get('chua-gui') === '1';
  const more = async () => {
    setError(null);
    try {
      const page = await get<NoticePage>(`${door}?cursor=${encodeURIComponent(next!)}`);
      setPage({ notices: [...notices, ...page.notices], next: page.next });
    } catch (failure) {
      setError(failure);
    }
  };
  const shown = notices.filter((notice) => isWanted(notice, wanted) && (!onlyOpen || isOpen(notice)));
  return (
    <>
      {!isUnit && (
        <>
          <label for="unit-filter">{say(words.filter)}</label>
          <input
            id="unit-filter"
            value={wanted}
            onInput={(event) => setQuery({ 'don-vi': event.currentTarget.value || null })}
          />
        </>
      )}
      <label class="check">
        <input
          type="checkbox"
          checked={onlyOpen}
          onInput={(event) => setQuery({ 'chua-gui': event.currentTarget.checked ? '1' : null })}
        />{' '}
        {say(words.notSent)}
      </label>
      <p role="status">
        {shown.length === 0
          ? say(words.none)
          : say({
              vi: `${shown.length} thông báo${next ? ', còn nữa' : ''}`,
              en: `${shown.length} notices${next ? ', and more' : ''}`,
            })}
      </p>
      {shown.length > 0 && <NoticeTable notices={shown} isUnit={isUnit} canChange={canChange} />}
      {error !== null && <Trouble error={error} again={more} />}
      {next && (
        <p class="bar">
          <button type="button" onClick={more}>
            {say(words.more)}
          </button>
        </p>
      )}
    </>
  );
}

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase();

const isWanted = ({ unit_id, unit_name_vi }: NoticeLine, wanted: string): boolean =>
  folded(`${unit_name_vi} ${unit_id}`).includes(folded(wanted));

const isOpen = ({ state }: NoticeLine): boolean => state !== 'sent' && state !== 'spread';
