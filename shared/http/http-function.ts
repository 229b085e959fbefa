import { Logger } from '@aws-lambda-powertools/logger';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type {
  APIGatewayProxyEventV2,
  APIGatewayProxyEventV2WithJWTAuthorizer,
  APIGatewayProxyStructuredResultV2,
} from 'aws-lambda';
import type { Caller } from '../identity/caller.ts';
import { RetryableFault } from '../observability/fault.ts';
import { compress } from './compress.ts';
import { busyProblem, faultProblem, Problem, problemBody } from './problem.ts';
import { requireCaller } from './require-caller.ts';

export type Response = APIGatewayProxyStructuredResultV2;
export type PublicEvent = APIGatewayProxyEventV2;
export type SignedInEvent = APIGatewayProxyEventV2WithJWTAuthorizer;

const logger = new Logger();

/**
 * The middy chain of a public route: structured log, every error a problem document, with the headers given if any; long
 * answers compressed.
 */
export const publicFunction = (
  respond: (event: PublicEvent) => Promise<Response>,
  refusalHeaders: Record<string, string> = {},
) =>
  middy<PublicEvent, Response>()
    .use(injectLambdaContext(logger))
    .use({
      after: (request) => {
        request.response &&= compress(request.response, request.event.headers?.['accept-encoding']);
      },
      onError: (request) => {
        const response = problemResponse(request.error, request.event);
        request.response = { ...response, headers: { ...refusalHeaders, ...response.headers } };
      },
    })
    .handler(respond);

/** The same for a route behind the JWT authorizer; the caller is read before anything else. */
export const signedInFunction = (respond: (event: SignedInEvent, caller: Caller) => Promise<Response>) =>
  publicFunction((event) => {
    const signedIn = event as SignedInEvent;
    const actingAs = signedIn.headers['dti-acting-as'] ?? null;
    return respond(signedIn, requireCaller(signedIn.requestContext.authorizer?.jwt?.claims, actingAs));
  });

function problemResponse(error: Error | null, event: PublicEvent): Response {
  const requestId = event.requestContext?.requestId ?? 'unknown';
  const problem = error instanceof Problem ? error : error instanceof RetryableFault ? busyProblem() : faultProblem();
  if (problem !== error) logger.error('request failed', { error, requestId });
  return {
    statusCode: problem.status,
    headers: {
      ...problem.headers,
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
    },
    body: JSON.stringify(problemBody(problem, requestId)),
  };
}
