import { beforeAll, describe, expect, it } from 'vitest';
import { publishedTables } from '../../../../sample-data/published/published-tables.ts';
import { sha256Of } from '../../../../shared/digest/canonical-json.ts';
import { readRows } from '../../../../shared/lake/read-rows.ts';
import type { Files } from '../../../../shared/release/frozen-inputs.ts';
import { buildPublished, freezePublished } from '../../../../shared/release/published/build-published.ts';
import { isEqual, type Verification } from '../../../../shared/release/verify/verification.ts';
import { verifyRelease } from '../../../../shared/release/verify/verify-release.ts';
import { readGolden } from '../../../support/golden.ts';
import { correctionOf2024, release2024 } from '../../../support/made-release.ts';

const deps = {
  sha256: async (bytes: Uint8Array) => sha256Of(bytes),
  rows: (_: string, bytes: Uint8Array) => readRows(bytes),
};
const verify = (files: Files) => verifyRelease(files, deps);

let files: Files;
beforeAll(async () => {
  files = await release2024();
});

const text = (path: string) => new TextDecoder().decode(files.get(path));
const withText = (path: string, content: string): Files => new Map(files).set(path, new TextEncoder().encode(content));
const withEdit = (path: string, from: string, to: string): Files => {
  expect(text(path)).toContain(from);
  return withText(path, text(path).replace(from, to));
};
const blamed = ({ files }: Verification) => files.filter(({ verdict }) => verdict !== 'same');
const differing = ({ figures }: Verification) => figures?.figures.filter((figure) => !isEqual(figure));

