import { describe, expect, it } from 'vitest';
import { roundsFiles } from '../../../shared/site/pages/rounds/rounds-page.tsx';
import { threeReleases } from '../../support/public-releases.ts';

const releases = threeReleases().map(({ release }) => release);
const [first] = releases;
const kept = {
  ...first!,
  header: { ...first!.header, release: 'dti/province34/2023/published', period: '2023', kind: 'published' as const },
  paged: false,
};
const textOf = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const page = (path: string) => roundsFiles([...releases, kept]).get(path)!;

describe('the list of releases', () => {
  it('has every release once, newest first, at its address in the language', () => {
    const order = [...page('/cac-dot/index.html').matchAll(/<li id="([^"]+)"/g)].map(([, id]) => id);
    expect(order).toEqual([
      'dti/province34/2026-Q3/r1',
      'dti/province34/2024/r2',
      'dti/province34/2024/r1',
      'dti/province34/2023/published',
    ]);
    expect(page('/en/cac-dot/index.html')).toContain('href="/en/releases/dti/province34/2024/r2/"');
  });

  it('says what is illustrative, published elsewhere, superseded or a correction, and why', () => {
    const lines = page('/cac-dot/index.html').split('<li id=').slice(1).map(textOf);
    expect(lines[0]).toContain('số liệu minh họa');
    expect(lines[1]).toContain('đính chính r1');
    expect(lines[1]).toContain('Nhập nhầm');
    expect(lines[1]).toContain('hiện hành');
    expect(lines[2]).toContain('đã được thay bằng r2');
    expect(lines[2]).not.toContain('hiện hành');
    expect(lines[3]).toContain('đã công bố nơi khác');
    expect(lines[3]).not.toContain('hiện hành');
  });

  it('counts its groups, whose names have commas of their own', () => {
    expect(textOf(page('/cac-dot/index.html'))).toContain('4 đợt của 34 tỉnh, thành phố.');
    const other = { ...first!, header: { ...first!.header, group: 'country', group_name_vi: 'Cả nước' } };
    const both = roundsFiles([first!, other]).get('/cac-dot/index.html')!;
    expect(textOf(both)).toContain('2 đợt của 2 nhóm đơn vị.');
  });

  it('tells of what is announced by group, period and minute alone, and of nothing where nothing is', () => {
    const public_at = '2026-12-01T02:00:00.000Z';
    const upcoming = [{ group: 'province34', period: '2026-Q3', public_at }];
    const pages = roundsFiles(releases, upcoming);
    const [vi, en] = ['/cac-dot/index.html', '/en/cac-dot/index.html'].map((path) => textOf(pages.get(path)!));
    expect(vi).toContain(
      'Lịch công bố Kết quả quý III/2026 của 34 tỉnh, thành phố: ấn định công bố lúc 09:00 ngày 01/12/2026 , giờ Việt Nam',
    );
    expect(en).toContain(
      'Release calendar 2026-Q3 results of 34 provinces: announced for 09:00 on 2026-12-01 , Vietnam time',
    );
    expect(pages.get('/cac-dot/index.html')).toContain(`<time datetime="${public_at}">`);
    expect(roundsFiles(releases, [])).toEqual(roundsFiles(releases));
    expect(page('/cac-dot/index.html')).not.toContain('Lịch công bố');
  });

  it('is the same whatever order releases came in', () => {
    expect(roundsFiles(releases.toReversed())).toEqual(roundsFiles(releases));
  });
});
