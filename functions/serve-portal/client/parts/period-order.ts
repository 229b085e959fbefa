/** `2026-3`; a year ends with its last quarter and is the later of the two. */
const endOf = (period: string): string => {
  const [year, quarter] = period.split('-Q');
  return `${year}-${quarter ?? '5'}`;
};

/** The newest end first. */
export const latestFirst = (a: { period: string }, b: { period: string }): number =>
  endOf(b.period).localeCompare(endOf(a.period));
