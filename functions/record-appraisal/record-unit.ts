import { Problem } from '../../shared/http/problem.ts';
import { requirePeriod } from '../../shared/http/require-period.ts';
import type { Actor } from '../../shared/identity/actor.ts';
import type { Bucket } from '../../shared/lake/objects.ts';
import { appendToUnit, type LedgerDeps } from '../../shared/ledger/append.ts';
import type { PeriodOf, UnitOf } from '../../shared/ledger/chain.ts';
import type { Draft } from '../../shared/ledger/entry.ts';
import { foldUnit } from '../../shared/ledger/fold-unit.ts';
import { standingOf } from '../../shared/ledger/standing.ts';
import type { Decided, UnitEntry } from '../../shared/ledger/unit-entry.ts';
import type { AppraisedUnit } from '../../shared/submission/appraisal/appraised-unit.ts';
import type { CheckedAppraisals } from '../../shared/submission/appraisal/check-appraisals.ts';
import { writeDecisions } from '../../shared/submission/appraisal/decisions-document.ts';
import type { AppraisalChange, Judged } from '../../shared/submission/appraisal/judge-rows.ts';
import { readAppraisedUnit } from '../../shared/submission/appraisal/read-appraised-unit.ts';
import { unitNameVi } from '../../shared/units/names.ts';
import { requireAppraiser } from './require-appraiser.ts';

export interface RecordAppraisalDeps extends LedgerDeps {
  raw: Bucket;
  lake: Bucket;
  signingKey: () => Promise<Uint8Array>;
  now: () => Date;
}

/** What was accepted, a workbook or a request, and who sent it by which request. */
export interface Recording {
  of: PeriodOf;
  checked: Pick<CheckedAppraisals, 'sha256' | 'judge'>;
  /** Absent: a workbook. */
  format?: 'json';
  /** All that it can be about; absent: anything. */
  indicators?: ReadonlySet<string>;
  actor: Actor;
  cause: string;
}

/** What an entry changed, and the chain as it stands now; `entry` null: nothing followed. */
export interface Recorded extends Judged {
  entry: UnitEntry | null;
  entries: UnitEntry[];
}

/**
 * Appends what the workbook changes of one unit. Everything is asked again of the chain that the entry will follow: whether
 * the period is open, who sent the figures, which figures they are, what stands.
 */
export async function recordUnit(unitId: string, recording: Recording, deps: RecordAppraisalDeps): Promise<Recorded> {
  const of = { ...recording.of, unit_id: unitId };
  let judged: Judged = { findings: [], changes: [] };
  const { isNew, entry, entries } = await appendToUnit(deps, of, {
    cause: recording.cause,
    decide: async (entries) => {
      const unit = await readUnitNow(of, entries, deps, recording.indicators);
      await requireAppraiser(unit, recording, deps);
      judged = recording.checked.judge(unit);
      requireSameFigures(judged, of);
      return judged.changes.length > 0 ? draftDecision(unit, judged.changes, recording, deps) : null;
    },
  });
  return { ...(isNew ? judged : { findings: [], changes: [] }), entry, entries };
}

export async function readUnitNow(
  of: UnitOf,
  entries: readonly UnitEntry[],
  { ledger, lake }: RecordAppraisalDeps,
  indicators?: ReadonlySet<string>,
): Promise<AppraisedUnit> {
  const { unit_id } = of;
  const state = await requirePeriod(ledger, of.group, of.period);
  const unit = foldUnit(entries);
  const appraised = await readAppraisedUnit(
    of,
    { unit_id, unit, standing: standingOf(unit, state, unit_id) },
    state,
    lake,
    indicators,
  );
  return appraised ?? figuresChanged(of);
}

/** The rows were right a moment ago: what can be wrong since is that the unit has sent other figures. */
function requireSameFigures({ findings }: Judged, of: UnitOf): void {
  if (findings.some(({ severity }) => severity === 'error')) figuresChanged(of);
}

export function figuresChanged({ unit_id }: UnitOf): never {
  throw new Problem(
    409,
    'submission-changed',
    `Đơn vị ${unitNameVi(unit_id)} vừa nộp lại số liệu. Chưa quyết định nào được ghi nhận; đề nghị xem số liệu mới rồi gửi lại để biết chỗ nào cần xem lại.`,
    `Unit ${unit_id} has submitted again; nothing was recorded. Look at the new figures, and send again to see what to look at.`,
  );
}

async function draftDecision(
  { unit_id, figures_sha256 }: AppraisedUnit,
  changes: readonly AppraisalChange[],
  { of, checked, actor, format }: Recording,
  { lake, now }: RecordAppraisalDeps,
): Promise<Draft<Decided>> {
  const appraisal_sha256 = checked.sha256;
  const decisions = changes.map(({ answer, ...change }) => ({
    ...change,
    indicator: answer.indicator.indicator,
    self_points: answer.self_points,
  }));
  const document = { group: of.group, period: of.period, unit_id, figures_sha256, appraisal_sha256, decisions };
  const decisions_sha256 = await writeDecisions(lake, document);
  const [withdrawn, decided] = [true, false].map((isWithdrawn) =>
    decisions.filter(({ points }) => (points === null) === isWithdrawn).map(({ indicator }) => indicator),
  ) as [string[], string[]];
  const about = {
    ...{ figures_sha256, decisions_sha256, appraisal_sha256 },
    ...(format ? { format } : {}),
    ...{ decided, withdrawn },
  };
  return { kind: 'decision', at: now().toISOString(), ...actor, about };
}
