import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { DraftAnswer } from '../../../../read-draft/read-draft.ts';
import { get } from '../../ask-ahead.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { periodName } from '../../parts/period-name.ts';
import { Said } from '../../parts/said.tsx';
import { formatLastDay } from '../../parts/when.tsx';
import { type Acting, addressOf, type ScreenProps } from '../../routes.ts';
import { useQuery } from '../../use-query.ts';
import { useSay } from '../../words.ts';
import { fieldId } from './draft-field.tsx';
import { periodOf, unitPath } from './draft-path.ts';
import { DraftSections } from './draft-sections.tsx';
import { openDraftStore } from './draft-store.ts';
import { Filters, shownRows } from './filters.tsx';
import { KnownFigures } from './known-figures.tsx';
import { SaveLine } from './save-line.tsx';
import { keepUnsaved } from './unsaved.ts';
import { useFiles } from './use-files.ts';
import { useRows } from './use-rows.ts';
import { countsOf, findingsBeside, words } from './words.ts';

/** The unit's whole form on the screen, saved as it is typed; of a department, its own rows. */
export function FillForm({ params, me }: ScreenProps) {
  const say = useSay();
  const of = periodOf(params);
  return (
    <Page title={`${say(words.fill)}, ${say(periodName(of.period))}`}>
      <Loaded from={(signal) => get<DraftAnswer>(unitPath('drafts', of, me), signal)}>
        {(draft) => <Form draft={draft} me={me} />}
      </Loaded>
    </Page>
  );
}

const rowsOf = (draft: DraftAnswer) =>
  draft.sections.flatMap(({ indicators }) => indicators.flatMap(({ rows }) => rows));

const freshEveryMs = 30_000;

function useStore(draft: DraftAnswer, me: Acting) {
  const path = unitPath('drafts', draft, me);
  const store = useMemo(
    () => openDraftStore(path, rowsOf(draft), keepUnsaved(`${me.acting_as}/${me.department ?? ''}${path}`)),
    [draft],
  );
  useEffect(() => {
    // What colleagues type, and what can only be said of the whole form, comes in between.
    const refresh = () => {
      if (document.visibilityState === 'visible')
        get<DraftAnswer>(path).then(
          (fresh) => store.refresh(rowsOf(fresh)),
          () => {},
        );
    };
    const timer = setInterval(refresh, freshEveryMs);
    return () => {
      clearInterval(timer);
      store.close();
    };
  }, [store]);
  return store;
}

function Form({ draft, me }: { draft: DraftAnswer; me: Acting }) {
  const say = useSay();
  const store = useStore(draft, me);
  const [query, setQuery] = useQuery();
  const filter = query.get('loc');
  const canFill = draft.open && me.role === 'officer';
  const shown = useMemo(() => shownRows(store.all(), draft, filter), [store, filter]);
  useReturn(query.get('dong'));
  const files = useFiles(draft, me);
  return (
    <>
      <p>
        {draft.department === null ? say({ vi: draft.title_vi, en: draft.title_en }) : <Whose draft={draft} />}
        {draft.deadline_at &&
          `, ${say({ vi: 'hạn hết ngày', en: 'until the end of' })} ${formatLastDay(draft.deadline_at)}`}
      </p>
      {draft.illustrative && <p class="notice">{say(words.illustrative)}</p>}
      {!draft.open && <p class="warn">{say(words.closed)}</p>}
      {canFill && <KnownFigures draft={draft} store={store} />}
      <Counts store={store} />
      <Filters draft={draft} store={store} filter={filter} onFilter={(loc) => setQuery({ loc, dong: null })} />
      <div class="save-line">
        <SaveLine store={store} />
      </div>
      <DraftSections draft={draft} store={store} shown={shown} canFill={canFill} files={files} />
      <p class="bar">
        <a class="button" href={addressOf('tai-lieu', draft.group, draft.period)}>
          {say(words.evidence)}
        </a>
        {me.role === 'officer' && draft.department === null && (
          <>
            <a class="button main" href={`${addressOf('ke-khai', draft.group, draft.period, 'gui')}`}>
              {say(words.send)}
            </a>
            <a class="button" href={addressOf('phan-cong', draft.group, draft.period)}>
              {say(words.divide)}
            </a>
          </>
        )}
      </p>
    </>
  );
}

function Whose({ draft }: { draft: DraftAnswer }) {
  const say = useSay();
  const name = rowsOf(draft).find(({ assigned }) => assigned)?.assigned?.department_name_vi ?? draft.department;
  return (
    <>
      {say({ vi: 'Phần việc của', en: 'Rows of' })} <Said text={name ?? ''} />
    </>
  );
}

function Counts({ store }: { store: ReturnType<typeof useStore> }) {
  const say = useSay();
  const rows = useRows(store);
  const filled = rows.filter(({ typed }) => (typed.value ?? typed.note ?? '').trim() !== '').length;
  const findings = rows.flatMap(({ told }) => findingsBeside(told));
  return <p class="state">{countsOf(filled, rows.length, findings).map(say).join(' · ')}</p>;
}

/** Back, a reload or a new sign-in bring one to the same row. */
function useReturn(row: string | null): void {
  const wanted = useRef(row);
  useEffect(() => {
    if (wanted.current) document.getElementById(fieldId(wanted.current))?.focus();
  }, []);
}
