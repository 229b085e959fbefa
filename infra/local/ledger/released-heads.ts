import { readFile } from 'node:fs/promises';
import { type ChainName, periodChain, unitChain } from '../../../shared/ledger/chain.ts';
import type { Head } from '../../../shared/ledger/entry.ts';
import type { RunHeads } from '../../../shared/release/run-files.ts';
import { UsageError } from '../commands/run-command.ts';

export interface ChainHead extends Head {
  chain: ChainName;
}

/** What of `release.json` is read here. */
interface ReleasedFacts {
  group: string;
  period: string;
  heads: RunHeads;
}

/** The chains that the release rests on, as they stood when its run was started. */
export async function readReleasedHeads(path: string): Promise<ChainHead[]> {
  const { group, period, heads } = await readFacts(path);
  const units = Object.entries(heads?.units ?? {}).map(([unit_id, head]) => ({
    chain: unitChain({ group, period, unit_id }),
    ...head,
  }));
  const all = [{ chain: periodChain({ group, period }), ...heads?.period }, ...units];
  if (!all.every(isHead)) throw new UsageError(`${path}: tệp không ghi đầu các chuỗi`, 'it names no heads of chains');
  return all as ChainHead[];
}

async function readFacts(path: string): Promise<Partial<ReleasedFacts> & Pick<ReleasedFacts, 'group' | 'period'>> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    throw new UsageError(`${path}: không đọc được tệp này`, `it cannot be read: ${(error as Error).message}`);
  }
}

export function isHead(value: unknown): value is Head {
  const { number, sha256 } = (value ?? {}) as Partial<Head>;
  return Number.isSafeInteger(number) && number! >= 1 && typeof sha256 === 'string';
}
