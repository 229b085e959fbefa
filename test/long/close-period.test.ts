import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeWorkbooks } from '../../infra/local/round/made-workbooks.ts';
import { round2024 } from '../../sample-data/rounds.ts';
import type { Scoreboard } from '../../shared/scoring/scoreboard.ts';
import { issueForm } from '../../shared/submission/form/issue-form.ts';
import { writeTemplate } from '../../shared/workbook/template/write-template.ts';
import { type Closed, openCloseCommand } from '../support/close-command.ts';
import { editWorkbook, signingKey } from '../support/forms.ts';
import { framework, workbookOf, workbooksOf } from '../support/round-workbooks.ts';
import { sha256 } from '../support/uploads.ts';

let command: Awaited<ReturnType<typeof openCloseCommand>>;

beforeAll(async () => {
  command = await openCloseCommand();
});
afterAll(() => command.remove());

async function readCell(workbook: Uint8Array, cell: string): Promise<unknown> {
  let value: unknown;
  await editWorkbook(workbook, (book) => {
    value = book.getWorksheet('Số liệu')?.getCell(cell).value;
  });
  return value;
}

/** A form signed for Vĩnh Phúc, one of the 63 and none of the 34; wrong in nothing else. */
async function formOfAnotherGroup(): Promise<Uint8Array> {
  const [{ unit }, { values }] = [
    round2024('province63').rows.find((row) => row.unit.name_vi === 'Vĩnh Phúc')!,
    round2024('province34').rows[0]!,
  ];
  return writeTemplate(issueForm({ unit, group: 'province34', period: '2024', framework, values }, signingKey));
}

