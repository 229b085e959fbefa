import * as z from 'zod';
import { signedInFunction } from '../../shared/http/http-function.ts';
import { answer, pathParameters, readBody } from '../../shared/http/messages.ts';
import { queryParameters } from '../../shared/http/query-parameters.ts';
import { readEnvironment } from '../../shared/observability/environment.ts';
import { connectScoreTable } from '../../shared/score-store/score-table.ts';
import { changeContacts, readContactsOf } from './manage-contacts.ts';

const deps = { table: connectScoreTable(readEnvironment('SCORE_TABLE').SCORE_TABLE), now: () => new Date() };

/** ASCII and one address: nothing that a header could take for a second one. */
const address = z
  .string()
  .max(254)
  .refine((text) => /^[\w.+'-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/.test(text), {
    error: 'must be a mail address',
    params: { vi: 'phải là địa chỉ thư điện tử, như canbo@example.gov.vn' },
  });
const contacts = z.strictObject({ addresses: z.array(address).max(20) });

export const handler = signedInFunction(async (event, caller) => {
  queryParameters(event);
  const { unit_id } = pathParameters(event, 'unit_id');
  if (event.routeKey.startsWith('GET ')) return answer(200, await readContactsOf(unit_id, caller, deps));
  return answer(200, await changeContacts({ ...readBody(event, contacts), unit_id }, caller, deps));
});
