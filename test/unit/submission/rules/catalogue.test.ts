import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFinding, noPlace } from '../../../../shared/submission/finding.ts';
import { guardRules } from '../../../../shared/submission/rules/catalogue/guard-rules.ts';
import { ruleCatalogue, ruleEntry } from '../../../../shared/submission/rules/catalogue.ts';
import { figureRuleChecks } from '../../../../shared/submission/rules/figure-rules.ts';

const root = join(import.meta.dirname, '../../../..');
const ours = join(root, 'shared/submission');
const ids = ruleCatalogue.map(({ rule }) => rule);
const guardIds = new Set(guardRules.map(({ rule }) => rule));

async function sources(directory: string): Promise<string[]> {
  const files = (await readdir(directory, { recursive: true })).filter((file) => file.endsWith('.ts')).sort();
  return Promise.all(files.map((file) => readFile(join(directory, file), 'utf8')));
}

/** Six letters and more: `CSV` and `FALSE` are no rules. */
const used = (text: string) => [...text.matchAll(/'([A-Z][A-Z0-9_]{5,})'/g)].map((match) => match[1]!);

/** Codes of faults, which are ours and not the submitter's. */
const faults = (text: string) => [...text.matchAll(/Fault\(\s*'([A-Z0-9_]+)'/g)].map((match) => match[1]!);

describe('rule catalogue', () => {
  it('has each rule once', () => expect(new Set(ids).size).toBe(ids.length));

  it.each(ruleCatalogue)('says $rule in two languages, what is asked and what to do', (entry) => {
    for (const text of [entry.text_vi, entry.text_en, entry.message_vi, entry.message_en]) {
      expect(text.trim()).not.toBe('');
    }
    expect(entry.message_vi).toBe(entry.message_vi.normalize('NFC'));
    expect(entry.message_vi).not.toMatch(/!|\bbạn\b|hãy|(?<![{_])sheet/i);
    if (entry.severity === 'error') expect(entry.message_vi).toMatch(/đề nghị|các trường được nhận/i);
    expect(entry.since).toMatch(/^\d+$/);
  });

  it('holds every rule that the code names, or a finding would have no words', async () => {
    const code = await sources(ours);
    const known = new Set([...ids, ...code.flatMap(faults)]);
    expect(code.flatMap(used).filter((id) => !known.has(id))).toEqual([]);
  });

  it('holds no rule of ours that nothing can find', async () => {
    const code = (await sources(ours)).filter((text) => !/^export const \w+Rules: readonly RuleEntry\[\]/m.test(text));
    const named = new Set(code.flatMap(used));
    expect(ids.filter((id) => !guardIds.has(id) && !named.has(id))).toEqual([]);
  });

  it('has a test for every rule of ours', async () => {
    const tests = [
      ...(await sources(join(root, 'test/unit/submission'))),
      ...(await sources(join(root, 'test/unit/workbook/answer'))),
    ].join('\n');
    const told = (id: string) => new RegExp(`['"\`]${id}['"@\`]`).test(tests);
    expect(ids.filter((id) => !guardIds.has(id) && !told(id))).toEqual([]);
  });

  it('has a file and a test of the same name for each rule over figures', async () => {
    const [files, tests] = await Promise.all([readdir(join(ours, 'rules')), readdir(import.meta.dirname)]);
    for (const { rule } of figureRuleChecks) {
      const name = rule.toLowerCase().replaceAll('_', '-');
      expect(files).toContain(`${name}.ts`);
      expect(tests).toContain(`${name}.test.ts`);
      expect(ruleEntry(rule).rule).toBe(rule);
    }
  });
});

describe('makeFinding', () => {
  it('throws on a rule without words and on a place in a message that nothing fills: faults of ours', () => {
    expect(() => makeFinding('NO_SUCH_RULE', noPlace)).toThrow('RULE_UNKNOWN');
    expect(() => makeFinding('PERIOD_MISMATCH', noPlace, {}, '2023')).toThrow('RULE_PARAMETER_MISSING');
  });

  it('shortens what was found to 200 characters, also inside the message', () => {
    const finding = makeFinding('COLUMN_UNKNOWN', noPlace, {}, 'x'.repeat(5000));
    expect(finding.value).toHaveLength(200);
    expect(finding.message_vi.length).toBeLessThan(400);
  });

  it('does not fill places that the submitter wrote into a value', () => {
    expect(makeFinding('COLUMN_UNKNOWN', noPlace, {}, '{column}').message_en).toContain('{column}');
  });
});
