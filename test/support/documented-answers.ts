import { openApi as openapi } from '../../functions/serve-scoreboard/openapi.ts';
import { compileRoutes } from '../../infra/local/routes.ts';
import { functions } from '../../infra/topology.ts';

type Operations = Record<string, { responses: Record<string, unknown> } | undefined>;
const paths: Record<string, Operations | undefined> = openapi.paths;
const match = compileRoutes(functions);

/** Statuses that the document names for a route; null: the route is not in it. */
export function documentedStatuses(method: string, path: string): number[] | null {
  const operation = paths[path]?.[method === 'HEAD' ? 'get' : method.toLowerCase()];
  return operation ? Object.keys(operation.responses).map(Number) : null;
}

/**
 * What is wrong with an answer: `POST /v1/runs answered 418`. From 500 on an answer is a fault, which no document promises;
 * 401 and what names no route come from the gateway.
 */
export function undocumented(method: string, url: string, status: number): string | null {
  const route = match(method, new URL(url).pathname)?.route;
  if (!route || status >= 500 || status === 401) return null;
  const documented = documentedStatuses(method, route.path);
  return documented && !documented.includes(status) ? `${method} ${route.path} answered ${status}` : null;
}
