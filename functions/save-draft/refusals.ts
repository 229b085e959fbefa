import { Problem } from '../../shared/http/problem.ts';
import type { Caller } from '../../shared/identity/caller.ts';
import type { UnitOf } from '../../shared/ledger/chain.ts';
import type { ScoreTable } from '../../shared/score-store/score-table.ts';
import { readAssignments } from '../../shared/submission/draft/assignments.ts';
import { type DraftRow, type TypedRow, typedOf } from '../../shared/submission/draft/draft-row.ts';
import { isOwnRow } from '../../shared/submission/draft/own-rows.ts';
import { type InputCodes, keyOf } from '../../shared/submission/input-key.ts';
import { maxValuesBytes } from '../../shared/submission/upload-limits.ts';
import type { SavedRows } from './save-draft.ts';

export function requireRows(rows: readonly InputCodes[], asked: ReadonlySet<string>, framework_id: string): void {
  const unknown = rows.find((row) => !asked.has(keyOf(row)));
  if (!unknown) return;
  throw new Problem(
    422,
    'row-unknown',
    `Biểu mẫu của đơn vị theo bộ chỉ số ${framework_id} không có dòng "${keyOf(unknown)}". Đề nghị ghi đúng mã chỉ số và mã số liệu.`,
    `The unit's form by ${framework_id} has no row "${keyOf(unknown)}".`,
  );
}

/** A department fills the rows that are assigned to it now. */
export async function requireOwnRows(
  rows: readonly InputCodes[],
  of: UnitOf,
  caller: Caller,
  table: ScoreTable,
): Promise<void> {
  if (caller.department === null) return;
  const assigned = await readAssignments(table, of);
  const foreign = rows.find((row) => !isOwnRow(caller, row, assigned));
  if (!foreign) return;
  throw new Problem(
    403,
    'foreign-row',
    `Dòng "${keyOf(foreign)}" không được phân công cho phòng, ban, sở của tài khoản; đề nghị cán bộ đầu mối của đơn vị phân công lại.`,
    `Row "${keyOf(foreign)}" is not assigned to the department of the token.`,
  );
}

/** Far more changes than anybody makes by hand: each is kept. */
export const mostVersions = 2000;

/** Asked before any row is saved. */
export function requireRoom(rows: readonly DraftRow[]): void {
  const current = rows.find(({ version }) => version >= mostVersions);
  if (!current) return;
  throw new Problem(
    409,
    'row-full',
    `Dòng "${keyOf(current)}" đã được sửa ${mostVersions} lần, hết số lần cho phép. Đề nghị gửi chỉ tiêu này bằng biểu mẫu Excel.`,
    `Row "${keyOf(current)}" was changed ${mostVersions} times, as often as it may be; send it by the form.`,
  );
}

/** Above what may be sent, so that two texts of a row have room beside each other; in JSON within JSON still one answer. */
const mostDraftBytes = 1.5 * maxValuesBytes;

/** Asked before any row is saved: all that stands, and all that came beside it, is one answer. */
export function requireSmall(before: readonly TypedRow[], after: readonly TypedRow[]): void {
  const bytes = bytesOf(after);
  if (bytes <= mostDraftBytes || bytes <= bytesOf(before)) return;
  throw new Problem(
    413,
    'draft-too-big',
    'Bản kê khai, kể cả các nội dung đang chờ chọn, sẽ lớn hơn 1,5 MB. Đề nghị chọn xong các dòng có hai nội dung, rút gọn ghi chú và tài liệu kiểm chứng.',
    'With all texts that wait for a choice the draft would be over 1.5 MB; choose, and shorten notes and evidence.',
  );
}

const bytesOf = (rows: readonly TypedRow[]): number => Buffer.byteLength(JSON.stringify(rows.map(typedOf)));

export const rowsTaken = (taken: readonly DraftRow[], { version, rows }: SavedRows): Problem => {
  const keys = new Set(taken.map(keyOf));
  return new Problem(
    409,
    'row-taken',
    `${taken.length} dòng đã được người khác đổi sau khi được mở ở đây. Cả hai nội dung đều được giữ; đề nghị chọn bản nào được dùng.`,
    `${taken.length} rows were changed by somebody else since you saw them. Both texts are kept; choose one of them.`,
    {
      members: {
        version,
        saved: rows.filter((row) => !keys.has(keyOf(row))),
        taken: rows.filter((row) => keys.has(keyOf(row))),
      },
    },
  );
};
