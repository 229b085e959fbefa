/** A weight as people write it in either language, `12,5` or `12.5`; null: it is none. */
export function readWeight(text: string): string | null {
  const decimal = text.trim().replace(',', '.');
  return /^\d{1,6}(\.\d{1,4})?$/.test(decimal) ? decimal : null;
}

const name = 'w';

/** `#w=50,50,140`: in the order of the release's main indices. */
export const addressOf = (weights: string[]): string => `#${name}=${weights.join(',')}`;

/** Null where the address names no weights, or not as many, or something that is none. */
export function weightsIn(hash: string, count: number): string[] | null {
  const found = new RegExp(`^#${name}=([\\d.,]+)$`).exec(hash)?.[1]?.split(',').map(readWeight) ?? [];
  return found.length === count && found.every((weight) => weight !== null) ? found : null;
}
