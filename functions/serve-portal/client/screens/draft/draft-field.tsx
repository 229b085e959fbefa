import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { DraftFormRow, DraftIndicator } from '../../../../../shared/submission/draft/tell-draft.ts';
import type { ToldEvidence } from '../../../../../shared/submission/evidence/file/tell-evidence.ts';
import { apart } from '../../parts/apart.ts';
import { Told } from '../../parts/told.tsx';
import { useSay } from '../../words.ts';
import { type DraftStore, keyOf, type RowState } from './draft-store.ts';
import { EarlierVersions } from './earlier-versions.tsx';
import { EvidenceField } from './evidence-field.tsx';
import { Rivals } from './rivals.tsx';
import { RowStateLine } from './row-state.tsx';
import { TextField } from './text-field.tsx';
import { useRow } from './use-rows.ts';
import { findingsBeside, words } from './words.ts';

interface Props {
  indicator: DraftIndicator;
  row: DraftFormRow;
  /** The first of its indicator: one proof may do for all. */
  isFirst: boolean;
  store: DraftStore;
  disabled: boolean;
  /** Of evidence for the indicator. */
  files: readonly ToldEvidence[];
  /** Told when somebody begins here, so that the address brings back to it. */
  onFocus: (key: string) => void;
}

export const fieldId = (key: string): string => `dong-${key}`;
export const headingId = (indicator: string): string => `cs-${indicator}`;

/** One row: what is typed, how it is understood, what was last time, and what is wrong. */
export function DraftField({ indicator, row, isFirst, store, disabled, files, onFocus }: Props) {
  const say = useSay();
  const key = keyOf(row);
  const state = useRow(store, key);
  const id = fieldId(key);
  const isAlone = indicator.rows.length === 1;
  const findings = findingsBeside(state.told);
  const isWrong = findings.some(({ severity }) => severity === 'error');
  const hasEvidence = isFirst || state.typed.evidence !== null;
  const shared = { disabled, onFocus: () => onFocus(key), onBlur: store.flush };
  return (
    <div class="row" data-state={state.state}>
      <div class="fields">
        <div>
          <label id={`${id}-ten`} for={id}>
            {isAlone ? say({ vi: 'Số liệu', en: 'Figure' }) : row.name_vi}
          </label>
          {row.choices ? (
            <select
              id={id}
              {...shared}
              aria-labelledby={`${headingId(indicator.indicator)} ${id}-ten`}
              aria-invalid={isWrong}
              aria-describedby={`${id}-ve`}
              value={state.typed.value ?? ''}
              onChange={({ currentTarget }) => store.type(key, { value: currentTarget.value || null })}
            >
              <option value="">{say({ vi: 'Chưa chọn', en: 'Not chosen' })}</option>
              {optionsOf(row, state).map((label) => (
                <option key={label} value={label}>
                  {label}
                </option>
              ))}
            </select>
          ) : (
            <input
              id={id}
              type="text"
              inputMode="decimal"
              autoComplete="off"
              maxLength={500}
              {...shared}
              aria-labelledby={`${headingId(indicator.indicator)} ${id}-ten`}
              aria-invalid={isWrong}
              aria-describedby={`${id}-ve`}
              value={state.typed.value ?? ''}
              onInput={({ currentTarget }) => store.type(key, { value: currentTarget.value || null })}
            />
          )}
          <About id={`${id}-ve`} row={row} state={state} />
        </div>
        {hasEvidence && (
          <EvidenceField
            id={`${id}-tl`}
            heading={headingId(indicator.indicator)}
            hint={indicator.evidence_vi}
            evidence={state.typed.evidence}
            files={files}
            onEvidence={(evidence) => store.type(key, { evidence })}
            {...shared}
          />
        )}
        <Note isOpen={state.typed.note !== null || findings.some(asksWhy)}>
          <TextField
            id={`${id}-gc`}
            label={say(words.note)}
            heading={headingId(indicator.indicator)}
            value={state.typed.note ?? ''}
            onText={(note) => store.type(key, { note: note || null })}
            {...shared}
          />
        </Note>
      </div>
      <RowStateLine row={state} />
      <Rivals id={key} row={state} store={store} assigned={row.assigned} />
      <EarlierVersions id={key} row={state} store={store} assigned={row.assigned} disabled={disabled} />
      {findings.length > 0 && state.state !== 'taken' && (
        <ul class="findings">
          {findings.map((finding) => (
            <li key={`${finding.rule}${finding.field}`} class={finding.severity}>
              <Told text={say({ vi: finding.message_vi, en: finding.message_en })} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** What is typed in another notation, as by a system, can be chosen too. */
function optionsOf({ choices }: DraftFormRow, { typed: { value } }: RowState): string[] {
  const labels = (choices ?? []).map(({ label_vi }) => label_vi);
  return value === null || labels.includes(value) ? labels : [value, ...labels];
}

function About({ id, row, state }: { id: string; row: DraftFormRow; state: RowState }) {
  const say = useSay();
  const { understood } = state.told;
  // While it is typed on, what stands on the server is understood, and not what is on the screen.
  const isFresh = (state.state === 'still' || state.state === 'saved') && state.typed.value !== null;
  return (
    <p class="hint" id={id}>
      {isFresh && understood && understood.shown_vi !== state.typed.value && (
        <strong>{say({ vi: `Hiểu là ${understood.shown_vi}. `, en: `Understood as ${understood.shown_en}. ` })}</strong>
      )}
      {row.previous
        ? say({
            vi: `Kỳ trước: ${row.previous.shown_vi} (${row.previous.source_vi}). `,
            en: `Last period: ${row.previous.shown_en}. `,
          })
        : ''}
      {row.assigned &&
        say({
          vi: `Giao ${apart(row.assigned.department_name_vi)}. `,
          en: `Assigned to ${apart(row.assigned.department_name_vi)}. `,
        })}
    </p>
  );
}

/** A note would answer these. */
const asksWhy = ({ rule }: { rule: string }): boolean =>
  ['FIGURE_WITHDRAWN', 'JUMP_AGAINST_RELEASE', 'MISSING_VALUE', 'YEAR_BEFORE_DIFFERS'].includes(rule);

/** Folded until there is something to read or to answer: most rows need none. Once open, it stays. */
function Note({ isOpen, children }: { isOpen: boolean; children: ComponentChildren }) {
  const say = useSay();
  const [wasOpen, setOpen] = useState(isOpen);
  useEffect(() => {
    if (isOpen) setOpen(true);
  }, [isOpen]);
  if (wasOpen) return <>{children}</>;
  return (
    <p class="add-note">
      <button type="button" class="plain" onClick={() => setOpen(true)}>
        {say({ vi: 'Thêm ghi chú', en: 'Add a note' })}
      </button>
    </p>
  );
}
