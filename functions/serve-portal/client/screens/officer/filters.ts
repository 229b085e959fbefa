import type { GridRow } from '../../../../../shared/submission/grid/build-grid.ts';
import type { Grid } from '../../../../read-submissions/read-grid.ts';
import type { Word } from '../../words.ts';
import { type Edits, rowKey } from './edit.ts';

export type Filter = 'loi' | 'ra-soat' | 'trong' | 'thay-doi' | 'da-sua';

export const filterNames: Record<Filter, Word> = {
  loi: { vi: 'Lỗi', en: 'Errors' },
  'ra-soat': { vi: 'Cần rà soát', en: 'To review' },
  trong: { vi: 'Chưa trả lời', en: 'Unanswered' },
  'thay-doi': { vi: 'Thay đổi so với kỳ trước', en: 'Changed since last time' },
  'da-sua': { vi: 'Đã sửa, chưa gửi', en: 'Edited, not sent' },
};

const has = (row: GridRow, severity: string): boolean => row.findings.some((finding) => finding.severity === severity);

const tests: Record<Filter, (row: GridRow, edits: Edits) => boolean> = {
  loi: (row) => has(row, 'error'),
  'ra-soat': (row) => has(row, 'warning'),
  trong: (row) => row.value === null && row.raw === null,
  'thay-doi': (row) => row.earlier !== null && row.value !== null && row.earlier.value !== row.value,
  'da-sua': (row, edits) => edits[rowKey(row)] !== undefined,
};

/** In the address: no filter, though the screen begins with one. */
export const everything = 'tat-ca';

/** What is wrong is looked at first, and on a phone alone: the form has a hundred rows. */
export const firstFilter = ({ status, rows }: Pick<Grid, 'status' | 'rows'>): Filter | null =>
  status === 'rejected' && rows.some((row) => has(row, 'error')) ? 'loi' : null;

export const isFilter = (text: string | null): text is Filter => text !== null && Object.hasOwn(tests, text);

export const filterRows = (rows: readonly GridRow[], filter: Filter | null, edits: Edits): GridRow[] =>
  rows.filter((row) => filter === null || tests[filter](row, edits));
