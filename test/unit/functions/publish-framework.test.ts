import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { listFrameworks } from '../../../functions/list-frameworks/list-frameworks.ts';
import { openPeriod } from '../../../functions/open-period/open-period.ts';
import { publishFramework } from '../../../functions/publish-framework/publish-framework.ts';
import { readUpload, type Upload } from '../../../functions/publish-framework/read-upload.ts';
import { frameworkDocument } from '../../../shared/frameworks/framework-document.ts';
import { type FrameworkFiles, parseFramework } from '../../../shared/frameworks/parse-framework.ts';
import { frameworkKey } from '../../../shared/lake/keys.ts';
import { objectExists } from '../../../shared/lake/objects.ts';
import { callerWith } from '../../support/callers.ts';
import { openRoundStores, type RoundDeps, round } from '../../support/ledger-round.ts';
import { writeRawZip } from '../../support/raw-zip.ts';

const read = (name: string) =>
  readFileSync(new URL(`../../../shared/frameworks/dti-province-405/${name}`, import.meta.url), 'utf8');
const good: FrameworkFiles = { 'framework.json': read('framework.json'), 'indicators.csv': read('indicators.csv') };
const now = () => new Date('2026-10-05T08:00:00.000Z');
const publisher = callerWith();

/** The next version, which is nowhere delivered, in which the infrastructure is called something else. */
const next: FrameworkFiles = {
  'framework.json': good['framework.json'].replace('"version": "1"', '"version": "2"'),
  'indicators.csv': good['indicators.csv'].replace('Hạ tầng số', 'Hạ tầng và dữ liệu số'),
};

/** Goes by the name of the next version, and is another. */
const otherNext: FrameworkFiles = { ...next, 'indicators.csv': good['indicators.csv'] };

const look = (deps: RoundDeps, files: FrameworkFiles, publish?: string) =>
  publishFramework({ readFiles: async () => files, publish }, publisher, { ...deps, now });

async function publish(deps: RoundDeps, files: FrameworkFiles) {
  const { sha256 } = await look(deps, files);
  return look(deps, files, sha256);
}

describe('publishFramework', () => {
  it('looks first, publishes what was looked at, and once', async () => {
    const deps = await openRoundStores();
    const seen = await look(deps, good);
    expect(seen).toMatchObject({ framework_id: 'dti-province-405', version: '1', before: null, changes: null });
    expect(seen).toMatchObject({ published_at: null, indicators: 8, max_points: '940' });
    expect(seen.groups.map(({ group }) => group)).toEqual(['province63', 'province34']);
    expect(await objectExists(deps.lake, frameworkKey(seen.sha256))).toBe(false);
    const published = await look(deps, good, seen.sha256);
    expect(published).toEqual({ ...seen, published_at: now().toISOString() });
    expect(await objectExists(deps.lake, frameworkKey(seen.sha256))).toBe(true);
    expect(await look(deps, good, seen.sha256)).toEqual(published);
    await expect(look(deps, next, seen.sha256)).rejects.toMatchObject({ status: 409, code: 'framework-differs' });
  });

  it('tells what changed since the version before', async () => {
    const deps = await openRoundStores();
    const { sha256 } = await publish(deps, good);
    const seen = await look(deps, next);
    expect(seen.before).toEqual({ version: '1', sha256 });
    expect(seen.changes).toEqual({
      ...{ added: [], removed: [], terms: [] },
      changed: [
        {
          ...{ indicator: 'infrastructure', name_vi: 'Hạ tầng và dữ liệu số' },
          fields: [{ field: 'name_vi', before: 'Hạ tầng số', after: 'Hạ tầng và dữ liệu số' }],
        },
      ],
    });
  });

  it('refuses another document under a version that is published, or that a period was opened with', async () => {
    const deps = await openRoundStores();
    await publish(deps, next);
    await expect(look(deps, otherNext)).rejects.toMatchObject({ status: 409, code: 'framework-version-taken' });
  });

  it('refuses another document under a version that is delivered and frozen, though nobody has published or opened it', async () => {
    const deps = await openRoundStores();
    const other = { ...good, 'indicators.csv': next['indicators.csv'] };
    await expect(look(deps, other)).rejects.toMatchObject({ status: 409, code: 'framework-version-taken' });
    const open = openPeriod(
      { ...round, framework: frameworkDocument(parseFramework(other)), requestId: 'r' },
      publisher,
      {
        ...deps,
        now,
      },
    );
    await expect(open).rejects.toMatchObject({ status: 409, code: 'framework-version-taken' });
    expect(await look(deps, good)).toMatchObject({ version: '1', published_at: null });
    expect(await look(deps, next)).toMatchObject({ version: '2' });
  });

  it('answers with everything that the loader refuses, each with file, line and what to do, in Vietnamese', async () => {
    const deps = await openRoundStores();
    const broken = {
      'framework.json': good['framework.json'].replace('"half-up"', '"down"'),
      'indicators.csv': good['indicators.csv'].replace('direct,140,', 'direct,"140,5",'),
    };
    const refusal = await look(deps, broken).catch((error: Error) => error);
    expect(refusal).toMatchObject({ status: 422, code: 'framework-refused' });
    const { complaints } = (refusal as { members?: { complaints: unknown[] } }).members!;
    expect(complaints).toEqual([
      expect.objectContaining({ file: 'framework.json', line: 18, message_vi: 'rounding: chỉ nhận "half-up"' }),
      {
        ...{ file: 'indicators.csv', line: 4 },
        message_vi: 'max_points "140,5" không phải số thập phân; đề nghị ghi 140 hoặc 12.5 (dấu chấm thập phân)',
        message_en: 'max_points "140,5" is not a plain decimal; write 140 or 12.5',
      },
    ]);
  });

  it.each([
    [callerWith({ role: 'appraiser' }), 'role-refused'],
    [callerWith({ owner: 'other' }), 'foreign-group'],
  ])('is for the ministry’s publishers', async (caller, code) => {
    const deps = await openRoundStores();
    const call = publishFramework({ readFiles: async () => good }, caller, { ...deps, now });
    await expect(call).rejects.toMatchObject({ status: 403, code });
    await expect(listFrameworks(callerWith({ ...caller, role: 'officer' }), deps)).rejects.toMatchObject({
      status: 403,
    });
  });
});

