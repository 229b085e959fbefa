import type { AppraisalRowSpec } from './appraisal-spec.ts';

/** What the unit says, what it names as proof, and of which figures it was said where they have changed since. */
export function describeFeedback(feedback: AppraisalRowSpec['feedback']): string {
  if (feedback === null) return '';
  const { text_vi, evidence_vi, is_of_these_figures } = feedback;
  const lines = [is_of_these_figures ? text_vi : `(Về số liệu nộp trước) ${text_vi}`];
  return [...lines, ...(evidence_vi === null ? [] : [`Minh chứng: ${evidence_vi}`])].join('\n');
}
