import * as z from 'zod';
import type { Response } from './http-function.ts';
import { Problem } from './problem.ts';

/** What API Gateway hands over of a body. */
export interface WithBody {
  body?: string | undefined;
  isBase64Encoded?: boolean;
}

/** The JSON body in the shape asked for; anything else is a 400 or 422 that names the field. */
export function readBody<Shape extends z.ZodType>(event: WithBody, shape: Shape): z.infer<Shape> {
  const parsed = shape.safeParse(parseJson(event));
  if (parsed.success) return parsed.data;
  const { issues } = parsed.error;
  const unknown = issues.find((issue) => issue.code === 'unrecognized_keys');
  if (unknown) throw fieldUnknown(nameField(...unknown.path, unknown.keys[0]!));
  const field = nameField(...(issues[0]?.path ?? []));
  throw new Problem(
    422,
    'field-invalid',
    `Trường "${field}" chưa hợp lệ: ${wantedVi(issues[0])}.`,
    `Field "${field}": ${issues[0]?.message}.`,
  );
}

const typesVi: Record<string, string> = {
  string: 'là chuỗi ký tự',
  number: 'là số',
  int: 'là số nguyên',
  boolean: 'là true hoặc false',
  array: 'là danh sách',
};

/** What to write instead, in Vietnamese; zod has words of its own for English only. */
function wantedVi(issue: z.core.$ZodIssue | undefined): string {
  switch (issue?.code) {
    case 'invalid_type':
      return issue.message.endsWith('undefined')
        ? 'còn thiếu; đề nghị bổ sung'
        : `phải ${typesVi[issue.expected] ?? 'là một nhóm trường'}`;
    case 'invalid_value':
      return `chỉ nhận ${issue.values.map(String).join(', ')}`;
    case 'invalid_format':
      return issue.format === 'date'
        ? 'ghi ngày có thật, dạng 2026-10-15'
        : `phải đúng dạng ${issue.pattern ?? issue.format}`;
    case 'too_big':
      return issue.origin === 'string' ? `tối đa ${issue.maximum} ký tự` : `không lớn hơn ${issue.maximum}`;
    case 'too_small':
      return issue.origin === 'string' ? 'không được để trống' : `không nhỏ hơn ${issue.minimum}`;
    case 'custom':
      return issue.params?.vi;
    default:
      return 'đề nghị xem lại yêu cầu của trường này trong tài liệu API';
  }
}

const nothing = z.strictObject({});

/** For a route that takes no body: none, or one without a field. */
export function readNoBody(event: WithBody): void {
  if (bodyBytes(event).length > 0) readBody(event, nothing);
}

/** A slip in a field's name must not be taken for its absence. */
const fieldUnknown = (field: string) =>
  new Problem(400, 'field-unknown', `Trường "${field}" không có ở yêu cầu này.`, `There is no field "${field}" here.`);

const nameField = (...path: PropertyKey[]): string => path.map(String).join('.').slice(0, 100).toWellFormed() || 'body';

/** The body as it was sent. */
export const bodyBytes = ({ body = '', isBase64Encoded }: WithBody): Buffer =>
  Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');

interface WithPath {
  pathParameters?: Record<string, string | undefined>;
}

/** No name in an address is longer; as a key of the score store it could be refused as a fault of ours. */
const longestName = 100;

/** Parameters of the path; API Gateway has decoded them. */
export const pathParameters = <Name extends string>(event: WithPath, ...names: Name[]) =>
  Object.fromEntries(names.map((name) => [name, pathParameter(event, name)])) as Record<Name, string>;

function pathParameter(event: WithPath, name: string): string {
  const value = event.pathParameters?.[name]?.normalize('NFC') ?? '';
  if (value !== '' && value.length <= longestName) return value;
  throw new Problem(
    400,
    'path-invalid',
    `Thành phần "${name}" của địa chỉ bị thiếu hoặc quá dài.`,
    `"${name}" is missing in the path, or too long.`,
  );
}

export const answer = (statusCode: number, body: unknown): Response => ({
  statusCode,
  headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  body: JSON.stringify(body),
});

export const html = (body: string): Response => ({
  statusCode: 200,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
  },
  body,
});

export const redirect = (location: string): Response => ({
  statusCode: 303,
  headers: { location, 'cache-control': 'no-store' },
});

function parseJson(event: WithBody): unknown {
  try {
    return JSON.parse(bodyBytes(event).toString('utf8'), requireText);
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem(
      400,
      'json-invalid',
      'Nội dung gửi lên không phải JSON. Đề nghị gửi JSON đúng cú pháp.',
      'The body is not JSON.',
    );
  }
}

/** Half a character, as `"\ud800"`, can be written in JSON and nowhere else: not in a header, a hash or a page. */
function requireText(key: string, value: unknown): unknown {
  if (typeof value !== 'string' || value.isWellFormed()) return value;
  const field = nameField(key);
  throw new Problem(
    400,
    'text-invalid',
    `Trường "${field}" có ký tự Unicode không trọn vẹn. Đề nghị nhập lại nội dung này.`,
    `Field "${field}" holds half of a Unicode character (a lone surrogate).`,
  );
}
