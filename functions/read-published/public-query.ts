import { Problem } from '../../shared/http/problem.ts';
import { queryParameters } from '../../shared/http/query-parameters.ts';
import type { PublicRoute } from '../../shared/public-api/public-routes.ts';
import { type PublicQueryKey, publicQuery } from '../../shared/public-api/queries.ts';

export type Query = Partial<Record<PublicQueryKey, string>>;

/** The query of a route: no key that is not its own, each value what its schema lets through. */
export function readQuery(event: { queryStringParameters?: Record<string, string | undefined> }, route: PublicRoute) {
  const given = queryParameters(event, ...route.query);
  const entries = Object.entries(given).map(([key, value]) => [key, readValue(key as PublicQueryKey, value ?? '')]);
  return Object.fromEntries(entries) as Query;
}

function readValue(key: PublicQueryKey, value: string): string {
  const parsed = publicQuery[key].safeParse(value.normalize('NFC'));
  if (parsed.success) return parsed.data;
  throw new Problem(
    400,
    'query-invalid',
    `Tham số "${key}" chưa hợp lệ; đề nghị xem giá trị được nhận trong tài liệu API.`,
    `"${key}": ${parsed.error.issues[0]?.message}.`,
  );
}
