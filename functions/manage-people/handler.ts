import * as z from 'zod';
import { signedInFunction } from '../../shared/http/http-function.ts';
import { answer, pathParameters, readBody, readNoBody } from '../../shared/http/messages.ts';
import { queryParameters } from '../../shared/http/query-parameters.ts';
import { readEnvironment } from '../../shared/observability/environment.ts';
import { connectScoreTable } from '../../shared/score-store/score-table.ts';
import { erasePersonById, linkPeople, readPersonById } from './manage-people.ts';

const deps = { table: connectScoreTable(readEnvironment('SCORE_TABLE').SCORE_TABLE) };
const signIn = z.strictObject({
  subject: z.string().min(1).max(200),
  issuer: z.string().min(1).max(300).exactOptional(),
});
const links = z.strictObject({ a: signIn, b: signIn });

export const handler = signedInFunction(async (event, caller) => {
  queryParameters(event);
  if (event.routeKey.endsWith('/links')) {
    const { a, b } = readBody(event, links);
    const { issuer } = caller;
    return answer(200, await linkPeople({ a: { issuer, ...a }, b: { issuer, ...b } }, caller, deps));
  }
  const { person_id } = pathParameters(event, 'person_id');
  if (!event.routeKey.endsWith('/erase')) return answer(200, await readPersonById(person_id, caller, deps));
  readNoBody(event);
  return answer(200, await erasePersonById(person_id, caller, deps));
});
