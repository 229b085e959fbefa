import { useEffect, useState } from 'preact/hooks';
import type { NamedQuestion, Questions } from '../../../../read-questions/read-questions.ts';
import { get } from '../../ask-ahead.ts';
import { formatDay } from '../../parts/when.tsx';
import type { Acting } from '../../routes.ts';
import { useSay } from '../../words.ts';
import { type UnitPeriod, unitPath } from './unit-path.ts';

/** How many questions of a period wait for the unit, and until when; nothing where none does. */
export function OpenQuestions({ of, me }: { of: UnitPeriod; me: Acting }) {
  const say = useSay();
  const [open, setOpen] = useState<NamedQuestion[]>([]);
  useEffect(() => {
    const abort = new AbortController();
    get<Questions>(unitPath('questions', of, me), abort.signal).then(
      ({ questions }) => setOpen(questions.filter((question) => question.open)),
      () => {},
    );
    return () => abort.abort();
  }, [of.group, of.period, me.unit_id]);
  const [due] = open.map(({ answer_by }) => answer_by).sort();
  if (!due) return null;
  return (
    <strong>
      {say({
        vi: `${open.length} câu hỏi chờ trả lời, hạn ${formatDay(due)}`,
        en: `${open.length} to answer, due ${formatDay(due)}`,
      })}
    </strong>
  );
}
