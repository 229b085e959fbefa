import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ListObjectsV2Command } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { compareRelease } from '../../infra/local/round/compare-release.ts';
import { writeFiles } from '../../infra/local/round/files-on-disk.ts';
import { inputsOf, recomputeRelease } from '../../infra/local/round/recompute-release.ts';
import { getObject } from '../../shared/lake/objects.ts';
import { checkSignatures } from '../../shared/release/check-signatures.ts';
import type { Files } from '../../shared/release/frozen-inputs.ts';
import { fingerprintOf } from '../../shared/signing/public-key.ts';
import { handCommands } from '../../shared/site/by-hand-section.tsx';
import { writeReleaseWorkbooks } from '../../shared/workbook/release-workbooks.ts';
import { temporaryDirectory } from '../infra/local/temporary-directory.ts';
import { runScript } from '../support/commands.ts';
import { type Engines, openEngines } from '../support/engines.ts';
import { openRound } from '../support/released-round.ts';
import { memorySigner } from '../support/signer.ts';

const run = promisify(execFile);
const hasTools = await run('sh', ['-c', 'openssl version && curl --version && sha256sum --version']).then(
  () => true,
  () => false,
);
const prefix = 'releases/dti/province34/2024/r1/';
const everyKind = [
  'datapackage.json',
  'inputs/framework.json',
  'inputs/observations.parquet',
  'inputs/population.json',
  'manifest.json',
  'manifest.json.sig',
  'provenance.json',
  'ranking.xlsx',
  'release.json',
  'release.json.sig',
  'scoreboard-vi.csv',
  'scoreboard-vi.csv-metadata.json',
  'scoreboard.csv',
  'scoreboard.csv-metadata.json',
  'scoreboard.json',
  'scores.csv',
  'scores.csv-metadata.json',
  'scores.parquet',
  'scores.sdmx.csv',
  'scores.sdmx.csv-metadata.json',
  'signing-key.pem',
  'tinh-lai.xlsx',
  'units/P.xlsx',
];
const flip = (bytes: Uint8Array, at = Math.floor(bytes.length / 2)) => bytes.with(at, bytes[at]! ^ 1);

async function released(changes: Partial<Engines> = {}): Promise<{ engines: Engines; files: Files }> {
  const engines = { ...(await openEngines()), ...changes };
  const round = await openRound(engines, { writeReports: writeReleaseWorkbooks });
  for (const unit of ['P01-2025', 'P46-2025']) await round.receive(unit);
  await round.close();
  await round.publish(await round.run());
  return { engines, files: await publicFiles(engines) };
}

let shared: Promise<Files> | undefined;
/** The files of one, for tests that only read them. */
const releasedFiles = (): Promise<Files> => (shared ??= released().then(({ files }) => files));

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

/** Lines of the page of the release, typed one after another; answers what is said, or null where one of them fails. */
async function typed(cwd: string, origin: string, ...parts: string[]): Promise<string | null> {
  const lines = handCommands(origin, 'dti/province34/2024/r1').filter(({ about }) => parts.includes(about));
  const script = ['set -e', ...lines.flatMap((part) => part.lines)].join('\n');
  return run('sh', ['-c', script], { cwd }).then(
    ({ stdout }) => stdout,
    () => null,
  );
}

/** What is made follows from the inputs and the name of the release alone; the same is not made again for every file. */
function onceForInputs(): typeof recomputeRelease {
  const made = new Map<string, Promise<Files>>();
  return (files, release) => {
    const key = `${inputsOf(files).digest} ${release}`;
    const known = made.get(key) ?? recomputeRelease(files, release);
    made.set(key, known);
    return known;
  };
}

/** As the site has them at their addresses. */
async function serve(files: Files): Promise<{ origin: string; close: () => void }> {
  const server = createServer(({ url }, response) => {
    const file = url!.startsWith(`/${prefix}`) ? files.get(url!.slice(prefix.length + 1)) : undefined;
    response.writeHead(file ? 200 : 404).end(file);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}

const verify = (directory: string, ...options: string[]) =>
  runScript('infra/local/commands/verify.ts', [directory, ...options]);

describe('a signed release', () => {
  it.skipIf(!hasTools)(
    'holds by what the page tells to type, in an empty folder, and verify takes that folder',
    async () => {
      const files = await releasedFiles();
      const site = await serve(files);
      const cwd = await temporaryDirectory();
      const said = await typed(cwd, site.origin, 'fetch', 'signed', 'key', 'files');
      site.close();
      const facts = JSON.parse(Buffer.from(files.get('release.json')!).toString());
      expect(said?.split('\n').map((line) => line.trim())).toEqual([
        ...['Verified OK', 'Verified OK', expect.stringContaining(facts.signing_key.sha256)],
        ...[`"provenance_sha256": "${facts.provenance_sha256}",`, ''],
      ]);
      const { stdout, status } = await verify(join(cwd, 'dti/province34/2024/r1'));
      expect([status, stdout]).toEqual([0, expect.stringContaining('Khớp từng byte')]);
    },
  );

  it.skipIf(!hasTools)('with any file changed by a bit holds neither by hand nor by being made again', async () => {
    const files = await releasedFiles();
    const kinds = Map.groupBy(files.keys(), (path) => path.replace(/P\d\d-2025/, 'P'));
    expect([...kinds.keys()].sort()).toEqual(everyKind);
    const recompute = onceForInputs();
    const unseen: string[] = [];
    for (const [path] of kinds.values() as Iterable<[string]>) {
      const changed = new Map(files).set(path, flip(files.get(path)!));
      if ((await typed(await folderWith(changed), '', 'signed', 'files')) !== null) unseen.push(`${path} by hand`);
      const differ = (await compareRelease(changed, recompute)).filter(({ verdict }) => verdict !== 'same');
      if (differ.length + checkSignatures(changed).faults.length === 0) unseen.push(`${path} by verify`);
    }
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
    const files = await releasedFiles();
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
    const files = await releasedFiles();
    expect((await verify(await folderWith(files), '--key', file)).status).toBe(2);
  });
});
