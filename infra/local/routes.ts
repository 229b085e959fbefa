import type { FunctionSpec, Route } from '../topology.ts';

export interface MatchedRoute {
  functionName: string;
  route: Route;
  pathParameters: Record<string, string>;
}

interface CompiledRoute {
  functionName: string;
  route: Route;
  segments: string[];
}

/** `/v1/{proxy+}`: whatever follows, one segment at least. */
const isGreedy = (segments: string[]) => segments.at(-1)?.endsWith('+}') ?? false;
const isParameter = (segment: string) => segment.startsWith('{');

/** Finds the function of a request. A literal segment beats a parameter, as on API Gateway. */
export function compileRoutes(specs: FunctionSpec[]): (method: string, rawPath: string) => MatchedRoute | null {
  const compiled = specs.flatMap(({ name, trigger }) =>
    trigger.kind === 'http'
      ? trigger.routes.map((route) => ({ functionName: name, route, segments: route.path.split('/') }))
      : [],
  );
  const looseness = ({ segments }: CompiledRoute) =>
    segments.filter(isParameter).length + (isGreedy(segments) ? Number.POSITIVE_INFINITY : 0);
  compiled.sort((a, b) => Math.sign(looseness(a) - looseness(b)) || 0);
  return (method, rawPath) => {
    for (const candidate of compiled) {
      if (candidate.route.method !== method) continue;
      const pathParameters = matchPath(candidate, rawPath.split('/'));
      if (pathParameters) return { functionName: candidate.functionName, route: candidate.route, pathParameters };
    }
    return null;
  };
}

function matchPath({ segments }: CompiledRoute, given: string[]): Record<string, string> | null {
  if (isGreedy(segments)) return matchGreedy(segments, given);
  if (segments.length !== given.length) return null;
  const parameters: Record<string, string> = {};
  for (const [index, segment] of segments.entries()) {
    const value = decodeSegment(given[index]!);
    if (value === null) return null;
    if (!isParameter(segment)) {
      if (segment !== value) return null;
    } else {
      if (value === '') return null;
      parameters[segment.slice(1, -1)] = value;
    }
  }
  return parameters;
}

function matchGreedy(segments: string[], given: string[]): Record<string, string> | null {
  const before = segments.slice(0, -1);
  if (given.length <= before.length || before.some((segment, position) => segment !== given[position])) return null;
  const rest = decodeSegment(given.slice(before.length).join('/'));
  return rest ? { [segments.at(-1)!.slice(1, -2)]: rest } : null;
}

/** Null for broken percent-encoding. */
export function decodeSegment(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
