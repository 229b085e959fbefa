import { Problem } from '../../shared/http/problem.ts';
import { requireOpened } from '../../shared/http/require-period.ts';
import type { Bucket } from '../../shared/lake/objects.ts';
import type { LedgerDeps } from '../../shared/ledger/append.ts';
import type { PeriodState } from '../../shared/ledger/fold-period.ts';
import { readWholePeriod, type UnitInPeriod } from '../../shared/ledger/read-ledger.ts';
import { periodNamedVi } from '../../shared/periods/period.ts';
import { releaseNameVi } from '../../shared/release/release-name.ts';
import { type RunHeads, readSelection } from '../../shared/release/run-files.ts';
import { selectInputs } from '../../shared/release/select-inputs.ts';
import { type CorrectionReason, haveEqualInputs, type Selection } from '../../shared/release/selection.ts';
import { readPeriodFramework } from '../../shared/submission/period-framework.ts';

/** What is to be run: group, period and, once there is a release, why there should be another. */
export interface StartRunInput {
  group: string;
  period: string;
  reason?: CorrectionReason | undefined;
}

export interface Chosen {
  selection: Selection;
  /** Of the chains it follows from, as they stood. */
  heads: RunHeads;
  /** The period it was chosen in. */
  state: PeriodState;
}

/** What a run would be about now; refuses with 409 and 422 what there is no run of. */
export async function chooseSelection(input: StartRunInput, deps: LedgerDeps & { lake: Bucket }): Promise<Chosen> {
  const { group, period } = input;
  const state = requireOpened(await readWholePeriod(deps.ledger, { group, period }), { group, period });
  const framework = await readPeriodFramework(deps.lake, state.terms);
  const { selection, units } = await selectInputs({ group, period }, state, framework, deps);
  if (selection.submissions.length === 0) throw nothingAccepted(period, state);
  return {
    selection: await withCorrection(selection, state, input.reason, deps.lake),
    heads: { period: state.head, units: headsOf(units) },
    state,
  };
}

/**
 * Once there is a release: the very selection it was made of where nothing has changed since, so that the run is that one,
 * whatever reason is given; else one that corrects it and says why. Back to an older release is a correction like others.
 */
async function withCorrection(
  selection: Selection,
  { releases }: PeriodState,
  reason: CorrectionReason | undefined,
  lake: Bucket,
): Promise<Selection> {
  const current = releases.at(-1);
  if (!current) {
    if (reason) throw nothingToCorrect(selection.period);
    return selection;
  }
  const released = await readSelection(lake, current.run_id);
  if (haveEqualInputs(selection, released)) return released;
  if (!reason) throw reasonNeeded(current.release);
  const { release, run_id, manifest_sha256 } = current;
  return { ...selection, corrects: { release, run_id, manifest_sha256, reason: normalised(reason) } };
}

/** It is part of what names the run: the same words typed on another keyboard are the same reason. */
const normalised = ({ text_vi, kind, found_by }: CorrectionReason): CorrectionReason => ({
  text_vi: text_vi.normalize('NFC'),
  kind,
  found_by: found_by.normalize('NFC'),
});

const headsOf = (units: UnitInPeriod[]): RunHeads['units'] =>
  Object.fromEntries(
    units.flatMap(({ unit_id, unit, standing }) => (standing.current && unit.head ? [[unit_id, unit.head]] : [])),
  );

function nothingAccepted(period: string, { terms }: PeriodState): Problem {
  const isCertified = terms.certification === 'required';
  return new Problem(
    409,
    'nothing-accepted',
    isCertified
      ? `Kỳ ${periodNamedVi(period)} chưa có số liệu nào được tiếp nhận và xác nhận nên chưa tính điểm được; đề nghị các đơn vị gửi và xác nhận.`
      : `Kỳ ${periodNamedVi(period)} chưa có số liệu nào được tiếp nhận nên chưa tính điểm được; đề nghị các đơn vị gửi số liệu.`,
    isCertified ? 'Nothing certified.' : 'Nothing accepted.',
  );
}

const nothingToCorrect = (period: string): Problem =>
  new Problem(
    422,
    'nothing-to-correct',
    `Kỳ ${periodNamedVi(period)} chưa có đợt công bố nào để đính chính; đề nghị chạy tính điểm mà không ghi lý do.`,
    `Nothing of ${period} is released yet; leave out the reason.`,
  );

const reasonNeeded = (release: string): Problem =>
  new Problem(
    422,
    'reason-needed',
    `Đã có đợt công bố ${releaseNameVi(release)} và số liệu tính điểm nay đã khác; đề nghị ghi lý do đính chính (reason).`,
    `${release} is released and the inputs differ from it; give a reason.`,
  );
