import type { InBoth } from '../language.ts';

export const feedWords = {
  releases: { vi: 'Các đợt công bố và đính chính', en: 'Releases and corrections' },
} satisfies Record<string, InBoth>;
