import { describe, expect, it } from 'vitest';
import { manifestPath } from '../../../shared/release/manifest.ts';
import { readPreparedRelease, writePrepared } from '../../../shared/release/run-files.ts';
import { writeManifest } from '../../../shared/release/write-manifest.ts';
import { startTestS3 } from '../../infra/local/s3/start-test-s3.ts';
import { buildProvinceScoreboard } from '../../support/scoreboard-builder.ts';

const encode = (text: string) => new TextEncoder().encode(text);

describe('readPreparedRelease', () => {
  it('hands out what was previewed, and nothing that was changed since', async () => {
    const lake = { client: (await startTestS3()).client, name: 'lake-bucket' };
    const files = new Map([['scoreboard.csv', encode('rank,unit_id\r\n1,P01\r\n')]]);
    files.set(manifestPath, encode(writeManifest(buildProvinceScoreboard(), files)));
    await writePrepared(lake, 'run', files);
    expect([...(await readPreparedRelease(lake, 'run')).keys()].sort()).toEqual([manifestPath, 'scoreboard.csv']);

    await writePrepared(lake, 'run', new Map([['scoreboard.csv', encode('rank,unit_id\r\n1,P04\r\n')]]));
    await expect(readPreparedRelease(lake, 'run')).rejects.toMatchObject({ code: 'RUN_FILE_CHANGED' });
  });
});
