import * as z from 'zod';

const name = z.string().regex(/^[A-Za-z0-9-]{1,60}$/);

/** Every query key of the public API, with what it may hold: what the API checks, and what the cache in front of it lets by. */
export const publicQuery = {
  cursor: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,400}$/)
    .describe('`next_cursor` of the page before; opaque'),
  group: name.describe('Nhóm đơn vị / group of units'),
  index: z
    .string()
    .regex(/^[a-z0-9_-]{1,40}$/)
    .describe('Index; `dti` when left out'),
  limit: z
    .string()
    .regex(/^([1-9]|[1-9]\d|[1-4]\d\d|500)$/)
    .describe('How many at most, 1 to 500'),
  period: z
    .string()
    .regex(/^20\d{2}(-Q[1-4])?$/)
    .describe('Kỳ / period'),
  q: z.string().trim().min(1).max(100).describe('Name, without marks if need be, former names and aliases too'),
  release: z.string().max(100).describe('A numbered release; without it the current one'),
  state: z
    .enum(['current', 'superseded', 'published'])
    .describe('Whether the release stands or another took its place'),
  unit_id: name.describe('Mã đơn vị / id of the unit'),
};

export type PublicQueryKey = keyof typeof publicQuery;

/** The one list: CloudFront’s function and cache policy read it, and each route names its keys from it. */
export const publicQueryKeys = Object.keys(publicQuery).sort() as PublicQueryKey[];
