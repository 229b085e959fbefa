import { enterUnit } from '../../shared/http/enter.ts';
import { requirePreview } from '../../shared/http/require-preview.ts';
import type { Caller } from '../../shared/identity/caller.ts';
import type { Download } from '../../shared/lake/objects.ts';
import type { LedgerDeps } from '../../shared/ledger/append.ts';
import type { UnitOf } from '../../shared/ledger/chain.ts';
import type { PeriodState } from '../../shared/ledger/fold-period.ts';
import { standingPreview } from '../../shared/ledger/preview.ts';
import { readUnit } from '../../shared/ledger/read-ledger.ts';
import { reportSourceOf } from '../../shared/release/build-release.ts';
import { readPreparedInputs, readScores, readSelection } from '../../shared/release/run-files.ts';
import { releaseNameOf } from '../../shared/release/selection.ts';
import { readReasons } from '../../shared/submission/appraisal/read-reasons.ts';
import { findingBounds } from '../../shared/submission/bound-findings.ts';
import { tellReceipt } from '../../shared/submission/tell-answer.ts';
import { addOwnSheets } from '../../shared/workbook/profile/own-sheets.ts';
import { type ProfileSource, profileSourceOf } from '../../shared/workbook/profile/profile-source.ts';
import { previewVi } from '../../shared/workbook/profile/profile-words.ts';
import { writeUnitProfile } from '../../shared/workbook/profile/unit-profile.ts';
import { type IssueDeps, issue } from './issue.ts';

/** Receipts that are told of, newest first; each is a document of the lake. */
const mostReceipts = 20;

/**
 * Where the unit and the ministry can fetch the fuller profile: the public one, with reasons of appraisal, findings and what
 * was sent. Of the run that is shown to units, else of the last release; before a release the unit is told nothing of others.
 */
export async function issueProfile(of: UnitOf, caller: Caller, deps: IssueDeps & LedgerDeps): Promise<Download> {
  const { period, unit_id } = of;
  const state = await enterUnit(caller, of, deps.ledger, 'officer', 'certifier', 'publisher');
  const { run_id, isReleased } = runOf(state, of);
  const profile = await readProfile(
    of,
    { run_id, isReleased, alone: !isReleased && caller.role !== 'publisher' },
    deps,
  );
  const own = profile.source.scoreboard.units.find((unit) => unit.unit_id === unit_id)!;
  const told = { of, period: state, unit: await readUnit(deps.ledger, of) };
  const latest = told.unit.receipts.slice(-mostReceipts).reverse();
  const receipts = await Promise.all(
    latest.map((receipt) => tellReceipt(receipt, told, deps.lake, findingBounds.listed)),
  );
  const bytes = await writeUnitProfile(profile, own, (workbook) =>
    addOwnSheets(workbook, { unit_name_vi: profile.nameOf(own), receipts }),
  );
  return issue(bytes, `ho-so-${unit_id}-${period}.xlsx`, deps);
}

function runOf(state: PeriodState, of: UnitOf): { run_id: string; isReleased: boolean } {
  const released = state.releases.at(-1);
  if (released && !standingPreview(state)) return { run_id: released.run_id, isReleased: true };
  return { run_id: requirePreview(state, of).run_id, isReleased: false };
}

interface Shown {
  run_id: string;
  isReleased: boolean;
  /** Whoever reads it is told nothing of other units. */
  alone: boolean;
}

async function readProfile(
  of: UnitOf,
  { run_id, isReleased, alone }: Shown,
  { lake }: IssueDeps,
): Promise<ProfileSource> {
  const selection = await readSelection(lake, run_id);
  const inputFiles = await readPreparedInputs(lake, run_id);
  const release = releaseNameOf(selection);
  const made = await reportSourceOf({ release, inputFiles, scores: await readScores(lake, run_id) });
  const { scoreboard, inputs } = made;
  const notice = [scoreboard.notice_vi, previewVi].filter((text) => text !== undefined).join(' ');
  const source = isReleased ? made : { ...made, scoreboard: { ...scoreboard, notice_vi: notice } };
  const reasons = await readReasons(of, selection, lake);
  const appraisals = inputs!.appraisals.map((one) => ({
    ...one,
    reason: one.unit_id === of.unit_id ? (reasons.get(one.indicator) ?? one.reason) : null,
  }));
  // The unit reads why, whether the framework publishes it or not.
  const framework = { ...inputs!.framework, appraisal_reasons: 'published' as const };
  return profileSourceOf(source, { ...inputs!, framework, appraisals }, alone);
}
