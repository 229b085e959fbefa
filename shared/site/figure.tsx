import { formatDecimal } from '../format/format-decimal.ts';

/** A published value: the digits for people, the decimal for machines. */
export function Figure({ decimal }: { decimal: string }) {
  return <data value={decimal}>{formatDecimal(decimal)}</data>;
}
