import { ListObjectsV2Command } from '@aws-sdk/client-s3';
import { unzipSync } from 'fflate';
import { parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { getObject } from '../../../../shared/lake/objects.ts';
import { writeReleaseWorkbooks } from '../../../../shared/workbook/release-workbooks.ts';
import { type Engines, openEngines } from '../../../support/engines.ts';
import { issuer, openRound } from '../../../support/released-round.ts';

const [hanoi, hue] = ['P01-2025', 'P46-2025'] as const;

/** Everything in the public bucket, opened as far as it opens, as text by key. */
async function readPublic({ publicBucket }: Engines): Promise<Map<string, string>> {
  const { client, name } = publicBucket;
  const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket: name }));
  const texts = new Map<string, string>();
  for (const { Key: key = '' } of Contents)
    texts.set(key, await openFile(key, (await getObject(publicBucket, key))!.bytes));
  return texts;
}

async function openFile(key: string, bytes: Uint8Array): Promise<string> {
  const plain = Buffer.from(bytes).toString('utf8');
  if (key.endsWith('.xlsx')) {
    return [plain, ...Object.values(unzipSync(bytes)).map((part) => Buffer.from(part).toString('utf8'))].join('\n');
  }
  if (!key.endsWith('.parquet')) return plain;
  const rows = await parquetReadObjects({ file: new Uint8Array(bytes).buffer });
  return [plain, JSON.stringify(rows, (_, value) => (typeof value === 'bigint' ? `${value}` : value))].join('\n');
}

describe('row 11: who reads a public release', () => {
  it('finds no sign-in name and no person id in any byte of it, and offices in release.json', async () => {
    const engines = await openEngines();
    const round = await openRound(engines, { writeReports: writeReleaseWorkbooks });
    const names = ['nguyen.van.a', 'tran.thi.b', 'le.van.c', 'pham.thi.d', 'hoang.van.e'] as const;
    const [sender, certifier, appraiser, runner, releaser] = names;
    await round.receive(hanoi, { by: sender });
    await round.receive(hue, { by: sender });
    await round.certify(hanoi, 1, certifier);
    await round.appraise(hanoi, { awareness: '30' }, appraiser);
    await round.close();
    await round.publish(await round.run({ by: runner }), { by: releaser });
    await round.resend(hue, { by: sender, changes: { awareness: '0.5' } });
    const reason = { text_vi: 'Nhầm số', kind: 'input', found_by: 'công dân' } as const;
    const answer = await round.publish(await round.run({ by: runner, reason }), { by: releaser, despite: 'x' });

    const people = [...names, 'ministry-opener'];
    const ids = await Promise.all(people.map(async (name) => (await round.person(name, 'x')).subject));
    const files = await readPublic(engines);
    expect(files.size).toBeGreaterThan(25);
    const found = [...files].flatMap(([key, text]) =>
      [...people, ...ids, issuer].flatMap((name) => (text.includes(name) ? [`${name} in ${key}`] : [])),
    );
    expect(found).toEqual([]);
    const by = { office: 'Bộ Khoa học và Công nghệ', role: 'publisher' };
    const file = JSON.parse(files.get('releases/dti/province34/2024/r2/release.json')!);
    expect(file).toMatchObject({ run_by: by, released_by: by, corrects: 'dti/province34/2024/r1' });
    expect(file.heads).toMatchObject({ period: { number: expect.any(Number) }, units: { [hanoi]: { number: 4 } } });
    // The publisher is told who, by id.
    expect([answer.run_by, answer.released_by]).toEqual([[ids[3]], ids[4]]);
  });
});
