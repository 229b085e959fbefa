/** Partition of a chain in the ledger's table. */
export type ChainName = string;

export interface PeriodOf {
  group: string;
  period: string;
}

export interface UnitOf extends PeriodOf {
  unit_id: string;
}

const prefix = 'LEDGER';

export const periodChain = ({ group, period }: PeriodOf): ChainName => `${prefix}#${group}#${period}`;

export const unitChain = ({ group, period, unit_id }: UnitOf): ChainName => `${prefix}#${group}#${period}#${unit_id}`;

/** Reverses the two above; `unit_id` is null for a period's own chain. */
export function parseChain(chain: ChainName): PeriodOf & { unit_id: string | null } {
  const [, group = '', period = '', unit_id = null] = chain.split('#');
  return { group, period, unit_id };
}
