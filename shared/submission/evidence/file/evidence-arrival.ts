import type { Arrival } from '../../arrival.ts';
import { arrivalMetadata } from '../../arrival.ts';

const evidenceCause = (uploadNumber: number): string => `evidence/${uploadNumber}`;

/** How a file of evidence travels: like any other, with what it proves. */
export const evidenceMetadata = (
  arrival: Omit<Arrival, 'cause' | 'partial'>,
  indicator: string | undefined,
): Record<string, string> => ({
  ...arrivalMetadata({ ...arrival, cause: evidenceCause(arrival.upload_number), partial: false }),
  ...(indicator === undefined ? {} : { indicator: encodeURIComponent(indicator) }),
});

/** Null where the form was signed for none. */
export const indicatorIn = ({ indicator }: Record<string, string>): string | null =>
  indicator === undefined ? null : decodeURIComponent(indicator);
