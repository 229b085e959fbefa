import { GetObjectCommand } from '@aws-sdk/client-s3';
import type { PublishedRelease } from '../../functions/publish-release/publish-release.ts';
import { rebuildOpenData } from '../../functions/rebuild-open-data/rebuild-open-data.ts';
import { releaseKey } from '../../shared/lake/keys.ts';
import { getObject } from '../../shared/lake/objects.ts';
import { type Engines, openEngines } from './engines.ts';
import { openRound } from './released-round.ts';

export const siteOrigin = 'https://dti.example.vn';
const [hanoi, hue] = ['P01-2025', 'P46-2025'] as const;

export const reason = { text_vi: 'Nhập nhầm một số', kind: 'input', found_by: 'công dân' } as const;

/** A period with a release and one in its place: two of 34 units sent figures. */
export async function openCorrectedRound() {
  const engines = await openEngines();
  const round = await openRound(engines);
  await round.receive(hanoi);
  await round.receive(hue);
  await round.close();
  const first = await round.publish(await round.run());
  const correct = async () => {
    await round.resend(hue, { changes: { awareness: '0.5' } });
    return round.publish(await round.run({ reason }));
  };
  return { engines, first, correct };
}

export const rebuild = ({ release }: Pick<PublishedRelease, 'release'>, engines: Engines) =>
  rebuildOpenData(releaseKey(release, 'release.json'), { ...engines, siteOrigin, siteExtent: 'rankings' });

export const textAt = async ({ publicBucket }: Engines, key: string): Promise<string> => {
  const stored = await getObject(publicBucket, key);
  return stored ? new TextDecoder().decode(stored.bytes) : '';
};

/** How an object is served. */
export async function headersAt({ publicBucket: { client, name } }: Engines, key: string) {
  const { ContentType, CacheControl } = await client.send(new GetObjectCommand({ Bucket: name, Key: key }));
  return [ContentType, CacheControl];
}
