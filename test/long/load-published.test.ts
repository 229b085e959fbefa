import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localNames } from '../../infra/local/names.ts';
import { compareRelease } from '../../infra/local/round/compare-release.ts';
import { readFiles, writeFiles } from '../../infra/local/round/files-on-disk.ts';
import { releaseKey } from '../../shared/lake/keys.ts';
import type { Files } from '../../shared/release/frozen-inputs.ts';
import { type Manifest, manifestPath, promisedPaths } from '../../shared/release/manifest.ts';
import { runScript } from '../support/commands.ts';
import { boot, bytesOf, get, makeStateDirectory } from '../support/running-pipeline.ts';

const years = ['2022', '2023', '2024'];
const nameOf = (year: string) => `dti/province63/${year}/published`;

let state: Awaited<ReturnType<typeof makeStateDirectory>>;
const pipelineState = () => join(state.path, 'pipeline');
const load = (...args: string[]) => runScript('infra/local/commands/load-published.ts', args);
const verify = (directory: string) => runScript('infra/local/commands/verify.ts', [directory]);

beforeAll(async () => {
  state = await makeStateDirectory();
  await (await boot(pipelineState())).close();
});
afterAll(() => state.remove());

/** As the public downloads it. */
async function download(release: string): Promise<Files> {
  const pipeline = await boot(pipelineState());
  try {
    const fetchFile = async (path: string) => bytesOf(await get(pipeline, `/${releaseKey(release, path)}`));
    const manifest = JSON.parse((await fetchFile(manifestPath)).toString('utf8')) as Manifest;
    const paths = promisedPaths(manifest);
    return new Map(await Promise.all(paths.map(async (path) => [path, await fetchFile(path)] as const)));
  } finally {
    await pipeline.close();
  }
}

describe('npm run load-published', () => {
  it('puts every published table out, and the second time finds it there', async () => {
    const first = await load('--state', state.path);
    expect(first).toMatchObject({ status: 0, stderr: '' });
    const told = 'số liệu đã công bố, không tính lại được / published figures, which cannot be recomputed';
    expect(first.stdout.trim().split('\n')).toEqual([
      ...years.map((year) => `${nameOf(year)}: đã nạp / loaded · ${told}`),
      // Rankings by five measures, by name and of six regions, four main indices, 63 units and the data, in two languages,
      // of three years.
      `${(5 + 1 + 6 + 4 + 63 + 1) * 2 * 3} trang / pages`,
    ]);
    const second = await load('--state', pipelineState());
    expect([second.status, second.stdout.match(/there already/g)?.length]).toEqual([0, 3]);
    expect(second.stdout).toContain('\n0 trang / pages');
  });

  it('puts the picture that its pages name, and both ways to a page that is not there say the same', async () => {
    const pipeline = await boot(pipelineState());
    const page = await get(pipeline, `/releases/${nameOf('2024')}/don-vi/P01/`);
    const named = /property="og:image" content="([^"]+)"/.exec(await page.text())?.[1];
    expect(named).toMatch(/\/anh\/ranking-vi\.png$/);
    const picture = await get(pipeline, new URL(named!).pathname);
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect((await bytesOf(picture)).subarray(1, 4).toString()).toBe('PNG');
    const [file, api] = await Promise.all(['/en/none/', '/v1/pages/en/none/'].map((path) => get(pipeline, path)));
    const told = async (answer: Response) => [answer.status, answer.headers.get('cache-control'), await answer.text()];
    expect(await told(api!)).toEqual([404, 'public, max-age=60', expect.stringContaining('Page not found')]);
    expect(await told(file!)).toEqual(await told(await get(pipeline, '/v1/pages/en/none/')));
    await pipeline.close();
  });

  it('leads from a dissolved unit to a page that is there, though no release of its successor is', async () => {
    const pipeline = await boot(pipelineState());
    for (const [folder, told] of [
      ['', 'chưa có đợt công bố'],
      ['/en', 'no release yet'],
    ]) {
      const old = await (await get(pipeline, `${folder}/releases/${nameOf('2024')}/don-vi/P06/`)).text();
      const forward = /<p class="notice superseded">.*?<a href="([^"]+)"/s.exec(old)?.[1];
      expect(forward).toMatch(new RegExp(`^${folder}/don-vi/P\\d+-2025/$`));
      const page = await get(pipeline, forward!);
      const text = await page.text();
      expect([page.status, text]).toEqual([200, expect.stringContaining(told!)]);
      const wayOn = /<main.*<a href="([^"]+)"/s.exec(text)?.[1];
      expect(wayOn).toBe(`${folder}/releases/${nameOf('2024')}/`);
      expect((await get(pipeline, wayOn!)).status).toBe(200);
    }
    await pipeline.close();
  });

  it('waits for nobody: while the pipeline has its state it ends with 2, as for two answers to where', async () => {
    const pipeline = await boot(pipelineState());
    const inUse = await load('--state', state.path);
    await pipeline.close();
    expect([inUse.status, inUse.stdout]).toEqual([2, '']);
    const both = await load('--state', state.path, '--public-bucket', 'x', '--score-table', 'y');
    expect([both.status, both.stderr]).toEqual([2, expect.stringContaining('not both')]);
  });

  it('loads into a bucket and a table of an account by their names, with nothing stopped', async () => {
    const other = join(state.path, 'account');
    const pipeline = await boot(other);
    try {
      // The engines of the open pipeline stand in the environment, as an account would.
      const names = ['--public-bucket', localNames.PUBLIC_BUCKET, '--score-table', localNames.SCORE_TABLE];
      expect(await load(...names)).toMatchObject({ status: 0, stderr: '' });
      const answer = await get(pipeline, `/${releaseKey(nameOf('2022'), 'scoreboard.csv')}`);
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([
        200,
        'public, max-age=31536000, immutable',
      ]);
      expect((await load('--public-bucket', 'no-such-bucket', '--score-table', localNames.SCORE_TABLE)).status).toBe(1);
    } finally {
      await pipeline.close();
    }
  });

  it('gives a dissolved province its page, which points forward and tells all its years', async () => {
    const pipeline = await boot(pipelineState());
    try {
      const page = await (await get(pipeline, `/${releaseKey(nameOf('2022'), 'don-vi/P34/')}`)).text();
      expect(page).toContain('<h1 lang="vi">Tỉnh Thái Bình</h1>');
      expect(page).toContain('href="/don-vi/P33-2025/"');
      expect(page).toContain('2022, 2023 và 2024: số liệu đã công bố, không tính lại được.');
      expect(page).not.toMatch(/@@|công bố ngày/);
    } finally {
      await pipeline.close();
    }
  });

  it('makes nothing current: the API has no scoreboard of those years, and the front page is not made', async () => {
    const pipeline = await boot(pipelineState());
    try {
      for (const year of years) expect((await get(pipeline, `/v1/scoreboard/province63/${year}`)).status).toBe(404);
      expect((await get(pipeline, '/')).status).toBe(404);
    } finally {
      await pipeline.close();
    }
  });
});