describe('a period', () => {
  const open = (deps: RoundDeps, version: string) =>
    openPeriod(
      { ...round, framework: { framework_id: 'dti-province-405', version }, requestId: `r${version}` },
      publisher,
      { ...deps, now },
    );

  it('is opened with a version that is published, by its name, and with no other', async () => {
    const deps = await openRoundStores();
    const { sha256 } = await publish(deps, good);
    await expect(open(deps, '2')).rejects.toMatchObject({ status: 422, code: 'framework-unpublished' });
    expect(await open(deps, '1')).toMatchObject({ framework_sha256: sha256, state: 'open' });
    const { frameworks } = await listFrameworks(publisher, deps);
    expect(frameworks).toEqual([
      expect.objectContaining({
        version: '1',
        sha256,
        published_at: now().toISOString(),
        periods: [expect.objectContaining({ ...round, group_name_vi: '34 tỉnh, thành phố (từ 01/7/2025)' })],
      }),
    ]);
  });

  it('that was opened with a document of its own is in the list too, published by nobody, and holds its version', async () => {
    const deps = await openRoundStores();
    const framework = parseFramework(next);
    await openPeriod({ ...round, framework: frameworkDocument(framework), requestId: 'r' }, publisher, {
      ...deps,
      now,
    });
    const { frameworks } = await listFrameworks(publisher, deps);
    expect(frameworks).toMatchObject([{ sha256: framework.sha256, title_vi: null, published_at: null }]);
    expect((await look(deps, good)).before).toEqual({ version: '2', sha256: framework.sha256 });
    await expect(look(deps, otherNext)).rejects.toMatchObject({ code: 'framework-version-taken' });
  });

  it('is what a period is opened with: no other document goes by its id and version', async () => {
    const deps = await openRoundStores();
    await publish(deps, next);
    const open = (framework: string) =>
      openPeriod({ ...round, framework, requestId: 'r' }, publisher, { ...deps, now });
    const other = parseFramework(otherNext);
    await expect(open(frameworkDocument(other))).rejects.toMatchObject({
      status: 409,
      code: 'framework-version-taken',
    });
    expect(await open(frameworkDocument(parseFramework(next)))).toMatchObject({ framework_id: 'dti-province-405' });
  });
});

