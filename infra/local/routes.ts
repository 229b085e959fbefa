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

const isParameter = (segment: string) => segment.startsWith('{');

/** Finds the function of a request. A literal segment beats a parameter, as on API Gateway. */
export function compileRoutes(specs: FunctionSpec[]): (method: string, rawPath: string) => MatchedRoute | null {
  const compiled = specs.flatMap(({ name, trigger }) =>
    trigger.kind === 'http'
      ? trigger.routes.map((route) => ({ functionName: name, route, segments: route.path.split('/') }))
      : [],
  );
  compiled.sort((a, b) => a.segments.filter(isParameter).length - b.segments.filter(isParameter).length);
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

/** Null for broken percent-encoding. */
export function decodeSegment(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
