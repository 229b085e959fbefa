import { sha256Of } from '../digest/canonical-json.ts';
import { askedIndicators } from '../frameworks/asked-indicators.ts';
import { conclude } from './conclude.ts';
import { layOver } from './declared/lay-over.ts';
import { parseDeclaredCsv } from './declared/parse-declared-csv.ts';
import { parseDeclaredJson } from './declared/parse-declared-json.ts';
import { takeOver } from './declared/take-over.ts';
import type { CheckContext } from './figure.ts';
import { noPlace } from './finding.ts';
import { unitNotInGroup } from './form/identity-findings.ts';
import { matchRows } from './rows/match-rows.ts';
import { readFigures } from './rows/read-figures.ts';
import type { CheckedSubmission } from './submission.ts';

export interface CheckDeclaredValuesInput {
  /** As received. */
  bytes: Uint8Array;
  format: 'csv' | 'json';
  /** A table does not say whose it is; the caller's right to speak for the unit is checked where it signs in. */
  expected: { group: string; period: string; unit_id: string };
  context: CheckContext;
  /** Rows that are not sent stay as they stand in the current submission; without one a part is judged as a whole. */
  partial?: boolean;
}

/** The same rules and findings as for a form, with row and field in place of sheet and cell. */
export function checkDeclaredValues(input: CheckDeclaredValuesInput): CheckedSubmission {
  const { bytes, format, expected, context, partial = false } = input;
  const table = format === 'csv' ? parseDeclaredCsv(bytes) : parseDeclaredJson(bytes);
  const answer = { unit_id: expected.unit_id, sha256: sha256Of(bytes) };
  const outsider = context.members.has(expected.unit_id)
    ? []
    : [unitNotInGroup(expected.unit_id, expected.group, expected.period)];
  // A table that was not read has no rows; naming every row as missing would bury the reason.
  if (table.findings.length > 0) {
    return conclude({ ...answer, figures: [], findings: [...outsider, ...table.findings] }, context);
  }
  const rows = matchRows(table.rows, {
    framework: context.framework,
    asked: askedIndicators(context.framework, expected),
  });
  const taken = takeOver(rows, context.sources ?? new Map());
  const read = readFigures(taken, { notation: 'plain', missingAt: noPlace });
  const figures = partial && context.current ? layOver(read.figures, context.current) : read.figures;
  return conclude({ ...answer, figures, findings: [...outsider, ...read.findings] }, context);
}
