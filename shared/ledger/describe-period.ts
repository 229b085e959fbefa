import { deadlineDay } from '../periods/deadline.ts';
import { parsePeriod, periodLabelVi } from '../periods/period.ts';
import { isPeriodOver } from '../periods/period-over.ts';
import { groupNameEn, groupNameVi, type NamedUnit, named } from '../units/names.ts';
import { standingAnnouncement } from './announcement.ts';
import type { PeriodOf } from './chain.ts';
import type { Announcement, PeriodState, Preview, ReleaseState, RunState } from './fold-period.ts';
import type { PeriodTerms } from './period-entry.ts';
import type { PeriodRow } from './period-list.ts';
import { isOpenPreview, standingPreview } from './preview.ts';
import { defaultReceiptsPerDay } from './upload-numbers.ts';

/** A period in a list. */
export interface PeriodLine extends PeriodOf, Terms {
  group_name_vi: string;
  state: PeriodState['state'];
  /** Newest release; null: none. */
  release: string | null;
  /** What units may see of the run to come; null: nothing was opened to them since the last release. */
  preview: PreviewView | null;
}

interface Terms {
  group_name_vi: string;
  group_name_en: string;
  /** `Quý III/2026`, `năm 2024`. */
  period_label_vi: string;
  framework_id: string;
  framework_version: string;
  framework_sha256: string;
  /** Last day for sending, `2026-10-15`; null: none. */
  deadline: string | null;
  /** First instant after it, UTC. */
  deadline_at: string | null;
  notice_vi: string | null;
  /** `required`: only what the unit's certifier has certified counts. */
  certification: 'required' | null;
  receipts_per_day: number;
  /** Whether the period's last day is past: no release before. */
  over: boolean;
}

/** A run in its period; its release is named once there is one. */
export interface PeriodRun extends RunState {
  release: string | null;
}

/** Everything that a period's chain says to people. Persons are opaque ids. */
export interface PeriodView extends PeriodOf, Terms {
  group_name_vi: string;
  state: PeriodState['state'];
  /** How far it has come: a reopened period is open again. */
  stage: 'open' | 'closed' | 'run' | 'previewed' | 'released';
  opened_at: string;
  opened_by: string;
  deadlines: { deadline: string | null; since: string; reason_vi: string | null }[];
  closings: PeriodState['closings'];
  /** `until`: last day on which the unit's files count. */
  reopenings: (NamedUnit & { until: string; reason_vi: string; at: string })[];
  runs: PeriodRun[];
  releases: ReleaseState[];
  /** What units may see of the run to come; null: nothing was opened to them since the last release. */
  preview: PreviewView | null;
  /** What is to go out at its minute; null: nothing is. */
  announced: AnnouncedView | null;
}

/** An announcement; units and the public are told the minute alone. */
export interface AnnouncedView
  extends Pick<Announcement, 'public_at'>,
    Partial<Pick<Announcement, 'run_id' | 'release'>> {}

export interface PreviewView {
  opened_at: string;
  /** Last day for objections. */
  until: string;
  /** A unit may still object. */
  open: boolean;
}

const dayOf = (instant: string | null | undefined): string | null => (instant ? deadlineDay(instant) : null);

const describeTerms = (terms: PeriodTerms, { group, period }: PeriodOf, now: Date): Terms => ({
  group_name_vi: groupNameVi(group),
  group_name_en: groupNameEn(group),
  period_label_vi: periodLabelVi(parsePeriod(period)),
  framework_id: terms.framework_id,
  framework_version: terms.framework_version,
  framework_sha256: terms.framework_sha256,
  deadline: dayOf(terms.deadline_at),
  deadline_at: terms.deadline_at ?? null,
  notice_vi: terms.notice_vi ?? null,
  certification: terms.certification ?? null,
  receipts_per_day: terms.receipts_per_day ?? defaultReceiptsPerDay,
  over: isPeriodOver(period, now),
});

export const describeRow = ({ group, period, state, terms, release, preview }: PeriodRow, now: Date): PeriodLine => ({
  group,
  period,
  ...describeTerms(terms, { group, period }, now),
  state,
  release,
  preview: describePreview(preview ?? null, now),
});

export function describePeriod({ group, period }: PeriodOf, state: PeriodState, now: Date): PeriodView {
  const releaseOf = new Map(state.releases.map(({ run_id, release }) => [run_id, release]));
  return {
    group,
    period,
    ...describeTerms(state.terms, { group, period }, now),
    state: state.state,
    stage: stageOf(state),
    opened_at: state.opened_at,
    opened_by: state.opened_by,
    deadlines: state.deadlines.map(({ deadline_at, ...since }) => ({ deadline: dayOf(deadline_at), ...since })),
    closings: state.closings,
    reopenings: state.reopenings.map(({ unit_id, until_at, reason_vi, at }) => {
      return { ...named(unit_id), until: deadlineDay(until_at), reason_vi, at };
    }),
    runs: [...state.runs.values()].map((run) => ({ ...run, release: releaseOf.get(run.run_id) ?? null })),
    releases: state.releases,
    preview: describePreview(standingPreview(state), now),
    announced: describeAnnounced(state),
  };
}

function describeAnnounced(state: PeriodState): AnnouncedView | null {
  const announced = standingAnnouncement(state);
  if (!announced) return null;
  const { public_at, run_id, release } = announced;
  return { public_at, run_id, release };
}

export const describePreview = (preview: Preview | null, now: Date): PreviewView | null =>
  preview && { opened_at: preview.at, until: deadlineDay(preview.until_at), open: isOpenPreview(preview, now) };

/** Of a closed period, what became of the run that was started last. */
function stageOf({ state, runs }: PeriodState): PeriodView['stage'] {
  if (state !== 'closed') return 'open';
  const last = [...runs.values()].reduce<RunState | null>(
    (latest, run) => (latest && latest.started_at > run.started_at ? latest : run),
    null,
  );
  if (last === null) return 'closed';
  if (last.status === 'released') return 'released';
  return last.status === 'ready' ? 'previewed' : 'run';
}
