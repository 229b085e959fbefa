import type { Language } from '../language.ts';

/** As statistics call them in English; a region that has no name here keeps its own. */
const english: Record<string, string> = {
  'Trung du và miền núi phía Bắc': 'Northern midlands and mountains',
  'Đồng bằng sông Hồng': 'Red River Delta',
  'Bắc Trung Bộ': 'North Central',
  'Bắc Trung Bộ và Duyên hải miền Trung': 'North Central and Central Coast',
  'Duyên hải Nam Trung Bộ và Tây Nguyên': 'South Central Coast and Central Highlands',
  'Tây Nguyên': 'Central Highlands',
  'Đông Nam Bộ': 'Southeast',
  'Đồng bằng sông Cửu Long': 'Mekong Delta',
};

export const regionName = (name_vi: string, language: Language): string =>
  language === 'vi' ? name_vi : (english[name_vi] ?? name_vi);
