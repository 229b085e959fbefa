import * as z from 'zod';
import { publicAnswers } from './answers.ts';
import { type PublicRoute, publicRoutes } from './public-routes.ts';
import { publicQuery } from './queries.ts';

type Json = Record<string, unknown>;

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: ref('Problem') } },
});

const pathParameters: Record<string, { description: string; example: string }> = {
  group: { description: 'Nhóm đơn vị / group of units', example: 'province34' },
  period: { description: 'Kỳ / period', example: '2024' },
  index: { description: 'Index', example: 'dti' },
  number: { description: 'Which release of the period', example: 'r1' },
  unit_id: { description: 'Mã đơn vị / id of the unit', example: 'P01-2025' },
  sha256: { description: 'Hash of the framework', example: 'a'.repeat(64) },
};

/** Paths and schemas of the public routes for OpenAPI 3.1, made from the schemas that validate. */
export const describePublicApi = () => ({
  paths: Object.fromEntries(publicRoutes.map((route) => [route.path, { get: describeRoute(route) }])),
  schemas: describeAnswers(),
});

function describeRoute(route: PublicRoute): Json {
  const parameters = [...describePath(route.path), ...route.query.map(describeQuery)];
  return {
    operationId: route.operationId,
    summary: `${route.summary}; HEAD answers the same without the body`,
    ...(parameters.length > 0 ? { parameters } : {}),
    security: [],
    responses: describeResponses(route),
  };
}

const describePath = (path: string): Json[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    ...{ name, in: 'path', required: true, ...pathParameters[name], schema: { type: 'string' } },
  }));

function describeQuery(name: keyof typeof publicQuery): Json {
  const { description, ...schema } = bare(z.toJSONSchema(publicQuery[name], { io: 'input' }));
  return { name, in: 'query', required: false, description, schema };
}

const header = (description: string) => ({ description, schema: { type: 'string' } });
const kept = {
  never: '`public, max-age=31536000, immutable`',
  'with a release': '`public, max-age=60`; a numbered release asked for by its number: for ever',
};

function describeResponses(route: PublicRoute): Json {
  const content = Object.entries(route.answers).map(([type, name]) => [
    type,
    { schema: name ? ref(name) : { type: type.endsWith('json') ? 'object' : 'string' } },
  ]);
  return {
    200: {
      description: Object.values(route.answers).filter(Boolean).join(', ') || 'The document',
      headers: { ETag: header('Of these bytes'), 'Cache-Control': header(kept[route.changes]) },
      content: Object.fromEntries(content),
    },
    ...(route.leadsToFile ? { 303: { description: 'Excel: Location is the file of the release' } } : {}),
    304: { description: 'If-None-Match names what would be answered' },
    400: problem('A query key that is not known here, a value that it cannot hold, or a part of the path too long'),
    ...(route.unknown ? { 404: problem(route.unknown) } : {}),
    ...(Object.keys(route.answers).length > 1 ? { 406: problem('None of the formats is acceptable') } : {}),
  };
}

function describeAnswers(): Record<string, Json> {
  const registry = z.registry<{ id: string }>();
  for (const [id, shape] of Object.entries(publicAnswers)) registry.add(shape as z.ZodType, { id });
  const { schemas } = z.toJSONSchema(registry, { uri: (id) => ref(id).$ref });
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, bare(schema as Json)]));
}

/** Without what an OpenAPI document says once for all, and bounds that are those of the language. */
function bare<Schema extends object>({ ...schema }: Schema): Json {
  const json = JSON.parse(JSON.stringify(schema), (_, value) => {
    // A named format says it; its pattern is zod's own.
    if (value?.format && value.pattern) return { ...value, pattern: undefined };
    return value === Number.MAX_SAFE_INTEGER ? undefined : value;
  });
  const { $schema: _, $id: __, ...described } = json;
  return described;
}
