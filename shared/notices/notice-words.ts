import { formatDate, minuteInVietnam } from '../format/format-date.ts';
import type { Notice, NoticeKind } from './notice.ts';

/** What a mail says: its subject, a sentence or two, and the same in one English line. */
export interface Words {
  subject: string;
  text: string;
  en: string;
}

/** What the words are made of: of the notice, and what only sending knows. */
export interface Said {
  about: Notice['about'];
  facts: NonNullable<Notice['facts']>;
  /** Days from today to the deadline. */
  daysLeft: number;
  /** Name of the unit that it is about, for who hears of several. */
  unit: string;
}

const day = (value: string | number | undefined): string => formatDate(String(value));

/** `09:00 ngày 01/12/2026` */
const minute = (value: string | number | undefined): string => minuteInVietnam(String(value));

/** `r1` of `dti/province34/2024/r1`: group and period stand over the text. */
const number = (release: string | number | undefined): string => String(release).split('/').at(-1)!;

/** What is still missing, in the words of the states. */
const missingWords: Record<string, string> = {
  missing: 'Đơn vị chưa lấy biểu mẫu và chưa gửi số liệu.',
  opened: 'Đơn vị đã lấy biểu mẫu nhưng chưa có số liệu được tiếp nhận.',
  rejected: 'Số liệu đã gửi bị từ chối; đơn vị chưa có số liệu được tiếp nhận.',
  accepted: 'Số liệu đã được tiếp nhận nhưng lãnh đạo đơn vị chưa xác nhận nên chưa được tính.',
};

const stateWords = ({ facts }: Said): string => missingWords[String(facts.state)] ?? missingWords.missing!;

/** A month ahead a number of days says nothing. */
const daysLeft = ({ daysLeft: left }: Said): string =>
  left === 0 ? ', hôm nay là ngày cuối' : left <= 30 ? `, còn ${left} ngày` : '';

/** Mails may come in another order than they were sent: what stands is where it can be looked up. */
const calendarVi = 'Lịch hiện hành: trang công bố, mục Các đợt công bố.';
const calendarEn = 'What stands is in the release calendar on the public site.';

