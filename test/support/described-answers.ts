import { openApi } from '../../functions/serve-scoreboard/openapi.ts';

interface Schema {
  $ref?: string;
  type?: string | string[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  allOf?: Schema[];
  oneOf?: Schema[];
}

const schemas = openApi.components.schemas as unknown as Record<string, Schema>;
const resolve = (schema: Schema): Schema => (schema.$ref ? resolve(schemas[schema.$ref.split('/').at(-1)!]!) : schema);

/** Properties of an object as the document describes it, its parts laid together. */
function propertiesOf(schema: Schema): Record<string, Schema> {
  const { properties, allOf = [], oneOf = [] } = resolve(schema);
  return Object.assign({}, properties, ...[...allOf, ...oneOf].map(propertiesOf));
}

/** Those of its properties that are always there. */
function requiredOf(schema: Schema): string[] {
  const { required = [], allOf = [], oneOf = [] } = resolve(schema);
  return [...required, ...[...allOf, ...oneOf].flatMap(requiredOf)];
}

/** Whether it says no more than that something is an object. */
const isOpen = (schema: Schema): boolean => {
  const { properties, allOf, oneOf, type } = resolve(schema);
  if (oneOf) return oneOf.some((one) => isOpen(one));
  return properties === undefined && allOf === undefined && type === 'object';
};

/** Where an answer has a field that its schema does not describe, or lacks one that is always there. */
export const undescribed = (value: unknown, name: string): string[] => differences(value, schemas[name]!, name);

function differences(value: unknown, schema: Schema, path: string): string[] {
  if (Array.isArray(value)) {
    const { items = {} } = resolve(schema);
    return value.flatMap((one) => differences(one, items, `${path}[]`));
  }
  if (value === null || typeof value !== 'object' || isOpen(schema)) return [];
  const described = propertiesOf(schema);
  const keys = new Set([...Object.keys(value), ...requiredOf(schema)]);
  return [...keys].flatMap((key) => {
    const own = `${path}.${key}`;
    if (!(key in value) || !(key in described)) return [own];
    return differences((value as Record<string, unknown>)[key], described[key]!, own);
  });
}
