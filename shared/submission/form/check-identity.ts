import type { CellBook } from '../cell-book.ts';
import type { CheckContext } from '../figure.ts';
import { makeFinding, noPlace } from '../finding.ts';
import { verifyIdentity } from '../sign-identity.ts';
import type { Finding, FormIdentity } from '../submission.ts';
import { knownTemplateVersions, templateVersion } from './form-layout.ts';
import { groupMismatch, periodMismatch, unitMismatch, unitNotInGroup } from './identity-findings.ts';
import { readIdentities } from './read-identity.ts';

/** What is being received; `unit_id` null: the file says whose it is. */
export interface ExpectedForm {
  group: string;
  period: string;
  unit_id: string | null;
}

export interface CheckedIdentity {
  /** Null when nothing in the file can be believed. */
  identity: FormIdentity | null;
  findings: Finding[];
}

/** Whose form it is, and whether it is the one that is being received. Findings have no place: the sheet is not seen. */
export function checkIdentity(
  book: CellBook,
  expected: ExpectedForm,
  context: CheckContext,
  signingKey: Uint8Array,
): CheckedIdentity {
  const claims = readIdentities(book);
  const { framework_id, title_vi } = context.framework;
  if (claims.length === 0) {
    return { identity: null, findings: [makeFinding('TEMPLATE_UNKNOWN', noPlace, { framework_id, title_vi })] };
  }
  // Either copy may be lost or spoiled by the program that saved the file; one good copy is enough.
  const good = claims.find(({ identity, signature }) => verifyIdentity(identity, signature, signingKey));
  if (!good) return { identity: null, findings: [makeFinding('SIGNATURE_BAD', noPlace)] };
  const { identity } = good;
  return { identity, findings: [...checkVersion(identity, context), ...checkBearer(identity, expected, context)] };
}

function checkVersion(identity: FormIdentity, { framework }: CheckContext): Finding[] {
  const { framework_id, title_vi } = framework;
  const isKnown = knownTemplateVersions.includes(identity.template_version);
  if (identity.framework_id !== framework_id || !isKnown) {
    return [makeFinding('TEMPLATE_UNKNOWN', noPlace, { framework_id, title_vi }, identity.framework_id)];
  }
  const isCurrent = identity.framework_sha256 === framework.sha256 && identity.template_version === templateVersion;
  if (isCurrent) return [];
  const found = versionText(identity.framework_version, identity.template_version, identity.framework_sha256);
  const current = versionText(framework.version, templateVersion, framework.sha256);
  return [makeFinding('TEMPLATE_OLD', noPlace, { found, current })];
}

/** Version of framework and layout; the first digits of the hash tell two states of one version apart. */
const versionText = (framework: string, template: string, sha256: string) =>
  `${framework}.${template} (${sha256.slice(0, 8)})`;

function checkBearer(identity: FormIdentity, expected: ExpectedForm, { members }: CheckContext): Finding[] {
  const { group, period } = expected;
  const findings: Finding[] = [];
  if (identity.group !== group) findings.push(groupMismatch(identity.group, group));
  if (identity.period !== period) {
    findings.push(periodMismatch(identity.period, period));
  }
  if (expected.unit_id !== null && identity.unit_id !== expected.unit_id) {
    findings.push(unitMismatch(identity.unit_id, expected.unit_id, period));
  }
  if (!members.has(identity.unit_id)) {
    findings.push(unitNotInGroup(identity.unit_id, group, period));
  }
  return findings;
}
