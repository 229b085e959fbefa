import { describe, expect, it } from 'vitest';
import { groupFeed, releasesFeed, unitFeeds } from '../../../shared/open-data/feeds.ts';
import { threeReleases } from '../../support/public-releases.ts';
import { childrenOf, readXml, textOf, type XmlElement } from '../../support/read-xml.ts';

const told = { origin: 'https://dti.example.vn', language: 'vi' } as const;
const inEnglish = { ...told, language: 'en' } as const;
const released = threeReleases();
const releases = released.map(({ release }) => release);
const rows = released.flatMap((one) => one.rows);
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
const uuid = /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** What RFC 4287 asks of a feed, and of one that is fetched by its own address. */
function faultsOf(feed: XmlElement): string[] {
  const faults: string[] = [];
  const need = (element: XmlElement, name: string, shape = /./) => {
    const found = childrenOf(element, name);
    if (found.length !== 1 || !shape.test(found[0]!.text)) faults.push(`${element.name}: ${name}`);
  };
  if (feed.attributes.xmlns !== 'http://www.w3.org/2005/Atom') faults.push('namespace');
  for (const element of [feed, ...childrenOf(feed, 'entry')]) {
    need(element, 'id', uuid);
    need(element, 'title');
    need(element, 'updated', instant);
    const rels = childrenOf(element, 'link').map(({ attributes }) => attributes.rel);
    if (!rels.includes('alternate')) faults.push(`${element.name}: alternate`);
  }
  const [author] = childrenOf(feed, 'author');
  if (!author || textOf(author, 'name') === '') faults.push('author');
  const ids = childrenOf(feed, 'entry').map((entry) => textOf(entry, 'id'));
  if (new Set(ids).size !== ids.length) faults.push('ids');
  const updated = childrenOf(feed, 'entry').map((entry) => textOf(entry, 'updated'));
  if (updated.join() !== updated.toSorted().reverse().join()) faults.push('order');
  if (textOf(feed, 'updated') !== updated[0]) faults.push('updated');
  return faults;
}

const everyFeed = [
  releasesFeed(releases, told)!,
  groupFeed('province34', releases, told)!,
  ...unitFeeds(releases, rows, told).values(),
  releasesFeed(releases, inEnglish)!,
  groupFeed('province34', releases, inEnglish)!,
  ...unitFeeds(releases, rows, inEnglish).values(),
];

describe('feeds', () => {
  it('are what RFC 4287 asks for, newest first', () => {
    expect(everyFeed).toHaveLength(72);
    expect(everyFeed.flatMap((feed) => faultsOf(readXml(feed)))).toEqual([]);
  });

  it('say each release once, a correction with what it replaces and why', () => {
    const entries = childrenOf(readXml(everyFeed[0]!), 'entry');
    expect(entries.map((entry) => textOf(entry, 'title'))).toEqual([
      'Số liệu minh họa, không phải kết quả chính thức: Công bố đợt r1 quý III/2026 của 34 tỉnh, thành phố',
      'Đính chính: đợt r2 năm 2024 của 34 tỉnh, thành phố, thay đợt r1',
      'Công bố đợt r1 năm 2024 của 34 tỉnh, thành phố',
    ]);
    expect(textOf(entries[1]!, 'summary')).toBe(
      '34 đơn vị, 34 được xếp hạng. Lý do: Nhập nhầm <số> & đơn vị. Loại: sai số liệu đầu vào. Phát hiện bởi: công dân.',
    );
    expect(textOf(entries[0]!, 'summary')).toBe('34 đơn vị, 33 có số liệu, 33 được xếp hạng.');
  });

  it('tell a unit its rank of how many and its value, or that it sent nothing', () => {
    const titles = (unitId: string) =>
      childrenOf(readXml(unitFeeds(releases, rows, told).get(unitId)!), 'entry').map((one) => textOf(one, 'title'));
    expect(titles('P46-2025').slice(1)).toEqual([
      'Huế: hạng 2/34, giá trị 0,7951 (năm 2024, đợt r2)',
      'Huế: hạng 2/34, giá trị 0,7951 (năm 2024, đợt r1)',
    ]);
    expect(titles('P04-2025')[0]).toBe(
      'Số liệu minh họa, không phải kết quả chính thức: Cao Bằng: chưa nộp số liệu (quý III/2026, đợt r1)',
    );
  });

  it('say the same figures in English, and lead to the English pages', () => {
    const [unit] = childrenOf(readXml(unitFeeds(releases, rows, inEnglish).get('P46-2025')!), 'entry').slice(1);
    expect(textOf(unit!, 'title')).toBe('Huế: rank 2/34, value 0.7951 (r2 of 2024)');
    const links = childrenOf(unit!, 'link').map(({ attributes }) => attributes.href);
    expect(links).toEqual(['https://dti.example.vn/en/releases/dti/province34/2024/r2/#P46-2025']);
    const feed = readXml(releasesFeed(releases, inEnglish)!);
    expect(feed.attributes['xml:lang']).toBe('en');
    expect(childrenOf(feed, 'entry').map((entry) => textOf(entry, 'title'))).toEqual([
      'Illustrative figures, not an official result: Published: r1 of 2026-Q3, 34 provinces',
      'Correction: r2 of 2024, 34 provinces, in place of r1',
      'Published: r1 of 2024, 34 provinces',
    ]);
  });

  it('keep their entries as they were when a release comes, wherever the site stands: ids are of names', () => {
    const entriesOf = (count: number, at: string) =>
      childrenOf(readXml(releasesFeed(releases.slice(0, count), { ...told, origin: at })!), 'entry').map((entry) =>
        textOf(entry, 'id'),
      );
    const [before, after] = [entriesOf(2, told.origin), entriesOf(3, 'https://other.example.vn')];
    expect(after.slice(1)).toEqual(before);
    const updatedOf = (count: number) => textOf(readXml(releasesFeed(releases.slice(0, count), told)!), 'updated');
    expect([1, 2, 3].map(updatedOf)).toEqual([1, 2, 3].map(updatedOf).toSorted());
    const bodies = (count: number) => releasesFeed(releases.slice(0, count), told)!.split('<entry>').slice(1);
    expect(bodies(3).slice(2).join()).toBe(bodies(1).join());
  });

  it('are not there before the first release', () => {
    expect(releasesFeed([], told)).toBeNull();
    expect(groupFeed('province63', releases, told)).toBeNull();
    expect(unitFeeds([], rows, told).size).toBe(0);
  });

  it('hold no sign that a document may not hold', () => {
    const [first] = releases as [(typeof releases)[number]];
    const odd = { ...first, header: { ...first.header, group_name_vi: 'a\u0000b\u001F<c>&"' } };
    expect(textOf(readXml(groupFeed('province34', [odd], told)!), 'title')).toContain('ab<c>&"');
  });
});
