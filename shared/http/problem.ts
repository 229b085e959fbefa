/** The body of `application/problem+json` (RFC 9457). Title and detail in Vietnamese, `detail_en` beside it. */
export interface ProblemBody {
  type: string;
  title: string;
  status: number;
  detail: string;
  detail_en: string;
  request_id: string;
}

/** Extension members of one kind of problem: what a program needs beside the sentence. None may bear a name of the body's own. */
export type ProblemMembers = Readonly<Record<string, unknown>>;

const titles: Record<number, string> = {
  400: 'Yêu cầu chưa hợp lệ',
  403: 'Không có quyền',
  404: 'Không tìm thấy',
  406: 'Không có định dạng được yêu cầu',
  409: 'Xung đột với trạng thái hiện tại',
  413: 'Nội dung quá lớn',
  415: 'Định dạng gửi lên không được hỗ trợ',
  422: 'Nội dung chưa hợp lệ',
  500: 'Hệ thống đang gặp lỗi',
};

/** A refusal below 500, which says what to do. Thrown by use cases and put on the wire by the HTTP edge alone. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly detailEn: string;
  readonly members: ProblemMembers;

  constructor(status: number, code: string, detail: string, detailEn: string, members: ProblemMembers = {}) {
    super(`${status} ${code}: ${detailEn}`);
    this.status = status;
    this.code = code;
    this.detail = detail;
    this.detailEn = detailEn;
    this.members = members;
  }
}

export function problemBody(problem: Problem, requestId: string): ProblemBody & ProblemMembers {
  return {
    ...problem.members,
    type: `urn:dti:problem:${problem.code}`,
    title: titles[problem.status] ?? 'Lỗi',
    status: problem.status,
    detail: problem.detail,
    detail_en: problem.detailEn,
    request_id: requestId,
  };
}

/** From 500 on the caller learns a request id and nothing else. */
export const faultProblem = () =>
  new Problem(
    500,
    'fault',
    'Yêu cầu chưa được thực hiện. Vui lòng gửi lại sau; nếu vẫn lỗi, đề nghị báo mã yêu cầu (request_id).',
    'The request was not carried out. Try again later, or report the request_id.',
  );
