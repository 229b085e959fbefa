import type { PeriodLine } from '../../../../../shared/ledger/describe-period.ts';
import type { Attention } from '../../../../read-decisions/attention.ts';
import type { Counts } from '../../../../read-decisions/read-progress.ts';
import type { Word } from '../../words.ts';

export interface PeriodOf {
  group: string;
  period: string;
}

/** `/v1/appraisals/province34/2024/…` */
export const appraisalPath = ({ group, period }: PeriodOf, ...rest: string[]): string =>
  `/v1/appraisals/${[group, period, ...rest].map(encodeURIComponent).join('/')}`;

/** One indicator of a group, or one unit. */
export type QueueQuery = { indicator: string } | { unit_id: string };

export const queuePath = (of: PeriodOf, query: QueueQuery, cursor = ''): string =>
  `${appraisalPath(of, 'queue')}?${new URLSearchParams({ ...query, ...(cursor ? { cursor } : {}) })}`;

export const isAppraised = ({ state }: PeriodLine): boolean => state !== 'closed';

/** Waits for the appraiser, and for nobody else. */
export const isLeft = (attention: Attention): boolean => attention !== 'decided' && attention !== 'in_question';

export const leftOf = ({ undecided, replied, resubmitted }: Counts): number => undecided + replied + resubmitted;

export const attentionNames: Record<Attention, Word> = {
  undecided: { vi: 'Chưa thẩm định', en: 'Not yet looked at' },
  in_question: { vi: 'Đang chờ đơn vị trả lời', en: 'Waiting for the unit' },
  replied: { vi: 'Đơn vị đã trả lời, cần xem lại', en: 'The unit has answered: look again' },
  resubmitted: { vi: 'Đơn vị đã gửi số liệu khác, cần xem lại', en: 'Other figures since: look again' },
  decided: { vi: 'Đã thẩm định', en: 'Decided' },
};

/** Survive greyscale: each mark is of another shape. */
export const attentionMarks: Record<Attention, string> = {
  undecided: '○',
  in_question: '?',
  replied: '↩',
  resubmitted: '↻',
  decided: '✓',
};
