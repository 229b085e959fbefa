import type { Worksheet } from 'exceljs';
import { describe, expect, it } from 'vitest';
import { writeTemplate } from '../../../../shared/workbook/template/write-template.ts';
import {
  appraised,
  caobang,
  checkAppraisal,
  decisionOf,
  documentOf,
  hanoi,
  issued,
  roundOf,
  toldOf,
  typed,
} from '../../../support/appraisals.ts';
import { editWorkbook, formOf, frameworkOf, indicatorOf } from '../../../support/forms.ts';

// Rows: Hà Nội plan 8, online 9, satisfied 10; Cao Bằng plan 11, online 12, satisfied 13. I: points, J: reason.
const round = roundOf();
const fresh = await issued(round);
const check = async (cells: Parameters<typeof typed>[1], of = round, bytes = fresh) =>
  checkAppraisal(await typed(bytes, cells), of);
const told = async (...rest: Parameters<typeof check>) => toldOf(await check(...rest));
const changed = (checked: Awaited<ReturnType<typeof check>>) =>
  checked.changes.map(({ answer, points, cell }) => [answer.unit_id, answer.indicator.indicator, points, cell]);

describe('checkAppraisals', () => {
  it('takes nothing from a workbook that nobody filled in: blank is no appraisal, not zero', async () => {
    expect(await checkAppraisal(fresh, round)).toMatchObject({ accepted: true, findings: [], changes: [] });
  });

  it('reads a score lowered and one raised, each with its reason and the cell it came from', async () => {
    const checked = await check({ I8: 10.25, J8: 'Ban hành muộn', I12: '33,2', J12: 'Có thêm hồ sơ' });
    expect(checked).toMatchObject({ accepted: true, findings: [] });
    expect(changed(checked)).toEqual([
      [hanoi, 'plan', '10.25', 'I8'],
      [caobang, 'online', '33.2', 'I12'],
    ]);
    expect(checked.changes.map(({ reason }) => reason)).toEqual(['Ban hành muộn', 'Có thêm hồ sơ']);
  });

  it('asks for no reason where the appraiser agrees with the claim', async () => {
    expect(changed(await check({ I8: 20.5 }))).toEqual([[hanoi, 'plan', '20.5', 'I8']]);
  });

  it('asks for a reason where the points differ, and for points where there is a reason', async () => {
    const checked = await check({ I8: 20, J9: 'Thiếu hồ sơ' });
    expect(toldOf(checked)).toEqual(['REASON_MISSING@J8', 'POINTS_MISSING@I9']);
    expect(checked.findings[0]!.message_vi).toContain('20 khác điểm tự đánh giá 20,5');
  });

  it('takes nothing at all when one row is wrong', async () => {
    const checked = await check({ I8: 10, J8: 'Ban hành muộn', I9: 'mười' });
    expect(toldOf(checked)).toEqual(['NOT_NUMBER@I9']);
    expect(checked).toMatchObject({ accepted: false, changes: [] });
  });

  it('holds points to the maximum of the indicator and to the decimals of points', async () => {
    expect(await told({ I8: 20.51, J8: 'x', I9: -1, J9: 'x', I10: 1.00001, J10: 'x' })).toEqual([
      'OUT_OF_RANGE@I8',
      'OUT_OF_RANGE@I9',
      'TOO_MANY_DECIMALS@I10',
    ]);
  });

  it('reads points of a percentage as points, above one without a sign', async () => {
    expect(changed(await check({ I10: 35, J10: 'Theo khảo sát' }))).toEqual([[hanoi, 'satisfied', '35', 'I10']]);
  });

  it('names a row of an unknown unit or indicator, and leaves a line of text below the table alone', async () => {
    const cells = { A14: 'P99', C14: 'plan', I14: 5, J14: 'x', A15: 'Người thẩm định: Nguyễn Văn A' };
    expect(await told(cells)).toEqual(['APPRAISAL_ROW_UNKNOWN@C14']);
  });

  it('names a row that stands twice', async () => {
    expect(await told({ A14: hanoi, C14: 'plan', I14: 5, J14: 'x' })).toEqual(['ROW_DUPLICATE@C14']);
  });

  it('has no row for what leaves the maximum, so an appraisal of it belongs to nothing', async () => {
    const figures = { 'plan/answer': '1', 'online/numerator': '0', 'online/denominator': '0', 'satisfied/value': '1' };
    const of = roundOf([documentOf(hanoi, 'a', figures)]);
    const cells = { A14: hanoi, C14: 'online', I14: 5, J14: 'x' };
    expect(await told(cells, of, await issued(of))).toEqual(['APPRAISAL_ROW_UNKNOWN@C14']);
  });

  it('lets an unanswered indicator be appraised up from nothing', async () => {
    const of = roundOf([documentOf(hanoi, 'a', { 'plan/answer': '1', 'satisfied/value': '1' })]);
    expect(changed(await check({ I9: 30, J9: 'Có số liệu của hệ thống' }, of, await issued(of)))).toEqual([
      [hanoi, 'online', '30', 'I9'],
    ]);
  });

  it('follows rows that were sorted and columns that were moved', async () => {
    const moved = await editWorkbook(fresh, (book) => {
      const sheet = book.getWorksheet('Thẩm định') as Worksheet;
      const codes = ['unit_id', 'indicator', 'reason', 'appraised_points'];
      sheet.eachRow((row) =>
        row.eachCell((cell) => {
          cell.value = null;
        }),
      );
      sheet.getRow(3).values = codes;
      sheet.getRow(4).values = [caobang, 'plan', 'Sắp lại', 1];
    });
    expect(changed(await checkAppraisal(moved, round))).toEqual([[caobang, 'plan', '1', 'D4']]);
  });

  it('warns of a hidden row and of merged cells as in a form', async () => {
    const bytes = await editWorkbook(await typed(fresh, { I8: 1, J8: 'x' }), (book) => {
      const sheet = book.getWorksheet('Thẩm định') as Worksheet;
      sheet.getRow(8).hidden = true;
      sheet.mergeCells('I11:I12');
    });
    expect(toldOf(await checkAppraisal(bytes, round))).toEqual(['CELL_MERGED@I11', 'ROW_HIDDEN@I8']);
  });
});