describe('readUpload', () => {
  const upload = (contentType: string | undefined, body: Buffer | string) => {
    const bytes = Buffer.from(body);
    return readUpload({ contentType, bytes, event: { body: bytes.toString() } } satisfies Upload);
  };
  const zipOf = (...entries: { name: string; data: string }[]) => writeRawZip(entries);
  const files = Object.entries(good).map(([name, data]) => ({ name, data }));

  it('takes the folder as a zip, wherever in it the files lie, and the files as JSON', async () => {
    const folder = files.map(({ name, data }) => ({ name: `dti/${name}`, data }));
    const mac = { name: '__MACOSX/dti/framework.json', data: 'x' };
    expect(await upload('application/zip', zipOf(...folder, mac))).toEqual(good);
    expect(await upload('application/json; charset=utf-8', JSON.stringify(good))).toEqual(good);
  });

  /** As somebody would who has opened the table in Excel and saved it there: numbers are numbers. */
  async function spreadsheetOf(csv: string): Promise<string> {
    const book = new ExcelJS.Workbook();
    book.addWorksheet('Ghi chú').addRow(['bảng ở trang sau']);
    const sheet = book.addWorksheet('Indicators');
    for (const row of parse(csv) as string[][])
      sheet.addRow(row.map((text) => (/^\d+$/.test(text) ? Number(text) : text || null)));
    return Buffer.from(await book.xlsx.writeBuffer()).toString('base64');
  }
  const json = (files: object) => upload('application/json', JSON.stringify(files));
  const { 'framework.json': terms, 'indicators.csv': table } = good;

  it('takes the table as a spreadsheet, which is the same framework, and names its rows as lines', async () => {
    const deps = await openRoundStores();
    const read = await json({ 'framework.json': terms, 'indicators.xlsx': await spreadsheetOf(table) });
    expect((await look(deps, read)).sha256).toBe((await look(deps, good)).sha256);
    const slip = await spreadsheetOf(table.replace('direct,140,', 'direct,"140,5",'));
    const wrong = await json({ 'framework.json': terms, 'indicators.xlsx': slip });
    const line = table.split('\n').findIndex((text) => text.includes('direct,140,')) + 1;
    await expect(look(deps, wrong)).rejects.toMatchObject({ members: { complaints: [{ line }] } });
  });

  it('refuses a table sent twice or not at all, and a spreadsheet that is none', async () => {
    const workbook = await spreadsheetOf(table);
    for (const files of [{ ...good, 'indicators.xlsx': workbook }, { 'framework.json': terms }])
      await expect(json(files)).rejects.toMatchObject({ status: 422, code: 'framework-table' });
    const broken = Buffer.from('không phải Excel').toString('base64');
    await expect(json({ 'framework.json': terms, 'indicators.xlsx': broken })).rejects.toMatchObject({
      ...{ status: 422, code: 'framework-archive' },
    });
  });

  it.each([
    ['another type', 'text/csv', 'x', 415, 'content-type'],
    ['no type', undefined, '{}', 415, 'content-type'],
    ['a file of another name', 'application/json', '{"indicators.ods":""}', 400, 'field-unknown'],
    ['what is no zip', 'application/zip', 'PK', 422, 'framework-archive'],
    ['half a folder', 'application/zip', zipOf(files[0]!), 422, 'framework-incomplete'],
    [
      'two of one name',
      'application/zip',
      zipOf(...files, { name: 'b/framework.json', data: '{}' }),
      422,
      'framework-archive',
    ],
    [
      'a way out of the folder',
      'application/zip',
      zipOf(...files, { name: '../x', data: '' }),
      422,
      'framework-archive',
    ],
    ['more than two megabytes', 'application/json', 'x'.repeat(2 * 1024 ** 2 + 1), 413, 'framework-too-big'],
    [
      'a file that unpacks to more than a megabyte',
      'application/zip',
      zipOf({ name: 'framework.json', data: 'x'.repeat(1024 ** 2 + 1) }),
      422,
      'framework-archive',
    ],
  ] as const)('refuses %s', async (_, type, body, status, code) => {
    await expect(upload(type, body)).rejects.toMatchObject({ status, code });
  });
});
