import { describe, expect, it } from 'vitest';
import { publishedTables } from '../../../../sample-data/published/published-tables.ts';
import { sha256Of } from '../../../../shared/digest/canonical-json.ts';
import { textOf } from '../../../../shared/release/frozen-inputs.ts';
import {
  buildPublished,
  freezePublished,
  type PublishedRequest,
  publishedInputsOf,
  publishedPath,
} from '../../../../shared/release/published/build-published.ts';
import type { PublishedManifest } from '../../../../shared/release/published/published-manifest.ts';
import type { PublishedScoreboard } from '../../../../shared/release/published/published-scoreboard.ts';

const requests = new Map((await publishedTables()).map((request) => [request.period, request]));
const requestOf = (period: string): PublishedRequest => requests.get(period)!;
const build = (request: PublishedRequest) => buildPublished(freezePublished(request));
const scoreboardOf = (request: PublishedRequest): PublishedScoreboard =>
  JSON.parse(textOf(build(request), 'scoreboard.json'));

/** The table of 2024 with one text of it replaced. */
function changed(from: string, to: string, period = '2024'): PublishedRequest {
  const text = new TextDecoder().decode(requestOf(period).table);
  expect(text.split(from)).toHaveLength(2);
  return { ...requestOf(period), table: new TextEncoder().encode(text.replace(from, to)) };
}

describe('a table published elsewhere', () => {
  it.each([
    ['2022', 15, [15, 15, 17]],
    ['2023', 59, [59, 59, 61]],
  ])(
    'of %s has the ranks that were published with it: of equal values both take %i, and the next is skipped',
    (period, from, ranks) => {
      const { units, ranked_count } = scoreboardOf(requestOf(period));
      expect(units.slice(from - 1, from + 2).map(({ rank }) => rank)).toEqual(ranks);
      expect([units.length, ranked_count]).toEqual([63, 63]);
    },
  );

  it('of 2024 has the mean of the country that was published: 0.6961', () => {
    const { measures } = scoreboardOf(requestOf('2024'));
    expect(measures[0]).toMatchObject({ measure: 'dti', average: '0.6961', average_units: 63 });
  });

  it('has the measures that it holds and no others: what is missing is absent, never zero', () => {
    const four = ['infrastructure', 'activity_gov', 'activity_econ', 'activity_soc'];
    for (const request of requests.values()) {
      const { measures, units } = scoreboardOf(request);
      expect(measures.map(({ measure }) => measure)).toEqual(['dti', ...four]);
      expect(new Set(units.map(({ scores }) => Object.keys(scores).join()))).toEqual(new Set([`dti,${four}`]));
    }
  });

  it('keeps every value to the digit, under the id of the unit that bore the name then', () => {
    const { units } = scoreboardOf(requestOf('2023'));
    const hue = units.find(({ unit_id }) => unit_id === 'P46');
    expect(hue).toMatchObject({ unit_name_vi: 'Huế', rank: 3, state: 'ranked' });
    expect(hue!.scores).toMatchObject({ dti: { value: '0.7660', rank: 3 }, activity_soc: { value: '0.4048' } });
  });

  it('has the header that every scoreboard has, for the measures that it holds', () => {
    const text = Buffer.from(build(requestOf('2022')).get('scoreboard.csv')!).toString('utf8');
    const [header, first] = text.split('\r\n');
    expect(header).toBe(
      '\uFEFFrank,unit_id,unit_name_vi,dti,infrastructure,infrastructure_rank,activity_gov,activity_gov_rank,' +
        'activity_econ,activity_econ_rank,activity_soc,activity_soc_rank',
    );
    expect(first).toBe('1,P48,Đà Nẵng,0.8002,0.8253,2,0.8575,1,0.7836,1,0.5197,1');
  });

  it('says of which kind it is, where it came from and that it cannot be recomputed', () => {
    const files = build(requestOf('2023'));
    const manifest: PublishedManifest = JSON.parse(textOf(files, 'manifest.json'));
    expect(manifest).toMatchObject({ kind: 'published', release: 'dti/province63/2023/published', submissions: [] });
    expect(scoreboardOf(requestOf('2023'))).toMatchObject({
      kind: 'published',
      notice_vi: 'Số liệu đã công bố, không tính lại được.',
      source: { address: 'https://dti.gov.vn/xep-hang-2023-all', sha256: sha256Of(requestOf('2023').table) },
    });
  });

  it('is made again from its inputs alone, to the byte', () => {
    const files = build(requestOf('2024'));
    expect(buildPublished(publishedInputsOf(files))).toEqual(files);
  });

  it.each([
    ['2022', '1216c8c49fd243f2ca00cfcf0e36037bb9bf5b36eaf0351a4509150614b92ad6'],
    ['2023', 'd52ad6c75f05acbee13b4fa0a2bf731df139865ec0ea2c63e324cab41fac4f13'],
    ['2024', 'd8028fe06afab38e6a319c6af0dec86e8853d2826b853529285ba13403edbf71'],
  ])('of %s keeps the bytes that were promised: an account that has it would refuse others', (period, sha256) => {
    expect(sha256Of(build(requestOf(period)).get('manifest.json')!)).toBe(sha256);
  });

  it('leaves a unit that it does not name without value and rank', () => {
    const line = /Cà Mau,[^\n]*\n/.exec(new TextDecoder().decode(requestOf('2024').table))![0];
    const { units, ranked_count } = scoreboardOf(changed(line, ''));
    expect(units.at(-1)).toMatchObject({ unit_id: 'P96', state: 'not_submitted', rank: null, scores: {} });
    expect(ranked_count).toBe(62);
  });
});

describe('a table that cannot be what was published', () => {
  it.each<[string, string, string, string]>([
    ['a rank that does not follow from its values', '0.8373,1', '0.8373,2', 'PUBLISHED_RANK_WRONG'],
    ['a value with a comma', '0.8373', '"0,8373"', 'PUBLISHED_TABLE_BROKEN'],
    ['a value of three decimals, which nobody may complete', '0.8373', '0.837', 'PUBLISHED_TABLE_BROKEN'],
    ['a value above 1', '0.8373', '1.8373', 'PUBLISHED_TABLE_BROKEN'],
    ['a column that is no measure', 'activity_soc', 'smart_city', 'PUBLISHED_TABLE_BROKEN'],
    ['a rank that is no number', '0.8373,1', '0.8373,x', 'PUBLISHED_TABLE_BROKEN'],
    ['a row too short', '0.8373,1', '0.8373', 'PUBLISHED_TABLE_BROKEN'],
    ['a name that no unit of the group bears', 'Cà Mau', 'Cà Mâu', 'PUBLISHED_UNIT_UNKNOWN'],
    ['a row without a name', 'Cà Mau', '', 'PUBLISHED_TABLE_BROKEN'],
    ['a unit twice', 'Cà Mau', 'Bạc Liêu', 'PUBLISHED_TABLE_BROKEN'],
  ])('is refused: %s', (_what, from, to, code) => {
    expect(() => build(changed(from, to))).toThrow(expect.objectContaining({ code }));
  });

  it('is refused: other bytes than its source names', () => {
    const inputs = freezePublished(requestOf('2024'));
    inputs.set(publishedPath, changed('0.8373', '0.8374').table);
    expect(() => buildPublished(inputs)).toThrow(expect.objectContaining({ code: 'PUBLISHED_SOURCE_CHANGED' }));
  });
});