describe('whose workbook it is', () => {
  it('refuses a form of a unit, well signed as it is', async () => {
    const form = await writeTemplate(formOf(appraised));
    expect(toldOf(await checkAppraisal(form, round))).toEqual(['APPRAISAL_UNKNOWN']);
  });

  it('refuses what is no workbook by the same guard', async () => {
    expect(toldOf(await checkAppraisal(Buffer.from('%PDF-1.7'), round))).toEqual(['FILE_NOT_XLSX']);
  });

  it('refuses another key and a changed identity', async () => {
    const foreign = await issued(round, new Uint8Array(32).fill(9));
    expect(toldOf(await checkAppraisal(foreign, round))).toEqual(['SIGNATURE_BAD']);
    const changed = await editWorkbook(fresh, (book) => {
      const meta = book.getWorksheet('dti_meta')!;
      meta.eachRow((row) => {
        if (row.getCell(1).value === `unit:${hanoi}`) row.getCell(2).value = `${'a'.repeat(64)}@5`;
      });
      book.description = '';
    });
    expect(toldOf(await checkAppraisal(changed, round))).toEqual(['SIGNATURE_BAD']);
  });

  it('refuses a workbook of the layout before this one, and says that it is to be downloaded again', async () => {
    const old = await editWorkbook(fresh, (book) => {
      book.getWorksheet('dti_meta')!.eachRow((row) => {
        if (row.getCell(1).value === 'template_version') row.getCell(2).value = '1';
      });
      book.description = '';
    });
    expect(toldOf(await checkAppraisal(old, round))).toEqual(['APPRAISAL_OUTDATED']);
  });

  it('believes the document properties when the hidden sheet is gone', async () => {
    const bytes = await editWorkbook(fresh, (book) => book.removeWorksheet('dti_meta'));
    expect((await checkAppraisal(bytes, round)).accepted).toBe(true);
  });

  it('refuses the workbook of another group, period or framework without judging its rows', async () => {
    const cells = { I8: 'mười' };
    expect(await told(cells, { ...round, group: 'province63' })).toEqual(['GROUP_MISMATCH']);
    expect(await told(cells, { ...round, period: '2025' })).toEqual(['PERIOD_MISMATCH']);
    const other = { ...round, framework: frameworkOf([indicatorOf('plan')]) };
    expect(await told(cells, other)).toEqual(['APPRAISAL_UNKNOWN']);
  });
});

