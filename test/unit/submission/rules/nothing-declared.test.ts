import { describe, expect, it } from 'vitest';
import { checkDeclaredValues } from '../../../../shared/submission/check-declared-values.ts';
import type { CheckContext } from '../../../../shared/submission/figure.ts';
import { writeTemplate } from '../../../../shared/workbook/template/write-template.ts';
import { currentOf, observationOf, ratioOf } from '../../../support/figures.ts';
import { check, editWorkbook, filled, formOf, frameworkOf, indicatorOf, told } from '../../../support/forms.ts';

const indicators = [indicatorOf('a'), ratioOf('r')];
/** Lets an indicator through unanswered, which a blank form once got by with. */
const lenient = frameworkOf(indicators, { unanswered: 'zero_points' });
const strict = frameworkOf(indicators);

const send = (content: string, context: Partial<CheckContext> = {}, partial = false) =>
  checkDeclaredValues({
    bytes: new TextEncoder().encode(content),
    format: content.startsWith('[') ? 'json' : 'csv',
    expected: { group: 'province34', period: '2024', unit_id: 'P04-2025' },
    context: { framework: lenient, members: new Set(['P04-2025']), ...context },
    partial,
  });
const rules = (...of: Parameters<typeof send>) => send(...of).findings.map(({ rule }) => rule);

describe('NOTHING_DECLARED', () => {
  it('refuses a blank form, and says that once and not of each indicator', async () => {
    const checked = await check(await writeTemplate(formOf(lenient)), lenient);
    expect(checked).toMatchObject({ accepted: false, observations: [], explained: [] });
    expect(checked.findings).toMatchObject([{ rule: 'NOTHING_DECLARED', severity: 'error', sheet: null, cell: null }]);
  });

  it('refuses a form with evidence and notes and no figure anywhere', async () => {
    const bytes = await editWorkbook(await writeTemplate(formOf(lenient)), (book) => {
      const sheet = book.getWorksheet('Số liệu')!;
      sheet.getCell('J8').value = 'QĐ 12/QĐ-UBND';
      sheet.getCell('K9').value = 'chưa có số liệu';
    });
    expect(told(await check(bytes, lenient))).toEqual(['NOTHING_DECLARED']);
  });

  it.each([
    ['an empty list', '[]'],
    ['a header without lines', 'indicator,input,value\n'],
    ['rows without values', '[{"indicator":"a","value":null,"evidence":"QĐ 12"}]'],
    ['invisible characters only', '[{"indicator":"a","value":"\u200B"}]'],
    ['a figure that is not collected', 'indicator,value\nlater,1\n'],
  ])('refuses %s', (_, content) => {
    const framework = { ...lenient, indicators: [...indicators, indicatorOf('later', { assessed: false })] };
    const checked = send(content, { framework });
    expect(checked.accepted).toBe(false);
    const errors = checked.findings.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ rule }) => rule)).toEqual(['NOTHING_DECLARED']);
  });

  it('says nothing of a single zero: it is a figure', () => {
    expect(rules('[{"indicator":"a","value":"0"}]')).toEqual(['UNANSWERED']);
  });

  it('is silent where other errors say why: unread, unknown, or each blank refused as it is', async () => {
    expect(rules('[')).toEqual(['TABLE_NOT_READ']);
    expect(rules('[{"indicator":"a","value":"nhiều"}]')).toEqual(['NOT_NUMBER', 'UNANSWERED']);
    expect(rules('[{"indicator":"magic","value":"1"}]')).toEqual(['ROW_UNKNOWN', 'UNANSWERED', 'UNANSWERED']);
    expect(new Set(rules('[]', { framework: strict }))).toEqual(new Set(['RECORD_MISSING']));
    expect(told(await check(new TextEncoder().encode('x'), lenient))).toEqual(['FILE_NOT_XLSX']);
  });

  it('is said beside figures that were withdrawn: a note at each would mend them and leave nothing', async () => {
    const current = currentOf([observationOf('a', '0.5')]);
    expect(rules('[]', { current })).toEqual(['FIGURE_WITHDRAWN', 'NOTHING_DECLARED']);
    expect(rules('[{"indicator":"a","value":null,"note":"ghi nhầm"}]', { current })).toEqual(['NOTHING_DECLARED']);
  });

  it('refuses a part without a row, and one that withdraws all that there was', () => {
    const current = currentOf([observationOf('a', '0.5')]);
    expect(rules('[]', { current }, true)).toEqual(['NOTHING_DECLARED']);
    expect(rules('indicator,value\n', { current }, true)).toEqual(['NOTHING_DECLARED']);
    expect(rules('[{"indicator":"a","value":"","note":"ghi nhầm"}]', { current }, true)).toEqual(['NOTHING_DECLARED']);
  });

  it('accepts a form with one figure', async () => {
    const one = await check(await writeTemplate(formOf(lenient, [filled('a', '0.5')])), lenient);
    expect(one.accepted).toBe(true);
    expect(told(one)).toEqual(['UNANSWERED@I10']);
  });
});
