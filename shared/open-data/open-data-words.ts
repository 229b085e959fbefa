import { formatDecimal } from '../format/format-decimal.ts';
import { illustrativeVi } from '../frameworks/framework-note.ts';
import { reasonVi, shortReleaseVi } from '../release/corrections/corrections-words.ts';
import type { ScoreRow } from '../release/open-data/score-rows.ts';
import { releaseNameVi } from '../release/release-name.ts';
import { groupVi, periodVi, releaseVi, titleVi } from '../release/scoreboard-words.ts';
import type { PublicRelease } from './public-release.ts';

/** What people read of a release outside its page: in a reader of feeds, in a search, in a catalogue. */

/** `Xếp hạng chuyển đổi số năm 2024: 34 tỉnh, thành phố`; what is made up says so first, wherever it is read. */
export const tableTitleVi = ({ header }: PublicRelease): string =>
  marked(header, `${titleVi(header)}: ${groupVi(header)}`);

const marked = ({ framework }: PublicRelease['header'], text: string): string =>
  framework.illustrative ? `${illustrativeVi}: ${text}` : text;

/** `Công bố đợt r1 năm 2024 của 34 tỉnh, thành phố`; `Đính chính: đợt r2 … thay đợt r1`. */
export function newsTitleVi({ header, correction }: PublicRelease): string {
  if (header.kind === 'published') return `Đưa vào ${releaseNameVi(header.release)}`;
  const release = `đợt ${releaseVi(header)}`;
  if (!correction) return marked(header, `Công bố ${release}`);
  return marked(header, `Đính chính: ${release}, thay đợt ${shortReleaseVi(correction.corrects)}`);
}

/** `34 đơn vị, 33 có số liệu, 33 được xếp hạng.` and, of a correction, its reason. */
export function newsVi({ header, correction }: PublicRelease): string {
  const { unit_count, submitted_count, ranked_count } = header;
  const counts = [`${unit_count} đơn vị`];
  if (submitted_count > 0 && submitted_count < unit_count) counts.push(`${submitted_count} có số liệu`);
  counts.push(ranked_count > 0 ? `${ranked_count} được xếp hạng` : 'không xếp hạng');
  return [`${counts.join(', ')}.`, correctionVi(correction)].filter((text) => text !== '').join(' ');
}

const correctionVi = (correction: PublicRelease['correction']): string =>
  correction?.reason ? reasonVi(correction.reason) : '';

/** `Huế: hạng 2/34, giá trị 0,7952 (năm 2024, đợt r1)`. */
export function unitNewsTitleVi(name: string, row: ScoreRow | undefined, { header }: PublicRelease): string {
  const number = header.kind === 'published' ? 'số liệu đã công bố' : `đợt ${shortReleaseVi(header.release)}`;
  const where = `${periodVi(header)}, ${number}`;
  return marked(header, `${name}: ${resultVi(row, header)} (${where})`);
}

function resultVi(row: ScoreRow | undefined, { measures }: PublicRelease['header']): string {
  if (row === undefined) return `kết quả ${measures.length} chỉ tiêu`;
  if (row.state === 'not_submitted') return 'chưa nộp số liệu';
  if (row.value === null) return 'chưa có số liệu';
  const value = `giá trị ${formatDecimal(row.value)}`;
  return row.rank === null ? `không xếp hạng, ${value}` : `hạng ${row.rank}/${row.n}, ${value}`;
}
