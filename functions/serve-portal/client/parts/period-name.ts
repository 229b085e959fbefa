import type { Word } from '../words.ts';

const quarters = ['I', 'II', 'III', 'IV'];

/** `Quý III/2026`, `Năm 2024`. */
export function periodName(period: string): Word {
  const [year = '', quarter] = period.split('-Q');
  if (quarter === undefined) return { vi: `Năm ${year}`, en: `Year ${year}` };
  return { vi: `Quý ${quarters[Number(quarter) - 1]}/${year}`, en: `Q${quarter} ${year}` };
}
