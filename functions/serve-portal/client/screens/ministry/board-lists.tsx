import type { Board } from '../../../../read-board/read-board.ts';
import { When } from '../../parts/when.tsx';
import { addressOf } from '../../routes.ts';
import { states } from '../../words/ministry.ts';
import { useSay } from '../../words.ts';

/** Where somebody should ring. */
export function BoardToCall({ board }: { board: Board }) {
  const say = useSay();
  const { group, period, to_call, findings } = board;
  const nameOf = (rule: string) => findings.find((one) => one.rule === rule);
  return (
    <section>
      <h2>{say({ vi: 'Cần gọi', en: 'To call' })}</h2>
      {to_call.length === 0 && <p>{say({ vi: 'Không có đơn vị nào.', en: 'Nobody.' })}</p>}
      <ul class="plain">
        {to_call.map(({ unit_id, unit_name_vi, why, rejected, rule, last_at }) => (
          <li key={unit_id}>
            <a href={addressOf('ky', group, period, 'don-vi', unit_id)}>{unit_name_vi}</a>
            {' · '}
            {rejected > 1
              ? say({ vi: `bị từ chối ${rejected} lần`, en: `rejected ${rejected} times` })
              : say(states[why]).toLowerCase()}
            {rule && (
              <>
                {say({ vi: ', cùng lỗi ', en: ', the same error ' })}
                {say({ vi: nameOf(rule)?.text_vi ?? rule, en: nameOf(rule)?.text_en ?? rule })}
              </>
            )}
            {last_at && (
              <>
                {' · '}
                <When at={last_at} />
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What is found most, in what each unit sent last. */
export function BoardFindings({ board }: { board: Board }) {
  const say = useSay();
  return (
    <section>
      <h2>{say({ vi: 'Lỗi và nội dung cần rà soát nhiều nhất', en: 'Found most' })}</h2>
      {board.findings.length === 0 && <p>{say({ vi: 'Chưa có.', en: 'None yet.' })}</p>}
      <ul class="plain">
        {board.findings.map(({ rule, severity, text_vi, text_en, findings, units }) => (
          <li key={rule}>
            <strong>{findings}</strong> {say({ vi: text_vi, en: text_en })}{' '}
            <small>
              {severity === 'error' ? say({ vi: 'lỗi', en: 'error' }) : say({ vi: 'cần rà soát', en: 'warning' })},{' '}
              {units} {say({ vi: 'đơn vị', en: 'units' })}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}
