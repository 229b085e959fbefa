import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { compareRelease } from '../../infra/local/round/compare-release.ts';
import { releaseKey } from '../../shared/lake/keys.ts';
import { getObject } from '../../shared/lake/objects.ts';
import type { Files } from '../../shared/release/frozen-inputs.ts';
import { type Manifest, promisedPaths } from '../../shared/release/manifest.ts';
import type { CorrectionReason } from '../../shared/release/selection.ts';
import { writeReleaseWorkbooks } from '../../shared/workbook/release-workbooks.ts';
import { type Engines, openEngines } from '../support/engines.ts';
import { openRound, type TestRound } from '../support/released-round.ts';

const [hanoi, hue, danang] = ['P01-2025', 'P46-2025', 'P48-2025'] as const;
const reason: CorrectionReason = { text_vi: 'Đơn vị khai nhầm đơn vị tính', kind: 'input', found_by: 'công dân' };
const line = 'dti/province34/2024';

afterEach(() => vi.restoreAllMocks());

const bytesAt = async ({ publicBucket }: Engines, release: string, path: string): Promise<Uint8Array> =>
  (await getObject(publicBucket, releaseKey(release, path)))!.bytes;

async function filesOf(engines: Engines, release: string): Promise<Files> {
  const manifest = JSON.parse(new TextDecoder().decode(await bytesAt(engines, release, 'manifest.json'))) as Manifest;
  const files: Files = new Map();
  for (const path of promisedPaths(manifest)) files.set(path, await bytesAt(engines, release, path));
  return files;
}

/** Three units released as r1. */
async function released(writeReports?: typeof writeReleaseWorkbooks): Promise<{ engines: Engines; round: TestRound }> {
  const engines = await openEngines();
  const round = await openRound(engines, writeReports ? { writeReports } : {});
  for (const unit of [hanoi, hue, danang]) await round.receive(unit);
  await round.close();
  await round.publish(await round.run());
  return { engines, round };
}

const correct = async (round: TestRound, awareness: string) => {
  await round.resend(danang, { changes: { awareness } });
  return round.publish(await round.run({ reason }));
};

describe('a release that is corrected again and again', () => {
  it('is made again from its own files to the byte, the corrected release among them', async () => {
    const { engines, round } = await released(writeReleaseWorkbooks);
    await correct(round, '0.5');
    const verdicts = await compareRelease(await filesOf(engines, `${line}/r2`));
    expect(verdicts.filter(({ verdict }) => verdict !== 'same')).toEqual([]);
    expect(verdicts.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['corrections.json', 'inputs/correction.json', 'inputs/corrected/scoreboard.json']),
    );
  });

  it('costs the same whatever its number: r6 reads and writes what r3 did', async () => {
    const { round } = await released();
    /** Items and objects asked for while one release is published. */
    const costOf = async (awareness: string): Promise<number> => {
      await round.resend(danang, { changes: { awareness } });
      const run = await round.run({ reason });
      const asked = vi.spyOn(DynamoDBDocumentClient.prototype, 'send');
      await round.publish(run);
      const calls = asked.mock.calls.length;
      asked.mockRestore();
      return calls;
    };
    const costs: number[] = [];
    for (let number = 2; number <= 6; number++) costs.push(await costOf(`0.${10 + number}`));
    expect(costs.at(-1)).toBe(costs[1]);
  });
});
