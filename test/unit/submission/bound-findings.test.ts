import { describe, expect, it } from 'vitest';
import { boundFindings, boundObservations, findingBounds } from '../../../shared/submission/bound-findings.ts';
import { makeFinding, noPlace } from '../../../shared/submission/finding.ts';
import { observationOf } from '../../support/figures.ts';

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

describe('boundObservations', () => {
  const observations = ['a', 'b', 'c'].map((key) => observationOf(key, '0.5', { note: '"'.repeat(100) }));
  const one = Buffer.byteLength(JSON.stringify(JSON.stringify(observations[0])));

  it('tells all where they fit, and that these are all', () => {
    expect(boundObservations(observations)).toEqual({ observations, more_observations: null });
  });

  it('cuts at the bytes as they are answered, and says how many more there are', () => {
    const told = boundObservations(observations, 2 * one);
    expect(told).toMatchObject({ observations: observations.slice(0, 2), more_observations: { count: 1 } });
    expect(told.more_observations!.message_vi).toContain('… và 1 số liệu nữa');
  });

  it('leaves, beside all findings that are told, room in the 6 MB that a function answers', () => {
    const long = Array.from({ length: 400 }, (_, at) => observationOf(`i${at}`, '0.5', { note: '"'.repeat(32_767) }));
    const { observations: told, more_observations } = boundObservations(long);
    expect(told.length + more_observations!.count).toBe(400);
    const { told: most, again } = findingBounds;
    expect(Buffer.byteLength(JSON.stringify(JSON.stringify(told))) + most.bytes + again.bytes).toBeLessThan(6_000_000);
  });
});
