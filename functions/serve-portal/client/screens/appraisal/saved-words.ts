import { formatPoints } from '../../../../../shared/format/format-decimal.ts';
import type { QueueRow } from '../../../../read-decisions/queue-row.ts';
import type { StatedDecision } from '../../../../record-appraisal/decisions-body.ts';
import type { DecisionsAnswer } from '../../../../record-appraisal/record-decisions.ts';
import type { Word } from '../../words.ts';

export const saving: Word = { vi: 'Đang lưu…', en: 'Saving…' };
export const retrying: Word = {
  vi: 'Chưa lưu được, đang thử lại. Không cần bấm lại.',
  en: 'Not saved yet, trying again. There is no need to press again.',
};

const deed = ({ self_points }: QueueRow, decision: StatedDecision): Word => {
  switch (decision.decision) {
    case 'keep':
      return { vi: `giữ ${formatPoints(self_points)} điểm`, en: `keeps ${self_points}` };
    case 'points':
      return { vi: `sửa thành ${decision.points} điểm`, en: `set to ${decision.points}` };
    case 'reject':
      return { vi: 'không chấp nhận, 0 điểm', en: 'not accepted, 0 points' };
    case 'ask':
      return { vi: 'đã gửi yêu cầu bổ sung', en: 'asked for more' };
    default:
      return { vi: 'đã rút quyết định', en: 'decision taken back' };
  }
};

/** With what was found besides: that somebody else had decided since. */
export function savedWords(row: QueueRow, decision: StatedDecision, { findings }: DecisionsAnswer): Word {
  const { vi, en } = deed(row, decision);
  const [told] = findings;
  return {
    vi: `Đã lưu: ${row.unit_name_vi}, ${vi}.${told ? ` ${told.message_vi}` : ''}`,
    en: `Saved: ${row.unit_name_vi}, ${en}.${told ? ` ${told.message_en}` : ''}`,
  };
}

/** The first thing that is wrong. */
export function refusedWords({ findings }: DecisionsAnswer): Word {
  const [first] = findings;
  if (first) return { vi: first.message_vi, en: first.message_en };
  return { vi: 'Chưa ghi nhận được quyết định này.', en: 'This decision was not recorded.' };
}
