import type { DraftIndicator } from '../../../../../shared/submission/draft/tell-draft.ts';
import type { ToldEvidence } from '../../../../../shared/submission/evidence/file/tell-evidence.ts';
import type { DraftAnswer } from '../../../../read-draft/read-draft.ts';
import { useSay } from '../../words.ts';
import { DraftField, headingId } from './draft-field.tsx';
import { type DraftStore, keyOf } from './draft-store.ts';

interface Props {
  draft: DraftAnswer;
  store: DraftStore;
  canFill: boolean;
  /** Files of evidence, by indicator. */
  files: ReadonlyMap<string | null, ToldEvidence[]>;
  /** Keys of the rows that the filter lets through. */
  shown: ReadonlySet<string>;
}

/** The form by main index. */
export function DraftSections({ draft, store, shown, canFill, files }: Props) {
  const say = useSay();
  const sections = draft.sections
    .map((section) => ({ ...section, indicators: section.indicators.filter(({ rows }) => rows.some(isShown)) }))
    .filter(({ indicators }) => indicators.length > 0);
  if (sections.length === 0) return <p>{say({ vi: 'Không có dòng nào khớp.', en: 'No row matches.' })}</p>;
  return (
    <>
      {sections.map(({ main_index, number, name_vi, name_en, indicators }) => (
        <section key={main_index} aria-labelledby={`mi-${main_index}`}>
          <h2 id={`mi-${main_index}`}>
            {number}. {say({ vi: name_vi, en: name_en })}
          </h2>
          {indicators.map((indicator) => (
            <Indicator
              key={indicator.indicator}
              indicator={indicator}
              store={store}
              draft={draft}
              shown={shown}
              canFill={canFill}
              files={files}
            />
          ))}
        </section>
      ))}
    </>
  );

  function isShown(row: { indicator: string; input: string }): boolean {
    return shown.has(keyOf(row));
  }
}

function Indicator({ indicator, store, shown, canFill, files }: Props & { indicator: DraftIndicator }) {
  const say = useSay();
  const { number, name_vi, name_en, unit_of_measure_vi, max_points } = indicator;
  return (
    <div class="indicator">
      <h3 id={headingId(indicator.indicator)}>
        {number} {say({ vi: name_vi, en: name_en })}
      </h3>
      <p class="hint">
        {unit_of_measure_vi && `${unit_of_measure_vi}, `}
        {say({ vi: `tối đa ${max_points} điểm`, en: `${max_points} points at most` })}
      </p>
      {indicator.rows.map((row, at) =>
        shown.has(keyOf(row)) ? (
          <DraftField
            key={row.input}
            indicator={indicator}
            row={row}
            isFirst={at === 0}
            store={store}
            disabled={!canFill}
            files={files.get(indicator.indicator) ?? []}
            onFocus={rememberRow}
          />
        ) : null,
      )}
    </div>
  );
}

/** Without an event: the screen stays as it is. */
function rememberRow(key: string): void {
  const [path = '', query = ''] = location.hash.split('?');
  const next = new URLSearchParams(query);
  next.set('dong', key);
  history.replaceState(null, '', `${path}?${next}`);
}
