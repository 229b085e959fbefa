import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import {
  knownFile,
  knownFolder,
  knownFramework,
  knownGroup,
  knownPeriod,
  readRelease,
  requireServed,
} from '../../../../infra/local/commands/known-options.ts';
import { statusOf } from '../../../../infra/local/commands/run-command.ts';
import { loadFramework } from '../../../../shared/frameworks/load-framework.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

/** Status and words of a command that begins with this. */
async function tell(main: () => unknown): Promise<[number, string]> {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {});
  try {
    const status = await statusOf('npm run x', async () => ((await main()) === undefined ? 9 : 0), []);
    return [status, said.mock.calls.flat().join('\n')];
  } finally {
    said.mockRestore();
  }
}

const served = async (group: string) => requireServed({ framework: await loadFramework('dti-province-405'), group });

describe('what a command is told of and there is not', () => {
  it.each<[string, () => unknown, string]>([
    ['group', () => knownGroup('provinces'), '--group provinces: không có nhóm đơn vị này'],
    ['group, left out', () => knownGroup(undefined), 'thiếu --group'],
    ['period', () => knownPeriod('2026-Q5'), '--period 2026-Q5: không phải kỳ'],
    ['framework', () => knownFramework('dti-x'), '--framework dti-x: không có bộ chỉ số hoặc thư mục này'],
    ['framework folder', () => knownFramework('./dti-x'), '--framework ./dti-x: không có'],
    ['folder', () => knownFolder('/no/such', '--submissions'), '--submissions /no/such: không có thư mục này'],
    ['file', () => knownFile('/no/such.csv', '--values'), '--values /no/such.csv: không đọc được tệp này'],
    ['release', () => readRelease('/no/such', '--release'), '--release /no/such: không có thư mục này'],
    ['framework of the group', () => served('ministry-services'), 'bộ chỉ số dti-province-405 không dùng cho'],
  ])('is wrong use: a %s', async (_, main, words) => {
    const [status, said] = await tell(main);
    expect(status).toBe(2);
    expect(said).toContain(words);
    expect(said).toContain('\nCách dùng / Usage: npm run x');
  });

  it('is wrong use too: a folder in which no release lies', async () => {
    const folder = await temporaryDirectory();
    expect(await tell(() => readRelease(folder, 'DIR'))).toEqual([2, expect.stringContaining('không có đợt công bố')]);
    await writeFile(join(folder, 'scoreboard.json'), '{}');
    expect(await tell(() => readRelease(folder, 'DIR'))).toEqual([0, '']);
  });

  it('is a fault where it is there and wrong in itself', async () => {
    const folder = await temporaryDirectory();
    for (const name of ['framework.json', 'indicators.csv']) await writeFile(join(folder, name), 'x');
    expect((await tell(() => knownFramework(folder)))[0]).toBe(1);
  });

  it('lets pass what there is', async () => {
    expect([knownGroup('province34'), knownGroup('communes-P01-2025')]).toEqual(['province34', 'communes-P01-2025']);
    expect(knownPeriod('2026-Q3')).toBe('2026-Q3');
    expect((await knownFramework('dti-province-405')).framework_id).toBe('dti-province-405');
    await expect(served('province34')).resolves.toBeUndefined();
  });
});
