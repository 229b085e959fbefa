import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { writeTemplate } from '../../../shared/workbook/template/write-template.ts';
import {
  check,
  editWorkbook,
  filled,
  formOf,
  frameworkOf,
  indicatorOf,
  signingKey,
  told,
} from '../../support/forms.ts';

const framework = frameworkOf([indicatorOf('awareness'), indicatorOf('institutions'), indicatorOf('security')]);
const values = [filled('awareness', '0.9286'), filled('institutions', '1'), filled('security', '0')];

describe('checkSubmission', () => {
  it('reads back from a filled form the very figures that were put in, each with its cell', async () => {
    const bytes = await writeTemplate(formOf(framework, values));
    const checked = await check(bytes, framework);
    expect(checked.findings).toEqual([]);
    expect(checked.accepted).toBe(true);
    expect(checked.unit_id).toBe('P04-2025');
    expect(checked.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    const read = checked.observations.map(
      ({ indicator, value, sheet, cell }) => `${indicator}=${value} ${sheet}!${cell}`,
    );
    expect(read).toEqual(['awareness=0.9286 Số liệu!I8', 'institutions=1 Số liệu!I9', 'security=0 Số liệu!I10']);
  });

  it('rejects an empty form with a finding per missing figure, because a blank is never zero', async () => {
    const checked = await check(await writeTemplate(formOf(framework)), framework);
    expect(checked.accepted).toBe(false);
    expect(told(checked)).toEqual(['MISSING_VALUE@I8', 'MISSING_VALUE@I9', 'MISSING_VALUE@I10']);
    expect(checked.observations).toEqual([]);
  });

  it('names every wrong cell at once, so that one round trip is enough', async () => {
    const bytes = await editWorkbook(await writeTemplate(formOf(framework, values)), (book) => {
      const sheet = book.getWorksheet('Số liệu')!;
      sheet.getCell('I8').value = 'khoảng 0,9';
      sheet.getCell('I9').value = 1.5;
      sheet.getCell('I10').value = 0.12345;
    });
    const checked = await check(bytes, framework);
    expect(told(checked)).toEqual(['NOT_NUMBER@I8', 'OUT_OF_RANGE@I9', 'TOO_MANY_DECIMALS@I10']);
    expect(checked.findings.map(({ value }) => value)).toEqual(['khoảng 0,9', '1,5', '0,12345']);
  });

  it('gives the same answer to the same bytes, so that it may run twice', async () => {
    const bytes = await writeTemplate(formOf(framework));
    expect(await check(bytes, framework)).toEqual(await check(bytes, framework));
  });

  it('keeps the unit of a rejected form, but believes nothing of a form that is not signed', async () => {
    expect((await check(await writeTemplate(formOf(framework)), framework)).unit_id).toBe('P04-2025');
    const forged = formOf(framework, values, { key: signingKey.map((byte) => byte + 1) });
    const checked = await check(await writeTemplate(forged), framework);
    expect(checked).toMatchObject({ accepted: false, unit_id: null });
    expect(checked.findings.map(({ rule }) => rule)).toContain('SIGNATURE_BAD');
  });

  it('passes on why the guard refused, and reads nothing', async () => {
    const checked = await check(new TextEncoder().encode('a,b,c'), framework);
    expect(checked).toMatchObject({ accepted: false, unit_id: null, observations: [] });
    expect(told(checked)).toEqual(['FILE_NOT_XLSX']);
  });
});
