import { standingAppraisals } from '../../score-store/appraisals.ts';
import { identityOf, signAppraisal } from '../../submission/appraisal/appraisal-identity.ts';
import type { AppraisableAnswer, AppraisalRound } from '../../submission/appraisal/appraisal-round.ts';

/** All that an appraisal workbook is made of. The same spec gives the same bytes. */
export interface AppraisalSpec {
  round: AppraisalRound;
  /** `34 tỉnh, thành phố`: how the group is called. */
  group_name_vi: string;
  /** Rows to write; all of the round, or those of one unit. */
  answers: AppraisableAnswer[];
  /** Decisions that hold, to be filled in. */
  standing: ReturnType<typeof standingAppraisals>;
  /** Fields of the hidden sheet, signature among them. */
  signed: Record<string, string>;
}

/** The spec for what stands in a round; `unitId` narrows it to one unit, so that a large group can be shared out. */
export function specifyAppraisal(
  round: AppraisalRound,
  { group_name_vi, unitId }: { group_name_vi: string; unitId?: string | undefined },
  signingKey: Uint8Array,
): AppraisalSpec {
  const { answers, records, submissions } = round;
  return {
    round,
    group_name_vi,
    answers: unitId === undefined ? answers : answers.filter(({ unit_id }) => unit_id === unitId),
    standing: standingAppraisals(records, submissions),
    signed: signAppraisal(identityOf(round), signingKey),
  };
}
