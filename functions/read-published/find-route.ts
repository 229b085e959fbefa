import { Problem } from '../../shared/http/problem.ts';
import { type PublicRoute, publicRoutes } from '../../shared/public-api/public-routes.ts';

export interface FoundRoute {
  route: PublicRoute;
  pathParameters: Record<string, string>;
}

const shapes = publicRoutes.map((route) => ({
  route,
  shape: new RegExp(`^${route.path.replaceAll('.', '\\.').replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
}));

/**
 * The public route of an address. The API leads here whatever no other function is for, under one route of its own: a route
 * and a right to call for each would fill a third of the stack, and their faults more than one alarm.
 */
export function findRoute(path: string): FoundRoute {
  for (const { route, shape } of shapes) {
    const groups = shape.exec(path)?.groups;
    if (groups !== undefined || shape.test(path)) return { route, pathParameters: decoded(groups ?? {}) };
  }
  throw unknown();
}

/** Decoded already or not: no id of ours has a character that would be read twice. */
function decoded(parameters: Record<string, string>): Record<string, string> {
  try {
    return Object.fromEntries(Object.entries(parameters).map(([name, text]) => [name, decodeURIComponent(text)]));
  } catch {
    throw unknown();
  }
}

const unknown = () =>
  new Problem(
    404,
    'route-unknown',
    'Không có địa chỉ này; tài liệu API ở /v1/openapi.json.',
    'There is no such address; /v1/openapi.json describes those that are.',
  );
