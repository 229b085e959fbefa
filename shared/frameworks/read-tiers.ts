import type { Tier } from './framework.ts';

const notation = /^(\d+)=(\S+)\s+(\S.*)$/s;

/**
 * Reads the cell `tiers`: key, points and what is said in the form, tiers parted by `;`:
 * `4=20 Từ 4 cuộc; 3=15 3 cuộc`. Returns what is wrong as text.
 */
export function readTiers(cell: string): Tier[] | string {
  if (cell === '') return [];
  const parts = cell
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== ''); // a `;` at the end is a habit, not a tier
  const tiers = parts.map(readTier);
  const wrong = parts.filter((_part, i) => tiers[i] === null);
  if (wrong.length > 0)
    return `tiers "${wrong.join('; ')}" cannot be read; write key, points and a text, parted by ;: 4=20 Từ 4 cuộc; 3=15 3 cuộc`;
  return tiers as Tier[];
}

function readTier(part: string): Tier | null {
  const [, key, points, label] = notation.exec(part) ?? [];
  if (!key || !points || !label) return null;
  return { key, points, label_vi: label.normalize('NFC') };
}