describe('close-period over a folder where all kinds of files lie', () => {
  const wrong = 'P48-2025';
  let files: Map<string, Uint8Array>;
  let closed: Closed;
  const answerTo = (file: string) => closed.findings.submissions.find((submission) => submission.file === file)!;
  const rulesOf = (file: string) => answerTo(file).findings.map(({ rule }) => rule);

  beforeAll(async () => {
    const { files: made } = await makeWorkbooks('province34', signingKey);
    files = new Map(made.map(({ name, bytes }) => [name, bytes]));
    files.set(`${wrong}.xlsx`, (await workbookOf(wrong, { workforce: '1.5' })).bytes);
    files.set('a-broken.xlsx', new Uint8Array(1000).fill(7));
    files.set('a-cut.xlsx', files.get('P01-2025.xlsx')!.slice(0, 9000));
    files.set('a-empty.xlsx', new Uint8Array());
    files.set('a-foreign.xlsx', await formOfAnotherGroup());
    files.set('a-huge.xlsx', new Uint8Array(5 * 1024 * 1024 + 1));
    files.set('a-same.xlsx', files.get('P46-2025.xlsx')!);
    // Bytewise "-" comes before ".", so this one is the older of the two.
    files.set('P01-2025-old.xlsx', (await workbookOf('P01-2025', { awareness: '0.5' })).bytes);
    closed = await command.close('mixed', files);
  });

  it('ends with 3, and findings.json answers every file in bytewise order of names', () => {
    expect([closed.status, closed.stderr]).toEqual([3, '']);
    const names = [...files.keys()].toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
    expect(closed.findings.submissions.map(({ file }) => file)).toEqual(names);
    expect(closed.findings.submissions.map((one) => one.sha256)).toEqual(names.map((name) => sha256(files.get(name)!)));
  });

  it('rejects the workbook with one wrong cell and names that cell, in both languages', async () => {
    const answer = answerTo(`${wrong}.xlsx`);
    expect(answer).toMatchObject({ unit_id: wrong, accepted: false });
    expect(answer.findings).toEqual([
      {
        rule: 'OUT_OF_RANGE',
        severity: 'error',
        sheet: 'Số liệu',
        cell: expect.stringMatching(/^[A-Z]\d+$/),
        value: '1,5',
        message_vi: expect.stringMatching(/\p{L}{2,}/u),
        message_en: expect.stringMatching(/\p{L}{2,}/u),
      },
    ]);
    const cell = answer.findings[0]!.cell as string;
    expect(await readCell(files.get(`${wrong}.xlsx`)!, cell)).toBe(1.5);
    expect(closed.stdout).toContain(`${wrong}.xlsx`);
    expect(closed.stdout).toContain(cell);
  });

  it('releases the other 33 and lists the unit as missing, unranked and without a score', async () => {
    expect(closed.findings.missing).toEqual([wrong]);
    const { units, ranked_count, release }: Scoreboard = JSON.parse(
      await readFile(join(closed.out, 'scoreboard.json'), 'utf8'),
    );
    expect([release, ranked_count, units.length]).toEqual(['dti/province34/2024/r1', 33, 34]);
    expect(units.at(-1)).toMatchObject({ unit_id: wrong, state: 'not_submitted', rank: null, scores: {} });
    expect(await readdir(closed.out)).toEqual(
      expect.arrayContaining(['scoreboard.csv', 'ranking.xlsx', 'manifest.json', 'inputs', 'release.json']),
    );
  });

  it.each([
    ['a-broken.xlsx', 'FILE_NOT_XLSX'],
    ['a-cut.xlsx', 'ZIP_TRUNCATED'],
    ['a-empty.xlsx', 'FILE_EMPTY'],
    ['a-foreign.xlsx', 'UNIT_NOT_IN_GROUP'],
    ['a-huge.xlsx', 'FILE_TOO_BIG'],
  ])('rejects %s with %s', (file, rule) => {
    expect(answerTo(file).accepted).toBe(false);
    expect(rulesOf(file)).toEqual([rule]);
  });

  it('counts identical bytes once and names both files of a unit that sent two, the last being current', async () => {
    expect(answerTo('a-same.xlsx')).toMatchObject({ unit_id: 'P46-2025', accepted: true, findings: [] });
    expect(answerTo('P01-2025-old.xlsx')).toMatchObject({ unit_id: 'P01-2025', accepted: true });
    const told = closed.stdout.split('\n').filter((line) => line.includes('superseded'));
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/P01-2025-old\.xlsx.*P01-2025\.xlsx/);
    const { submissions } = JSON.parse(await readFile(join(closed.out, 'manifest.json'), 'utf8'));
    expect(submissions).toHaveLength(33);
    expect(submissions).toContainEqual({ unit_id: 'P01-2025', sha256: sha256(files.get('P01-2025.xlsx')!) });
  });
});

describe('the status of close-period', () => {
  it('is 0 when every file was accepted, however many units are missing', async () => {
    const made = await workbooksOf(['P01-2025', 'P46-2025']);
    const closed = await command.close('two', new Map(made.map(({ name, bytes }) => [name, bytes])));
    expect([closed.status, closed.stderr]).toEqual([0, '']);
    expect(closed.findings.missing).toHaveLength(32);
    expect(closed.findings.submissions.map(({ accepted }) => accepted)).toEqual([true, true]);
  });

  it('is 4 when nothing was accepted; the findings are written, and no release', async () => {
    const closed = await command.close('nothing', new Map([['a.xlsx', new Uint8Array(100).fill(7)]]));
    expect([closed.status, closed.stderr]).toEqual([4, '']);
    expect(await readdir(closed.out)).toEqual(['findings.json']);
    expect(closed.findings.missing).toHaveLength(34);
  });

  it('is 6 while the period is not over, before anything is sent or written', async () => {
    const submissions = await command.folder('early');
    const out = join(submissions, 'out');
    const ended = await command.run(submissions, out, '2098');
    expect([ended.status, ended.stdout]).toEqual([6, '']);
    expect(ended.stderr).toMatch(/hết ngày 31\/12\/2098.*not over before the end of 2098-12-31/s);
    await expect(readdir(out)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
