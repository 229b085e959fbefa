import { openPreview } from '../../functions/open-preview/open-preview.ts';
import { type PublishedRelease, publishRelease } from '../../functions/publish-release/publish-release.ts';
import { answerObjection } from '../../functions/record-objection/answer-objection.ts';
import { recordObjection } from '../../functions/record-objection/record-objection.ts';
import { frameworkDocument } from '../../shared/frameworks/framework-document.ts';
import { personOf } from '../../shared/identity/people.ts';
import { frameworkKey } from '../../shared/lake/keys.ts';
import { putObject } from '../../shared/lake/objects.ts';
import { appendToPeriod } from '../../shared/ledger/append.ts';
import type { PeriodState, ReleaseState } from '../../shared/ledger/fold-period.ts';
import type { PeriodTerms } from '../../shared/ledger/period-entry.ts';
import { readPeriod } from '../../shared/ledger/read-ledger.ts';
import { endRun } from '../../shared/release/end-run.ts';
import type { WriteReports } from '../../shared/release/report-source.ts';
import { keepSelection } from '../../shared/release/run-files.ts';
import { selectInputs } from '../../shared/release/select-inputs.ts';
import { type CorrectionReason, runIdOf, type Selection } from '../../shared/release/selection.ts';
import { callerWith } from './callers.ts';
import type { Engines } from './engines.ts';
import { layRound } from './lay-round.ts';
import { enterUnits, type Sent } from './round-units.ts';
import { framework } from './round-workbooks.ts';

export const group = 'province34';
export const { issuer } = callerWith();

export interface RoundOptions {
  period?: string;
  terms?: Partial<PeriodTerms>;
  /** A stand-in where nobody reads the workbook. */
  writeReports?: WriteReports;
}

/**
 * A period whose chains and documents are written without the doors of the intake, and whose runs are scored without the
 * workflow: what publishing reads and writes is real.
 */
export async function openRound(engines: Engines, { period = '2024', terms, writeReports }: RoundOptions = {}) {
  const of = { group, period };
  let minutes = 0;
  /** A minute later at each look. */
  const now = () => new Date(Date.UTC(2099, 9, 5) + minutes++ * 60_000);
  const at = () => now().toISOString();
  const person = async (subject: string, role: string) => ({
    subject: await personOf(engines.table, { issuer, subject }),
    role,
  });
  const periodState = async (): Promise<PeriodState> => (await readPeriod(engines.ledger, of))!;
  const causes = { next: 0 };
  const cause = (what: string) => `${what}-${causes.next++}`;

  const { receive, certify, appraise } = enterUnits({ engines, of, at, cause, causes, person });

  await putObject(engines.lake, frameworkKey(framework.sha256), frameworkDocument(framework));
  const { framework_id, version, sha256 } = framework;
  const opener = await person('ministry-opener', 'publisher');
  await appendToPeriod(engines, of, {
    cause: cause('open'),
    decide: () => ({
      ...{ kind: 'opened', at: at(), ...opener },
      about: { framework_id, framework_version: version, framework_sha256: sha256, ...terms },
    }),
  });

  async function close() {
    const closer = await person('ministry-opener', 'publisher');
    await appendToPeriod(engines, of, {
      cause: cause('close'),
      decide: () => ({ kind: 'closed', at: at(), ...closer, about: { ground: 'period_over' } }),
    });
  }

  async function reopen(unitId: string) {
    const opener = await person('ministry-opener', 'publisher');
    await appendToPeriod(engines, of, {
      cause: cause('reopen'),
      decide: () => ({
        ...{ kind: 'reopened', at: at(), ...opener },
        about: { unit_id: unitId, until_at: '2099-12-31T17:00:00.000Z', reason_vi: 'Số liệu sai' },
      }),
    });
  }

  /** Reopens, receives, closes again. */
  async function resend(unitId: string, sent: Sent) {
    await reopen(unitId);
    await receive(unitId, sent);
    await close();
  }

  /** Selects, freezes, scores and lays ready what counts now; with a reason, in the place of the last release. */
  async function run({ by = 'ministry-runner', reason }: { by?: string; reason?: CorrectionReason } = {}) {
    const state = await periodState();
    const { selection: inputs, units } = await selectInputs(of, state, framework, engines);
    const last = state.releases.at(-1);
    const selection: Selection = last && reason ? { ...inputs, corrects: { ...correctedOf(last), reason } } : inputs;
    const run_id = runIdOf(selection);
    const heads = units.flatMap(({ unit_id, unit }) => (unit.head ? [[unit_id, unit.head] as const] : []));
    await keepSelection(engines.lake, run_id, selection, { period: state.head, units: Object.fromEntries(heads) });
    const runner = await person(by, 'publisher');
    const attempt = (state.runs.get(run_id)?.attempt ?? 0) + 1;
    await appendToPeriod(engines, of, {
      cause: cause('run'),
      decide: () => ({ kind: 'run-started', at: at(), ...runner, about: { run_id, attempt } }),
    });
    const manifest_sha256 = await layRound(run_id, selection, engines, writeReports);
    await endRun({ run_id, attempt }, selection, { at: now(), manifest_sha256 }, engines);
    return run_id;
  }

  const publish = (
    run_id: string,
    { by = 'ministry-releaser', despite, ...changes }: Publishing = {},
  ): Promise<PublishedRelease> =>
    publishRelease({ run_id, despite }, callerWith({ subject: by }), {
      ...{ ...engines, now, codeVersion: 'test', origin: 'https://dti.example', ...changes },
    });

  /** Lets units see a run; the round's clock stands on 2099-10-05. */
  const show = (run_id: string, until = '2099-10-10', by = 'ministry-runner') =>
    openPreview({ run_id, until, cause: cause('preview') }, callerWith({ subject: by }), { ...engines, now });

  const object = (unit_id: string, indicator?: string, changes: Partial<{ now: () => Date; by: string }> = {}) =>
    recordObjection(
      { ...of, unit_id, indicator, text_vi: 'Điểm chưa đúng', cause: cause('objection') },
      callerWith({ subject: changes.by ?? `head-${unit_id}`, role: 'certifier', unit_id }),
      { ...engines, now: changes.now ?? now },
    );

  const answerTo = (unit_id: string, number: string, by = 'ministry-runner') =>
    answerObjection(
      { ...of, unit_id, number, outcome: 'declined', text_vi: 'Đã xem lại, giữ nguyên', cause: cause('answer') },
      callerWith({ subject: by }),
      { ...engines, now },
    );

  const previewed = { show, object, answerTo };
  return {
    of,
    now,
    receive,
    certify,
    appraise,
    close,
    reopen,
    resend,
    run,
    publish,
    periodState,
    person,
    ...previewed,
  };
}

export type TestRound = Awaited<ReturnType<typeof openRound>>;

interface Publishing extends Partial<Engines> {
  by?: string;
  despite?: string;
  now?: () => Date;
  isLate?: (piece: number) => boolean;
}

const correctedOf = ({ release, run_id, manifest_sha256 }: ReleaseState) => ({ release, run_id, manifest_sha256 });
