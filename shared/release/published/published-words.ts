/** What a table that was published elsewhere is called wherever it shows. */
export const publishedVi = 'số liệu đã công bố, không tính lại được';
export const publishedEn = 'published figures, which cannot be recomputed';

/** The same by itself, before the first figure. */
export const publishedNoticeVi = 'Số liệu đã công bố, không tính lại được.';
export const publishedNoticeEn = 'Published figures, which cannot be recomputed.';