describe('verifyRelease', () => {
  it('is shown the bytes that the pipeline and its SQL engine made of 2024', async () => {
    const golden = await readGolden();
    const digests = JSON.parse(new TextDecoder().decode(golden.get('sha256.json')));
    expect(sha256Of(files.get('scoreboard.json')!)).toBe(digests['scoreboard.json']);
    expect(text('scoreboard.csv')).toBe(new TextDecoder().decode(golden.get('scoreboard.csv')));
  });

  it('finds the 2024 round equal: 34 units by 12 measures by 4 figures, and 12 averages', async () => {
    const found = await verify(files);
    expect([blamed(found), found.unscored]).toEqual([[], null]);
    expect([differing(found), found.figures!.figures.length, found.figures!.elsewhere]).toEqual([[], 1644, []]);
  });

  it('finds a correction equal, which holds what it corrects', async () => {
    const second = await correctionOf2024(files);
    const found = await verify(second);
    expect([blamed(found), found.unscored, differing(found)]).toEqual([[], null, []]);
    expect([...second.keys()]).toEqual(
      expect.arrayContaining(['corrections.json', 'inputs/corrected/scoreboard.json']),
    );
    expect(second.get('scoreboard.json')).not.toEqual(files.get('scoreboard.json'));
  });

  it('names the figure and the file of which one digit was changed', async () => {
    const found = await verify(withEdit('scoreboard.json', '"value":"0.8241"', '"value":"0.8242"'));
    expect(blamed(found)).toEqual([{ path: 'scoreboard.json', verdict: 'different' }]);
    expect(differing(found)).toEqual([
      { unit_id: 'P01-2025', measure: 'dti', part: 'value', published: '0.8242', recomputed: '0.8241' },
    ]);
  });

  it('names the figures of a unit that was left out of the table, and of one that nobody scored', async () => {
    const table = JSON.parse(text('scoreboard.json'));
    const [first] = table.units.splice(0, 1);
    const found = await verify(withText('scoreboard.json', JSON.stringify(table)));
    expect(differing(found)).toHaveLength(48);
    expect(differing(found)![0]).toEqual({
      ...{ unit_id: first.unit_id, measure: 'dti', part: 'value', published: null, recomputed: '0.8241' },
    });
    table.units.push(first, { ...first, unit_id: 'P99-2025', scores: { dti: first.scores.dti } });
    const more = differing(await verify(withText('scoreboard.json', JSON.stringify(table))));
    expect(more!.map(({ unit_id, published, recomputed }) => [unit_id, published, recomputed])).toEqual(
      [first.scores.dti.value, first.scores.dti.points, first.scores.dti.max_points]
        .map((text) => ['P99-2025', text, null])
        .concat([['P99-2025', '1', null]]),
    );
  });

  it('puts a question mark where a figure has another name', async () => {
    const found = await verify(withEdit('scoreboard.json', '"value":"0.8241"', '"valuf":"0.8241"'));
    expect(differing(found)).toMatchObject([{ published: '?', recomputed: '0.8241' }]);
  });

  it('names the place in the table where something else than a figure was changed', async () => {
    const found = await verify(withEdit('scoreboard.json', '"ranked_count": 34', '"ranked_count": 33'));
    expect([differing(found), found.figures!.elsewhere]).toEqual([[], ['/ranked_count']]);
  });

  it.each(['inputs/framework.json', 'inputs/observations.parquet', 'inputs/population.json'])(
    'scores nothing from %s when it is not what the release was made of, and names it',
    async (path) => {
      const bytes = files.get(path)!;
      const found = await verify(
        new Map(files).set(path, bytes.with(bytes.length >> 1, bytes[bytes.length >> 1]! ^ 1)),
      );
      expect(blamed(found)).toEqual([
        { path, verdict: 'different' },
        { path: 'manifest.json', verdict: 'unchecked' },
      ]);
      expect([found.figures, found.unscored]).toEqual([null, 'damaged']);
    },
  );

  it.each(['scoreboard.csv', 'ranking.xlsx'])('names %s by its hash, and the figures still agree', async (path) => {
    const bytes = files.get(path)!;
    const found = await verify(new Map(files).set(path, bytes.with(1, bytes[1]! ^ 1)));
    expect([blamed(found), differing(found)]).toEqual([[{ path, verdict: 'different' }], []]);
  });

  it.each([
    ['the hash of an input', (manifest: Manifest) => flipDigit(manifest.inputs[0]!.sha256)],
    [
      'the hash of the table',
      (manifest: Manifest) => flipDigit(manifest.outputs.find(({ path }) => path === 'scoreboard.json')!.sha256),
    ],
    ['the hash of the framework', (manifest: Manifest) => flipDigit(manifest.framework.sha256)],
    ['its name', () => ['/2024/r1"', '/2024/r2"'] as [string, string]],
    ['its last day', () => ['2024-12-31', '2024-12-30'] as [string, string]],
    ['the hash of a submission', (manifest: Manifest) => flipDigit(manifest.submissions[3]!.sha256)],
  ])('lays the blame on the manifest alone where %s was changed in it', async (_, edit) => {
    const [from, to] = edit(JSON.parse(text('manifest.json')));
    expect(blamed(await verify(withEdit('manifest.json', from, to)))).toEqual([
      { path: 'manifest.json', verdict: 'different' },
    ]);
  });

  interface Manifest {
    inputs: { sha256: string }[];
    outputs: { path: string; sha256: string }[];
    framework: { sha256: string };
    submissions: { sha256: string }[];
  }

  const flipDigit = (hash: string): [string, string] => [hash, `${hash.slice(0, -1)}${hash.endsWith('0') ? '1' : '0'}`];

  it('names what the manifest promises and nobody finds', async () => {
    const without = new Map(files);
    without.delete('ranking.xlsx');
    expect(blamed(await verify(without))).toEqual([{ path: 'ranking.xlsx', verdict: 'missing' }]);
  });

  it.each([
    ['of another format', { format: 1 }, 'other-format'],
    ['of a kind to come', { kind: 'sketch' }, 'other-kind'],
    ['carried over', { derived_from: 'dti/province63/2024/r1' }, 'derived'],
  ])('compares hashes only for a release %s, and says so', async (_, change, unscored) => {
    const manifest = JSON.stringify({ ...JSON.parse(text('manifest.json')), ...change });
    const found = await verify(withText('manifest.json', manifest));
    expect([found.figures, found.unscored]).toEqual([null, unscored]);
    expect(blamed(found)).toEqual([{ path: 'manifest.json', verdict: 'unchecked' }]);
  });

  it('compares hashes only for a table published elsewhere, and says so', async () => {
    const [request] = await publishedTables();
    const kept = buildPublished(freezePublished(request!));
    const found = await verify(kept);
    expect([found.figures, found.unscored]).toEqual([null, 'published']);
    expect(blamed(found)).toEqual([{ path: 'manifest.json', verdict: 'unchecked' }]);
    const bytes = kept.get('inputs/published.csv')!;
    const changed = await verify(new Map(kept).set('inputs/published.csv', bytes.with(20, bytes[20]! ^ 1)));
    expect(blamed(changed)[0]).toEqual({ path: 'inputs/published.csv', verdict: 'different' });
  });

  it('says that a table is no table rather than that all its figures are wrong', async () => {
    const found = await verify(withText('scoreboard.json', '{'));
    expect([found.figures, found.unscored]).toEqual([null, 'unreadable']);
  });
});
