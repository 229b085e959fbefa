import { enterRound } from '../../shared/http/enter.ts';
import type { Caller } from '../../shared/identity/caller.ts';
import { namesOf } from '../../shared/identity/people.ts';
import { readBoard } from '../../shared/ledger/board.ts';
import type { PeriodOf } from '../../shared/ledger/chain.ts';
import type { Decision } from '../../shared/ledger/fold-unit.ts';
import type { ReadDecisionsDeps } from './queue-round.ts';

/** A workbook or request of which something was recorded. */
export interface AppraisalFile {
  sha256: string;
  format: 'xlsx' | 'json';
  at: string;
  /** Opaque id of the person. */
  sent_by: string;
  /** What the person is called; null: nobody knows. */
  sent_by_name: string | null;
  sent_as: string;
  /** That it changed something of. */
  units: number;
  decided: number;
  withdrawn: number;
}

export interface AppraisalFiles {
  /** Newest first. */
  files: AppraisalFile[];
  /** To ask on with: `?cursor=…`; null: that was all. */
  next: string | null;
}

const perPage = 50;

/** Who sent which appraisal, from the ledger: a file of which nothing was recorded is kept raw, and is in no list. */
export async function listFiles(
  { group, period, cursor }: PeriodOf & { cursor?: string | undefined },
  caller: Caller,
  deps: ReadDecisionsDeps,
): Promise<AppraisalFiles> {
  await enterRound(caller, { group, period }, deps.ledger, 'appraiser', 'publisher');
  const board = await readBoard(deps.table, deps.ledger, { group, period });
  const sent = Map.groupBy(
    [...board.values()].flatMap(({ decisions }) => decisions),
    fileOf,
  );
  const files = [...sent].map(([file, entries]) => tellFile(file, entries));
  const earlier = files
    .filter(({ place }) => cursor === undefined || place < cursor)
    .sort((a, b) => (a.place < b.place ? 1 : -1));
  const page = earlier.slice(0, perPage);
  const next = earlier.length > page.length ? page.at(-1)!.place : null;
  const names = await namesOf(
    deps.table,
    page.map(({ file }) => file.sent_by),
  );
  return { files: page.map(({ file }) => ({ ...file, sent_by_name: names[file.sent_by] ?? null })), next };
}

/** The same bytes sent by two people are two. */
const fileOf = ({ appraisal_sha256, subject }: Decision) => `${appraisal_sha256}#${subject}`;

type Unnamed = Omit<AppraisalFile, 'sent_by_name'>;

/** With its place in the list: when something of it was recorded last. */
function tellFile(name: string, entries: readonly Decision[]): { place: string; file: Unnamed } {
  const [{ appraisal_sha256, format = 'xlsx', subject, role }] = entries as [Decision];
  const at = entries
    .map((entry) => entry.at)
    .sort()
    .at(-1)!;
  const sum = (count: (entry: Decision) => number) => entries.reduce((total, entry) => total + count(entry), 0);
  const units = new Set(entries.map(({ decisions_sha256 }) => decisions_sha256)).size;
  const file: Unnamed = {
    ...{ sha256: appraisal_sha256, format, at, sent_by: subject, sent_as: role, units },
    decided: sum(({ decided }) => decided.length),
    withdrawn: sum(({ withdrawn }) => withdrawn.length),
  };
  return { place: `${at}#${name}`, file };
}
