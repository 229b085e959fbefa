import { frameworkNoteVi } from '../frameworks/framework-note.ts';
import type { Scoreboard } from '../scoring/scoreboard.ts';
import { averageVi, leavesAnswersOut } from './measure-words.ts';
import { mainIndices, pillars, totalMeasure } from './read-scoreboard.ts';
import { releaseNameVi } from './release-name.ts';

/** How the figures came about, as pairs of heading and text; only what is true of this scoreboard. */
export function methodText(scoreboard: Scoreboard): [string, string][] {
  const ranked = totalMeasure(scoreboard)?.ranked ?? false;
  return [
    ...frameworkText(scoreboard),
    ...formulaText(scoreboard),
    [
      'Làm tròn',
      'Mỗi giá trị được chia một lần từ tổng điểm và điểm tối đa, làm tròn đến 4 chữ số thập phân, từ 5 trở lên làm tròn lên.',
    ],
    ...(ranked ? rankText : []),
    ...averageText(scoreboard),
    [
      'Số liệu thiếu',
      'Đơn vị chưa nộp số liệu không có giá trị, không tính là 0. Chỉ số không áp dụng hoặc không đánh giá trong đợt này không tính vào điểm tối đa.',
    ],
    ...unansweredText(scoreboard),
    ...successorText(scoreboard),
    [
      'Dấu thập phân',
      'Excel hiển thị dấu phẩy hoặc dấu chấm thập phân theo thiết lập vùng của máy đọc; giá trị trong ô không đổi.',
    ],
    ...checkText(scoreboard),
  ];
}

function frameworkText({ framework }: Scoreboard): [string, string][] {
  const lines: [string, string][] = [
    ['Bộ chỉ số', `${framework.title_vi}; mã ${framework.framework_id}, phiên bản ${framework.version}.`],
    ['Căn cứ', `${framework.legal_number}.`],
  ];
  const note = frameworkNoteVi(framework);
  return note === '' ? lines : [...lines, ['Lưu ý', note]];
}

function formulaText(scoreboard: Scoreboard): [string, string][] {
  const lines: [string, string][] = [
    [
      'Chỉ số chính',
      'Tổng điểm các chỉ số thành phần chia cho tổng điểm tối đa của các chỉ số thành phần được đánh giá và áp dụng.',
    ],
  ];
  if (pillars(scoreboard).length > 0) {
    lines.push([
      'Trụ cột',
      'Tổng điểm các chỉ số chính thuộc trụ cột chia cho tổng điểm tối đa của các chỉ số đó. Các chỉ số nền tảng được tính vào mọi trụ cột.',
    ]);
  }
  if (totalMeasure(scoreboard) === null) {
    return [...lines, ['Giá trị DTI', 'Không công bố trong đợt này, vì mới đánh giá một phần của bộ chỉ số.']];
  }
  return [
    ...lines,
    [
      'Giá trị DTI',
      'Tổng điểm các chỉ số chính chia cho tổng điểm tối đa; không phải tổng hay trung bình của các trụ cột.',
    ],
  ];
}

const rankText: [string, string][] = [
  [
    'Thứ hạng',
    'Xếp theo giá trị đã làm tròn, từ cao đến thấp. Các đơn vị có giá trị bằng nhau thì đồng hạng và thứ hạng kế tiếp bỏ qua; trong cùng thứ hạng, đơn vị xếp theo mã.',
  ],
];

function averageText(scoreboard: Scoreboard): [string, string][] {
  const total = totalMeasure(scoreboard) ?? mainIndices(scoreboard)[0];
  if (!total?.average) return [];
  const example = `${total.name_vi}: ${averageVi(total)}.`;
  return [
    [
      'Trung bình',
      `Trung bình cộng các giá trị đã công bố của những đơn vị có giá trị, làm tròn đến 4 chữ số thập phân. ${example}`,
    ],
  ];
}

function unansweredText(scoreboard: Scoreboard): [string, string][] {
  if (!leavesAnswersOut(scoreboard)) return [];
  return [
    [
      'Chưa trả lời',
      'Chỉ số đến hạn mà chưa trả lời được tính vào điểm tối đa và không có điểm tự đánh giá. Số chỉ số có trả lời trên số chỉ số được tính ghi trong ngoặc sau thứ hạng. Đơn vị không trả lời chỉ số nào của một chỉ tiêu thì không xếp hạng theo chỉ tiêu đó.',
    ],
  ];
}

function successorText({ derived_from }: Scoreboard): [string, string][] {
  if (derived_from === null) return [];
  return [
    [
      'Sau sắp xếp',
      `Mỗi chỉ số chính của đơn vị hình thành sau sắp xếp là trung bình cộng các chỉ số chính của những đơn vị trước sắp xếp trong đợt công bố ${releaseNameVi(derived_from)}; các giá trị khác tính từ chỉ số chính theo công thức trên.`,
    ],
  ];
}

function checkText({ release }: Scoreboard): [string, string][] {
  return [
    [
      'Kiểm tra lại',
      `Lấy manifest.json và scoreboard.json của đợt công bố tại /releases/${release}/; so mã băm SHA-256 của từng tệp với manifest. Trang tính “Nguồn gốc” ghi mã băm của biểu mẫu mà từng đơn vị đã nộp.`,
    ],
  ];
}
