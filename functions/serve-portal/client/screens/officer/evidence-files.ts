import { askedIndicators } from '../../../../../shared/frameworks/asked-indicators.ts';
import type { Framework, Indicator } from '../../../../../shared/frameworks/framework.ts';
import { indicatorNumbers } from '../../../../../shared/frameworks/indicator-numbers.ts';
import type { PeriodLine } from '../../../../../shared/ledger/describe-period.ts';
import type { ToldEvidence } from '../../../../../shared/submission/evidence/file/tell-evidence.ts';
import type { AssignmentsAnswer } from '../../../../assign-rows/read-assignments.ts';
import type { UnitEvidence } from '../../../../read-evidence/read-evidence.ts';
import { get } from '../../ask-ahead.ts';
import type { Acting } from '../../routes.ts';
import { type UnitPeriod, unitPath } from './unit-path.ts';

export interface EvidenceWork {
  line: PeriodLine;
  /** Earlier periods of the group, the newest first. */
  earlier: string[];
  indicators: { indicator: Indicator; number: string }[];
  files: ToldEvidence[];
}

export async function loadEvidence(of: UnitPeriod, me: Acting, signal: AbortSignal): Promise<EvidenceWork> {
  const { periods } = await get<{ periods: PeriodLine[] }>(
    `/v1/me/periods?group=${encodeURIComponent(of.group)}`,
    signal,
  );
  const line = periods.find(({ period }) => period === of.period)!;
  const framework = await get<Framework>(`/v1/me/frameworks/${line.framework_sha256}`, signal);
  const numbers = indicatorNumbers(framework);
  const asked = askedIndicators(framework, { ...of, unit_id: me.unit_id ?? '' });
  const own = await ownIndicators(of, me, signal);
  return {
    line,
    // A department takes nothing from what the unit as a whole has sent.
    earlier: (me.department === null ? periods : [])
      .map(({ period }) => period)
      .filter((period) => period < of.period)
      .sort()
      .reverse(),
    indicators: asked.filter(own).map((indicator) => ({ indicator, number: numbers.get(indicator.indicator) ?? '' })),
    files: await loadFiles(of, me, signal),
  };
}

/** Of a department those that it has a row of. */
async function ownIndicators(of: UnitPeriod, me: Acting, signal: AbortSignal): Promise<(one: Indicator) => boolean> {
  if (me.department === null) return () => true;
  const { rows } = await get<AssignmentsAnswer>(unitPath('assignments', of, me), signal);
  return ({ indicator }) => rows.some((row) => row.indicator === indicator);
}

/** All of a period, newest first. */
export async function loadFiles(of: UnitPeriod, me: Acting, signal?: AbortSignal): Promise<ToldEvidence[]> {
  const path = unitPath('evidence', of, me);
  const all: ToldEvidence[] = [];
  for (let before: number | null | undefined; before !== null; ) {
    const page: UnitEvidence = await get(before ? `${path}?before=${before}` : path, signal);
    all.push(...page.files);
    before = page.next_before;
  }
  return all;
}
