import type { FieldChange, IndicatorLine } from '../../../../../shared/frameworks/compare-frameworks.ts';
import type { FrameworkAnswer } from '../../../../publish-framework/publish-framework.ts';
import { useSay, type Word } from '../../words.ts';
import { fieldName, words } from './words.ts';

/** What changed since the version before: first the counts, then each. */
export function Differences({ answer: { before, changes } }: { answer: FrameworkAnswer }) {
  const say = useSay();
  if (!before || !changes) return <p>{say(words.first)}</p>;
  const { added, removed, changed, terms } = changes;
  return (
    <>
      <p>
        {say({
          vi: `So với phiên bản ${before.version}: thêm ${added.length}, bỏ ${removed.length}, thay đổi ${changed.length} chỉ số; ${terms.length} thay đổi chung.`,
          en: `Against version ${before.version}: ${added.length} indicators added, ${removed.length} removed, ${changed.length} changed; ${terms.length} changes of the whole.`,
        })}
      </p>
      <Lines title={words.added} lines={added} />
      <Lines title={words.removed} lines={removed} />
      <h2>{say(words.changed)}</h2>
      {changed.length === 0 && <p>{say(words.nothing)}</p>}
      {changed.map(({ indicator, name_vi, fields }) => (
        <Fields key={indicator} title={`${name_vi} (${indicator})`} fields={fields} />
      ))}
      {terms.length > 0 && <h2>{say(words.terms)}</h2>}
      {terms.length > 0 && <Fields title={say(words.terms)} fields={terms} />}
    </>
  );
}

function Lines({ title, lines }: { title: Word; lines: IndicatorLine[] }) {
  const say = useSay();
  if (lines.length === 0) return null;
  return (
    <>
      <h2>{say(title)}</h2>
      <ul>
        {lines.map(({ indicator, name_vi, max_points }) => (
          <li key={indicator}>
            {name_vi} ({indicator}), {say(words.points)}: {max_points.replace('.', ',')}
          </li>
        ))}
      </ul>
    </>
  );
}

function Fields({ title, fields }: { title: string; fields: FieldChange[] }) {
  const say = useSay();
  return (
    <table class="rows">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{say(words.field)}</th>
          <th scope="col">{say(words.before)}</th>
          <th scope="col">{say(words.after)}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map(({ field, before, after }) => (
          <tr key={field}>
            <th scope="row">{say(fieldName(field))}</th>
            <td data-label={say(words.before)}>{before ?? '—'}</td>
            <td data-label={say(words.after)}>{after ?? '—'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
