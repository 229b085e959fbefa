import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freezeHistory } from '../../shared/release/history/frozen-history.ts';
import { isComparable, writeComparison } from '../../shared/workbook/comparison/comparison-workbook.ts';
import { profilePath, writeUnitProfiles } from '../../shared/workbook/profile/unit-profile.ts';
import { writeChosenTable } from '../../shared/workbook/table/chosen-table.ts';
import { appraiseSome, inputsIllustrative, reportRound } from '../support/report-rounds.ts';

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'dti-office-'));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

/** Opened and saved by LibreOffice. */
async function resave(bytes: Uint8Array): Promise<Uint8Array> {
  const from = join(directory, 'book.xlsx');
  await writeFile(from, bytes);
  const profile = `-env:UserInstallation=file://${directory}/profile`;
  const to = ['--headless', '--convert-to', 'xlsx', '--outdir', join(directory, 'saved'), from];
  execFileSync('soffice', [profile, ...to], { stdio: 'ignore' });
  return readFile(join(directory, 'saved/book.xlsx'));
}

/** Every cell that holds something, by sheet and address. */
async function valuesOf(bytes: Uint8Array): Promise<Record<string, unknown>> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(Buffer.from(bytes) as never);
  const values: Record<string, unknown> = {};
  for (const sheet of workbook.worksheets)
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (cell.value !== null && cell.value !== '' && !(cell.isMerged && cell.master !== cell))
          values[`${sheet.name}!${cell.address}`] = cell.value;
      }),
    );
  return values;
}

/** Needs the Debian package libreoffice-calc-nogui. */
describe('workbooks of units, through LibreOffice', () => {
  it('keep every value: profiles of a ranked unit and one that sent nothing, comparison, table of choice', async () => {
    const year = await inputsIllustrative('province34', '2025', { appraise: appraiseSome });
    const before = await reportRound(year);
    const quarter = await reportRound(await inputsIllustrative('province34', '2026-Q3', { earlier: year }), before);
    const source = { ...quarter.source, history: freezeHistory([before.source.scoreboard]) };
    const { units, measures } = source.scoreboard;
    const ids = [units[0]!.unit_id, units.at(-1)!.unit_id];
    const profiles = await writeUnitProfiles(source, ids);
    const books = ids.map((unitId) => profiles.get(profilePath(unitId))!);
    if (!isComparable(source)) throw new Error('nothing to compare');
    books.push(await writeComparison(source));
    const scoreboards = [before.source.scoreboard, source.scoreboard];
    books.push(await writeChosenTable({ scoreboards, measures, unitIds: null, at: new Date('2026-10-01T00:00:00Z') }));
    for (const bytes of books) {
      const written = await valuesOf(bytes);
      expect(Object.keys(written).length).toBeGreaterThan(50);
      expect(await valuesOf(await resave(bytes))).toEqual(written);
    }
  });
});
