import { sha256Of } from '../digest/canonical-json.ts';
import { askedIndicators } from '../frameworks/asked-indicators.ts';
import type { CellBook } from './cell-book.ts';
import { conclude } from './conclude.ts';
import type { CheckContext } from './figure.ts';
import { checkIdentity, type ExpectedForm } from './form/check-identity.ts';
import { checkTitle } from './form/check-title.ts';
import { readForm } from './form/read-form.ts';
import { readOpenPoints } from './marks/open-points.ts';
import type { CheckedSubmission, Finding } from './submission.ts';

export interface CheckSubmissionInput {
  /** As received. */
  bytes: Uint8Array;
  expected: ExpectedForm;
  context: CheckContext;
}

/** Guard and reader; a book of null comes with the finding that says why. Handed in: they stand in the room above. */
export type OpenWorkbook = (bytes: Uint8Array) => Promise<{ book: CellBook | null; findings: Finding[] }>;

export interface CheckSubmissionDeps {
  signingKey: Uint8Array;
  openWorkbook: OpenWorkbook;
}

/**
 * The answer to one uploaded form: guard, identity, reading, rules. All findings at once; accepted when none is an error.
 * Same bytes and same context give the same answer, so it may run any number of times.
 */
export async function checkSubmission(
  { bytes, expected, context }: CheckSubmissionInput,
  { signingKey, openWorkbook }: CheckSubmissionDeps,
): Promise<CheckedSubmission> {
  const sha256 = sha256Of(bytes);
  const opened = await openWorkbook(bytes);
  if (!opened.book) return conclude({ unit_id: null, sha256, figures: [], findings: opened.findings }, context);
  const { identity, findings } = checkIdentity(opened.book, expected, context, signingKey);
  const early = [...opened.findings, ...findings];
  // Not our form: complaining of each of its rows would bury the one thing to mend.
  if (!identity || findings.some(({ rule }) => rule === 'TEMPLATE_UNKNOWN')) {
    return conclude({ unit_id: identity?.unit_id ?? null, sha256, figures: [], findings: early }, context);
  }
  const { group, period } = expected;
  const asked = askedIndicators(context.framework, { unit_id: identity.unit_id, group, period });
  const points = readOpenPoints(opened.book, signingKey);
  const read = readForm(opened.book, { framework: context.framework, asked, points });
  const all = [...early, ...checkTitle(opened.book, identity, context.members), ...read.findings];
  return conclude({ unit_id: identity.unit_id, sha256, figures: read.figures, findings: all }, context);
}
