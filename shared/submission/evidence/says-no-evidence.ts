/** What people put where evidence is asked and there is none, without case, marks and spaces; each seen in forms. */
const words = new Set([
  ...['0', '00', 'x', 'xx', 'xxx', 'k', 'ko', 'na', 'none', 'null', 'nil', 'tbd', 'todo'],
  ...['khong', 'khongco', 'koco', 'kco', 'khongcotailieu', 'khongapdung', 'khongcosolieu', 'khongcominhchung'],
  ...['chua', 'chuaco', 'chuacotailieu', 'chuacosolieu', 'chuacapnhat', 'chuacominhchung', 'chuabanhanh'],
  ...['dangcapnhat', 'capnhatsau', 'secapnhat', 'dangbosung', 'bosungsau', 'sebosung', 'dangxaydung', 'danghoanthien'],
]);

/** Whether a text that stands for evidence says that there is none. A text without letter or digit says so too. */
export function saysNoEvidence(text: string): boolean {
  const folded = text
    .normalize('NFD')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/[^\p{L}\p{N}]/gu, '');
  return folded === '' || words.has(folded);
}
