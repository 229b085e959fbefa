/** For finding: without marks, `đ` as `d`, lower case. `Đà Nẵng` and `da nang` come to the same. */
export const foldText = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase().replace(/\s+/g, ' ').trim();
