/** What one output says of one unit in one measure; an absent part is one it does not tell. */
export interface Claim {
  unit: string;
  measure: string;
  /** Decimal text with four places; empty: it says that there is none. */
  value?: string;
  /** Digits; empty: it says that there is none. */
  rank?: string;
  /** Of how many the rank is. */
  n?: string;
}

export type Truth = ReadonlyMap<string, Required<Claim>>;

export const keyOf = ({ unit, measure }: Pick<Claim, 'unit' | 'measure'>): string => `${unit} ${measure}`;

export const truthOf = (claims: Claim[]): Truth =>
  new Map(claims.map((claim) => [keyOf(claim), claim as Required<Claim>]));

/** Every claim that is of nothing known, or says other than the truth. */
export function strays(claims: Claim[], truth: Truth): string[] {
  return claims.flatMap((claim) => {
    const known = truth.get(keyOf(claim));
    if (!known) return [`${keyOf(claim)}: unknown`];
    return (['value', 'rank', 'n'] as const).flatMap((part) =>
      claim[part] === undefined || claim[part] === known[part]
        ? []
        : [`${keyOf(claim)}: ${part} ${claim[part]}, not ${known[part]}`],
    );
  });
}

/** Figures that exist in the truth, among the given, and that no claim tells both value and rank of. */
export function untold(claims: Claim[], truth: Truth, among: (of: Required<Claim>) => boolean = () => true): string[] {
  const told = (part: 'value' | 'rank') =>
    new Set(claims.filter((claim) => claim[part] !== undefined).map((claim) => keyOf(claim)));
  const [values, ranks] = [told('value'), told('rank')];
  return [...truth]
    .filter(([key, known]) => known.value !== '' && among(known) && !(values.has(key) && ranks.has(key)))
    .map(([key]) => key);
}
