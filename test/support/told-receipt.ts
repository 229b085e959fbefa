import type { CheckedReceipt } from '../../shared/submission/tell-answer.ts';

/** An accepted form of Cao Bằng as it is told, unless told otherwise. */
export const toldReceiptOf = (changes: Partial<CheckedReceipt> = {}): CheckedReceipt => ({
  ...{ group: 'province34', period: '2024', unit_id: 'P04-2025', receipt: 3, upload_number: 41 },
  ...{ sha256: 'a3f1'.repeat(16), format: 'xlsx', bytes: 48_213, partial: false },
  file_name: 'Biểu mẫu DTI tỉnh Cao Bằng năm 2024 (bản sửa lần cuối).xlsx',
  ...{ received_at: '2026-10-05T01:02:03.000Z', sent_by: 'p-1', sent_as: 'officer', status: 'accepted' },
  ...{ accepted: true, current: true, waiting: false, late: false, in_time: true, certified_at: null, returned: null },
  ...{ checked_again: [], compared_with: null, declared_unit_id: 'P04-2025', filed_under: null },
  ...{ framework_sha256: 'f'.repeat(64), findings: [], more_findings: null, observations: [], more_observations: null },
  ...changes,
});
