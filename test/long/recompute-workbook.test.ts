import exceljs from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { sha256Of } from '../../shared/digest/canonical-json.ts';
import { writeRecomputeWorkbook } from '../../shared/workbook/recompute/recompute-workbook.ts';
import { frameworkOf, indicatorOf } from '../support/forms.ts';
import { inputs2024, inputsOfCase, reportRound } from '../support/report-rounds.ts';

const round = await reportRound(await inputs2024('province34'));
const write = () => writeRecomputeWorkbook(round.source, round.inputs);

async function reopen(bytes: Uint8Array): Promise<exceljs.Workbook> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(Buffer.from(bytes) as never);
  return workbook;
}

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('writeRecomputeWorkbook', () => {
  it('asks to be computed when it is opened, and shows the published figures to whoever does not', async () => {
    const bytes = await write();
    expect(strFromU8(unzipSync(bytes)['xl/workbook.xml']!)).toContain('fullCalcOnLoad="1"');
    const sheet = (await reopen(bytes)).getWorksheet('DTI')!;
    for (const [n, unit] of round.source.scoreboard.units.entries()) {
      const row = sheet.getRow(12 + n);
      expect([row.getCell(1).value, row.getCell(8).result, row.getCell(11).result]).toEqual([
        ...[unit.unit_id, Number(unit.scores.dti!.value), unit.rank],
      ]);
    }
  });

  it('counts differences on its first sheet, from those of every other', async () => {
    const check = (await reopen(await write())).worksheets[0]!;
    const rows = check.getColumn(1).values.map((value) => `${(value as { text?: string })?.text ?? value}`);
    const counted = ['Tự chấm', 'DTI', 'Nhận thức số', 'Chính quyền số'];
    for (const name of counted) {
      const row = rows.indexOf(name);
      expect(check.getCell(row, 3).formula).toBe(`'${name}'!C4`);
    }
    const head = rows.indexOf('Số ô lệch so với đợt công bố');
    expect(check.getCell(head, 3).formula).toMatch(/^SUM\(C\d+:C\d+\)$/);
  });

  it('says on every page of which release it is, and what each column is of; no title runs over the page', async () => {
    const { worksheets } = await reopen(await write());
    for (const { name, headerFooter, pageSetup } of worksheets) {
      expect(headerFooter.oddFooter, name).toContain('Đợt công bố r1 năm 2024 của 34 tỉnh, thành phố');
      expect([pageSetup.paperSize, pageSetup.fitToWidth, pageSetup.fitToHeight]).toEqual([9, 1, 0]);
    }
    const grids = worksheets.slice(2);
    expect(grids.slice(0, 3).map(({ pageSetup }) => pageSetup.printTitlesRow)).toEqual(['9:11', '5:11', '5:11']);
    for (const { name, model, pageSetup } of grids) {
      expect(model.merges, name).toContain('A1:C1');
      expect(pageSetup.printTitlesColumn).toBe('A:C');
    }
  });

  it('gives the same bytes again and under another time zone', async () => {
    const first = sha256Of(await write());
    vi.stubEnv('TZ', 'America/Los_Angeles');
    expect(sha256Of(await write())).toBe(first);
  });

  it('has a code for each state, and tells the two that leave the maximum from the one that stays in it', async () => {
    const framework = frameworkOf(
      ['a', 'b', 'c'].map((code) => indicatorOf(code, { main_index: 'main', max_points: '10' })),
      {
        unanswered: 'zero_points',
        legal_reference: { title_vi: 'Quyết định', number: '1/QĐ', issued: '2024', url: 'https://example.org/1' },
      },
    );
    const answers = (['not_applicable', 'not_due', 'not_answered'] as const).map((state, n) => ({
      ...{ unit_id: 'U1', indicator: 'abc'[n]!, state, carried_from: null },
    }));
    const units = [{ unit_id: 'U1', name_vi: 'Một', submitted: true, ranked: true }];
    const drawn = await reportRound(inputsOfCase({ framework, units, answers, observations: [] }));
    const book = await reopen(await writeRecomputeWorkbook(drawn.source, drawn.inputs));
    expect(['D12', 'E12', 'F12'].map((cell) => book.getWorksheet('Tự chấm')!.getCell(cell).value)).toEqual([
      ...['[z]', '[n]', '[x]'],
    ]);
    expect(book.getWorksheet('Chỉ số main')!.getCell('E12').result).toBe(100_000);
  });
});
