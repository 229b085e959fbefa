import { useState } from 'preact/hooks';
import type { Assigned } from '../../../../../shared/submission/draft/assignments.ts';
import type { RowVersions } from '../../../../read-draft/read-versions.ts';
import { get } from '../../ask-ahead.ts';
import { tellError } from '../../parts/trouble.tsx';
import { formatTime } from '../../parts/when.tsx';
import { useSay } from '../../words.ts';
import type { DraftStore, RowState } from './draft-store.ts';
import { tellTyped, whoOf } from './rivals.tsx';

interface Props {
  id: string;
  row: RowState;
  store: DraftStore;
  assigned: Assigned | null;
  disabled: boolean;
}

/** What stood in a row before, fetched when somebody asks; any of it can be taken again. */
export function EarlierVersions({ id, row, store, assigned, disabled }: Props) {
  const say = useSay();
  const [told, setTold] = useState<RowVersions | null>(null);
  const [error, setError] = useState<unknown>(null);
  const before = row.told.version - 1;
  if (before < 1) return null;
  const [indicator = '', input = ''] = id.split('/').map(encodeURIComponent);
  const load = (isOpen: boolean) => {
    if (isOpen) get<RowVersions>(`${store.path}/rows/${indicator}/${input}`).then(setTold, setError);
  };
  return (
    <details onToggle={({ currentTarget }) => load(currentTarget.open)}>
      <summary>{say({ vi: `Các bản trước (${before})`, en: `Earlier versions (${before})` })}</summary>
      {error ? <p class="trouble">{say(tellError(error))}</p> : null}
      <ul>
        {told?.versions.slice(1).map((version) => (
          <li key={version.version}>
            <bdi>{tellTyped(version, say)}</bdi>{' '}
            <small>
              {formatTime(version.filled_at)},{' '}
              {say(version.own ? { vi: 'chính người đang nhập', en: 'you' } : whoOf(version, assigned))}
            </small>{' '}
            {!disabled && (
              <button
                type="button"
                class="plain"
                onClick={() => {
                  const { value, evidence, note } = version;
                  store.type(id, { value, evidence, note });
                }}
              >
                {say({ vi: 'Dùng lại', en: 'Use again' })}
              </button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
