import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sha256Of } from '../../shared/digest/canonical-json.ts';
import { manifestFormat } from '../../shared/release/manifest.ts';
import { temporaryDirectory } from '../infra/local/temporary-directory.ts';
import { runScript } from '../support/commands.ts';

/** What verify says of a folder with a manifest of that format. */
async function verify(
  format: number | undefined,
  releaseFile?: object,
): Promise<{ status: number | null; stdout: string }> {
  const directory = join(await temporaryDirectory(), 'r1');
  await mkdir(directory);
  const manifest = JSON.stringify({ format, release: 'dti/province34/2024/r1' });
  await writeFile(join(directory, 'manifest.json'), manifest);
  const named = { ...releaseFile, manifest_sha256: sha256Of(manifest) };
  if (releaseFile) await writeFile(join(directory, 'release.json'), JSON.stringify(named));
  return runScript('infra/local/commands/verify.ts', [directory]);
}

describe('verify', () => {
  it.each([
    [undefined, 'Format 1'],
    [manifestFormat + 1, `Format ${manifestFormat + 1}`],
  ])('ends with 3 on format %s and says which code made it, instead of calling it different', async (format, said) => {
    const { status, stdout } = await verify(format, { code_version: 'abc123' });
    expect([status, stdout]).toEqual([3, expect.stringContaining(`${said}, made by code abc123`)]);
    expect(stdout).not.toMatch(/DIFFERENT|differ\./);
  });

  it('says so too where nothing tells the code', async () => {
    const { status, stdout } = await verify(undefined);
    expect([status, stdout]).toEqual([3, expect.stringContaining('made by code không rõ / unknown')]);
  });

  it('ends with 2 without a folder', async () => {
    expect((await runScript('infra/local/commands/verify.ts', [])).status).toBe(2);
  });
});
