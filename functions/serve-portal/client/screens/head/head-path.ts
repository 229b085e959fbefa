import type { SubmissionSummary } from '../../../../summarise-submission/summarise-submission.ts';
import { get } from '../../ask-ahead.ts';
import type { Guessed } from '../../routes.ts';
import { submissionsPath } from '../officer/unit-path.ts';

export interface ReceiptOf {
  group: string;
  period: string;
  receipt: string;
}

export const receiptOf = (params: Record<string, string>): ReceiptOf => ({
  group: params.group!,
  period: params.period!,
  receipt: params.receipt!,
});

export const receiptPath = (of: ReceiptOf, me: Guessed, deed: 'summary' | 'certify' | 'return'): string =>
  submissionsPath(of, me, 'receipts', of.receipt, deed);

export const loadSummary = (of: ReceiptOf, me: Guessed, signal: AbortSignal): Promise<SubmissionSummary> =>
  get<SubmissionSummary>(receiptPath(of, me, 'summary'), signal);
