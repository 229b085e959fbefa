import { ListObjectVersionsCommand, type ListObjectVersionsCommandOutput } from '@aws-sdk/client-s3';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { rebuildOpenData } from '../../functions/rebuild-open-data/rebuild-open-data.ts';
import { publishedTables } from '../../sample-data/published/published-tables.ts';
import { getObject, putObject } from '../../shared/lake/objects.ts';
import { calendarKey, calendarText } from '../../shared/open-data/calendar.ts';
import { buildPublished, freezePublished } from '../../shared/release/published/build-published.ts';
import { keepPublished } from '../../shared/release/published/keep-published.ts';
import { listPublicly, readListed } from '../../shared/score-store/listed-releases.ts';
import { readRelease } from '../../shared/score-store/releases.ts';
import type { Engines } from '../support/engines.ts';
import { remove } from '../support/ledger-rows.ts';
import { headersAt, openCorrectedRound, rebuild, siteOrigin, textAt } from '../support/open-data.ts';

const isCurrent = (key: string) => !key.startsWith('releases/') && key !== 'index.html';

const name = 'dti/province34/2024/r1';
const countIn = (text: string, part: string) => text.split(part).length - 1;

interface Asked {
  Key?: string;
  Body?: unknown;
}

/** A function that has just started, with `before` in the way of every call of the public bucket. */
const watching = (engines: Engines, before: (asked: Asked) => unknown): Engines => {
  const send = async (command: { input: Asked }) => {
    await before(command.input);
    return engines.publicBucket.client.send(command as never);
  };
  const client = Object.create(engines.publicBucket.client, { send: { value: send } });
  return { ...engines, publicBucket: { ...engines.publicBucket, client } };
};

/** Somebody else's release changes the list whenever this file is written. */
const withNews = (engines: Engines, times: number, comeOut: (nth: number) => Promise<unknown>): Engines => {
  let left = times;
  return watching(engines, ({ Key }) => Key === 'robots.txt' && left-- > 0 && comeOut(times - left));
};

/** The same release once more, as if it came out at another moment. */
async function listAnew({ table }: Engines, second: number): Promise<void> {
  const release = (await readRelease(table, { index: 'dti', group: 'province34', period: '2024' }, 1))!;
  await listPublicly(table, { ...release, released_at: `2099-10-05T00:00:0${second}.000Z` });
}

/** Every current file, by key. */
async function currentOf({ publicBucket }: Engines): Promise<Map<string, string>> {
  const { client, name: Bucket } = publicBucket;
  const found = new Set<string>();
  // A thousand versions a page, and by now there are more.
  for (let page: ListObjectVersionsCommandOutput | undefined; !page || page.IsTruncated; ) {
    const [KeyMarker, VersionIdMarker] = [page?.NextKeyMarker, page?.NextVersionIdMarker];
    page = await client.send(new ListObjectVersionsCommand({ Bucket, KeyMarker, VersionIdMarker }));
    for (const { Key } of page.Versions ?? []) found.add(Key!);
  }
  const keys = [...found].filter(isCurrent).sort();
  const texts = await Promise.all(
    keys.map(async (key) => Buffer.from((await getObject(publicBucket, key))!.bytes).toString('base64')),
  );
  return new Map(keys.map((key, position) => [key, texts[position]!]));
}

describe('open data of a release', () => {
  it('tells of a release in every current file, each kept for a minute', async () => {
    const { engines, first } = await openCorrectedRound();
    await rebuild(first, engines);
    expect(await headersAt(engines, 'feeds/releases.atom')).toEqual([
      'application/atom+xml; charset=utf-8',
      'public, max-age=60',
    ]);
    expect(await headersAt(engines, 'catalog.jsonld')).toEqual(['application/ld+json', 'public, max-age=60']);
    expect(await headersAt(engines, 'embed/dti/province34/2024/r1/ranking.svg')).toEqual([
      'image/svg+xml',
      'public, max-age=60',
    ]);
    expect(await textAt(engines, 'feeds/units/P46-2025.atom')).toContain('Huế: hạng 2/2');
    expect(await textAt(engines, 'feeds/units/P04-2025.atom')).toContain('Cao Bằng: chưa nộp số liệu');
    expect(countIn(await textAt(engines, 'all/scores.csv'), name)).toBe(34 * 12);
    expect(await textAt(engines, 'sitemap-dti-province34-2024.xml')).toContain(`${siteOrigin}/releases/${name}/`);
    expect(await textAt(engines, 'embed/dti/province34/2024/r1/P46-2025/index.html')).toContain('Hạng 2/2');
  });

  it('is told beside what is to come, which changes the list of releases alone, and which of two at once has seen both', async () => {
    const { engines, first } = await openCorrectedRound();
    await rebuild(first, engines);
    const minute = '2099-10-20T02:00:00.000Z';
    const announce = async (periods: string[]) => {
      const upcoming = periods.map((period) => ({ group: 'province34', period, public_at: minute }));
      await putObject(engines.publicBucket, calendarKey, calendarText(upcoming));
    };
    const redraw = () => rebuildOpenData(calendarKey, { ...engines, siteOrigin, siteExtent: 'rankings' });
    const countAt = async (key: string) => countIn(await textAt(engines, key), `datetime="${minute}"`);
    const before = await currentOf(engines);
    await announce(['2024', '2026-Q3']);
    await redraw();
    const changed = [...(await currentOf(engines))].filter(([key, text]) => before.get(key) !== text);
    expect(changed.map(([key]) => key)).toEqual(['cac-dot/index.html', calendarKey, 'en/cac-dot/index.html']);
    expect(await countAt('en/cac-dot/index.html')).toBe(2);
    await Promise.all([rebuild(first, engines), announce(['2024']).then(redraw)]);
    expect(await countAt('cac-dot/index.html')).toBe(1);
  });

  it('is read from its files once, whichever function tells of it: later ones find what was told of it', async () => {
    const { engines, first, correct } = await openCorrectedRound();
    await rebuild(first, engines);
    const second = await correct();
    const read: string[] = [];
    await rebuild(
      second,
      watching(engines, ({ Key, Body }) => Key && Body === undefined && read.push(Key)),
    );
    const ofFiles = read.filter((key) => /manifest\.json$|release\.json$/.test(key));
    expect(ofFiles.sort()).toEqual([
      `releases/${second.release}/manifest.json`,
      `releases/${second.release}/release.json`,
    ]);
  });

  it('begins again when a release came in between, and gives the message back when they keep coming', async () => {
    const { engines, first, correct } = await openCorrectedRound();
    await rebuild(
      first,
      withNews(engines, 1, () => correct()),
    );
    expect(await textAt(engines, 'feeds/releases.atom')).toContain('dti/province34/2024/r2/');
    const endless = withNews(engines, 9, (nth) => listAnew(engines, nth));
    await expect(rebuild(first, endless)).rejects.toMatchObject({ code: 'OPEN_DATA_BUSY', retryable: true });
  });

  it('puts the release into the list that the API answers from, should publishing be cut off before it did', async () => {
    const { engines, first } = await openCorrectedRound();
    const [kept] = await readListed(engines.table);
    await remove(engines.table, { pk: 'LISTED', sk: 'dti#province34#2024#000001' });
    expect(await readListed(engines.table)).toEqual([]);
    await rebuild(first, engines);
    expect(await readListed(engines.table)).toEqual([kept]);
  });
});

