import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { QueueRow } from '../../../../read-decisions/queue-row.ts';
import type { StatedDecision } from '../../../../record-appraisal/decisions-body.ts';
import { KeyHelp } from '../../parts/key-help.tsx';
import { useKeys, useKeysOn } from '../../parts/use-keys.ts';
import { addressOf } from '../../routes.ts';
import { useQuery } from '../../use-query.ts';
import { useSay } from '../../words.ts';
import { isLeft, type PeriodOf } from './appraisal-path.ts';
import { DecisionBar, type Opened } from './decision-bar.tsx';
import { undoing } from './earlier-decision.ts';
import { rowKey, useRows } from './load-queue.ts';
import { queueKeys } from './queue-keys.ts';
import { RowCard } from './row-card.tsx';
import { findRows, readFilter } from './row-filter.ts';
import { RowTable } from './row-table.tsx';
import { useDeciding } from './use-deciding.ts';

interface QueueWorkProps {
  of: PeriodOf;
  loaded: QueueRow[];
  /** What people are called, by id. */
  names: Readonly<Record<string, string>>;
  byIndicator: boolean;
  reload: () => void;
}

/** The row that is looked at, what can be done with it, and all rows below. */
export function QueueWork({ of, loaded, names, byIndicator, reload }: QueueWorkProps) {
  const say = useSay();
  const [rows, put] = useRows(loaded);
  const [query, setQuery] = useQuery();
  const filter = readFilter(query);
  const shown = useMemo(() => findRows(rows, filter), [rows, query.toString()]);
  const current = rows.find((row) => rowKey(row) === filter.row) ?? shown[0] ?? rows[0]!;
  const [opened, setOpened] = useState<Opened>(null);
  const [help, setHelp] = useState(false);
  const [keysOn, setKeysOn] = useKeysOn();
  const search = useRef<HTMLInputElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const moved = useRef(false);

  const show = (row: QueueRow | undefined) => {
    setOpened(null);
    if (!row || rowKey(row) === rowKey(current)) return;
    moved.current = true;
    setQuery({ dong: rowKey(row) });
  };
  // After the row is there: the focus is never lost to a button that is gone.
  useLayoutEffect(() => {
    if (moved.current) heading.current?.focus();
  }, [rowKey(current)]);

  const onSaved = (row: QueueRow, decision: StatedDecision) => {
    put(row);
    const at = shown.findIndex((one) => rowKey(one) === rowKey(row));
    const others = [...shown.slice(at + 1), ...shown.slice(0, Math.max(0, at))];
    // What was taken back stays in sight, and so does the last row.
    if (decision.decision === 'withdraw') show(row);
    else show(others.find(({ attention }) => isLeft(attention)) ?? row);
    heading.current?.focus();
  };
  const { status, error, busy, decide, forget } = useDeciding({ of, onSaved, onChanged: reload });
  const step = (by: number) => {
    forget();
    const at = shown.findIndex((row) => rowKey(row) === rowKey(current));
    show(shown[Math.min(shown.length - 1, Math.max(0, at + by))]);
  };
  const { indicator } = current;
  const say1 = (decision: StatedDecision) => void decide(current, decision);
  const deeds = {
    '1': () => say1({ decision: 'keep', indicator }),
    '2': () => setOpened('points'),
    '3': () => setOpened('ask'),
    n: () => setOpened('reject'),
    u: () => current.decision && say1(undoing(current)),
  };
  useKeys(
    {
      ...{ j: () => step(1), k: () => step(-1) },
      ...(opened === null && current.open && !busy ? deeds : {}),
      Escape: () => setOpened(null),
      '/': () => search.current?.focus(),
      '?': () => setHelp((before) => !before),
    },
    keysOn,
  );
  const left = rows.filter(({ attention }) => isLeft(attention)).length;
  const place = rows.findIndex((row) => rowKey(row) === rowKey(current)) + 1;
  const bulk = byIndicator ? ['chi-so', indicator] : ['don-vi', current.unit_id];
  return (
    <>
      <p role="status">{status ? say(status) : ''}</p>
      {error && (
        <p class="trouble" role="alert">
          {say(error)}
        </p>
      )}
      <p>
        {say({
          vi: `Dòng ${place}/${rows.length}, còn ${left} dòng chưa xong.`,
          en: `Row ${place} of ${rows.length}; ${left} left.`,
        })}{' '}
        <button type="button" class="plain" aria-expanded={help} onClick={() => setHelp(!help)}>
          {say({ vi: 'Phím tắt (?)', en: 'Keys (?)' })}
        </button>
      </p>
      {help && <KeyHelp keys={queueKeys} on={keysOn} onTurn={setKeysOn} />}
      <div class="appraise">
        <RowCard
          key={rowKey(current)}
          row={current}
          of={of}
          names={names}
          byIndicator={byIndicator}
          headingRef={heading}
        />
        <DecisionBar
          key={`${rowKey(current)} ${opened}`}
          {...{ row: current, opened, busy, keysOn, onOpen: setOpened, onDecide: say1 }}
        />
      </div>
      <p class="bar">
        <button type="button" onClick={() => step(-1)}>
          {say({ vi: 'Dòng trước (k)', en: 'Before (k)' })}
        </button>
        <button type="button" onClick={() => step(1)}>
          {say({ vi: 'Dòng tiếp (j)', en: 'Next (j)' })}
        </button>
        <a class="button" href={addressOf('tham-dinh', of.group, of.period, 'hang-loat', ...bulk)}>
          {say({ vi: 'Giữ điểm hàng loạt…', en: 'Keep many…' })}
        </a>
      </p>
      <RowTable
        {...{ rows: shown, current: rowKey(current), byIndicator, filter, searchRef: search }}
        onFilter={setQuery}
        onShow={show}
      />
    </>
  );
}
