/** The body of `application/problem+json` (RFC 9457). Title and detail in Vietnamese, `detail_en` beside it. */
export interface ProblemBody {
  type: string;
  title: string;
  status: number;
  detail: string;
  detail_en: string;
  request_id: string;
}

const titles: Record<number, string> = {
  400: 'Yêu cầu chưa hợp lệ',
  403: 'Không có quyền',
  404: 'Không tìm thấy',
  406: 'Không có định dạng được yêu cầu',
  409: 'Xung đột với trạng thái hiện tại',
  413: 'Nội dung quá lớn',
  415: 'Định dạng gửi lên không được hỗ trợ',
  422: 'Nội dung chưa hợp lệ',
  429: 'Gửi quá nhiều lần',
  500: 'Hệ thống đang gặp lỗi',
  503: 'Hệ thống đang bận',
};

interface ProblemMore {
  headers?: Record<string, string>;
  members?: Record<string, unknown>;
}

/** A refusal below 500, which says what to do. Thrown by use cases and put on the wire by the HTTP edge alone. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly detailEn: string;
  readonly headers: Record<string, string>;
  /** Members beside the standard ones, as RFC 9457 lets a type have. */
  readonly members: Record<string, unknown>;

  constructor(status: number, code: string, detail: string, detailEn: string, more: ProblemMore = {}) {
    super(`${status} ${code}: ${detailEn}`);
    this.headers = more.headers ?? {};
    this.members = more.members ?? {};
    this.status = status;
    this.code = code;
    this.detail = detail;
    this.detailEn = detailEn;
  }
}

export function problemBody(problem: Problem, requestId: string): ProblemBody {
  // First: none may pass for a member of the body's own.
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

/** Others were always first; the same call a moment later gets through. */
export const busyProblem = () =>
  new Problem(503, 'busy', 'Hệ thống đang bận. Đề nghị gửi lại sau vài giây.', 'Busy; try again in a few seconds.', {
    headers: { 'retry-after': '2' },
  });

/** From 500 on the caller learns a request id and nothing else. */
export const faultProblem = () =>
  new Problem(
    500,
    'fault',
    'Yêu cầu chưa được thực hiện. Vui lòng gửi lại sau; nếu vẫn lỗi, đề nghị báo mã yêu cầu (request_id).',
    'The request was not carried out. Try again later, or report the request_id.',
  );
