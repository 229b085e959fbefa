import { Problem } from '../../shared/http/problem.ts';
import type { Actor } from '../../shared/identity/actor.ts';
import { rootOf } from '../../shared/identity/people.ts';
import { mapConcurrently } from '../../shared/lake/map-concurrently.ts';
import { type Involvement, involvedIn, peopleInvolved, type Touchable } from '../../shared/release/involved-in.ts';
import type { ScoreTable } from '../../shared/score-store/score-table.ts';

/** Directory items read at the same time. */
const concurrentReads = 16;

const deedsVi: Record<Involvement, string> = {
  sent: 'đã gửi số liệu được tính trong lần chạy này hoặc tài liệu kiểm chứng của đơn vị',
  certified: 'đã xác nhận số liệu được tính trong lần chạy này',
  ran: 'đã chạy tính điểm',
  appraised: 'đã thẩm định kết quả được tính trong lần chạy này',
};

const deedsEn: Record<Involvement, string> = {
  sent: 'sent figures that count in it, or evidence of their unit',
  certified: 'certified figures that count in it',
  ran: 'started the run',
  appraised: 'appraised figures that count in it',
};

/** Nobody releases what they sent, certified, ran or appraised, under whichever sign-in. */
export async function requireSecondPerson(actor: Actor, touchable: Touchable, table: ScoreTable): Promise<void> {
  const people = Object.values(peopleInvolved(touchable)).flatMap((ids) => [...ids]);
  const roots = await readRoots([actor.subject, ...people], table);
  const deeds = involvedIn(actor.subject, touchable, (id) => roots.get(id) ?? id);
  if (deeds.length === 0) return;
  throw new Problem(
    403,
    'second-person',
    `Người ${deeds.map((deed) => deedsVi[deed]).join(', ')} không được tự công bố; đề nghị người khác thực hiện.`,
    `Who ${deeds.map((deed) => deedsEn[deed]).join(', ')} may not release it.`,
    { members: { involved: deeds } },
  );
}

async function readRoots(ids: string[], table: ScoreTable): Promise<Map<string, string>> {
  const roots = await mapConcurrently(
    [...new Set(ids)],
    concurrentReads,
    async (id) => [id, await rootOf(table, id)] as const,
  );
  return new Map(roots);
}
