import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { formatPoints } from '../../../../../shared/format/format-decimal.ts';
import { useKeys } from '../../parts/use-keys.ts';
import { useStash } from '../../use-stash.ts';
import { useSay } from '../../words.ts';
import type { DecisionBarProps, Opened } from './decision-bar.tsx';
import { nextWeek, pointReasons, questions, templatesLegend } from './reasons.ts';

interface FormProps extends Omit<DecisionBarProps, 'onOpen' | 'opened'> {
  opened: NonNullable<Opened>;
  onClose: () => void;
}

/** Points, a question or a refusal with its words: one of those at hand by a single key, or one's own. */
export function DecisionForm({ row, opened, busy, keysOn, onDecide, onClose }: FormProps) {
  const say = useSay();
  const { indicator } = row;
  const stash = `${opened} ${row.unit_id} ${indicator}`;
  const [text, setText] = useStash(`words ${stash}`, '');
  const [points, setPoints] = useStash(`points ${stash}`, '');
  const [answerBy, setAnswerBy] = useState(() => nextWeek());
  const box = useRef<HTMLFormElement>(null);
  const templates = opened === 'ask' ? questions : pointReasons;
  const focus = (selector: string) => box.current?.querySelector<HTMLElement>(selector)?.focus();
  const send = (words: string) => {
    const reason = words === '' ? {} : { reason_vi: words };
    if (opened === 'ask') onDecide({ decision: 'ask', indicator, reason_vi: words, answer_by: answerBy });
    else if (opened === 'points') onDecide({ decision: 'points', indicator, points, ...reason });
    else onDecide({ decision: 'reject', indicator, ...reason });
  };
  // At once: the first digit of the points must not meet the keys of the row.
  useLayoutEffect(() => focus(opened === 'points' ? '#diem' : '.templates button'), []);
  const choices = templates.map(({ vi }, at) => [`${at + 1}`, () => send(vi)] as const);
  useKeys(Object.fromEntries(choices), keysOn && !busy && (opened !== 'points' || points !== ''));
  const names = {
    points: say({ vi: 'Sửa điểm', en: 'Set points' }),
    ask: say({ vi: 'Yêu cầu đơn vị bổ sung', en: 'Ask the unit for more' }),
    reject: say({ vi: 'Không chấp nhận, 0 điểm', en: 'Do not accept: 0 points' }),
  };
  return (
    <form
      ref={box}
      aria-label={names[opened]}
      onSubmit={(event) => {
        event.preventDefault();
        send(text.trim());
      }}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <h3>{names[opened]}</h3>
      {opened === 'points' && (
        <>
          <label for="diem">
            {say({ vi: `Điểm, từ 0 đến ${formatPoints(row.max_points)}`, en: `Points, 0 to ${row.max_points}` })}
          </label>
          <input
            id="diem"
            inputMode="decimal"
            autocomplete="off"
            value={points}
            onInput={(event) => setPoints(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || text !== '') return;
              // On to the reason, which has keys of its own.
              event.preventDefault();
              focus('.templates button');
            }}
          />
        </>
      )}
      <fieldset class="templates">
        <legend>{say(templatesLegend)}</legend>
        {templates.map((template, at) => (
          <button key={template.vi} type="button" disabled={busy} onClick={() => send(template.vi)}>
            [{at + 1}] {say(template)}
          </button>
        ))}
      </fieldset>
      <label for="ly-do">
        {opened === 'ask'
          ? say({ vi: 'Nội dung khác', en: 'Other words' })
          : say({ vi: 'Lý do khác', en: 'Another reason' })}
      </label>
      <textarea
        id="ly-do"
        rows={3}
        maxLength={1500}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      {opened === 'ask' && (
        <>
          <label for="han">{say({ vi: 'Hạn trả lời', en: 'Answer due' })}</label>
          <input id="han" type="date" value={answerBy} onInput={(event) => setAnswerBy(event.currentTarget.value)} />
        </>
      )}
      <p class="bar">
        <button type="submit" class="main" disabled={busy}>
          {opened === 'ask' ? say({ vi: 'Gửi cho đơn vị', en: 'Send to the unit' }) : say({ vi: 'Lưu', en: 'Save' })}
        </button>
        <button type="button" onClick={onClose}>
          {say({ vi: 'Thôi (Esc)', en: 'Close (Esc)' })}
        </button>
      </p>
    </form>
  );
}
