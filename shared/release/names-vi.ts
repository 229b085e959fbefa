import { formatList } from '../format/format-list.ts';

/** Names in one sentence; how many more there are is said. */
const mostNames = 5;

/** `A, B và C`; `A, B, C, D, E và 12 đơn vị khác`: any number of units may share a rank. */
export function namesVi(names: readonly string[], most = mostNames): string {
  if (names.length <= most) return formatList([...names]);
  return `${names.slice(0, most).join(', ')} và ${names.length - most} đơn vị khác`;
}
