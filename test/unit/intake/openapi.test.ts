import { describe, expect, it } from 'vitest';
import { checkAgain } from '../../../functions/check-submission/check-again.ts';
import { readGrid } from '../../../functions/read-submissions/read-grid.ts';
import { openApi } from '../../../functions/serve-scoreboard/openapi.ts';
import { officer, openIntake, unit } from '../../support/intake.ts';
import { board, formWith, jsonOf, list, send, submit, whole } from '../../support/intake-doors.ts';

interface Schema {
  $ref?: string;
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

/** Where a value has a field that is not described, or lacks one that is always there. */
function differences(value: unknown, schema: Schema, path: string): string[] {
  if (Array.isArray(value)) {
    const { items = {} } = resolve(schema);
    return value.flatMap((one) => differences(one, items, `${path}[]`));
  }
  if (value === null || typeof value !== 'object') return [];
  const described = propertiesOf(schema);
  const keys = new Set([...Object.keys(value), ...requiredOf(schema)]);
  return [...keys].flatMap((key) => {
    const own = `${path}.${key}`;
    if (!(key in value) || !(key in described)) return [own];
    return differences((value as Record<string, unknown>)[key], described[key]!, own);
  });
}

describe('the OpenAPI document', () => {
  it('describes every field that the doors of the intake answer with, and leaves out none that is always there', async () => {
    const intake = await openIntake();
    await send(intake, await formWith({ ...whole, a: '7' }));
    const values = await submit(intake, jsonOf(whole));
    const again = await checkAgain({ ...unit, receipt: '2' }, officer(), intake);
    const answers = { CheckedValues: values, CheckedAgain: again, UnitSubmissions: await list(intake) };
    const grid = await readGrid({ ...unit, after: null }, { receipt: '1' }, officer(), intake);
    const all = Object.entries({ ...answers, PeriodSubmissions: await board(intake), Grid: grid });
    expect(all.flatMap(([name, answer]) => differences(answer, schemas[name]!, name))).toEqual([]);
  });
});
