import { readDocument } from '../../lake/documents.ts';
import { figuresKey } from '../../lake/keys.ts';
import { mapConcurrently } from '../../lake/map-concurrently.ts';
import type { Bucket } from '../../lake/objects.ts';
import { periodChain, unitChain } from '../../ledger/chain.ts';
import type { Head } from '../../ledger/entry.ts';
import { foldPeriod, type PeriodState } from '../../ledger/fold-period.ts';
import { type Ledger, readChain } from '../../ledger/ledger.ts';
import type { PeriodEntry } from '../../ledger/period-entry.ts';
import type { UnitEntry } from '../../ledger/unit-entry.ts';
import type { FrozenObservation } from '../../scoring/scores.ts';
import type { FrozenInputs } from '../frozen-inputs.ts';
import { readHeads, readSelection } from '../run-files.ts';
import type { SelectedSubmission, Selection } from '../selection.ts';
import type { ReceivedFile } from './provenance.ts';
import type { FigureRow, ProvenanceFile, UnitReceipts } from './provenance-file.ts';
import { receiptsOfUnit, upToHead } from './receipts-of-unit.ts';

export interface CollectDeps {
  lake: Bucket;
  ledger: Ledger;
}

/** Chains and documents read at the same time: bounded, as wherever a whole group is read. */
const concurrentReads = 16;

/**
 * What `provenance.json` says of a run's figures: each file's receipt, and the rows of figures that have no cell. From the
 * chains as they stood when the run was started, so the same at every try; carried figures from those of the run that they
 * were released by.
 */
export async function collectReceipts(
  { release, run_id }: { release: string; run_id: string },
  inputs: FrozenInputs,
  deps: CollectDeps,
): Promise<ProvenanceFile> {
  const looked = wantedOf(inputs);
  await lookIn(run_id, looked, deps);
  const units = [...looked.values()].map(({ unit_id, files, rows }) => ({ unit_id, files, rows }));
  return { release, units: units.sort((a, b) => (a.unit_id < b.unit_id ? -1 : 1)) };
}

/** A unit while its files are looked for. */
interface Looked extends UnitReceipts {
  /** SHA-256 of files not found yet. */
  missing: Set<string>;
  /** Figures without a cell. */
  unplaced: FrozenObservation[];
}

function wantedOf({ units, observations }: FrozenInputs): Map<string, Looked> {
  const byUnit = Map.groupBy(observations, ({ unit_id }) => unit_id);
  return new Map(
    units.flatMap(({ unit_id, submission_sha256, kept_from = [] }) => {
      if (submission_sha256 === null) return [];
      const own = byUnit.get(unit_id) ?? [];
      const files = own.map((figure) => figure.submission_sha256);
      const missing = new Set([submission_sha256, ...kept_from, ...files]);
      const unplaced = own.filter(({ cell }) => cell === null);
      return [[unit_id, { unit_id, files: [], rows: [], missing, unplaced }] as const];
    }),
  );
}

/** In this run's round, then, for what is carried, in those before. */
async function lookIn(runId: string, looked: ReadonlyMap<string, Looked>, deps: CollectDeps): Promise<void> {
  const [selection, heads] = await Promise.all([readSelection(deps.lake, runId), readHeads(deps.lake, runId)]);
  const state = await readPeriodAt(selection, heads.period, deps);
  await mapConcurrently(selection.submissions, concurrentReads, async (submission) => {
    const unit = looked.get(submission.unit_id);
    const head = heads.units[submission.unit_id];
    if (unit && head && unit.missing.size > 0) await lookAt(unit, { selection, submission, state, head }, deps);
  });
  const isMissing = [...looked.values()].some(({ missing }) => missing.size > 0);
  if (isMissing && selection.previous) await lookIn(selection.previous.run_id, looked, deps);
}

async function readPeriodAt(selection: Selection, head: Head, { ledger }: CollectDeps): Promise<PeriodState> {
  const chain = periodChain(selection);
  const state = foldPeriod(upToHead(chain, await readChain<PeriodEntry>(ledger, chain), head));
  return state!;
}

interface Round {
  selection: Selection;
  submission: SelectedSubmission;
  state: PeriodState;
  head: Head;
}

async function lookAt(unit: Looked, { selection, submission, state, head }: Round, deps: CollectDeps): Promise<void> {
  const { group, period } = selection;
  const { unit_id } = unit;
  const chain = unitChain({ group, period, unit_id });
  const entries = upToHead(chain, await readChain<UnitEntry>(deps.ledger, chain), head);
  const found = receiptsOfUnit({ group, period, unit_id, entries, head, state }, unit.missing);
  unit.files.push(...found);
  for (const { sha256 } of found) unit.missing.delete(sha256);
  unit.rows.push(...(await rowsIn(found, unit, { group, period, figures_sha256: submission.figures_sha256 }, deps)));
}

/** Of a figures document, what says where a figure stood; its evidence and notes are not public. */
interface Placed {
  observations: (Pick<FrozenObservation, 'indicator' | 'input' | 'submission_sha256'> & { row: number | null })[];
}

type Document = Pick<Selection, 'group' | 'period'> & Pick<SelectedSubmission, 'figures_sha256'>;

async function rowsIn(
  files: readonly ReceivedFile[],
  { unit_id, unplaced }: Looked,
  { figures_sha256, ...of }: Document,
  { lake }: CollectDeps,
): Promise<FigureRow[]> {
  const own = unplaced.filter(({ submission_sha256 }) => files.some(({ sha256 }) => sha256 === submission_sha256));
  if (own.length === 0) return [];
  const { observations } = await readDocument<Placed>(
    lake,
    figuresKey({ ...of, unit_id }, figures_sha256),
    figures_sha256,
  );
  return own.flatMap(({ indicator, input, submission_sha256 }) => {
    const row = observations.find(
      (one) => one.indicator === indicator && one.input === input && one.submission_sha256 === submission_sha256,
    )?.row;
    return row ? [{ indicator, input, row }] : [];
  });
}
