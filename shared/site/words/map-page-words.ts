import type { ShownScoreboard } from '../../scoring/scoreboard.ts';
import type { Language } from '../language.ts';
import { groupName, periodName, unbroken } from './scoreboard-words.ts';

export const mapTitle = (scoreboard: ShownScoreboard, language: Language): string =>
  language === 'vi'
    ? unbroken(`Bản đồ chuyển đổi số ${periodName(scoreboard.period, 'vi')}: ${groupName(scoreboard, 'vi')}`)
    : `Map of digital transformation ${scoreboard.period}: ${groupName(scoreboard, 'en')}`;
