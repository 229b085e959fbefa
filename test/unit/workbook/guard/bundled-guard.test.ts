import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle, projectRoot } from '../../../../infra/bundling.ts';
import { rawWorkbook } from '../../../support/raw-workbook.ts';

const run = promisify(execFile);
const entry = `
  import { readFileSync } from 'node:fs';
  import ExcelJS from 'exceljs';
  import { openWorkbook } from './shared/workbook/open-workbook.ts';
  const opened = await openWorkbook(readFileSync(process.argv[2]));
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet('Kết quả').getCell('A1').value = 'đạt';
  const again = await openWorkbook(new Uint8Array(await workbook.xlsx.writeBuffer()));
  const first = ({ book }) => book.sheets[0].rows.get(1).cells.get(1);
  console.log(JSON.stringify([first(opened), first(again)]));
`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bundled-guard-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('the bundled guard', () => {
  it('reads and writes a workbook with the unused parts of exceljs stubbed, because that is what is deployed', async () => {
    const { banner, ...settings } = bundle;
    const outfile = join(folder, 'guard.mjs');
    const stdin = { contents: entry, resolveDir: projectRoot, loader: 'ts' as const };
    await build({ ...settings, stdin, banner: { js: banner }, bundle: true, platform: 'node', format: 'esm', outfile });
    const upload = join(folder, 'upload.xlsx');
    await writeFile(upload, rawWorkbook({ sheets: [{ data: '<row r="1"><c r="A1"><v>0.5</v></c></row>' }] }));

    const { stdout } = await run(process.execPath, [outfile, upload], { cwd: folder });

    expect(JSON.parse(stdout)).toEqual([
      { kind: 'number', text: '0.5' },
      { kind: 'text', text: 'đạt', rich: false },
    ]);
  });
});
