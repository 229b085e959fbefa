import type { Finding, Observation } from './submission.ts';

/** Findings up to a bound; a rejection still never comes without one, for the first is always told. */
export interface BoundFindings {
  findings: Finding[];
  /** Null: these are all. */
  more_findings: MoreFindings | null;
}

/** How many more there are, and what to do: in words, for whoever only shows them. */
export interface MoreFindings {
  count: number;
  message_vi: string;
  message_en: string;
}

export interface FindingBound {
  count: number;
  /** As JSON within JSON, the form in which a function answers. */
  bytes: number;
}

/** A function answers 6 MB at most: a page of twenty receipts, one receipt with its figures, and what is kept in the lake. */
export const findingBounds = {
  listed: { count: 20, bytes: 150_000 },
  told: { count: 500, bytes: 2_000_000 },
  /** Beside a receipt. */
  again: { count: 500, bytes: 1_000_000 },
  kept: { count: 5_000, bytes: 6_000_000 },
} as const satisfies Record<string, FindingBound>;

/** The first of them, errors and causes before the rest as they are sorted; `left`: others that were cut off before. */
export function boundFindings(findings: readonly Finding[], bound: FindingBound, left = 0): BoundFindings {
  let bytes = 0;
  const isWithin = (finding: Finding, at: number) => {
    bytes += bytesOf(finding);
    return at === 0 || (at < bound.count && bytes <= bound.bytes);
  };
  const first = findings.findIndex((finding, at) => !isWithin(finding, at));
  const told = first === -1 ? [...findings] : findings.slice(0, first);
  const count = findings.length - told.length + left;
  return { findings: told, more_findings: count === 0 ? null : moreFindings(count) };
}

/** Of the figures that are told beside the findings of a receipt. */
const observationBytes = 2_500_000;

export interface BoundObservations {
  /** Empty unless accepted. */
  observations: Observation[];
  /** Null: these are all. */
  more_observations: MoreFindings | null;
}

/** The first of them, as many as an answer holds: texts beside figures may be as long as a book. */
export function boundObservations(observations: readonly Observation[], bytes = observationBytes): BoundObservations {
  let length = 0;
  const end = observations.findIndex((one) => {
    length += bytesOf(one);
    return length > bytes;
  });
  const told = end === -1 ? [...observations] : observations.slice(0, end);
  const count = observations.length - told.length;
  return { observations: told, more_observations: count === 0 ? null : moreObservations(count) };
}

const moreObservations = (count: number): MoreFindings => ({
  count,
  message_vi: `… và ${count} số liệu nữa không nêu ở đây vì phần ghi kèm quá dài; tệp đã gửi có đủ.`,
  message_en: `… and ${count} more figures that are not listed here, for the texts beside them are too long; the file that was sent has them all.`,
});

const bytesOf = (finding: Finding | Observation): number => Buffer.byteLength(JSON.stringify(JSON.stringify(finding)));

const moreFindings = (count: number): MoreFindings => ({
  count,
  message_vi: `… và ${count} nội dung nữa không nêu ở đây. Đề nghị sửa các nội dung đã nêu rồi gửi lại để kiểm tra tiếp.`,
  message_en: `${count} more are not listed here. Mend those that are and send it again to have the rest checked.`,
});
