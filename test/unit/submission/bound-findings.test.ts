import { describe, expect, it } from 'vitest';
import { boundFindings } from '../../../shared/submission/bound-findings.ts';
import { makeFinding, noPlace } from '../../../shared/submission/finding.ts';

const findings = Array.from({ length: 9 }, (_one, at) =>
  makeFinding('ROW_UNKNOWN', noPlace, { figure: '"', framework_id: 'x' }, `${at}`),
);
const size = Buffer.byteLength(JSON.stringify(JSON.stringify(findings[0])));
const plenty = { count: 100, bytes: 1_000_000 };

describe('boundFindings', () => {
  it('tells all where they fit, and that these are all', () => {
    expect(boundFindings(findings, plenty)).toEqual({ findings, more_findings: null });
    expect(boundFindings([], plenty)).toEqual({ findings: [], more_findings: null });
  });

  it('cuts at the number and at the bytes, and counts what is left with what was left before', () => {
    expect(boundFindings(findings, { ...plenty, count: 4 })).toMatchObject({
      findings: findings.slice(0, 4),
      more_findings: { count: 5 },
    });
    expect(boundFindings(findings, { ...plenty, bytes: 3 * size }, 7)).toMatchObject({
      findings: findings.slice(0, 3),
      more_findings: { count: 13 },
    });
    expect(boundFindings(findings, plenty, 2).more_findings?.count).toBe(2);
  });

  it('always tells the first, for a rejection never comes without a reason', () => {
    expect(boundFindings(findings, { count: 0, bytes: 0 })).toMatchObject({
      findings: findings.slice(0, 1),
      more_findings: { count: 8 },
    });
  });
});
