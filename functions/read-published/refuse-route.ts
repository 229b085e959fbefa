import { Problem } from '../../shared/http/problem.ts';
import { publicRoutes } from '../../shared/public-api/public-routes.ts';

/** Of addresses that nothing else answers: a preflight of a public one is let by, everything else is not there. */
export function refuseRoute(path: string, method: string): void {
  if (method === 'OPTIONS' && isPublic(path)) return;
  throw new Problem(
    404,
    'route-unknown',
    'Không có địa chỉ này; tài liệu API ở /v1/openapi.json.',
    'There is no such address; /v1/openapi.json describes those that are.',
  );
}

const shapes = publicRoutes.map(
  ({ path }) => new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`),
);

const isPublic = (path: string): boolean => shapes.some((shape) => shape.test(path));
