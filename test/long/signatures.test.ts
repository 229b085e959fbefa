import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ListObjectsV2Command } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { writeFiles } from '../../infra/local/round/files-on-disk.ts';
import { getObject } from '../../shared/lake/objects.ts';
import type { Files } from '../../shared/release/frozen-inputs.ts';
import type { Manifest } from '../../shared/release/manifest.ts';
import { fingerprintOf } from '../../shared/signing/public-key.ts';
import { opensslCommands } from '../../shared/site/openssl-section.tsx';
import { writeReleaseWorkbooks } from '../../shared/workbook/release-workbooks.ts';
import { temporaryDirectory } from '../infra/local/temporary-directory.ts';
import { runScript } from '../support/commands.ts';
import { type Engines, openEngines } from '../support/engines.ts';
import { openRound } from '../support/released-round.ts';
import { memorySigner } from '../support/signer.ts';

const run = promisify(execFile);
const hasOpenssl = await run('openssl', ['version']).then(
  () => true,
  () => false,
);
const prefix = 'releases/dti/province34/2024/r1/';
const flip = (bytes: Uint8Array, at = Math.floor(bytes.length / 2)) => bytes.with(at, bytes[at]! ^ 1);

async function released(changes: Partial<Engines> = {}): Promise<{ engines: Engines; files: Files }> {
  const engines = { ...(await openEngines()), ...changes };
  const round = await openRound(engines, { writeReports: writeReleaseWorkbooks });
  for (const unit of ['P01-2025', 'P46-2025']) await round.receive(unit);
  await round.close();
  await round.publish(await round.run());
  return { engines, files: await publicFiles(engines) };
}

/** As the public has it, without its pages. */
async function publicFiles({ publicBucket }: Engines): Promise<Files> {
  const { client, name } = publicBucket;
  const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket: name, Prefix: prefix }));
  const keys = Contents.map(({ Key = '' }) => Key).filter((key) => !key.endsWith('.html'));
  const read = keys.map(
    async (key) => [key.slice(prefix.length), (await getObject(publicBucket, key))!.bytes] as const,
  );
  return new Map(await Promise.all(read));
}

/** A folder with nothing else in it. */
async function folderWith(files: Files): Promise<string> {
  const directory = join(await temporaryDirectory(), 'r1');
  await writeFiles(directory, files);
  return directory;
}

/** What the page of the release tells a reader to type, with nothing of ours: true where all of it holds. */
async function holdsByOpenssl(files: Files): Promise<boolean> {
  const cwd = await folderWith(files);
  try {
    for (const line of opensslCommands.find(({ about }) => about === 'signed')!.lines)
      await run('openssl', line.split(' ').slice(1), { cwd });
  } catch {
    return false;
  }
  const facts = JSON.parse(Buffer.from(files.get('release.json')!).toString());
  const named = { path: 'provenance.json', sha256: facts.provenance_sha256 as string };
  const { inputs, outputs } = JSON.parse(Buffer.from(files.get('manifest.json')!).toString()) as Manifest;
  const promised = [...inputs, ...outputs, named];
  // One process for all of them: one for each took minutes.
  const { stdout } = await run('openssl', ['dgst', '-sha256', '-r', ...promised.map(({ path }) => path)], { cwd });
  const hashes = stdout.split('\n').map((line) => line.split(' ')[0]);
  return promised.every(({ sha256 }, position) => hashes[position] === sha256);
}

const verify = (directory: string, ...options: string[]) =>
  runScript('infra/local/commands/verify.ts', [directory, ...options]);

describe('a signed release', () => {
  it.skipIf(!hasOpenssl)('holds by openssl alone, and with any file changed by a bit it does not', async () => {
    const { files } = await released();
    expect(await holdsByOpenssl(files)).toBe(true);
    const signed = [...files.keys()];
    expect(signed).toEqual(
      expect.arrayContaining([
        'scoreboard.csv',
        'release.json',
        'provenance.json',
        'manifest.json.sig',
        'release.json.sig',
        'signing-key.pem',
      ]),
    );
    const unseen: string[] = [];
    for (const path of signed)
      if (await holdsByOpenssl(new Map(files).set(path, flip(files.get(path)!)))) unseen.push(path);
    expect(unseen).toEqual([]);
  });

  it('lies with its key beside it and at the publisher’s address, and names both in release.json', async () => {
    const { engines, files } = await released();
    const { signing_key } = JSON.parse(Buffer.from(files.get('release.json')!).toString());
    const key = Buffer.from(files.get('signing-key.pem')!).toString();
    expect(signing_key).toEqual({
      ...{ address: 'https://dti.example/.well-known/dti-signing-key.pem', sha256: fingerprintOf(key) },
      kind_vi: 'khóa thử nghiệm',
    });
    const own = await getObject(engines.publicBucket, '.well-known/dti-signing-key.pem');
    expect(Buffer.from(own!.bytes).toString()).toBe(key);
  });

  it('is signed once: a second try and another key leave what lies there', async () => {
    const engines = await openEngines();
    const round = await openRound(engines);
    for (const unit of ['P01-2025', 'P46-2025']) await round.receive(unit);
    await round.close();
    const id = await round.run();
    await round.publish(id);
    const first = await publicFiles(engines);
    await round.publish(id);
    await round.publish(id, { signer: memorySigner() });
    expect(await publicFiles(engines)).toEqual(first);
  });
});

describe('verify', () => {
  it('says who vouches for a release, and ends as its bytes and its signatures are', async () => {
    const { files } = await released();
    const key = Buffer.from(files.get('signing-key.pem')!).toString();
    const [own, other] = [join(await temporaryDirectory(), 'own.pem'), join(await temporaryDirectory(), 'other.pem')];
    await writeFile(own, key);
    await writeFile(other, await memorySigner().publicKey());
    const without = (...paths: string[]) => new Map([...files].filter(([path]) => !paths.includes(path)));
    const signatures = ['manifest.json.sig', 'release.json.sig', 'signing-key.pem'];
    const digest = createHash('sha256').update(files.get('manifest.json')!).digest();
    const stamped = new Map(files).set('manifest.json.tsr', Uint8Array.of(4, 32, ...digest));

    const changed = (path: string) => new Map(files).set(path, flip(files.get(path)!, 20));
    // What else can be wrong is told in `show-signatures.test.ts`: each of these is a process.
    const cases: [number, string, Files, ...string[]][] = [
      [0, 'unchecked', files],
      [0, 'The key is the one given', files, '--key', own],
      [1, 'Signed with another key', files, '--key', other],
      [0, 'The release is unsigned', without(...signatures)],
      [0, 'There is a time stamp (RFC 3161) of manifest.json', stamped],
      [1, 'provenance.json is not the file whose hash release.json names', changed('provenance.json')],
      [1, 'The signature of release.json is wrong', changed('release.json')],
      [1, '1 tệp khác', changed('scoreboard.csv')],
    ];
    for (const [wanted, said, of, ...options] of cases) {
      const { stdout, status } = await verify(await folderWith(of), ...options);
      expect(stdout).toContain(said);
      expect(stdout).not.toContain('STRAY');
      expect([status, said]).toEqual([wanted, said]);
    }
  }, 240_000);

  it('takes no key that is none', async () => {
    const file = join(await temporaryDirectory(), 'key.pem');
    await writeFile(file, 'khóa');
    const { files } = await released();
    expect((await verify(await folderWith(files), '--key', file)).status).toBe(2);
  });
});
