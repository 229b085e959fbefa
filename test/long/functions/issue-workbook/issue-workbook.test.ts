import exceljs from 'exceljs';
import { describe, expect, it } from 'vitest';
import { issueProfile } from '../../../../functions/issue-workbook/issue-profile.ts';
import { issueStatus } from '../../../../functions/issue-workbook/issue-status.ts';
import { issueTable, requireFewLines } from '../../../../functions/issue-workbook/issue-table.ts';
import { issuedWorkbookKey } from '../../../../shared/lake/keys.ts';
import { type Download, getObject } from '../../../../shared/lake/objects.ts';
import { callerWith } from '../../../support/callers.ts';
import { type Engines, openEngines } from '../../../support/engines.ts';
import { openRound } from '../../../support/released-round.ts';
import { refusal } from '../../../support/round-units.ts';

const [hanoi, hue, danang] = ['P01-2025', 'P46-2025', 'P48-2025'] as const;
const problem = (status: number, code: string) => expect.objectContaining({ status, code });
type As = Parameters<typeof callerWith>[0];

async function open(download: Download, { lake }: Engines): Promise<exceljs.Workbook> {
  const [, sha256] = /issued\/([0-9a-f]{64})\.xlsx/.exec(decodeURIComponent(download.url))!;
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(Buffer.from((await getObject(lake, issuedWorkbookKey(sha256!)))!.bytes) as never);
  return workbook;
}
const textOf = (workbook: exceljs.Workbook, name?: string) => {
  const texts: string[] = [];
  for (const sheet of workbook.worksheets)
    if (name === undefined || sheet.name === name)
      sheet.eachRow((row) => row.eachCell(({ value }) => texts.push(`${value ?? ''}`)));
  return texts.join('\n');
};

/** Two units of which one is appraised, closed and run; not shown, not released. */
async function runOnce() {
  const engines = await openEngines();
  const round = await openRound(engines);
  for (const unit of [hanoi, hue]) await round.receive(unit);
  for (const unit of [danang, hue]) await round.receive(unit, { accepted: false });
  await round.certify(hue, 1, 'head-of-hue');
  await round.appraise(hue, { security: '40' }, 'ministry-appraiser');
  const deps = { ...engines, now: round.now };
  const status = (as: As = {}) => issueStatus(round.of, callerWith(as), deps);
  const profile = (unit_id: string, as: As = { role: 'officer', unit_id }) =>
    issueProfile({ ...round.of, unit_id }, callerWith(as), deps);
  const table = (chosen: object = {}, as: As = {}) =>
    issueTable({ index: 'dti', group: round.of.group, ...chosen }, callerWith(as), deps);
  return { engines, round, status, profile, table };
}

describe('issue-workbook', () => {
  it('issues who sent what when, also while the round is open: by role and opaque id, to the ministry alone', async () => {
    const { engines, status } = await runOnce();
    const workbook = await open(await status(), engines);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['Đơn vị', 'Các lần gửi', 'Theo quy tắc']);
    expect(workbook.getWorksheet('Đơn vị')!.rowCount).toBe(6 + 34);
    expect(textOf(workbook, 'Đơn vị')).toContain('2 trong 34 đơn vị');
    expect(workbook.getWorksheet('Đơn vị')!.getCell('D7').value).toBe(1);
    const sent = textOf(workbook, 'Các lần gửi');
    for (const part of ['Thành phố Huế', 'Chưa được tiếp nhận']) expect(sent).toContain(part);
    expect(sent).toMatch(/cán bộ báo cáo p-/);
    expect(sent).toMatch(/lãnh đạo đơn vị, \d\d:\d\d:\d\d ngày/);
    expect(textOf(workbook)).not.toMatch(/officer-P|head-of-hue/);
    await expect(status({ role: 'officer', unit_id: hue })).rejects.toEqual(problem(403, 'role-refused'));
  });

  it('tells a unit before the release its own figures with reasons and what it sent, and nothing of any other', async () => {
    const { engines, round, profile, table } = await runOnce();
    await round.close();
    const run = await round.run();
    await expect(profile(hue)).rejects.toEqual(problem(409, 'preview-unopened'));
    await expect(table()).rejects.toEqual(problem(404, 'table-empty'));
    await round.show(run);
    const workbook = await open(await profile(hue), engines);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      ...['Bìa', 'Hồ sơ', 'Chỉ số thành phần', 'Lịch sử', 'Hình 1', 'Nguồn gốc', 'Các lần gửi', 'Nội dung cần sửa'],
      'Dữ liệu',
    ]);
    const text = textOf(workbook);
    for (const part of ['Kết quả dự kiến, chưa công bố.', 'Thiếu hồ sơ', refusal.message_vi])
      expect(text).toContain(part);
    expect(text).not.toMatch(/Hà Nội|P01-2025|rung vị|Cao nhất|lên hạng/);
    expect(textOf(await open(await profile(hue, {}), engines))).toContain('Trung vị nhóm');
    await expect(profile(hue, { role: 'appraiser' })).rejects.toEqual(problem(403, 'role-refused'));
    await expect(profile(hue, { role: 'officer', unit_id: hanoi })).rejects.toEqual(problem(403, 'foreign-unit'));
  });

  it('issues after the release the fuller profile, and tables of choice with each figure as released', async () => {
    const { engines, round, profile, table } = await runOnce();
    await round.close();
    await round.publish(await round.run());
    const text = textOf(await open(await profile(hue), engines));
    expect(text).not.toContain('chưa công bố.');
    for (const part of ['Trung vị nhóm', 'Thiếu hồ sơ', 'được tính']) expect(text).toContain(part);
    const workbook = await open(await table({ units: hue, measures: 'dti,security', periods: '2024' }), engines);
    const sheet = workbook.getWorksheet('Số liệu')!;
    expect(sheet.rowCount).toBe(7);
    const key = 'releases/dti/province34/2024/r1/scoreboard.json';
    const published = JSON.parse(Buffer.from((await getObject(engines.publicBucket, key))!.bytes).toString());
    const { scores } = published.units.find(({ unit_id }: { unit_id: string }) => unit_id === hue);
    expect((sheet.getRow(7).values as unknown[]).slice(1)).toEqual([
      ...[hue, 'Huế', 'năm 2024', Number(scores.dti.value), scores.dti.rank],
      ...[Number(scores.security.value), scores.security.rank],
    ]);
    expect(textOf(workbook, 'Nguồn')).toContain('/releases/dti/province34/2024/r1/scoreboard.json');
    for (const chosen of [{ units: 'P99' }, { measures: 'dti,speed' }, { periods: '2023' }])
      await expect(table(chosen)).rejects.toEqual(problem(400, 'choice-unknown'));
    await expect(table({ group: 'nobody' })).rejects.toEqual(problem(404, 'group-unknown'));
    await expect(table({}, { role: 'certifier', unit_id: hue })).rejects.toEqual(problem(403, 'role-refused'));
  });

  it('refuses a table of more lines than a function writes', () => {
    const asked = { unitIds: null, scoreboards: [{ units: Array(10_001).fill({ unit_id: 'x' }) }] };
    expect(() => requireFewLines(asked)).toThrow(problem(400, 'choice-too-large'));
  });
});
