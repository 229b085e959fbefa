import type { Complaint } from './framework-fault.ts';

/**
 * The loader's complaints in Vietnamese. The loader speaks English, to whoever works on files at a desk; the ministry
 * reads these. In order: the first shape that a message has. `$1`… are what was found.
 */
const shapes: [RegExp, string][] = [
  [/^is not JSON: (.*)$/s, 'không phải JSON đúng cú pháp ($1); đề nghị kiểm tra dấu ngoặc, dấu phẩy tại dòng này'],
  [/^is not CSV: (.*)$/s, 'không phải CSV đúng cú pháp ($1); đề nghị kiểm tra dấu ngoặc kép'],
  [/^is not UTF-8; .*$/, 'không phải UTF-8; đề nghị lưu lại dạng "CSV UTF-8 (comma delimited)"'],
  [
    /^is saved with semicolons; .*$/s,
    'được lưu với dấu chấm phẩy; đề nghị lưu lại với dấu phẩy (Excel: "CSV UTF-8 (comma delimited)", dấu phân cách danh sách là dấu phẩy)',
  ],
  [
    /^is saved with tabs; .*$/s,
    'được lưu với dấu tab; đề nghị lưu lại với dấu phẩy (Excel: "CSV UTF-8 (comma delimited)")',
  ],
  [
    /^the header must be "(.*)", saved with commas; found "(.*)"$/s,
    'dòng tiêu đề phải là "$1", phân cách bằng dấu phẩy; đang là "$2"',
  ],
  [/^the header lacks the column (.*)$/, 'dòng tiêu đề thiếu cột $1; đề nghị bổ sung'],
  [
    /^the header has a column "(.*)" that is not read; known are (.*)$/,
    'dòng tiêu đề có cột "$1" không dùng; các cột: $2',
  ],
  [/^the header has the column (.*) twice; keep one$/, 'dòng tiêu đề có cột $1 hai lần; đề nghị giữ một'],
  [
    /^has (\d+) cells where the header has (\d+); .*$/,
    'có $1 ô trong khi dòng tiêu đề có $2; nội dung có dấu phẩy phải đặt trong ngoặc kép',
  ],
  [
    /^indicator "(.*)" stands on line (\d+) too; codes are unique$/,
    'mã chỉ số "$1" đã có ở dòng $2; mỗi mã chỉ dùng một lần',
  ],
  [/^(\w+) "(.*)" is not a code; .*$/, '$1 "$2" không phải mã; mã gồm chữ thường, chữ số và dấu _'],
  [/^(\w+) is empty; write a text here$/, '$1 để trống; đề nghị ghi nội dung'],
  [/^write a text here$/, 'để trống; đề nghị ghi nội dung'],
  [/^(\w+) "(.*)" must be (.*), or empty$/, '$1 "$2" chỉ nhận $3, hoặc để trống'],
  [/^(\w+) "(.*)" must be (.*)$/, '$1 "$2" chỉ nhận $3'],
  [
    /^verified_by_vi "(.*)" has no id; .*$/,
    'cơ quan kiểm chứng "$1" chưa có mã; đề nghị ghi đúng tên, hoặc báo người vận hành bổ sung cơ quan này',
  ],
  [/^rule "(.*)" is not known; known are (.*)$/, 'cách tính điểm "$1" không có; các cách tính: $2'],
  [/^max_points is 0; .*$/, 'max_points bằng 0; chỉ số không có điểm để ở phần ghi chú, không để trong danh sách'],
  [
    /^(\w+) "(.*)" is not a plain decimal; write 140 or 12\.5$/,
    '$1 "$2" không phải số thập phân; đề nghị ghi 140 hoặc 12.5 (dấu chấm thập phân)',
  ],
  [
    /^tiers "(.*)" cannot be read; .*$/s,
    'mức điểm "$1" không đọc được; đề nghị ghi khóa, điểm và nội dung, cách nhau bằng dấu chấm phẩy: 4=20 Từ 4 cuộc; 3=15 3 cuộc',
  ],
  [
    /^inputs "(.*)" cannot be read; .*$/s,
    'số liệu kê khai "$1" không đọc được; đề nghị ghi tên, số chữ số thập phân và khoảng: value 4 0..1',
  ],
  [
    /^rule (\w+) says itself what is declared; leave inputs empty$/,
    'cách tính $1 tự xác định số liệu kê khai; đề nghị để trống cột inputs',
  ],
  [/^rule (\w+) is computed from (.*); inputs name (.*)$/, 'cách tính $1 dùng $2; cột inputs đang ghi $3'],
  [
    /^input (\w+) has (\d+) decimals; at most (\d+) are kept exactly$/,
    'số liệu $1 có $2 chữ số thập phân; giữ chính xác tối đa $3',
  ],
  [
    /^input (\w+) is bounded by (.*), which nothing can meet; turn them$/,
    'số liệu $1 có khoảng $2 không số nào thỏa mãn; đề nghị đổi chỗ hai đầu',
  ],
  [
    /^rule direct takes a share of the maximum; .*$/,
    'cách tính direct nhận tỷ lệ của điểm tối đa; đề nghị ghi khoảng 0..1',
  ],
  [/^rule (\w+) needs tiers; .*$/, 'cách tính $1 cần mức điểm; đề nghị ghi 4=20 Từ 4 cuộc; 3=15 3 cuộc'],
  [/^tiers are not read by rule (\w+); leave them empty$/, 'cách tính $1 không dùng mức điểm; đề nghị để trống'],
  [
    /^tier key "(.*)" is not a whole number; .*$/,
    'khóa mức điểm "$1" không phải số nguyên; đề nghị ghi 4, không ghi 04 hoặc 4.0',
  ],
  [/^tier key (.*) stands twice; .*$/, 'khóa mức điểm $1 có hai lần; mỗi khóa chỉ dùng một lần trong một chỉ số'],
  [/^tier text "(.*)" stands twice; .*$/, 'nội dung mức điểm "$1" có hai lần; không phân biệt được'],
  [
    /^tier (.*) has points "(.*)", not a plain decimal; .*$/,
    'mức $1 có điểm "$2" không phải số thập phân; đề nghị ghi 20 hoặc 12.5',
  ],
  [/^tier (.*) has (.*) points, above max_points (.*)$/, 'mức $1 có $2 điểm, cao hơn điểm tối đa $3'],
  [
    /^tier (.*) has (.*) points, more than the framework's (\d+) decimals$/,
    'mức $1 có $2 điểm, nhiều hơn $3 chữ số thập phân của bộ chỉ số',
  ],
  [
    /^the best tier has (.*) points where max_points is (.*); .*$/,
    'mức cao nhất có $1 điểm trong khi điểm tối đa là $2; đề nghị sửa một trong hai',
  ],
  [
    /^the parts add up to (.*) where max_points is (.*); .*$/,
    'các phần cộng lại được $1 trong khi điểm tối đa là $2; đề nghị sửa một trong hai',
  ],
  [
    /^tier (.*) earns (.*), no more than tier (.*) with (.*); .*$/,
    'mức $1 được $2 điểm, không hơn mức $3 được $4; mức cao hơn phải được nhiều điểm hơn',
  ],
  [/^rule (\w+) needs a target: .*$/, 'cách tính $1 cần target: mức đạt điểm tối đa'],
  [/^target (.*) is not read by rule (\w+); leave it empty$/, 'cách tính $2 không dùng target $1; đề nghị để trống'],
  [/^target is 0; .*$/, 'target bằng 0; đề nghị ghi mức đạt điểm tối đa, lớn hơn 0'],
  [
    /^zero_denominator is not read by rule (\w+), .*$/,
    'cách tính $1 không chia cho số kê khai nào nên không dùng zero_denominator; đề nghị để trống',
  ],
  [
    /^annual "(.*)" is of use only where due is quarterly; .*$/,
    'annual "$1" chỉ dùng khi due là quarterly; đề nghị để trống',
  ],
  [
    /^annual "sum" of rule (\w+) has no meaning; write last$/,
    'annual "sum" không có nghĩa với cách tính $1; đề nghị ghi last',
  ],
  [
    /^is (\S+), but the indicators add up to (\S+); .*$/,
    'là $1, nhưng các chỉ số cộng lại được $2; đề nghị sửa một trong hai',
  ],
  [/^has no indicator; .*$/, 'không có chỉ số nào; đề nghị bổ sung chỉ số hoặc bỏ chỉ số chính này'],
  [/^"(.*)" is another measure's code too; .*$/, 'mã "$1" đã dùng cho chỉ tiêu khác; đề nghị chọn mã riêng'],
  [/^"(.*)" is not a main index of this framework$/, '"$1" không phải chỉ số chính của bộ chỉ số này'],
  [
    /^"(.*)" stands twice in the pillar; .*$/,
    '"$1" có hai lần trong trụ cột nên sẽ được tính hai lần; đề nghị giữ một',
  ],
  [
    /^main_index "(.*)" is not in framework\.json; known are (.*)$/,
    'chỉ số chính "$1" không có trong framework.json; các chỉ số chính: $2',
  ],
  [
    /^max_points (.*) has more than the framework's (\d+) decimals$/,
    'max_points $1 có nhiều hơn $2 chữ số thập phân của bộ chỉ số',
  ],
  [/^"(.*)" is no group; .*$/, '"$1" không phải nhóm đơn vị; đề nghị ghi nhóm đã có, hoặc communes-*'],
  [/^applies_to names "(.*)" twice; keep one$/, 'applies_to ghi "$1" hai lần; đề nghị giữ một'],
  [
    /^applies_to names "(.*)", which is neither a group nor a unit; .*$/,
    'applies_to ghi "$1" không phải nhóm hay đơn vị; các mã cách nhau bằng dấu chấm phẩy',
  ],
  [
    /^applies_to names "(.*)", a group that this framework is not for$/,
    'applies_to ghi "$1" là nhóm mà bộ chỉ số này không áp dụng',
  ],
  [
    /^is false, but (\d+) lines are marked illustrative; write true$/,
    'là false, nhưng $1 dòng đánh dấu minh họa; đề nghị ghi true',
  ],
  [/^is the framework itself, .*$/, 'là chính bộ chỉ số này, luôn so sánh được; đề nghị bỏ'],
  [/^write a code in lower-case letters.*$/, 'không phải mã; mã gồm chữ thường, chữ số và dấu _, bắt đầu bằng chữ'],
  [
    /^write a plain decimal such as .*$/,
    'không phải số thập phân; đề nghị ghi "140" hoặc "12.5", không có số 0 thừa ở cuối',
  ],
  [
    /^write the day \(YYYY-MM-DD\).*$/,
    'không phải ngày; đề nghị ghi ngày (YYYY-MM-DD), hoặc năm khi không đọc được ngày',
  ],
  [/^write an id in lower-case letters.*$/, 'không phải mã bộ chỉ số; mã gồm chữ thường, chữ số và dấu gạch nối'],
  [/^write a group, or a prefix and \*$/, 'không phải nhóm đơn vị; đề nghị ghi nhóm, hoặc phần đầu và dấu *'],
  [/^Unrecognized keys?: (.*)$/, 'có trường không dùng: $1; đề nghị bỏ'],
  [/^Invalid input: expected (\w+), received undefined$/, 'còn thiếu; đề nghị bổ sung'],
  [/^Invalid input: expected (.*), received (\w+)$/, 'phải là $1, đang là $2'],
  [/^Invalid input: expected (.*)$/, 'chỉ nhận $1'],
  [/^Invalid option: expected one of (.*)$/, 'chỉ nhận một trong $1'],
  [/^Invalid URL$/, 'không phải địa chỉ (URL); đề nghị ghi đủ, như https://example.vn'],
  [/^Too small: expected \w+ to (?:have|be) >=?\s?(\d+).*$/, 'quá ít hoặc quá nhỏ; ít nhất $1'],
  [/^Too big: expected \w+ to (?:have|be) <=?\s?(\d+).*$/, 'quá nhiều hoặc quá lớn; nhiều nhất $1'],
];

/** Before a message of `framework.json`, where in it: `total.points: `. */
const place = /^((?:[a-z_]+|\d+)(?:\.(?:[a-z_]+|\d+))*): (.*)$/s;

/** Null for a message that has none of the shapes: told as it is, rather than not at all. */
export function complaintVi({ message }: Pick<Complaint, 'message'>): string | null {
  const own = translate(message);
  if (own !== null) return own;
  const [, path, rest = ''] = place.exec(message) ?? [];
  const told = path === undefined ? null : translate(rest);
  return told === null ? null : `${path}: ${told}`;
}

function translate(message: string): string | null {
  const found = shapes.find(([shape]) => shape.test(message));
  return found ? message.replace(found[0], found[1]) : null;
}
