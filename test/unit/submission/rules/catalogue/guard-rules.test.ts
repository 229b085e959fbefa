import { describe, expect, it } from 'vitest';
import { guardRules } from '../../../../../shared/submission/rules/catalogue/guard-rules.ts';
import { hostileWorkbooks } from '../../../../support/hostile-workbooks.ts';

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
