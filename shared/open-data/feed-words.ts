import type { ScoreRow } from '../release/open-data/score-rows.ts';
import { totalMeasure } from '../release/read-scoreboard.ts';
import { withoutDates } from '../release/release-name.ts';
import { groupVi } from '../release/scoreboard-words.ts';
import { unitFullNameVi, unitNameVi } from '../units/names.ts';
import { newsTitleVi, newsVi, unitNewsTitleVi } from './open-data-words.ts';
import { type PublicRelease, shortNameOf } from './public-release.ts';

/** Languages that a feed is written in, beside each other: the same figures. */
export const feedLanguages = ['vi', 'en'] as const;
export type FeedLanguage = (typeof feedLanguages)[number];

/** What a reader of feeds is told. Names of units, and what people wrote, stay as they are. */
export interface FeedWords {
  releases: string;
  group: (header: Pick<PublicRelease['header'], 'group_name_vi' | 'group_name_en'>) => string;
  unit: (unitId: string) => string;
  newsTitle: (release: PublicRelease) => string;
  news: (release: PublicRelease) => string;
  unitNewsTitle: (unitId: string, row: ScoreRow | undefined, release: PublicRelease) => string;
}

const vi: FeedWords = {
  releases: 'Chỉ số chuyển đổi số (DTI): các đợt công bố và đính chính',
  group: (header) => `Chỉ số chuyển đổi số (DTI): ${groupVi(header)}`,
  unit: (unitId) => `Chỉ số chuyển đổi số (DTI): ${unitFullNameVi(unitId)}`,
  newsTitle: newsTitleVi,
  news: newsVi,
  unitNewsTitle: (unitId, row, release) => unitNewsTitleVi(unitNameVi(unitId), row, release),
};

const en: FeedWords = {
  releases: 'Digital Transformation Index (DTI): releases and corrections',
  group: ({ group_name_en }) => `Digital Transformation Index (DTI): ${withoutDates(group_name_en)}`,
  unit: (unitId) => `Digital Transformation Index (DTI): ${unitFullNameVi(unitId)}`,
  newsTitle: newsTitleEn,
  news: newsEn,
  unitNewsTitle: (unitId, row, release) =>
    marked(release, `${unitNameVi(unitId)}: ${resultEn(row, release.header)} (${releaseEn(release)})`),
};

export const feedWords: Record<FeedLanguage, FeedWords> = { vi, en };

const marked = ({ header }: PublicRelease, text: string): string =>
  header.framework.illustrative ? `Illustrative figures, not an official result: ${text}` : text;

/** `r1 of 2024`; `figures published for 2023`. */
const releaseEn = (release: PublicRelease): string => {
  const { kind, period } = release.header;
  return kind === 'published' ? `figures published for ${period}` : `${shortNameOf(release)} of ${period}`;
};

function newsTitleEn(release: PublicRelease): string {
  const { header, correction } = release;
  const of = `${releaseEn(release)}, ${withoutDates(header.group_name_en)}`;
  if (header.kind === 'published') return `Taken in: ${of}`;
  if (!correction) return marked(release, `Published: ${of}`);
  const corrected = correction.corrects.slice(correction.corrects.lastIndexOf('/') + 1);
  return marked(release, `Correction: ${of}, in place of ${corrected}`);
}

/** Whoever corrects writes Vietnamese. */
function newsEn({ header, correction }: PublicRelease): string {
  const { unit_count, submitted_count, ranked_count } = header;
  const counts = [`${unit_count} units`];
  if (submitted_count > 0 && submitted_count < unit_count) counts.push(`${submitted_count} with figures`);
  counts.push(ranked_count > 0 ? `${ranked_count} ranked` : 'not ranked');
  const reason = correction?.reason ? ` Reason: ${correction.reason.text_vi}` : '';
  return `${counts.join(', ')}.${reason}`;
}

function resultEn(row: ScoreRow | undefined, { measures }: PublicRelease['header']): string {
  if (row === undefined) return `results in ${measures.length} measures`;
  if (row.state === 'not_submitted') return 'not submitted';
  if (row.value === null) return 'no data';
  return row.rank === null ? `not ranked, value ${row.value}` : `rank ${row.rank}/${row.n}, value ${row.value}`;
}

/** Null of a release without a total: there is no one figure to tell. */
export function totalRow(rows: ScoreRow[], { measures }: PublicRelease['header']): ScoreRow | undefined {
  const total = totalMeasure({ measures })?.measure;
  return rows.find(({ measure }) => measure === total);
}
