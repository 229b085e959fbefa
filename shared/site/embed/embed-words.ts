import { formatDate } from '../../format/format-date.ts';
import { illustrativeVi } from '../../frameworks/framework-note.ts';
import { shortReleaseVi } from '../../release/corrections/corrections-words.ts';
import { answeredShare } from '../../release/measure-words.ts';
import { countSharing, totalMeasure } from '../../release/read-scoreboard.ts';
import { groupVi, periodVi, releaseVi, titleVi } from '../../release/scoreboard-words.ts';
import type { PublishedScore, Scoreboard, ScoreboardUnit } from '../../scoring/scoreboard.ts';
import { countRanked } from '../figure.tsx';
import type { InBoth, Language } from '../language.ts';
import { decimal, groupName, releaseOf, title } from '../words/scoreboard-words.ts';
import type { EmbedFacts } from './embed-facts.ts';

export const embedWords = {
  source: { vi: 'Nguồn', en: 'Source' },
  index: { vi: 'Chỉ số chuyển đổi số (DTI)', en: 'Digital Transformation Index (DTI)' },
  group: { vi: 'Nhóm', en: 'Group' },
  rank: { vi: 'Hạng', en: 'Rank' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  value: { vi: 'Giá trị', en: 'Value' },
  mainIndex: { vi: 'Chỉ số chính', en: 'Main index' },
  notSubmitted: { vi: 'Chưa nộp số liệu', en: 'Not submitted' },
  noTotal: { vi: 'Đợt này không công bố giá trị chung', en: 'This release publishes no total' },
  unranked: { vi: 'không xếp hạng', en: 'not ranked' },
  answered: { vi: 'trả lời', en: 'answered' },
} satisfies Record<string, InBoth>;

/** `Đợt công bố r1 năm 2024 của 34 tỉnh, thành phố, ngày 21/10/2025`: no figure leaves the site without it. */
export const sourceOf = (scoreboard: Scoreboard, { publishedOn }: EmbedFacts, language: Language): string =>
  language === 'vi'
    ? `Đợt công bố ${releaseVi(scoreboard)}, ngày ${formatDate(publishedOn)}`
    : `Release ${releaseOf(scoreboard, 'en')}, ${publishedOn}`;

/** What must be read before the figures, as short as a frame is small. */
export function warningsOf({ framework }: Scoreboard, { supersededBy }: EmbedFacts, language: Language): string[] {
  const illustrative = language === 'vi' ? illustrativeVi : 'Illustrative figures, not an official result';
  const newer = supersededBy === null ? '' : shortReleaseVi(supersededBy);
  return [
    ...(framework.illustrative ? [`${illustrative}.`] : []),
    ...(newer === ''
      ? []
      : [language === 'vi' ? `Đợt này đã được thay bằng đợt ${newer}.` : `Superseded by ${newer}.`]),
  ];
}

export const rankingTitle = (scoreboard: Scoreboard, language: Language): string =>
  language === 'vi'
    ? `${titleVi(scoreboard)}: ${groupVi(scoreboard)}`
    : `${title(scoreboard, 'en')}: ${groupName(scoreboard, 'en')}`;

export const unitTitle = (scoreboard: Scoreboard, { unit_name_vi }: ScoreboardUnit, language: Language): string =>
  language === 'vi'
    ? `${unit_name_vi}: chuyển đổi số ${periodVi(scoreboard)}`
    : `${unit_name_vi}: digital transformation ${scoreboard.period}`;

/** In place of a rank, and why. */
export const noRank = ({ state }: ScoreboardUnit, language: Language): string =>
  state === 'not_submitted' ? embedWords.notSubmitted[language].toLowerCase() : embedWords.unranked[language];

export function totalValue(scoreboard: Scoreboard, { scores }: ScoreboardUnit, language: Language): string {
  const value = scores[totalMeasure(scoreboard)?.measure ?? '']?.value;
  return value === undefined ? '–' : decimal(value, language);
}

/** `Hạng 2/34 · giá trị 0,7952`, or why there is none: a rank is told with how many it is among. */
export function resultOf(scoreboard: Scoreboard, unit: ScoreboardUnit, language: Language): string {
  if (unit.state === 'not_submitted') return embedWords.notSubmitted[language];
  const total = totalMeasure(scoreboard);
  const score = total ? unit.scores[total.measure] : undefined;
  if (!total || !score) return embedWords.noTotal[language];
  const value = `${embedWords.value[language].toLowerCase()} ${decimal(score.value, language)}`;
  if (score.rank === null) return `${sentenceCase(embedWords.unranked[language])} · ${value}`;
  return `${rankOf(scoreboard, total.measure, score.rank, language)} · ${value}`;
}

function rankOf(scoreboard: Scoreboard, measure: string, rank: number, language: Language): string {
  const sharing = countSharing(scoreboard, measure, rank);
  const among = `${rank}/${countRanked(scoreboard, measure)}`;
  if (sharing === 1) return `${embedWords.rank[language]} ${among}`;
  return language === 'vi' ? `Đồng hạng ${among} (${sharing} đơn vị)` : `Tied at ${among} (${sharing} units)`;
}

const sentenceCase = (text: string) => `${text[0]!.toUpperCase()}${text.slice(1)}`;

/** ` (trả lời 3/6)`; nothing where all was. */
export function answeredNote(score: PublishedScore, language: Language): string {
  const share = answeredShare(score);
  return share === '' ? '' : ` (${embedWords.answered[language]} ${share})`;
}

export const andMore = (units: number, language: Language): string =>
  language === 'vi' ? `và ${units} đơn vị khác` : `and ${units} other units`;

export const seeAll = (units: number, language: Language): string =>
  language === 'vi' ? `${units} đơn vị khác: xem bảng đầy đủ` : `${units} other units: see the whole table`;
