import { describe, expect, it } from 'vitest';
import { guardRules } from '../../../../shared/workbook/guard/guard-rules.ts';
import { findGuard } from '../../../../shared/workbook/guard/refusal.ts';
import { hostileWorkbooks } from '../../../support/hostile-workbooks.ts';

const placesOf = (message: string): string[] => (message.match(/\{\w+\}/g) ?? []).sort();

describe('guardRules', () => {
  it('has a hostile file for each rule that refuses, because a rule that nothing sets off is not known to work', () => {
    const shown = new Set<string>(hostileWorkbooks.map(({ refusedBy }) => refusedBy ?? ''));
    const errors = guardRules.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);

    expect(errors.filter((rule) => !shown.has(rule))).toEqual([]);
  });

  it('fills the same places in both languages, because one of them would otherwise show a raw place', () => {
    for (const { message_vi, message_en } of guardRules) expect(placesOf(message_en)).toEqual(placesOf(message_vi));
  });
});

describe('findGuard', () => {
  it('fills the places of the message, because the submitter is told what was found and what is allowed', () => {
    const finding = findGuard('TOO_MANY_ROWS', { sheet: 'Số liệu', found: 20_001, max: 20_000 });

    expect(finding).toMatchObject({ rule: 'TOO_MANY_ROWS', sheet: 'Số liệu', value: '20001', cell: null });
    expect(finding.message_vi).toContain('“Số liệu” có quá nhiều dòng hoặc ô (20001, tối đa 20000)');
    expect(finding.message_en).toContain('“Số liệu”');
  });

  it('shortens what came from the file, because a name of a megabyte would travel into every answer and log', () => {
    const finding = findGuard('ZIP_BAD_NAME', { found: 'x'.repeat(1_000_000), sheet: 'y'.repeat(1_000_000) });

    expect(finding.value).toHaveLength(200);
    expect(finding.sheet).toHaveLength(200);
  });

  it('does not fill places inside what came from the file, because a sheet may be named {max}', () => {
    const finding = findGuard('TOO_MANY_ROWS', { sheet: '{max}', found: 5, max: 4 });

    expect(finding.message_en).toContain('“{max}”');
  });
});
