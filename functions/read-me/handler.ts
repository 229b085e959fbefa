import { publicFunction, type SignedInEvent } from '../../shared/http/http-function.ts';
import { answer } from '../../shared/http/messages.ts';
import { queryParameters } from '../../shared/http/query-parameters.ts';
import { readMe } from './read-me.ts';

/** Not by the chain of signed-in routes: who holds several roles learns here which they are, before naming one. */
export const handler = publicFunction(async (event) => {
  queryParameters(event);
  const { requestContext, headers } = event as SignedInEvent;
  return answer(200, readMe(requestContext.authorizer?.jwt?.claims, headers['dti-acting-as'] ?? null));
});