describe('decisions already recorded', () => {
  const decided = roundOf(undefined, { [hanoi]: { decisions: [decisionOf()] } });

  it('stand in the workbook, and sent back untouched change nothing: author and time stay', async () => {
    const bytes = await issued(decided);
    expect(await checkAppraisal(bytes, decided)).toMatchObject({ accepted: true, findings: [], changes: [] });
  });

  it('are withdrawn by clearing points and reason, and by nothing less', async () => {
    const bytes = await issued(decided);
    expect(changed(await check({ I8: null, J8: null }, decided, bytes))).toEqual([[hanoi, 'plan', null, 'I8']]);
    expect(await told({ I8: null }, decided, bytes)).toEqual(['POINTS_MISSING@I8']);
  });

  it('are not undone by a workbook issued before them, whose rows nobody touched', async () => {
    expect(await checkAppraisal(fresh, decided)).toMatchObject({ accepted: true, changes: [] });
    const decisions = [decisionOf(), decisionOf({ number: 4, points: '5' })];
    const later = roundOf(undefined, { [hanoi]: { decisions } });
    const bytes = await issued(decided);
    expect(await checkAppraisal(bytes, later)).toMatchObject({ findings: [], changes: [] });
    expect((await check({ I8: null, J8: null }, later, bytes)).changes).toEqual([]);
  });

  it('are replaced by a row that says otherwise, and the appraiser is told since when they stood, by no name', async () => {
    const checked = await check({ I8: 5, J8: 'Khác' }, decided);
    expect([toldOf(checked), changed(checked)]).toEqual([['APPRAISED_SINCE@I8'], [[hanoi, 'plan', '5', 'I8']]]);
    expect(checked.findings[0]!.message_vi).toContain(
      'điểm thẩm định 10,25 đã được ghi nhận (lúc 07:00:00 ngày 01/02/2025)',
    );
  });

  it('are not recorded twice when the same decision is sent again', async () => {
    expect((await check({ I8: 10.25, J8: 'Kế hoạch ban hành muộn' }, decided)).changes).toEqual([]);
  });

  it('do not hold for a corrected submission, and the workbook that shows the old figures is refused for it', async () => {
    const documents = [documentOf(hanoi, 'c'), documentOf(caobang, 'b')];
    const corrected = roundOf(documents, { [hanoi]: { decisions: [decisionOf()], last_entry: 5 } });
    const bytes = await issued(decided);
    expect((await checkAppraisal(bytes, corrected)).changes).toEqual([]);
    expect(await told({ I9: 3, J9: 'x', I12: 3, J12: 'x' }, corrected, bytes)).toEqual(['SUBMISSION_CHANGED@I9']);
    const again = await check({ I8: 10.25, J8: 'Kế hoạch ban hành muộn' }, corrected, await issued(corrected));
    expect(changed(again)).toEqual([[hanoi, 'plan', '10.25', 'I8']]);
  });

  it('are judged again as the unit stands when its entry is written', async () => {
    const checked = await check({ I8: 10.25, J8: 'Kế hoạch ban hành muộn', I9: 3, J9: 'x' });
    const rowsOf = (of: typeof round) => {
      const { findings, changes } = checked.judge(of.units.get(hanoi)!);
      return [findings.map(({ rule }) => rule), changes.map(({ answer }) => answer.indicator.indicator)];
    };
    expect(rowsOf(round)).toEqual([[], ['plan', 'online']]);
    expect(rowsOf(decided)).toEqual([[], ['online']]);
    expect(rowsOf(roundOf(undefined, { [hanoi]: { decisions: [decisionOf({ points: '1' })] } }))).toEqual([
      ['APPRAISED_SINCE'],
      ['plan', 'online'],
    ]);
    expect(rowsOf(roundOf([documentOf(hanoi, 'c')]))[0]).toContain('SUBMISSION_CHANGED');
  });
});

describe('indicators of other bodies', () => {
  const [plan, online, satisfied] = appraised.indicators;
  // Decomposed, as some keyboards type it; the list of bodies is composed.
  const indicators = [
    { ...plan!, verified_by_vi: 'Sở Nội vụ'.normalize('NFD') },
    { ...online!, verified_by_vi: 'Cục Thuế' },
    satisfied!,
  ];
  const of = roundOf(undefined, { [hanoi]: { decisions: [decisionOf({ indicator: 'online', points: '3' })] } });
  const answers = of.answers.map((answer) => ({
    ...answer,
    indicator: indicators.find(({ indicator }) => indicator === answer.indicator.indicator)!,
  }));
  const shared = { ...of, answers };
  const by = async (cells: Parameters<typeof typed>[1], bodies: string[] | null) =>
    checkAppraisal(await typed(await issued(shared), cells), shared, bodies);

  it('are refused by name, made, changed or withdrawn; an indicator of no body too', async () => {
    const cells = { I8: 1, J8: 'x', I9: null, J9: null, I10: 1, J10: 'x' };
    const checked = await by(cells, ['provincial-home-affairs']);
    expect(toldOf(checked)).toEqual(['APPRAISAL_OF_OTHER_BODY@I9', 'APPRAISAL_OF_OTHER_BODY@I10']);
    expect(checked.findings[0]!.message_vi).toContain('Chỉ số online');
    expect(checked.changes).toEqual([]);
  });

  it('may stand in the workbook as they were issued, and are everybody’s whose bodies are all', async () => {
    expect(changed(await by({ I8: 1, J8: 'x' }, ['provincial-home-affairs']))).toEqual([[hanoi, 'plan', '1', 'I8']]);
    expect((await by({ I9: 1, J9: 'x', I10: 1, J10: 'x' }, null)).accepted).toBe(true);
    expect(toldOf(await by({ I8: 1, J8: 'x' }, []))).toEqual(['APPRAISAL_OF_OTHER_BODY@I8']);
  });
});
