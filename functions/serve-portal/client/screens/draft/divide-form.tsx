import { useState } from 'preact/hooks';
import type { AssignmentsAnswer } from '../../../../assign-rows/read-assignments.ts';
import { post } from '../../api.ts';
import { get } from '../../ask-ahead.ts';
import { apart } from '../../parts/apart.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { periodName } from '../../parts/period-name.ts';
import { Trouble } from '../../parts/trouble.tsx';
import { type Acting, addressOf, type ScreenProps } from '../../routes.ts';
import { useSay } from '../../words.ts';
import { type Assignee, AssignFields, assigneeOf, emptyAssignee } from './assign-fields.tsx';
import { DepartmentProgressTable } from './department-progress.tsx';
import { periodOf, unitPath } from './draft-path.ts';
import { keyOf } from './draft-store.ts';
import { RowChoice } from './row-choice.tsx';
import { words } from './words.ts';

/** Who of the unit fills which rows, and how far each is. */
export function DivideForm({ params, me }: ScreenProps) {
  const say = useSay();
  const of = periodOf(params);
  return (
    <Page title={`${say({ vi: 'Phân công kê khai', en: 'Assign rows' })}, ${say(periodName(of.period))}`}>
      <Loaded from={(signal) => get<AssignmentsAnswer>(unitPath('assignments', of, me), signal)}>
        {(loaded) => <Divide loaded={loaded} me={me} />}
      </Loaded>
    </Page>
  );
}

type Codes = { indicator: string; input: string };

function Divide({ loaded, me }: { loaded: AssignmentsAnswer; me: Acting }) {
  const say = useSay();
  const [told, setTold] = useState(loaded);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [assignee, setAssignee] = useState<Assignee>(emptyAssignee);
  const [done, setDone] = useState('');
  const [error, setError] = useState<unknown>(null);
  const assign = async (rows: Codes[], to: object | null, word: string) => {
    setError(null);
    try {
      setTold(await post<AssignmentsAnswer>(unitPath('assignments', told, me), { rows, to }));
      setChosen(new Set());
      setDone(word);
    } catch (reason) {
      setError(reason);
    }
  };
  const rows = told.rows.filter((row) => chosen.has(keyOf(row))).map(({ indicator, input }) => ({ indicator, input }));
  const toggle = (keys: string[], isOn: boolean) => {
    const next = new Set(chosen);
    for (const key of keys) isOn ? next.add(key) : next.delete(key);
    setChosen(next);
  };
  const { unassigned } = told;
  return (
    <>
      <DepartmentProgressTable
        told={told}
        onTakeBack={({ department, department_name_vi }) =>
          assign(
            told.rows
              .filter(({ assigned }) => assigned?.department === department)
              .map(({ indicator, input }) => ({ indicator, input })),
            null,
            say({
              vi: `Đã rút các dòng của ${apart(department_name_vi)}.`,
              en: `Rows of ${apart(department_name_vi)} were taken back.`,
            }),
          )
        }
      />
      <p>
        {say({
          vi: `Chưa giao: ${unassigned.rows} dòng, trong đó ${unassigned.filled} dòng đã có số liệu.`,
          en: `Not assigned: ${unassigned.rows} rows, ${unassigned.filled} of them filled.`,
        })}
      </p>
      <Proposal told={told} onTake={assign} />
      <h2>{say({ vi: 'Giao các dòng', en: 'Assign rows' })}</h2>
      <AssignFields told={told} assignee={assignee} onChange={setAssignee} />
      <RowChoice told={told} chosen={chosen} onToggle={toggle} />
      {error ? <Trouble error={error} /> : null}
      <div class="bar stay">
        <p role="status">{done}</p>
        <button
          type="button"
          class="main"
          disabled={rows.length === 0 || assigneeOf(assignee) === null}
          onClick={() =>
            assign(
              rows,
              assigneeOf(assignee),
              say({ vi: `Đã giao ${rows.length} dòng.`, en: `${rows.length} rows assigned.` }),
            )
          }
        >
          {say({ vi: `Giao ${rows.length} dòng đã chọn`, en: `Assign the ${rows.length} chosen` })}
        </button>
        <button
          type="button"
          disabled={rows.length === 0}
          onClick={() =>
            assign(rows, null, say({ vi: `Đã rút ${rows.length} dòng.`, en: `${rows.length} rows taken back.` }))
          }
        >
          {say({ vi: 'Rút các dòng đã chọn', en: 'Take the chosen back' })}
        </button>
        <a class="button" href={addressOf('ke-khai', told.group, told.period)}>
          {say(words.fill)}
        </a>
      </div>
    </>
  );
}

interface ProposalProps {
  told: AssignmentsAnswer;
  onTake: (rows: Codes[], to: object, word: string) => Promise<void>;
}

/** As it was divided the last time; days are of their period. */
function Proposal({ told: { proposal }, onTake }: ProposalProps) {
  const say = useSay();
  if (!proposal) return null;
  const parts = [...Map.groupBy(proposal.rows, ({ department, person_vi }) => `${department} ${person_vi}`).values()];
  const take = async () => {
    for (const rows of parts) {
      const { department, department_name_vi, person_vi } = rows[0]!;
      const codes = rows.map(({ indicator, input }) => ({ indicator, input }));
      await onTake(
        codes,
        { department, department_name_vi, person_vi },
        say({ vi: 'Đã giao như kỳ trước.', en: 'Assigned as the last time.' }),
      );
    }
  };
  const names = [...new Set(proposal.rows.map(({ department_name_vi }) => apart(department_name_vi)))].join(', ');
  return (
    <div class="notice">
      <p>
        {say({
          vi: `${say(periodName(proposal.period))} đã giao ${proposal.rows.length} dòng trong số này cho ${names}.`,
          en: `In ${say(periodName(proposal.period))} ${proposal.rows.length} of these rows were with ${names}.`,
        })}
      </p>
      <button type="button" onClick={take}>
        {say({ vi: 'Giao như kỳ trước', en: 'Assign as the last time' })}
      </button>
    </div>
  );
}
