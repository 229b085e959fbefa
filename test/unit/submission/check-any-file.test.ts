import { describe, expect, it } from 'vitest';
import { checkAnyFile } from '../../../shared/submission/check-any-file.ts';
import { checkTableFile, type ReceivedFile } from '../../../shared/submission/check-file.ts';
import { openWorkbook } from '../../../shared/workbook/open-workbook.ts';
import { writeTemplate } from '../../../shared/workbook/template/write-template.ts';
import { contextOf } from '../../support/figures.ts';
import { filled, formOf, frameworkOf, indicatorOf, signingKey } from '../../support/forms.ts';

const framework = frameworkOf([indicatorOf('a')]);
const members = new Set(['P04-2025']);
const previous = [{ indicator: 'a', input: 'value', value: '0.1', release: 'dti/province34/2023/r1' }];
const form = await writeTemplate(formOf(framework, [filled('a', '0.9')]));
const expected = { group: 'province34', period: '2024', unit_id: 'P04-2025' };

async function check(checkFile: typeof checkTableFile, file: ReceivedFile) {
  const asked: (string | null)[] = [];
  const checked = await checkFile(file, async (unitId) => {
    asked.push(unitId);
    return contextOf({ framework, members, previous: unitId === null ? [] : previous });
  });
  return { asked, rules: checked.findings.map(({ rule }) => rule) };
}

const any = checkAnyFile({ signingKey: async () => signingKey, openWorkbook });
const text = (content: string) => new TextEncoder().encode(content);

describe('checkAnyFile', () => {
  it.each([
    ['xlsx', form],
    ['json', text('[{"indicator":"a","value":"0.9"}]')],
    ['csv', text('indicator,value\na,0.9\n')],
  ] as const)('compares %s with the past of the unit whose door it is', async (format, bytes) => {
    const { asked, rules } = await check(any, { bytes, format, expected });
    expect({ asked, rules }).toEqual({ asked: ['P04-2025'], rules: ['JUMP_AGAINST_RELEASE'] });
  });

  it('compares a form that the ministry handed in with the past of the unit it names', async () => {
    const handedIn = { ...expected, unit_id: null };
    expect(await check(any, { bytes: form, format: 'xlsx', expected: handedIn })).toEqual({
      asked: ['P04-2025'],
      rules: ['JUMP_AGAINST_RELEASE'],
    });
    const junk = await check(any, { bytes: text('junk'), format: 'xlsx', expected: handedIn });
    expect(junk.asked).toEqual([null]);
    expect(junk.rules).toHaveLength(1);
  });
});

describe('checkTableFile', () => {
  it('fails on a form, which it could not read, instead of rejecting what a unit sent', async () => {
    await expect(check(checkTableFile, { bytes: form, format: 'xlsx', expected })).rejects.toMatchObject({
      code: 'FORMAT_UNEXPECTED',
    });
  });
});
