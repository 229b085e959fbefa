import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { knownKey } from '../../../../infra/local/commands/known-options.ts';
import { showCommitments } from '../../../../infra/local/commands/show-commitments.ts';
import { checkCommitmentSignatures, readKeysBeside } from '../../../../infra/local/ledger/commitment-signatures.ts';
import { readKeptCommitments } from '../../../../infra/local/ledger/kept-commitments.ts';
import { sha256Of } from '../../../../shared/digest/canonical-json.ts';
import { fingerprintOf } from '../../../../shared/signing/public-key.ts';
import { memorySigner } from '../../../support/signer.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

/** One bit of the byte in the middle, or elsewhere. */
const changed = (bytes: Uint8Array, at = bytes.length >> 1): Uint8Array => bytes.with(at, bytes[at]! ^ 1);

/** What is changed is still a commitment: of another day. */
const ofAnotherDay = (bytes: Uint8Array) => changed(bytes, Buffer.from(bytes).indexOf('2026-11-0') + 9);

/** Three commitments, each with its signature, laid out as at the site; `lay` puts others in their place. */
async function keptFolder() {
  const signer = memorySigner();
  const pem = new TextEncoder().encode(await signer.publicKey());
  const sha256 = fingerprintOf(await signer.publicKey())!;
  const site = await temporaryDirectory();
  const folder = join(site, 'dti-ledger');
  const files = new Map<string, Uint8Array>([['../dti-signing-key.pem', pem]]);
  let previous: string | null = null;
  for (const number of [1, 2, 3]) {
    const one = { number, date: `2026-11-0${number}`, previous, count: 0, root: 'a'.repeat(64) };
    const bytes = new TextEncoder().encode(`${JSON.stringify(one, null, 2)}\n`);
    files.set(`${number}.json`, bytes);
    files.set(`${number}.json.sig`, await signer.sign(bytes));
    previous = sha256Of(bytes);
  }
  async function lay(changes: Record<string, Uint8Array | null> = {}): Promise<void> {
    await mkdir(folder, { recursive: true });
    for (const [path, bytes] of [...files, ...Object.entries(changes)])
      if (changes[path] !== null) await writeFile(join(folder, path), bytes!);
  }
  const judge = async (trusted: string[] = [], path = folder) => {
    const kept = await readKeptCommitments(path);
    const report = checkCommitmentSignatures(kept, await readKeysBeside(path), trusted);
    return { ...report, told: showCommitments(kept, report).join('\n') };
  };
  return { folder, files, lay, judge, signer, sha256 };
}

describe('the signatures beside commitments', () => {
  it('are right by the key beside them, whose hash is told and said to be unchecked', async () => {
    const { folder, lay, judge, sha256 } = await keptFolder();
    await lay();
    for (const path of [folder, join(folder, '3.json')]) {
      const report = await judge([], path);
      expect(report).toMatchObject({ faults: [], keys: [sha256], isTrusted: false, count: 3 });
      expect(report.told).toContain('các bản cam kết 1 đến 3.');
      expect(report.told).toContain(`Chữ ký đúng, khóa SHA-256 ${sha256}.`);
      expect(report.told).toContain('Khóa chưa được kiểm tra');
    }
  });

  it('are by the key that the reader brought, or by another one', async () => {
    const { lay, judge, signer, sha256 } = await keptFolder();
    await lay({ '../dti-signing-key.pem': null });
    const own = await signer.publicKey();
    const report = await judge([own]);
    expect(report).toMatchObject({ faults: [], isTrusted: true });
    expect(report.told).toContain('Khóa là khóa đã cho.');
    const other = await memorySigner().publicKey();
    expect((await judge([other])).faults).toMatchObject(
      [3, 2, 1].map((number) => ({ fault: 'wrong-signature', number })),
    );
    await lay();
    const byAnother = await judge([other]);
    expect(byAnother.faults).toMatchObject([3, 2, 1].map((number) => ({ fault: 'another-key', number, sha256 })));
    expect(byAnother.told).toContain('Bản cam kết 3 được ký bằng khóa khác');
    // A year's key, and that of the year after.
    expect(await judge([other, own])).toMatchObject({ faults: [], isTrusted: true });
  });

  it.each(['3.json', '3.json.sig', '2.json.sig'])('show one changed byte of %s', async (path) => {
    const { files, lay, judge } = await keptFolder();
    await lay({ [path]: path.endsWith('.json') ? ofAnotherDay(files.get(path)!) : changed(files.get(path)!) });
    const number = Number(path[0]);
    const report = await judge();
    expect(report.faults).toEqual([{ fault: 'wrong-signature', number }]);
    expect(report.told).toContain(`Chữ ký của bản cam kết ${number} sai.`);
  });

  it('show one changed byte of an earlier commitment by the hash in the one after it', async () => {
    const { files, lay, judge } = await keptFolder();
    for (const change of [changed, ofAnotherDay]) {
      await lay({ '1.json': change(files.get('1.json')!) });
      await expect(judge()).rejects.toMatchObject({ code: 'COMMITMENT_LINK_BROKEN' });
    }
  });

  it('show one changed byte of the key beside them, and of the one that was brought', async () => {
    const { folder, files, lay, judge } = await keptFolder();
    const path = '../dti-signing-key.pem';
    await lay({ [path]: changed(files.get(path)!) });
    const report = await judge();
    expect(report.faults).toContainEqual({ fault: 'wrong-key', path: join(folder, path) });
    expect(report.told).toContain('không phải khóa công khai P-256');
    await expect(knownKey(join(folder, path))).rejects.toThrow('no public key on P-256');
  });

  it('may be missing, and are missed by whoever brought a key, but where the hash of the next one vouches', async () => {
    const { lay, judge, signer } = await keptFolder();
    const none = { '1.json.sig': null, '2.json.sig': null, '3.json.sig': null };
    await lay(none);
    expect((await judge()).told).toContain('không kèm chữ ký');
    const missed = await judge([await signer.publicKey()]);
    expect(missed).toMatchObject({ faults: [{ fault: 'missing', number: 3 }], isTrusted: false });
    expect(missed.told).toContain('Thiếu chữ ký của bản cam kết 3 (3.json.sig).');
    const own = await keptFolder();
    await own.lay({ ...none, '3.json.sig': own.files.get('3.json.sig')! });
    expect(await own.judge([await own.signer.publicKey()])).toMatchObject({ faults: [], isTrusted: true, count: 1 });
    const gap = await keptFolder();
    await gap.lay({ '2.json': null, '1.json.sig': null });
    const [fault] = (await gap.judge([await gap.signer.publicKey()])).faults;
    expect(fault).toEqual({ fault: 'missing', number: 1 });
  });

  it('cannot be judged without a key, and say so', async () => {
    const { lay, judge } = await keptFolder();
    await lay({ '../dti-signing-key.pem': null });
    const report = await judge();
    expect(report).toMatchObject({ faults: [], isWithoutKey: true });
    expect(report.told).toContain('chưa kiểm tra được');
  });
});