describe('open data of a table published elsewhere', () => {
  it('is told as what it is: its figures in the file of all, its table in place of pages it has not', async () => {
    const { engines, first } = await openCorrectedRound();
    const [request] = await publishedTables();
    const now = () => new Date('2099-10-06T00:00:00.000Z');
    const { release } = await keepPublished(buildPublished(freezePublished(request!)), { ...engines, now });
    await rebuild(first, engines);
    await rebuild({ release }, engines);
    expect(countIn(await textAt(engines, 'all/scores.csv'), `${release},`)).toBeGreaterThan(63);
    const feed = await textAt(engines, 'feeds/groups/province63.atom');
    expect(feed).toContain('Đưa vào số liệu đã công bố năm 2022 của 63 tỉnh, thành phố');
    expect(feed).toContain(`${siteOrigin}/releases/${release}/scoreboard.csv`);
    expect(await textAt(engines, 'catalog.jsonld')).toContain('Số liệu đã công bố, không tính lại được');
    expect(await textAt(engines, 'sitemap.xml')).not.toContain('province63');
    expect(await textAt(engines, `embed/${release}/ranking/index.html`)).toBe('');
    expect(
      (await keepPublished(buildPublished(freezePublished(request!)), { ...engines, now: () => new Date() })).isNew,
    ).toBe(false);
  });
});

describe('open data of a corrected round', () => {
  it('ends in the same files one after another, in the other order, twice, and two at once', async () => {
    const { engines, first, correct } = await openCorrectedRound();
    await rebuild(first, engines);
    const second = await correct();
    await rebuild(second, engines);
    const wanted = await currentOf(engines);
    expect(wanted.size).toBeGreaterThan(100);
    await rebuild(first, engines);
    await rebuild(first, engines);
    expect(await currentOf(engines)).toEqual(wanted);
    await Promise.all([rebuild(second, engines), rebuild(first, engines), rebuild(first, engines)]);
    expect(await currentOf(engines)).toEqual(wanted);
  });

  it('tells the correction with its reason, what it replaced, and marks the replaced one wherever it is read', async () => {
    const { engines, first, correct } = await openCorrectedRound();
    await rebuild(first, engines);
    const second = await correct();
    await rebuild(second, engines);
    const feed = await textAt(engines, 'feeds/releases.atom');
    expect(feed).toContain('Đính chính: đợt r2 năm 2024 của 34 tỉnh, thành phố, thay đợt r1');
    expect(feed).toContain('Lý do: Nhập nhầm một số.');
    const old = await textAt(engines, 'embed/dti/province34/2024/r1/ranking/index.html');
    expect(old).toContain('Đợt này đã được thay bằng đợt r2.');
    const rows = parse<Record<string, string>>(await textAt(engines, 'all/scores.csv'), { columns: true });
    const marks = new Set(rows.map(({ release, superseded_by }) => `${release} ${superseded_by}`));
    expect([...marks]).toEqual(['dti/province34/2024/r1 dti/province34/2024/r2', 'dti/province34/2024/r2 ']);
    const own = await textAt(engines, 'releases/dti/province34/2024/r2/scores.csv');
    const lines = own.trimEnd().split('\r\n').slice(1);
    const all = await textAt(engines, 'all/scores.csv');
    expect(lines.filter((line) => !all.includes(`${line},false,\r\n`))).toEqual([]);
  });
});
