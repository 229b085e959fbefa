import * as z from 'zod';

/** A day that a caller may name: ISO 8601, and of our time. `0000-01-01` is no deadline. */
export const day = z.iso.date().refine((text) => text >= '2000-01-01', {
  error: 'must be 2000-01-01 or later',
  params: { vi: 'phải từ ngày 2000-01-01 trở đi' },
});
