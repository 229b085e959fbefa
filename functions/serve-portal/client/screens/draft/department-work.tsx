import type { PeriodLine } from '../../../../../shared/ledger/describe-period.ts';
import type { AssignmentsAnswer } from '../../../../assign-rows/read-assignments.ts';
import { get } from '../../ask-ahead.ts';
import { apart } from '../../parts/apart.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { periodName } from '../../parts/period-name.ts';
import { Said } from '../../parts/said.tsx';
import { formatDay, formatLastDay } from '../../parts/when.tsx';
import { type Acting, addressOf, type ScreenProps } from '../../routes.ts';
import { useSay } from '../../words.ts';
import { isFilled, unitPath } from './draft-path.ts';
import { filledOf, words } from './words.ts';

interface Work {
  line: PeriodLine;
  own: AssignmentsAnswer;
}

/** What a department of the unit has been given to fill. */
export function DepartmentWork({ me }: ScreenProps) {
  const say = useSay();
  return (
    <Page title={`${say({ vi: 'Việc được giao', en: 'Assigned work' })}: ${me.unit_full_name_vi}`}>
      <Loaded from={(signal) => loadWork(me, signal)}>
        {(works) => (
          <>
            {works.map((work) => (
              <PeriodWork key={`${work.line.group}/${work.line.period}`} work={work} />
            ))}
            {works.length === 0 && (
              <p>
                {say({
                  vi: 'Hiện chưa có dòng nào được giao trong kỳ đang mở. Khi cán bộ đầu mối của đơn vị phân công, việc hiện ở đây.',
                  en: 'Nothing is assigned in an open period now. Once the unit’s officer assigns rows, they stand here.',
                })}
              </p>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}

async function loadWork(me: Acting, signal: AbortSignal): Promise<Work[]> {
  const { periods } = await get<{ periods: PeriodLine[] }>('/v1/me/periods', signal);
  const open = periods.filter(isFilled);
  const works = await Promise.all(
    open.map(async (line) => ({
      line,
      own: await get<AssignmentsAnswer>(unitPath('assignments', line, me), signal),
    })),
  );
  return works.filter(({ own }) => own.rows.length > 0);
}

/** Of one period; out of the page, so that its words can be read without a browser. */
export function PeriodWork({ work: { line, own } }: { work: Work }) {
  const say = useSay();
  const [department] = own.departments;
  if (!department) return null;
  const { rows, filled, due, late, department_name_vi } = department;
  const people = [...new Set(own.rows.flatMap(({ assigned }) => assigned?.person_vi ?? []))];
  return (
    <section class="period" aria-labelledby={`ky-${line.period}`}>
      <h2 id={`ky-${line.period}`}>{say(periodName(line.period))}</h2>
      <p class="state">
        <Said text={department_name_vi} />: {say(filledOf(filled, rows))}
      </p>
      <p>
        {due &&
          say({
            vi: `Hạn trong đơn vị: hết ngày ${formatDay(due)}`,
            en: `Due within the unit: end of ${formatDay(due)}`,
          })}
        {late && <strong>{say({ vi: ', đã quá hạn', en: ', past' })}</strong>}
        {due && line.deadline_at && '. '}
        {line.deadline_at &&
          say({
            vi: `Hạn của kỳ: hết ngày ${formatLastDay(line.deadline_at)}.`,
            en: `Of the period: end of ${formatLastDay(line.deadline_at)}.`,
          })}
      </p>
      {people.length > 0 && (
        <p>
          {say({ vi: `Người phụ trách: ${people.map(apart).join(', ')}`, en: `For: ${people.map(apart).join(', ')}` })}
        </p>
      )}
      <p class="bar">
        <a class="button main" href={addressOf('ke-khai', line.group, line.period)}>
          {filled === 0
            ? say({ vi: 'Bắt đầu kê khai', en: 'Begin' })
            : filled < rows
              ? say({ vi: 'Tiếp tục kê khai', en: 'Go on' })
              : say({ vi: 'Xem lại', en: 'Look again' })}
        </a>
        <a class="button" href={addressOf('tai-lieu', line.group, line.period)}>
          {say(words.evidence)}
        </a>
      </p>
      <p class="hint">
        {say({
          vi: 'Số liệu được lưu ngay khi nhập. Cán bộ đầu mối của đơn vị tổng hợp và gửi.',
          en: 'What is typed is saved at once. The unit’s officer puts it together and sends it.',
        })}
      </p>
    </section>
  );
}
