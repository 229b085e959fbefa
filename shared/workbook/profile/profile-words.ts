/** Names of the sheets of a profile, and what else it calls things. */
export const sheetsVi = {
  cover: 'Bìa',
  profile: 'Hồ sơ',
  indicators: 'Chỉ số thành phần',
  history: 'Lịch sử',
  origin: 'Nguồn gốc',
};

export const subjectVi = 'HỒ SƠ CHUYỂN ĐỔI SỐ';

export const lostNotesVi = ['Điểm chưa đạt là điểm tối đa trừ điểm đạt.'];

export const profileNotesVi = [
  'Trung vị và giá trị cao nhất là của các đơn vị trong nhóm có giá trị.',
  ...lostNotesVi,
  'Điểm để lên hạng là số điểm ít nhất cần thêm ở chỉ số đó để giá trị công bố vượt đơn vị xếp ngay trên, giá trị các đơn vị khác giữ nguyên; [z]: đạt điểm tối đa vẫn chưa vượt; –: không có đơn vị xếp trên hoặc không xếp hạng.',
];

export const groupPointsVi = 'Trung vị và cao nhất là của điểm cuối cùng trong nhóm.';

export const indicatorNotesVi = [
  'Điểm chưa đạt là điểm tối đa trừ điểm cuối cùng.',
  '[z]: không áp dụng, [n]: chưa đến kỳ, không tính vào điểm tối đa; [k]: kế thừa kỳ trước; [0]: đến hạn nhưng không trả lời.',
];

export const historyNotesVi = [
  'Các đợt công bố so sánh được, tối đa 8 kỳ liền trước, như khi chốt số liệu của đợt này. Thứ hạng đọc cùng số đơn vị được xếp hạng.',
];
export const noHistoryVi = 'Chưa có đợt công bố so sánh được trước đợt này.';

/** On every page of a profile whose result is not released. */
export const previewVi = 'Kết quả dự kiến, chưa công bố.';

export const contentsVi =
  'Các trang kèm theo: kết quả từng chỉ số so với nhóm, điểm từng chỉ số thành phần, kết quả các đợt trước so sánh được và nguồn gốc từng số liệu.';
