import { openApi } from '../../functions/serve-scoreboard/openapi.ts';
import { callerRoles } from '../../shared/identity/caller.ts';
import { functions, type Role, type Route } from '../topology.ts';
import { code, markdownTable, pageHead } from './markdown.ts';

/** What the page reads of a schema; the document has no more kinds than these. */
interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: string[];
  description?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  allOf?: Schema[];
  oneOf?: Schema[];
  /** As zod writes what may be null. */
  anyOf?: Schema[];
  const?: string;
  additionalProperties?: Schema | false;
}

interface Operation {
  summary: string;
  parameters?: { name: string; in: string; required: boolean; description: string; example?: string }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { description: string; content?: Record<string, { schema: Schema }> }>;
}

const paths = openApi.paths as unknown as Record<string, Record<string, Operation>>;
const schemas = openApi.components.schemas as unknown as Record<string, Schema>;

/** The OpenAPI document as a page, with the roles of `infra/topology.ts`. */
export function renderApiPage(): string {
  const { title, version, description } = openApi.info;
  const about = `${title} ${version}. ${description}\n\nThe document itself is served at \`/v1/openapi.json\`. ${signIn}`;
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => operationPart(method.toUpperCase(), path, operation)),
  );
  const shapes = Object.entries(schemas).map(([name, schema]) => `### ${name}\n\n${propertyTable(schema)}`);
  const head = pageHead('API', about, 'functions/serve-scoreboard/openapi/ and infra/topology/');
  return [head, '## Routes\n', ...operations, '## Shapes\n', ...shapes].join('\n');
}

const signIn =
  'Everything but public reading needs `Authorization: Bearer <JWT>` with the claims `sub`, `dti_role` ' +
  `(${callerRoles.map(code).join(', ')}) and, for an officer or certifier, \`dti_unit\`; without \`dti_owner\` a role is ` +
  'held for the groups of the ministry, without `dti_bodies` (ids of `shared/frameworks/bodies.json`, parted by spaces or `;`) an appraiser decides for all verifying bodies. Refusals are problem documents (`application/problem+json`).';

function operationPart(method: string, path: string, operation: Operation): string {
  const parts = [`### ${method} ${path}\n\n${operation.summary}. Roles: ${rolesOf(method, path).join(', ')}.\n`];
  if (operation.parameters) parts.push(parameterTable(operation.parameters));
  for (const [type, { schema }] of Object.entries(operation.requestBody?.content ?? {})) {
    const shape = schema.properties ? `\n\n${propertyTable(schema)}` : ` ${describe(schema)}\n`;
    parts.push(`Body, ${code(type)}:${shape}`);
  }
  parts.push(responseTable(operation.responses));
  return parts.join('\n');
}

/** Throws on a route that only one of the two documents knows. */
function rolesOf(method: string, path: string): Role[] {
  const routes: Route[] = functions.flatMap(({ trigger }) => (trigger.kind === 'http' ? trigger.routes : []));
  const route = routes.find((candidate) => candidate.method === method && candidate.path === path);
  if (!route) throw new Error(`${method} ${path} is in functions/serve-scoreboard/openapi/ and not in infra/topology/`);
  return route.roles;
}

const parameterTable = (parameters: NonNullable<Operation['parameters']>): string =>
  markdownTable(
    ['Parameter', 'In', 'Required', 'Meaning', 'Example'],
    parameters.map(({ name, in: place, required, description, example }) => {
      return [code(name), place, required ? 'yes' : 'no', description, example ? code(example) : ''];
    }),
  );

const responseTable = (responses: Operation['responses']): string =>
  markdownTable(
    ['Status', 'Meaning', 'Body'],
    Object.entries(responses).map(([status, { description, content }]) => {
      const bodies = Object.entries(content ?? {}).map(([type, { schema }]) => `${code(type)}: ${typeOf(schema)}`);
      return [status, description, bodies.join('; ')];
    }),
  );

const propertyTable = (schema: Schema): string => {
  const { properties, required } = flatten(schema);
  return markdownTable(
    ['Field', 'Type', 'Required', 'Meaning'],
    Object.entries(properties).map(([name, schema]) => {
      return [code(name), typeOf(schema), required.includes(name) ? 'yes' : 'no', schema.description ?? ''];
    }),
  );
};

/** The fields of a shape that is made of others, with theirs. */
function flatten({ $ref, allOf = [], ...own }: Schema): Required<Pick<Schema, 'properties' | 'required'>> {
  const parts = [...($ref ? [schemas[$ref.replace('#/components/schemas/', '')]!] : []), ...allOf].map(flatten);
  return {
    properties: Object.assign({}, ...parts.map(({ properties }) => properties), own.properties),
    required: [...parts.flatMap(({ required }) => required), ...(own.required ?? [])],
  };
}

function typeOf(schema: Schema): string {
  if (schema.$ref) return schema.$ref.replace('#/components/schemas/', '');
  if (schema.enum) return schema.enum.map((value) => code(value)).join(' or ');
  if (schema.allOf) return schema.allOf.map(typeOf).join(' with ');
  if (schema.const !== undefined) return code(schema.const);
  const oneOf = schema.oneOf ?? schema.anyOf;
  if (oneOf) return oneOf.map(typeOf).join(' or ');
  const orNull = Array.isArray(schema.type) && schema.type.includes('null') ? ' or null' : '';
  if (schema.items) return `list of (${typeOf(schema.items)})${orNull}`;
  if (schema.properties) return `${fieldsOf(schema.properties)}${orNull}`;
  if (schema.additionalProperties) return `map of ${typeOf(schema.additionalProperties)}${orNull}`;
  return [schema.type ?? 'any'].flat().join(' or ');
}

const describe = (schema: Schema): string => [typeOf(schema), schema.description].filter(Boolean).join('. ');

const fieldsOf = (properties: Record<string, Schema>): string =>
  `{ ${Object.entries(properties)
    .map(([name, schema]) => `${code(name)}: ${typeOf(schema)}`)
    .join(', ')} }`;
