import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { sha256Of } from '../../../shared/digest/canonical-json.ts';
import type { Commitment } from '../../../shared/ledger/commitments/commitment.ts';
import { Fault } from '../../../shared/observability/fault.ts';
import { UsageError } from '../commands/run-command.ts';

/** A commitment as the reader kept it. */
export interface KeptCommitment {
  commitment: Commitment;
  bytes: Buffer;
  /** Of the file beside it that ends in `.sig`; null: there is none. */
  signature: Buffer | null;
}

/**
 * Newest first: of a file, those before it in its folder, back to the first that is not there; of a folder, all that are in
 * it. Fault `COMMITMENT_LINK_BROKEN`: one is not what the one after it names, or not the one that its name says.
 */
export async function readKeptCommitments(path: string): Promise<KeptCommitment[]> {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  return isFolder ? readFolder(path) : readBackFrom(path);
}

async function readFolder(folder: string): Promise<KeptCommitment[]> {
  const numbers = (await readdir(folder)).flatMap((name) => /^([1-9]\d*)\.json$/.exec(name)?.[1] ?? []).map(Number);
  if (numbers.length === 0)
    throw new UsageError(`${folder}: không có bản cam kết nào ở thư mục này`, 'there is no commitment in it');
  const kept: KeptCommitment[] = [];
  for (const number of numbers.sort((a, b) => b - a)) {
    const one = (await readKept(join(folder, `${number}.json`), kept.at(-1)))!;
    if (one.commitment.number !== number)
      throw new Fault('COMMITMENT_LINK_BROKEN', `${number}.json is commitment ${one.commitment.number}`);
    kept.push(one);
  }
  return kept;
}

async function readBackFrom(path: string): Promise<KeptCommitment[]> {
  const newest = await readKept(path);
  if (newest === null) throw new UsageError(`${path}: không có tệp này`, 'there is no such file');
  const kept = [newest];
  for (;;) {
    const last = kept.at(-1)!;
    const before = await readKept(join(dirname(path), `${last.commitment.number - 1}.json`), last);
    if (before === null) return kept;
    kept.push(before);
  }
}

/** Of a file by its number: what the reader did not keep between it and the one after is no break. */
async function readKept(path: string, after?: KeptCommitment): Promise<KeptCommitment | null> {
  const bytes = await readPresent(path);
  if (bytes === null) return null;
  const next = after?.commitment;
  if (next && basename(path) === `${next.number - 1}.json` && next.previous !== sha256Of(bytes))
    throw new Fault('COMMITMENT_LINK_BROKEN', `commitment ${next.number} does not continue ${path}`);
  return { commitment: parsed(path, bytes), bytes, signature: await readPresent(`${path}.sig`) };
}

/** Null: it is not there. One that is and cannot be read is not passed over: what is under it would be judged by nothing. */
const readPresent = (path: string): Promise<Buffer | null> =>
  readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw new UsageError(`${path}: không đọc được tệp này`, `it cannot be read: ${error.message}`);
  });

function parsed(path: string, bytes: Buffer): Commitment {
  const commitment = parse(bytes.toString('utf8'));
  if (commitment) return commitment;
  throw new UsageError(`${path}: không phải bản cam kết của sổ ghi`, 'it is no commitment of a ledger');
}

function parse(text: string): Commitment | null {
  try {
    const found = Object(JSON.parse(text)) as Partial<Commitment>;
    const isOne = Number.isSafeInteger(found.number) && found.number! > 0 && Number.isSafeInteger(found.count);
    return isOne && /^[0-9a-f]{64}$/.test(found.root ?? '') ? (found as Commitment) : null;
  } catch {
    return null;
  }
}
