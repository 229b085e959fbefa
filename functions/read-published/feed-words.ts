/** What the feed says of a release. */
export const feedWords = {
  title: 'Công bố và đính chính chỉ số chuyển đổi số',
  author: 'Cơ quan chủ trì đánh giá chỉ số chuyển đổi số',
  release: ({ release, group }: { release: string; group: string }) => `Công bố ${release}: ${group}`,
  correction: ({ release, group }: { release: string; group: string }) => `Đính chính, công bố ${release}: ${group}`,
  reason: (text: string) => `Lý do đính chính: ${text}`,
  about: ({ legal_number, illustrative }: { legal_number: string; illustrative: boolean }) =>
    illustrative
      ? `Số liệu minh họa, theo bộ chỉ số ban hành kèm ${legal_number}.`
      : `Theo bộ chỉ số ban hành kèm ${legal_number}.`,
};
