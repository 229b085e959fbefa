import type { RunInputs } from '../../../../read-run/read-run-inputs.ts';
import { get } from '../../ask-ahead.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { When } from '../../parts/when.tsx';
import { changedWhat, states, whyNotCounted } from '../../words/ministry.ts';
import { useSay } from '../../words.ts';

/** What the run took, of whom it took nothing, and what has come since. */
export function RunInputsPart({ at }: { at: string }) {
  const say = useSay();
  return (
    <section>
      <h2>{say({ vi: 'Số liệu đã lấy', en: 'What it took' })}</h2>
      <Loaded from={(signal) => get<RunInputs>(`${at}/inputs`, signal)} on={[at]}>
        {({ submissions, not_taken, changed, not_counted }) => (
          <>
            <p>
              {say({
                vi: `Lấy số liệu của ${submissions.length} đơn vị, ${not_taken.length} đơn vị không có gì được tính.`,
                en: `Figures of ${submissions.length} units; ${not_taken.length} have nothing that counts.`,
              })}
            </p>
            {changed.length > 0 ? (
              <div class="warn">
                <p>{say({ vi: 'Từ khi chạy đã thay đổi:', en: 'Changed since:' })}</p>
                <ul>
                  {changed.map((one) => (
                    <li key={`${one.what} ${'unit_id' in one ? one.unit_id : ''}`}>
                      {say(changedWhat[one.what]!)}
                      {'unit_name_vi' in one && ` · ${one.unit_name_vi}`}
                    </li>
                  ))}
                </ul>
              </div>
            ) : (
              <p>{say({ vi: 'Từ khi chạy, số liệu được tính không đổi.', en: 'Nothing that counts has changed.' })}</p>
            )}
            {not_counted.length > 0 && (
              <>
                <h3>{say({ vi: 'Đến sau, không được tính', en: 'Came since, counts for nothing' })}</h3>
                <ul>
                  {not_counted.map((one) => (
                    <li key={`${one.unit_id} ${one.receipt}`}>
                      {one.unit_name_vi}, {say({ vi: `lần gửi ${one.receipt}`, en: `receipt ${one.receipt}` })},{' '}
                      <When at={one.received_at} />: {say(whyNotCounted[one.why]!)}
                    </li>
                  ))}
                </ul>
              </>
            )}
            {not_taken.length > 0 && (
              <details>
                <summary>{say({ vi: 'Đơn vị không có gì được tính', en: 'Units with nothing that counts' })}</summary>
                <ul>
                  {not_taken.map(({ unit_id, unit_name_vi, state, waiting }) => (
                    <li key={unit_id}>
                      {unit_name_vi}: {say(states[state as keyof typeof states]).toLowerCase()}
                      {waiting && say({ vi: ', chờ lãnh đạo đơn vị xác nhận', en: ', waits for certification' })}
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </>
        )}
      </Loaded>
    </section>
  );
}
