import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { checkFile, usage as checkFileUsage } from '../../infra/local/commands/check-file.ts';
import { statusOf } from '../../infra/local/commands/run-command.ts';
import { writeForm, usage as writeFormUsage } from '../../infra/local/commands/write-form.ts';

const root = join(import.meta.dirname, '../..');
const round = ['--group', 'province34', '--period', '2024', '--framework', 'dti-province-405'];
const measures = ['awareness', 'institutions', 'infrastructure', 'workforce', 'security'];
const activities = ['activity_gov', 'activity_econ', 'activity_soc'];

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'dti-forms-'));
  process.chdir(directory);
  process.env.DTI_STATE_DIR = file('state');
});
afterAll(async () => {
  process.chdir(root);
  await rm(directory, { recursive: true, force: true });
});

const file = (name: string) => join(directory, name);

interface Ended {
  status: number;
  stdout: string;
  stderr: string;
}

/** Runs a command as `npm run` does; its state lies in the test's own folder. */
function runProcess(command: 'template' | 'check', ...args: string[]): Promise<Ended> {
  const script = join(root, `infra/local/commands/${command}.ts`);
  const options = { cwd: directory, env: { ...process.env, DTI_STATE_DIR: file('state') } };
  return new Promise((resolve) => {
    execFile(join(root, 'node_modules/.bin/tsx'), [script, ...args], options, (error, stdout, stderr) =>
      resolve({ status: error ? Number(error.code) : 0, stdout, stderr }),
    );
  });
}

const commands = {
  template: [writeFormUsage, writeForm],
  check: [checkFileUsage, checkFile],
} as const;

/** The same without a process, which costs seconds each time. */
async function run(command: 'template' | 'check', ...args: string[]): Promise<Ended> {
  const said = { log: '', error: '' };
  for (const method of ['log', 'error'] as const) {
    vi.spyOn(console, method).mockImplementation((line: string) => {
      said[method] += `${line}\n`;
    });
  }
  try {
    const [usage, main] = commands[command];
    const status = await statusOf(usage, main, args);
    return { status, stdout: said.log, stderr: said.error };
  } finally {
    vi.restoreAllMocks();
  }
}

const table = (rows: string[]) => `indicator,value\n${rows.join('\n')}\n`;

describe('npm run template and npm run check', () => {
  it('fills a form from a table, and the check accepts it', async () => {
    await writeFile(file('good.csv'), table([...measures, ...activities].map((code) => `${code},0.929`)));
    const made = await runProcess(
      'template',
      ...round,
      '--unit',
      'P04-2025',
      '--values',
      'good.csv',
      '--out',
      'good.xlsx',
    );
    expect(made).toMatchObject({ status: 0, stderr: '' });
    const checked = await run('check', 'good.xlsx', ...round, '--json');
    expect(checked.status).toBe(0);
    expect(JSON.parse(checked.stdout)).toMatchObject({ accepted: true, unit_id: 'P04-2025', findings: [] });
  });

  it('rejects a wrong table with status 3, names the cells, and hands back a marked form', async () => {
    const rows = [...measures.map((code) => `${code},0.5`), 'activity_gov,nhiều', 'activity_econ,1.5'];
    await writeFile(file('bad.csv'), table(rows));
    await run('template', ...round, '--unit', 'P04-2025', '--values', 'bad.csv', '--out', 'bad.xlsx');
    const checked = await run('check', 'bad.xlsx', ...round, '--json', '--annotated', 'answer.xlsx');
    expect(checked.status).toBe(3);
    const { findings } = JSON.parse(checked.stdout) as { findings: { rule: string; cell: string }[] };
    expect(findings.map(({ rule, cell }) => `${rule}@${cell}`)).toEqual([
      'NOT_NUMBER@I13',
      'OUT_OF_RANGE@I14',
      'MISSING_VALUE@I15',
    ]);
    const answer = new ExcelJS.Workbook();
    await answer.xlsx.readFile(file('answer.xlsx'));
    expect(answer.worksheets[0]?.name).toBe('Kết quả kiểm tra');
    expect(answer.getWorksheet('Số liệu')?.getCell('I13').note).toContain('chưa phải là số');
  });

  it('rejects the form of another unit than the one that was asked for', async () => {
    const checked = await runProcess('check', 'good.xlsx', ...round, '--unit', 'P01-2025');
    expect(checked.status).toBe(3);
    expect(checked.stdout).toContain('UNIT_MISMATCH');
  });

  it('says what is wrong with the command itself, with a status of its own', async () => {
    expect(await run('check', 'good.xlsx', '--period', '2024', '--framework', 'dti-province-405')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--group is missing'),
    });
    const foreign = await run('template', ...round, '--unit', 'P04', '--out', 'x.xlsx');
    expect(foreign).toMatchObject({ status: 2, stderr: expect.stringContaining('is not in province34 in 2024') });
    expect(await run('check', 'nowhere.xlsx', ...round)).toMatchObject({ status: 2, stdout: '' });
  });

  it('hands out no form of a framework that is not for the group, as no period could take it', async () => {
    const options = ['--group', 'province34', '--period', '2026-Q3', '--framework', 'dti-ministry-405'];
    const made = await run('template', ...options, '--unit', 'P01-2025', '--out', 'none.xlsx');
    expect(made).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('dti-ministry-405 is for ministry-services'),
    });
  });

  it('refuses a table with a code that the framework does not have, and writes nothing', async () => {
    await writeFile(file('odd.csv'), table(['magic,1']));
    const made = await run('template', ...round, '--unit', 'P04-2025', '--values', 'odd.csv', '--out', 'odd.xlsx');
    expect(made).toMatchObject({ status: 1, stderr: expect.stringContaining('ROW_UNKNOWN') });
    await expect(readFile(file('odd.xlsx'))).rejects.toThrow('ENOENT');
  });
});
