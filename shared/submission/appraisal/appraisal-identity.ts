import * as z from 'zod';
import type { CellBook } from '../cell-book.ts';
import { signatureField } from '../form/form-layout.ts';
import { readClaims } from '../form/read-identity.ts';
import { signFields, verifyFields } from '../sign-identity.ts';
import { appraisalVersion } from './appraisal-layout.ts';
import type { AppraisalRound } from './appraisal-round.ts';
import type { AppraisedUnit } from './appraised-unit.ts';

/** What an appraisal workbook was made from; signed, because a hidden sheet can be unhidden. */
export interface AppraisalIdentity {
  group: string;
  period: string;
  framework_sha256: string;
  /** What each unit's rows show. */
  units: ReadonlyMap<string, IssuedUnit>;
}

/** Figures of a unit, and where its chain ended when they were written down: what was decided by then was filled in. */
export type IssuedUnit = Pick<AppraisedUnit, 'figures_sha256' | 'last_entry'>;

export const identityOf = ({ group, period, framework, units }: AppraisalRound): AppraisalIdentity => ({
  group,
  period,
  framework_sha256: framework.sha256,
  units,
});

const unitField = 'unit:';

/** Flat, as names and texts of the hidden sheet. `document` keeps a form's signature from being taken for this one's. */
function fieldsOf(identity: AppraisalIdentity): Record<string, string> {
  const { group, period, framework_sha256, units } = identity;
  const shown = [...units].map(([unitId, unit]) => [`${unitField}${unitId}`, issuedText(unit)]);
  return {
    document: 'appraisal',
    template_version: appraisalVersion,
    group,
    period,
    framework_sha256,
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
    [signatureField]: z.string(),
  })
  .catchall(z.string());

/** A workbook of ours in another version: what it says of itself means something else. */
const otherVersion = z.looseObject({ document: z.literal('appraisal'), template_version: z.string() });

/**
 * `unknown`: the workbook says nothing of the kind. `outdated`: it is of another version of the layout. `changed`: what it
 * says is not what was signed.
 */
export function readAppraisalIdentity(
  book: CellBook,
  key: Uint8Array,
): AppraisalIdentity | 'unknown' | 'outdated' | 'changed' {
  const copies = readClaims(book);
  const claims = copies.flatMap((copy) => claim.safeParse(copy).data ?? []);
  if (claims.length === 0) return copies.some((copy) => otherVersion.safeParse(copy).success) ? 'outdated' : 'unknown';
  for (const copy of claims) {
    const identity = identityFrom(copy);
    if (verifyFields(fieldsOf(identity), copy[signatureField], key)) return identity;
  }
  return 'changed';
}

function identityFrom(fields: z.infer<typeof claim>): AppraisalIdentity {
  const { group, period, framework_sha256 } = fields;
  const shown = Object.entries(fields).filter(([name]) => name.startsWith(unitField));
  const units = shown.flatMap(([name, text]): [string, IssuedUnit][] => {
    const issued = readIssued(text);
    return issued ? [[name.slice(unitField.length), issued]] : [];
  });
  return { group, period, framework_sha256, units: new Map(units) };
}

const issuedText = ({ figures_sha256, last_entry }: IssuedUnit): string => `${figures_sha256}@${last_entry}`;

/** Reverses {@link issuedText}; of a text that nobody signed, null. */
function readIssued(text: string): IssuedUnit | null {
  const [, figures_sha256, number] = /^([0-9a-f]{64})@([1-9][0-9]{0,8})$/.exec(text) ?? [];
  return figures_sha256 && number ? { figures_sha256, last_entry: Number.parseInt(number, 10) } : null;
}
