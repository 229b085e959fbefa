import * as z from 'zod';
import type { CellBook } from '../cell-book.ts';
import { signatureField } from '../form/form-layout.ts';
import { readClaims } from '../form/read-identity.ts';
import { signFields, verifyFields } from '../sign-identity.ts';
import { appraisalVersion } from './appraisal-layout.ts';
import type { AppraisalRound } from './appraisal-round.ts';

/** What an appraisal workbook was made from; signed, because a hidden sheet can be unhidden. */
export interface AppraisalIdentity {
  group: string;
  period: string;
  framework_sha256: string;
  /** Number of the last appraisal file recorded when it was issued. */
  issued_after: number;
  /** Hash of the submission each unit's rows show. */
  submissions: ReadonlyMap<string, string>;
}

export const identityOf = ({ group, period, framework, lastFile, submissions }: AppraisalRound): AppraisalIdentity => ({
  group,
  period,
  framework_sha256: framework.sha256,
  issued_after: lastFile,
  submissions,
});

const submissionField = 'submission:';

/** Flat, as names and texts of the hidden sheet. `document` keeps a form's signature from being taken for this one's. */
function fieldsOf(identity: AppraisalIdentity): Record<string, string> {
  const { group, period, framework_sha256, issued_after, submissions } = identity;
  const shown = [...submissions].map(([unitId, sha256]) => [`${submissionField}${unitId}`, sha256]);
  return {
    document: 'appraisal',
    template_version: appraisalVersion,
    group,
    period,
    framework_sha256,
    issued_after: `${issued_after}`,
    ...Object.fromEntries(shown),
  };
}

export function signAppraisal(identity: AppraisalIdentity, key: Uint8Array): Record<string, string> {
  const fields = fieldsOf(identity);
  return { ...fields, [signatureField]: signFields(fields, key) };
}

const claim = z
  .object({
    document: z.literal('appraisal'),
    template_version: z.literal(appraisalVersion),
    group: z.string(),
    period: z.string(),
    framework_sha256: z.string(),
    issued_after: z.string().regex(/^[0-9]{1,9}$/),
    [signatureField]: z.string(),
  })
  .catchall(z.string());

/** `unknown`: the workbook says nothing of the kind. `changed`: what it says is not what was signed. */
export function readAppraisalIdentity(book: CellBook, key: Uint8Array): AppraisalIdentity | 'unknown' | 'changed' {
  const claims = readClaims(book).flatMap((copy) => claim.safeParse(copy).data ?? []);
  if (claims.length === 0) return 'unknown';
  for (const copy of claims) {
    const identity = identityFrom(copy);
    if (verifyFields(fieldsOf(identity), copy[signatureField], key)) return identity;
  }
  return 'changed';
}

function identityFrom(fields: z.infer<typeof claim>): AppraisalIdentity {
  const { group, period, framework_sha256, issued_after } = fields;
  const shown = Object.entries(fields).filter(([name]) => name.startsWith(submissionField));
  return {
    group,
    period,
    framework_sha256,
    issued_after: Number.parseInt(issued_after, 10),
    submissions: new Map(shown.map(([name, sha256]) => [name.slice(submissionField.length), sha256])),
  };
}
