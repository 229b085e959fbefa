import { enterPartOfUnit } from '../../shared/http/enter.ts';
import { Problem } from '../../shared/http/problem.ts';
import type { Caller } from '../../shared/identity/caller.ts';
import { findPerson } from '../../shared/identity/people.ts';
import type { UnitOf } from '../../shared/ledger/chain.ts';
import { readAssignments } from '../../shared/submission/draft/assignments.ts';
import { readVersions } from '../../shared/submission/draft/draft-store.ts';
import { isOwnRow } from '../../shared/submission/draft/own-rows.ts';
import { type RowVersion, tellVersion } from '../../shared/submission/draft/tell-draft.ts';
import { type InputCodes, keyOf } from '../../shared/submission/input-key.ts';
import type { ReadDraftDeps } from './read-draft.ts';

export interface RowVersions {
  /** Newest first, with the one that stands. */
  versions: RowVersion[];
  /** Version to ask on from: `?before=…`; null: that was all. */
  next_before: number | null;
}

const versionsPerPage = 50;

/** What ever stood in a row of the draft, who typed it and when: a page of it. */
export async function readRowVersions(
  { indicator, input, before, ...of }: UnitOf & InputCodes & { before: number | null },
  caller: Caller,
  deps: Pick<ReadDraftDeps, 'table' | 'ledger'>,
): Promise<RowVersions> {
  await enterPartOfUnit(caller, of, deps.ledger, 'officer', 'certifier');
  const codes = { indicator, input };
  const isOwn = isOwnRow(caller, codes, await readAssignments(deps.table, of));
  const all = isOwn ? await readVersions(deps.table, of, codes) : [];
  if (all.length === 0) throw rowUnfilled(codes);
  const earlier = all.filter(({ version }) => before === null || version < before).reverse();
  const page = earlier.slice(0, versionsPerPage);
  const person = await findPerson(deps.table, caller);
  return {
    versions: page.map((row) => tellVersion(row, person)),
    next_before: earlier.length > page.length ? (page.at(-1)?.version ?? null) : null,
  };
}

/** Of a row of others a department learns nothing, not even whether it is filled. */
const rowUnfilled = (codes: InputCodes) =>
  new Problem(
    404,
    'row-unfilled',
    `Dòng "${keyOf(codes)}" chưa có nội dung nào, hoặc không được phân công cho tài khoản.`,
    `Nothing was ever typed in row "${keyOf(codes)}", or it is not assigned to the token.`,
  );
