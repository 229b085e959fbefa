import type { NoticeLine } from '../../../../read-notices/read-notices.ts';
import { When } from '../../parts/when.tsx';
import { addressOf } from '../../routes.ts';
import { useSay } from '../../words.ts';
import { stateWords, words } from './words.ts';

interface NoticeTableProps {
  notices: NoticeLine[];
  /** Of one unit: its name is not said again in each row. */
  isUnit: boolean;
  /** Leads to the addresses of a unit that has none. */
  canChange: boolean;
}

export function NoticeTable({ notices, isUnit, canChange }: NoticeTableProps) {
  const say = useSay();
  return (
    <table class="rows">
      <thead>
        <tr>
          {!isUnit && <th scope="col">{say(words.unit)}</th>}
          <th scope="col">{say(words.said)}</th>
          <th scope="col">{say(words.when)}</th>
          <th scope="col">{say(words.became)}</th>
          <th scope="col">{say(words.to)}</th>
        </tr>
      </thead>
      <tbody>
        {notices.map((notice) => (
          <tr key={notice.notice}>
            {!isUnit && <th scope="row">{notice.unit_name_vi}</th>}
            <td data-label={say(words.said)} lang="vi">
              {notice.subject_vi}
            </td>
            <td data-label={say(words.when)}>
              <When at={notice.at} />
            </td>
            <td data-label={say(words.became)}>
              <Became notice={notice} canChange={canChange} />
            </td>
            <td data-label={say(words.to)}>{notice.addresses.join(', ') || '—'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Became({
  notice: { state, state_at, unit_id, unit_name_vi },
  canChange,
}: {
  notice: NoticeLine;
  canChange: boolean;
}) {
  const say = useSay();
  return (
    <>
      {say(stateWords[state])}
      {state === 'sent' && state_at && (
        <>
          {' '}
          <When at={state_at} />
        </>
      )}
      {state === 'no-address' && canChange && (
        <>
          {' · '}
          <a
            href={addressOf('thong-bao', 'dia-chi', unit_id)}
            aria-label={`${say(words.changeAddresses)}: ${unit_name_vi}`}
          >
            {say(words.changeAddresses)}
          </a>
        </>
      )}
    </>
  );
}