/** One entry a kind. No figure that was declared or scored, and no text that a person wrote, is ever in a mail. */
export const noticeWords: Record<NoticeKind, (said: Said) => Words> = {
  accepted: ({ about, facts }) => ({
    subject: `Lần gửi ${about.receipt} đã được tiếp nhận`,
    text: `Lần gửi ${about.receipt} của đơn vị đã được tiếp nhận${Number(facts.warnings) > 0 ? `; có ${facts.warnings} nội dung cần rà soát` : ''}.`,
    en: `Submission ${about.receipt} was accepted.`,
  }),
  rejected: ({ about, facts }) => ({
    subject: `Lần gửi ${about.receipt} bị từ chối, có ${facts.errors} lỗi cần sửa`,
    text: `Lần gửi ${about.receipt} của đơn vị chưa được tiếp nhận: có ${facts.errors} lỗi. Đề nghị sửa các ô được chỉ ra rồi gửi lại.`,
    en: `Submission ${about.receipt} was rejected with ${facts.errors} errors.`,
  }),
  returned: ({ about }) => ({
    subject: `Lãnh đạo đơn vị trả lại lần gửi ${about.receipt}`,
    text: `Lần gửi ${about.receipt} được lãnh đạo đơn vị trả lại kèm ý kiến. Đề nghị xem ý kiến, sửa và gửi lại.`,
    en: `The head of the unit returned submission ${about.receipt}.`,
  }),
  question: ({ facts }) => ({
    subject: facts.questions
      ? `Có thêm ${facts.questions} câu hỏi về số liệu của đơn vị`
      : 'Có câu hỏi về số liệu của đơn vị',
    text: 'Cơ quan chủ trì có câu hỏi hoặc yêu cầu bổ sung đối với số liệu của đơn vị. Đề nghị xem và trả lời trước ngày ghi trong câu hỏi.',
    en: 'The ministry has asked a question about your figures.',
  }),
  appraised: ({ about, facts }) => ({
    subject: `Kết quả thẩm định ${facts.indicators} chỉ số`,
    text: `Ngày ${day(about.day)}, kết quả thẩm định của ${facts.indicators} chỉ số của đơn vị đã được ghi nhận hoặc thay đổi. Đề nghị xem lý do và giải trình nếu cần.`,
    en: `${facts.indicators} indicators of your unit were appraised on ${about.day}.`,
  }),
  'preview-opened': ({ about }) => ({
    subject: `Mời xem kết quả dự kiến, đến hết ngày ${day(about.until)}`,
    text: `Kết quả dự kiến của đơn vị được mở để xem và cho ý kiến đến hết ngày ${day(about.until)}. Kết quả này chưa công bố.`,
    en: `The preview of your result is open until ${about.until}.`,
  }),
  'objection-answered': () => ({
    subject: 'Ý kiến của đơn vị đã được trả lời',
    text: 'Ý kiến của đơn vị về kết quả dự kiến đã được trả lời.',
    en: 'Your objection was answered.',
  }),
  announced: ({ about }) => ({
    subject: `Kết quả sẽ được công bố lúc ${minute(about.public_at)}`,
    text: `Kết quả của kỳ sẽ được công bố lúc ${minute(about.public_at)}, giờ Việt Nam. Trước thời điểm đó kết quả chưa được công bố ở đâu. ${calendarVi}`,
    en: `The result goes public at ${about.public_at}. ${calendarEn}`,
  }),
  'announcement-withdrawn': ({ facts: { public_at } }) => ({
    subject: `Thời điểm công bố kết quả${public_at ? `, ${minute(public_at)},` : ''} đã được rút lại`,
    text: `Thời điểm công bố đã báo trước${public_at ? ` (${minute(public_at)}, giờ Việt Nam)` : ''} được rút lại; lúc rút lại kết quả chưa được công bố. ${calendarVi}`,
    en: `The minute that was announced${public_at ? `, ${public_at},` : ''} is withdrawn. ${calendarEn}`,
  }),
  released: ({ about }) => ({
    subject: 'Kết quả đã công bố',
    text: `Kết quả đã được công bố (đợt ${number(about.release)}).`,
    en: `${number(about.release)} was released.`,
  }),
  superseded: ({ about, facts }) => ({
    subject: 'Kết quả đã công bố được thay thế bằng bản đính chính',
    text: `Đợt ${number(facts.corrects)} được thay thế bằng đợt ${number(about.release)}; lý do đính chính ghi cùng kết quả.`,
    en: `${number(facts.corrects)} was superseded by ${number(about.release)}.`,
  }),
  reopened: ({ about }) => ({
    subject: `Đơn vị được mở lại đến hết ngày ${day(about.until)}`,
    text: `Đơn vị được gửi lại số liệu đến hết ngày ${day(about.until)}; lý do ghi trên cổng.`,
    en: `Your unit may send again until ${about.until}.`,
  }),
  'deadline-moved': ({ about }) => ({
    subject: `Hạn gửi đổi thành ngày ${day(about.deadline)}`,
    text: `Hạn gửi của kỳ đổi thành hết ngày ${day(about.deadline)}; lý do ghi trên cổng.`,
    en: `The deadline is now ${about.deadline}.`,
  }),
  reminder: (said) => ({
    subject: `Hạn gửi ngày ${day(said.about.deadline)}${daysLeft(said)}`,
    text: `Hạn gửi là hết ngày ${day(said.about.deadline)}${daysLeft(said)}. ${stateWords(said)}`,
    en: `The deadline is ${said.about.deadline}, ${said.daysLeft} days left.`,
  }),
  late: (said) => ({
    subject: `Đã quá hạn gửi ngày ${day(said.about.deadline)}`,
    text: `Hạn gửi là hết ngày ${day(said.about.deadline)}, đã qua. ${stateWords(said)} Đề nghị gửi ngay; số liệu gửi sau hạn được ghi là gửi muộn.`,
    en: `The deadline of ${said.about.deadline} is past and nothing of your unit counts yet.`,
  }),
  reply: ({ unit }) => ({
    subject: `${unit} đã trả lời câu hỏi`,
    text: `${unit} đã trả lời câu hỏi về số liệu.`,
    en: `${unit} has answered a question.`,
  }),
  objection: ({ unit }) => ({
    subject: `${unit} có ý kiến về kết quả dự kiến`,
    text: `${unit} có ý kiến về kết quả dự kiến. Chỉ công bố được sau khi mọi ý kiến đã được trả lời.`,
    en: `${unit} objects to the preview.`,
  }),
  'run-ready': () => ({
    subject: 'Lần tính điểm đã xong, cần người thứ hai công bố',
    text: 'Lần tính điểm đã xong và có thể xem trước. Cần người thứ hai xem và công bố.',
    en: 'The run is ready; a second person is needed to release it.',
  }),
  'run-failed': () => ({
    subject: 'Lần tính điểm dừng vì có bước kiểm tra không đạt',
    text: 'Lần tính điểm đã dừng, chưa có gì được công bố. Lý do ghi ở lần tính điểm.',
    en: 'The run stopped; nothing was released.',
  }),
  'daily-summary': ({ about, facts }) => ({
    subject: `Tình hình ngày ${day(about.day)}: ${facts.missing} đơn vị chưa gửi`,
    text: `Trong ${facts.units} đơn vị: ${facts.missing} chưa có số liệu, ${facts.rejected} bị từ chối, ${facts.accepted} đã tiếp nhận, ${facts.certified} đã xác nhận.`,
    en: `${facts.missing} of ${facts.units} units are missing.`,
  }),
};
