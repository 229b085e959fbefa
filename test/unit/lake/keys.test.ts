import { describe, expect, it } from 'vitest';
import { answerDocumentKey, figuresKey, parseRawKey, rawFormats, rawKey } from '../../../shared/lake/keys.ts';
import { tableOf } from '../../../shared/lake/tables.ts';

const key = { group: 'province34', period: '2026-Q3', unit_id: 'P01-2025', sha256: '0a'.repeat(32) };

describe('tableOf', () => {
  it('knows the tables of the lake and no other', () => {
    expect(tableOf('frozen_units').table).toBe('frozen_units');
    expect(() => tableOf('units')).toThrow('TABLE_UNKNOWN');
  });
});

describe('raw keys', () => {
  it.each(rawFormats)('of %s say all that the check needs to know of the file', (format) => {
    expect(parseRawKey(rawKey({ ...key, format }))).toEqual({ ...key, format });
  });

  it('know the communes of a province by the province’s id', () => {
    const commune = { ...key, group: 'communes-P04-2025', unit_id: 'P04-2025-C001', format: 'xlsx' as const };
    expect(parseRawKey(rawKey(commune))).toEqual(commune);
  });

  it.each([
    ['another format', rawKey({ ...key, format: 'xlsx' }).replace('.xlsx', '.xlsm')],
    ['an answer of the lake', answerDocumentKey(key, key.sha256)],
    ['figures of the lake', figuresKey(key, key.sha256)],
    ['a name that is no hash', 'submissions/province34/2024/P01-2025/form.xlsx'],
    ['a way out of the folder', `submissions/province34/2024/../${key.sha256}.xlsx`],
    ['something before it', `x${rawKey({ ...key, format: 'csv' })}`],
  ])('are not %s', (_, other) => {
    expect(parseRawKey(other)).toBeNull();
  });

  it('keep apart the same bytes that came by two doors', () => {
    expect(new Set(rawFormats.map((format) => rawKey({ ...key, format }))).size).toBe(rawFormats.length);
  });
});
