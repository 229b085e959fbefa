import { Logger } from '@aws-lambda-powertools/logger';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import { Fault, RetryableFault } from './fault.ts';

/** Input of every step of the state machine: what to work on, never the data itself. */
export interface StepInput {
  run_id: string;
  attempt: number;
  failure?: { Error?: string; Cause?: string };
}

const logger = new Logger();

/** The middy chain of a step. What is not a fault of ours is the platform's, and worth the state machine's retry. */
export const workflowStep = (step: (input: StepInput) => Promise<unknown>) =>
  middy<StepInput, unknown>()
    .use(injectLambdaContext(logger))
    .handler(async (input) => {
      try {
        return await step(input);
      } catch (error) {
        logger.error('step failed', { error, run_id: input.run_id });
        throw error instanceof Fault ? error : platformFault(error);
      }
    });

/** The SDK marks throttling and timeouts; a programming error carries neither mark and must not be retried. */
function platformFault(error: unknown): Fault {
  const { $retryable, $metadata } = error as { $retryable?: object; $metadata?: { httpStatusCode?: number } };
  const message = error instanceof Error ? error.message : String(error);
  const transient = $retryable !== undefined || ($metadata?.httpStatusCode ?? 0) >= 500 || isNetworkError(error);
  return new (transient ? RetryableFault : Fault)('STEP_FAILED', message, { cause: error });
}

const isNetworkError = (error: unknown) =>
  ['ECONNRESET', 'ECONNREFUSED', 'ETIMEDOUT', 'EPIPE'].includes((error as { code?: string }).code ?? '');
