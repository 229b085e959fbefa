import { day } from './day.ts';
import { Problem } from './problem.ts';

interface WithQuery {
  queryStringParameters?: Record<string, string | undefined>;
}

/** The query, when it has no other keys than those named: a slip in one must not be taken for its absence. */
export function queryParameters<Name extends string>(
  { queryStringParameters = {} }: WithQuery,
  ...names: Name[]
): Partial<Record<Name, string>> {
  const unknown = Object.keys(queryStringParameters).find((key) => !(names as string[]).includes(key));
  if (unknown === undefined) return queryStringParameters as Partial<Record<Name, string>>;
  const known = names.length > 0 ? names.join(', ') : 'none';
  throw new Problem(
    400,
    'query-unknown',
    `Tham số "${unknown.slice(0, 100)}" không có ở địa chỉ này; các tham số: ${names.length > 0 ? names.join(', ') : 'không có'}.`,
    `There is no parameter "${unknown.slice(0, 100)}" here; known: ${known}.`,
  );
}

/** The query, when it has exactly these keys. */
export function requiredParameters<Name extends string>(event: WithQuery, ...names: Name[]): Record<Name, string> {
  const query = queryParameters(event, ...names);
  const missing = names.find((name) => query[name] === undefined);
  if (missing === undefined) return query as Record<Name, string>;
  throw new Problem(
    400,
    'query-missing',
    `Thiếu tham số "${missing}"; đề nghị bổ sung: ${names.join(', ')}.`,
    `The parameter "${missing}" is missing; needed: ${names.join(', ')}.`,
  );
}

/** `true`, `false` or absent; anything else is refused. */
export function flag<Name extends string>(query: Partial<Record<Name, string>>, name: Name): boolean {
  const value = query[name];
  if (value === undefined || value === 'false') return false;
  if (value === 'true') return true;
  throw new Problem(400, 'query-invalid', `Tham số "${name}" chỉ nhận true hoặc false.`, `"${name}" is true or false.`);
}

/** A day, `2026-10-15`; undefined where it is absent. */
export function dayParameter<Name extends string>(
  query: Partial<Record<Name, string>>,
  name: Name,
): string | undefined {
  const value = query[name];
  if (value === undefined || day.safeParse(value).success) return value;
  throw new Problem(400, 'query-invalid', `Tham số "${name}" ghi ngày, dạng 2026-10-15.`, `"${name}" is a day.`);
}

/** A positive whole number, or null where it is absent. */
export function wholeNumber<Name extends string>(query: Partial<Record<Name, string>>, name: Name): number | null {
  const value = query[name];
  if (value === undefined) return null;
  if (/^[1-9]\d{0,8}$/.test(value)) return Number.parseInt(value, 10);
  throw new Problem(400, 'query-invalid', `Tham số "${name}" phải là số nguyên dương.`, `"${name}" is a whole number.`);
}
