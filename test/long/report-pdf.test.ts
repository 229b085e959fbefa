import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryDirectory } from '../infra/local/temporary-directory.ts';
import { runScript } from '../support/commands.ts';

describe('report-pdf', () => {
  it('ends with 2 where there is no LibreOffice, and says what to do instead', async () => {
    const directory = join(await temporaryDirectory(), 'r1');
    await mkdir(directory);
    await writeFile(join(directory, 'manifest.json'), '{}');
    await writeFile(join(directory, 'ranking.xlsx'), 'workbook');
    const { status, stderr } = await runScript('infra/local/commands/report-pdf.ts', [directory], { PATH: '/nowhere' });
    expect([status, stderr]).toEqual([2, expect.stringContaining('in ra PDF')]);
  });
});
