import type { CallerRole } from '../../../../shared/identity/caller.ts';
import type { Word } from '../words.ts';

export const roleNames: Record<CallerRole, Word> = {
  officer: { vi: 'Cán bộ báo cáo', en: 'Reporting officer' },
  certifier: { vi: 'Lãnh đạo đơn vị', en: 'Head of unit' },
  appraiser: { vi: 'Người thẩm định', en: 'Appraiser' },
  publisher: { vi: 'Người công bố', en: 'Publisher' },
  operator: { vi: 'Người vận hành', en: 'Operator' },
};
