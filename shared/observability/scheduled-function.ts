import { Logger } from '@aws-lambda-powertools/logger';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';

/** What the schedule hands over: the moment it was due, so that a later try does the work of that moment. */
export interface ScheduledInput {
  scheduled_at: string;
}

const logger = new Logger();

/** The middy chain of a function that a schedule calls. It throws on: what Lambda counts as an error rings. */
export const scheduledFunction = (work: (at: Date) => Promise<object>) =>
  middy<ScheduledInput, object>()
    .use(injectLambdaContext(logger))
    .handler(async ({ scheduled_at }) => {
      const done = await work(new Date(scheduled_at));
      logger.info('schedule done', { scheduled_at, ...done });
      return done;
    });
