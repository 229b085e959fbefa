import { describe, expect, it } from 'vitest';
import { compareRelease } from '../../../../infra/local/round/compare-release.ts';
import { publishedTables } from '../../../../sample-data/published/published-tables.ts';
import { sha256Of } from '../../../../shared/digest/canonical-json.ts';
import { inputFilesOf, textOf } from '../../../../shared/release/frozen-inputs.ts';
import { buildPublished, freezePublished } from '../../../../shared/release/published/build-published.ts';
import { readGolden } from '../../../support/golden.ts';

const jsonOf = (content: object) => new TextEncoder().encode(JSON.stringify(content));

describe('compareRelease', () => {
  it('computes nothing from an input that is not what the release was made of, and names it', async () => {
    const inputs = inputFilesOf(await readGolden());
    const promised = [...inputs].map(([path, bytes]) => ({ path, sha256: sha256Of(bytes) }));
    const witnesses = new Map([
      ['manifest.json', jsonOf({ release: 'dti/province34/2024/r1', inputs: promised })],
      ['scoreboard.json', jsonOf({ inputs_sha256: '0'.repeat(64) })],
    ]);
    const [[path, bytes]] = [...inputs] as [[string, Uint8Array]];
    const damaged = new Map([...inputs, ...witnesses, [path, bytes.with(9, bytes[9]! ^ 1)]]);
    expect(await compareRelease(damaged)).toEqual([{ path, verdict: 'DAMAGED' }]);
  });

  it.each(['inputs/observations.parquet', 'inputs/answers.parquet'])('misses %s by name', async (path) => {
    const files = new Map(await readGolden());
    files.delete(path);
    const inputs = [...new Set([...inputFilesOf(await readGolden()).keys(), path])].map((one) => ({
      path: one,
      sha256: '',
    }));
    files.set('manifest.json', jsonOf({ inputs }));
    expect(await compareRelease(files)).toEqual([{ path, verdict: 'MISSING' }]);
  });

  it('blames the manifest for an input of which nobody else speaks', async () => {
    const [request] = await publishedTables();
    const files = buildPublished(freezePublished(request!));
    const manifest = JSON.parse(textOf(files, 'manifest.json'));
    manifest.inputs.push({ path: '../../x', sha256: '0'.repeat(64), bytes: 1 });
    const blamed = (await compareRelease(new Map(files).set('manifest.json', jsonOf(manifest)))).filter(
      ({ verdict }) => verdict !== 'same',
    );
    expect(blamed).toEqual([{ path: 'manifest.json', verdict: 'DIFFERENT' }]);
  });
});
