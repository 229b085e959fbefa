import type { FormSpec } from './form-spec.ts';

/** Where the prefilled values of a form are from: each source once, in the order in which the values stand. */
export const formSources = ({ values = [] }: FormSpec): string[] => [
  ...new Set(values.flatMap(({ source_vi }) => source_vi ?? [])),
];

/** `[2]`, by which a value points at its source below the table. */
export const sourceMark = (sources: readonly string[], source: string): string => `[${sources.indexOf(source) + 1}]`;
