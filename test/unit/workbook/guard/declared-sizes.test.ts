import { describe, expect, it } from 'vitest';
import { limits } from '../../../../shared/workbook/guard/limits.ts';
import type { Refusal } from '../../../../shared/workbook/guard/refusal.ts';
import { readZipDirectory } from '../../../../shared/workbook/guard/zip-directory.ts';
import { writeRawZip } from '../../../support/raw-zip.ts';

/** Entries that declare such sizes, each packed into as many bytes. */
const zipOf = (...sizes: [size: number, packedSize: number][]) =>
  writeRawZip(
    sizes.map(([size, packed], place) => ({ name: `${place}.xml`, data: Buffer.alloc(packed), stored: true, size })),
  );
const codesOf = (zip: Buffer) =>
  readZipDirectory(zip).then(
    () => [],
    (refusal: Refusal) => refusal.findings.map(({ rule }) => rule),
  );

const { partBytes, totalBytes, ratio, ratioFreeBytes } = limits;
const packed = Math.ceil(partBytes / ratio);

describe('the sizes that a directory declares', () => {
  it('are taken up to the limits themselves: of a part, of all, and of how well it packs', async () => {
    expect(totalBytes).toBe(2 * partBytes);
    expect(await codesOf(zipOf([partBytes, packed], [partBytes, packed]))).toEqual([]);
    expect(await codesOf(zipOf([ratioFreeBytes, 1]))).toEqual([]);
    expect(await codesOf(zipOf([60_000 * ratio, 60_000]))).toEqual([]);
  });

  it.each([
    ['a part', 'ZIP_PART_TOO_BIG', [[partBytes + 1, packed + 1]]],
    [
      'all together',
      'ZIP_TOTAL_TOO_BIG',
      [
        [partBytes, packed],
        [partBytes, packed],
        [1, 1],
      ],
    ],
    ['how well it packs', 'ZIP_RATIO', [[60_000 * ratio + 1, 60_000]]],
  ] satisfies [string, string, [number, number][]][])('are refused one above it: %s', async (_, code, sizes) => {
    expect(await codesOf(zipOf(...sizes))).toEqual([code]);
  });
});
