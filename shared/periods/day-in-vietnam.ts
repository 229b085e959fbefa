const aheadMs = 7 * 3600_000;

/** The day that it is in Vietnam at an instant, `2026-10-15`; the country has no summer time. */
export const dayInVietnam = (at: string): string => new Date(Date.parse(at) + aheadMs).toISOString().slice(0, 10);
