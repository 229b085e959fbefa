import { useState } from 'preact/hooks';
import { formatPoints } from '../../../../../shared/format/format-decimal.ts';
import type { QueueRow } from '../../../../read-decisions/queue-row.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { tellError } from '../../parts/trouble.tsx';
import { addressOf, type ScreenProps } from '../../routes.ts';
import { useSay, type Word } from '../../words.ts';
import type { PeriodOf } from './appraisal-path.ts';
import { loadQueue, rowKey } from './load-queue.ts';
import { sendDecisions } from './send-decisions.ts';
import { declared } from './shown-figure.ts';

/** Rows that nothing speaks against, to be kept at once: a list and a count before it is done. */
export function BulkScreen({ params }: ScreenProps) {
  const say = useSay();
  const of = { group: params.group!, period: params.period! };
  const code = params.code!;
  const query = params.by === 'chi-so' ? { indicator: code } : { unit_id: code };
  const [status, setStatus] = useState<Word | null>(null);
  return (
    <Page title={say({ vi: 'Giữ điểm hàng loạt', en: 'Keep many' })}>
      <p>
        <a href={addressOf('tham-dinh', of.group, of.period, params.by!, code)}>
          {say({ vi: 'Về từng dòng', en: 'Back to the rows' })}
        </a>
      </p>
      <p role="status">{status ? say(status) : ''}</p>
      <Loaded from={(signal) => loadQueue(of, query, signal).then(({ rows }) => rows)}>
        {(rows, reload) => <Choosing of={of} rows={rows.filter(isPlain)} onTold={setStatus} reload={reload} />}
      </Loaded>
    </Page>
  );
}

/** Not yet looked at, declared for this period, with evidence that no other unit has too. */
const isPlain = (row: QueueRow): boolean =>
  row.attention === 'undecided' &&
  row.open &&
  row.state === 'answered' &&
  row.reused.length === 0 &&
  row.evidence.length + row.files.length > 0;

interface ChoosingProps {
  of: PeriodOf;
  rows: QueueRow[];
  onTold: (words: Word) => void;
  reload: () => void;
}

function Choosing({ of, rows, onTold, reload }: ChoosingProps) {
  const say = useSay();
  const [out, setOut] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const chosen = rows.filter((row) => !out.has(rowKey(row)));
  const turn = (key: string) =>
    setOut((before) =>
      before.has(key) ? new Set([...before].filter((one) => one !== key)) : new Set([...before, key]),
    );
  const keep = async () => {
    setBusy(true);
    await keepAll(of, chosen, onTold);
    setBusy(false);
    reload();
  };
  if (rows.length === 0)
    return (
      <p>
        {say({
          vi: 'Không có dòng nào giữ được hàng loạt: chỉ gồm dòng chưa thẩm định, có tài liệu kiểm chứng không dùng ở đơn vị khác.',
          en: 'None: only rows not yet looked at, with evidence that no other unit names too.',
        })}
      </p>
    );
  return (
    <>
      <p>
        {say({
          vi: `${rows.length} dòng chưa thẩm định, có tài liệu kiểm chứng không dùng ở đơn vị khác. Bỏ chọn dòng cần xem riêng.`,
          en: `${rows.length} rows, not yet looked at, with evidence of their own. Take out what wants a look.`,
        })}
      </p>
      <ul class="checks">
        {rows.map((row) => (
          <li key={rowKey(row)}>
            <label class="check">
              <input
                type="checkbox"
                checked={!out.has(rowKey(row))}
                disabled={busy}
                onChange={() => turn(rowKey(row))}
              />{' '}
              {row.unit_name_vi}, {say({ vi: row.name_vi, en: row.name_en })}: {declared(row)} →{' '}
              {formatPoints(row.self_points)}
            </label>
          </li>
        ))}
      </ul>
      <p class="bar">
        <button type="button" class="main" disabled={busy || chosen.length === 0} onClick={keep}>
          {say({
            vi: `Giữ điểm tự đánh giá của ${chosen.length} dòng`,
            en: `Keep the points of ${chosen.length} rows`,
          })}
        </button>
      </p>
    </>
  );
}

/** One request a unit; what was saved before something went wrong stays saved, and is said. */
async function keepAll(of: PeriodOf, chosen: QueueRow[], tell: (words: Word) => void): Promise<void> {
  let kept = 0;
  const say = (more: Word = { vi: '', en: '' }) =>
    tell({
      vi: `Đã lưu ${kept}/${chosen.length} dòng. ${more.vi}`.trim(),
      en: `Saved ${kept} of ${chosen.length} rows. ${more.en}`.trim(),
    });
  try {
    for (const own of Map.groupBy(chosen, ({ unit_id }) => unit_id).values()) {
      const stated = own.map(({ indicator }) => ({ decision: 'keep' as const, indicator }));
      const outcome = await sendDecisions(of, own[0]!, stated);
      if ('saved' in outcome) kept += outcome.saved.recorded;
      say('changed' in outcome ? outcome.changed.detail : undefined);
    }
  } catch (error) {
    say(tellError(error));
  }
}
