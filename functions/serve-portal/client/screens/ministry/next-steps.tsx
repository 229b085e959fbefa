import type { CallerRole } from '../../../../../shared/identity/caller.ts';
import type { PeriodView } from '../../../../../shared/ledger/describe-period.ts';
import type { Board } from '../../../../read-board/read-board.ts';
import { addressOf } from '../../routes.ts';
import { useSay, type Word } from '../../words.ts';

interface NextStepsProps {
  period: PeriodView;
  board: Board;
  role: CallerRole;
}

interface Step {
  href: string;
  word: Word;
  main?: boolean;
}

/** What can be done now, what the period waits for first. */
export function NextSteps({ period, board, role }: NextStepsProps) {
  const say = useSay();
  return (
    <p class="bar">
      {stepsOf(period, board, role).map(({ href, word, main }) => (
        <a key={href} class={main ? 'button main' : 'button'} href={href}>
          {say(word)}
        </a>
      ))}
    </p>
  );
}

function stepsOf(period: PeriodView, board: Board, role: CallerRole): Step[] {
  const at = (...parts: string[]) => addressOf('ky', period.group, period.period, ...parts);
  const ready = [...period.runs].reverse().find(({ status }) => status === 'ready');
  const isPublisher = role === 'publisher';
  const { open } = board.objections;
  const waits = open > 0 ? ` (${open})` : '';
  const steps: (Step | false | undefined)[] = [
    isPublisher &&
      period.announced?.run_id !== undefined && {
        href: addressOf('lan-tinh', period.announced.run_id, 'cong-bo'),
        word: { vi: 'Xem, rút lại đợt đã ấn định', en: 'See or withdraw what is announced' },
        main: true,
      },
    isPublisher &&
      ready &&
      period.announced === null && {
        href: addressOf('lan-tinh', ready.run_id, 'cong-bo'),
        word: { vi: 'Công bố kết quả', en: 'Release' },
        main: true,
      },
    isPublisher && period.state !== 'closed' && { href: at('dong'), word: { vi: 'Đóng kỳ', en: 'Close' } },
    isPublisher && period.state === 'open' && { href: at('han'), word: { vi: 'Hạn gửi', en: 'Deadline' } },
    isPublisher &&
      period.state !== 'closed' && {
        href: addressOf('thong-bao', period.group, period.period, 'nhac'),
        word: { vi: 'Nhắc đơn vị', en: 'Remind' },
      },
    role !== 'operator' && {
      href: addressOf('cau-hoi', period.group, period.period),
      word: { vi: `Câu hỏi${board.in_question ? ` (${board.in_question})` : ''}`, en: 'Questions' },
    },
    role !== 'appraiser' && { href: at('tinh-diem'), word: { vi: 'Tính điểm, xem trước', en: 'Runs and previews' } },
    role !== 'operator' && {
      href: at('y-kien'),
      word: { vi: `Ý kiến của đơn vị${waits}`, en: `Objections${waits}` },
    },
    isPublisher && period.releases.length > 0 && { href: at('dinh-chinh'), word: { vi: 'Đính chính', en: 'Correct' } },
    { href: addressOf('nhat-ky', period.group, period.period), word: { vi: 'Nhật ký', en: 'Log' } },
  ];
  return steps.filter((step): step is Step => Boolean(step));
}
