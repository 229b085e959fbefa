import type { Cut } from './cut.ts';

/** How the names of bodies begin; written as names are, so that `bộ dữ liệu` and `ban hành` are none. */
const bodies = [
  ...['UBND', 'Ủy ban', 'Uỷ ban', 'HĐND', 'Hội đồng nhân dân', 'Tỉnh ủy', 'Tỉnh uỷ', 'Thành ủy', 'Thành uỷ'],
  ...['Đảng ủy', 'Đảng uỷ', 'Chính phủ', 'Thủ tướng', 'Quốc hội', 'Bộ', 'Sở', 'Ban', 'Cục', 'Tổng cục', 'Chi cục'],
  ...['Vụ', 'Viện', 'Văn phòng', 'Trung tâm', 'Công an', 'Thanh tra', 'Kho bạc', 'Ngân hàng', 'Liên minh'],
];

/** Names of things that begin like the name of a body. */
const things = '(?!\\s+(?:hành|chỉ số|dữ liệu|tiêu chí|câu hỏi|thủ tục|hồ sơ|phận)(?!\\p{L}))';

const named = new RegExp(`^(?:${bodies.join('|')})(?![\\p{L}\\p{N}])${things}`, 'u');
const announced = /^(?:của|cua|do)\s+(?!(?:về|v\/v)(?![\p{L}\p{N}]))(?=\S)/iu;

/** Where the name ends and what the document is about begins. */
const about = /\s+(?:về|v\/v)(?=\s)|\s*[:(]|\s+[–—-]\s/iu;

/** The issuer where a piece begins with its name, or with `của`. */
export function findIssuer(piece: string): Cut<string> | null {
  const rest = piece.replace(announced, '');
  if (rest === piece && !named.test(piece)) return null;
  const end = about.exec(rest)?.index ?? rest.length;
  const found = rest
    .slice(0, end)
    .replace(/\s+ban hành$/iu, '')
    .replace(/[\s,]+$/u, '');
  return found === '' ? null : { found, before: '', after: rest.slice(end).replace(/^[\s:–—-]+/u, '') };
}
