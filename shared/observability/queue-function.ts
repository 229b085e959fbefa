import { Logger } from '@aws-lambda-powertools/logger';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';

const logger = new Logger();

/** The middy chain of a queue consumer: only the messages that failed come back, and go to the DLQ in the end. */
export const queueFunction = (consume: (body: string) => Promise<void>) =>
  middy<SQSEvent, SQSBatchResponse>()
    .use(injectLambdaContext(logger))
    .handler(async (event) => {
      const failed: string[] = [];
      for (const record of event.Records) {
        try {
          await consume(record.body);
        } catch (error) {
          logger.error('message failed', { error, messageId: record.messageId });
          failed.push(record.messageId);
        }
      }
      return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
    });
