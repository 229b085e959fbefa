import type { Bucket } from '../lake/objects.ts';
import type { ScoreTable } from '../score-store/score-table.ts';
import { type JudgedFigures, type Part, partsIn } from '../submission/parts-in-figures.ts';
import { unitNameVi } from '../units/names.ts';
import { Problem } from './problem.ts';

const partsVi: Record<Part, string> = {
  sent: 'đã gửi số liệu hoặc tài liệu kiểm chứng',
  certified: 'đã xác nhận số liệu',
  ran: 'đã chạy tính điểm trên số liệu',
};

const partsEn: Record<Part, string> = {
  sent: 'sent the figures or evidence',
  certified: 'certified the figures',
  ran: 'ran the calculation on the figures',
};

/** Nobody judges what they have a part in. `leave`: what remains to be done, after the reason. */
export async function requireNoPart(
  judged: JudgedFigures,
  subject: string,
  leave: { vi: string; en: string },
  deps: { table: ScoreTable; lake: Bucket },
): Promise<void> {
  const involved = await partsIn(judged, subject, deps);
  if (involved.length === 0) return;
  const { unit_id } = judged.of;
  throw new Problem(
    403,
    'own-submission',
    `Người ${involved.map((part) => partsVi[part]).join(', ')} của đơn vị ${unitNameVi(unit_id)} không xét số liệu đó. ${leave.vi}`,
    `Who ${involved.map((part) => partsEn[part]).join(', ')} of ${unit_id} does not judge them. ${leave.en}`,
    { members: { involved } },
  );
}
