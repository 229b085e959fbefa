import { Fault } from '../../observability/fault.ts';
import type { Scoreboard } from '../../scoring/scoreboard.ts';
import { membersOf } from '../../units/registry.ts';
import { isDerived } from '../build-successors.ts';
import { type Files, inputFilesOf, readFrozenInputs, scoringInputs, textOf } from '../frozen-inputs.ts';
import { refusePublished } from '../published/build-published.ts';
import { type BackcastSource, backcastSuccessors, type ContextColumn } from './backcast-successors.ts';
import type { Backcasts } from './backcasts.ts';
import { joinSeries, type UnitSeries } from './join-series.ts';

/** What a file of back-casts holds: the rounds in full, and every measure of every unit as one series. */
export interface BackcastsFile {
  group: string;
  /** By period of the predecessors' releases. */
  rounds: Backcasts[];
  /** By unit_id, then measure. */
  series: UnitSeries[];
}

export interface BackcastReleasesRequest {
  /** Releases of predecessors, of one or more periods; several groups of one period make one round. */
  before: readonly Files[];
  /** Releases in which the successors reported themselves. */
  after: readonly Files[];
  group: string;
  /** Period whose members of the group the successors are: ministries change within their group. Null: that of each round. */
  asOf: string | null;
  weights: ContextColumn | null;
}

/** From the files of releases alone. Throws the faults `RELEASE_UNSUITABLE` and `BACKCAST_SOURCES_DIFFER`. */
export async function backcastReleases(request: BackcastReleasesRequest): Promise<BackcastsFile> {
  const { group, asOf, weights } = request;
  const sources = await Promise.all(request.before.map(readSource));
  const after = await Promise.all(request.after.map(readSource));
  const byPeriod = Map.groupBy(sources, ({ scoreboard }) => scoreboard.period);
  const rounds = [...byPeriod].map(([period, of]) => ({
    backcasts: backcastSuccessors({ sources: of, group, successors: membersOf(group, asOf ?? period), weights }),
    framework: of[0]!.inputs.framework,
  }));
  const released = after.map(({ scoreboard, inputs }) => ({ scoreboard, framework: inputs.framework }));
  return { group, rounds: rounds.map(({ backcasts }) => backcasts), series: joinSeries([...rounds, ...released]) };
}

async function readSource(files: Files): Promise<BackcastSource> {
  refusePublished(files);
  const scoreboard = JSON.parse(textOf(files, 'scoreboard.json')) as Scoreboard;
  if (isDerived(files))
    throw new Fault('RELEASE_UNSUITABLE', `${scoreboard.release} is derived itself; give the release it comes from`);
  return { scoreboard, inputs: scoringInputs(await readFrozenInputs(inputFilesOf(files))) };
}

/** A line per unit of a round and per series. */
export function renderBackcasts({ group, rounds, series }: BackcastsFile): string {
  const lines = (rows: unknown[]) => rows.map((row) => `\n${JSON.stringify(row)}`).join(',');
  const round = ({ units, ...header }: Backcasts) =>
    `${JSON.stringify(header).slice(0, -'}'.length)},"units":[${lines(units)}\n]}`;
  return `{"group":${JSON.stringify(group)},"rounds":[\n${rounds.map(round).join(',\n')}\n],"series":[${lines(series)}\n]}\n`;
}