describe('npm run verify of a published table', () => {
  it('finds every byte the same, and says that the values cannot be recomputed', async () => {
    for (const year of years) {
      const folder = join(state.path, 'published', year);
      await writeFiles(folder, await download(nameOf(year)));
      const { status, stdout } = await verify(folder);
      expect([status, stdout]).toEqual([0, expect.stringContaining('Khớp từng byte')]);
      expect(stdout).toContain('Số liệu đã công bố, không tính lại được');
    }
  });

  it('names the file in which one digit was changed, whichever it is', async () => {
    const folder = join(state.path, 'published', '2023');
    const files = await readFiles(folder);
    for (const [path, bytes] of files) {
      const changed = Buffer.from(bytes)
        .toString('utf8')
        .replace(/\d(?=\D*$)/, (digit) => `${9 - Number(digit)}`);
      const wrong = await compareRelease(new Map(files).set(path, Buffer.from(changed)));
      expect(wrong.filter(({ verdict }) => verdict !== 'same').map((one) => one.path)).toEqual([path]);
    }
    const csv = await readFile(join(folder, 'scoreboard.csv'), 'utf8');
    await writeFile(join(folder, 'scoreboard.csv'), csv.replace('0.8340', '0.8341'));
    const { status, stdout } = await verify(folder);
    expect([status, stdout]).toEqual([1, expect.stringContaining('DIFFERENT  scoreboard.csv')]);
  });

  it('says of another format that nothing was compared', async () => {
    const folder = join(state.path, 'published', '2022');
    const manifest = await readFile(join(folder, manifestPath), 'utf8');
    await writeFile(join(folder, manifestPath), manifest.replace('"format": 1', '"format": 2'));
    const { status, stdout } = await verify(folder);
    expect([status, stdout]).toEqual([3, expect.stringContaining('this code recomputes format 1')]);
  });
});
