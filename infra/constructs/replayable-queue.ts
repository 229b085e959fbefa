import { Duration, TimeZone } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { ContextAttribute, Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { SqsSendMessage } from 'aws-cdk-lib/aws-scheduler-targets';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { QueueSpec } from '../topology.ts';
import type { PipelineFunction } from './pipeline-function.ts';
import { queueSpec } from './resources.ts';
import { alarmPeriod, RunbookAlarm } from './runbook-alarm.ts';

export interface ReplayableQueueProps {
  source: IBucket;
  consumer: PipelineFunction;
  alarmTopic: ITopic;
}

/** Several conditions on one key are alternatives: both ends of it are one pattern. */
const keyPatterns = ({ keyPrefix, keySuffix, alsoKey }: QueueSpec['source']) => [
  keySuffix === undefined ? { prefix: keyPrefix } : { wildcard: `${keyPrefix}*${keySuffix}` },
  ...(alsoKey === undefined ? [] : [alsoKey]),
];

/** One queue of the topology; its id is the queue's name. What fails too often waits in the DLQ, untouched, for a replay. */
export class ReplayableQueue extends Construct {
  constructor(scope: Construct, id: string, { source, consumer, alarmTopic }: ReplayableQueueProps) {
    super(scope, id);
    const spec = queueSpec(id);
    const encryption = QueueEncryption.SQS_MANAGED;
    const deadLetters = new Queue(this, 'DLQ', { encryption, enforceSSL: true, retentionPeriod: Duration.days(14) });
    const queue = new Queue(this, 'Queue', {
      encryption,
      enforceSSL: true,
      // Six times the consumer's timeout, as Lambda asks, so that a throttled message is not seen twice.
      visibilityTimeout: Duration.seconds(6 * consumer.spec.timeoutSeconds),
      deadLetterQueue: { queue: deadLetters, maxReceiveCount: spec.maxReceives },
    });
    new Rule(this, 'Rule', {
      eventPattern: {
        source: ['aws.s3'],
        detailType: [spec.source.detailType],
        detail: { bucket: { name: [source.bucketName] }, object: { key: keyPatterns(spec.source) } },
      },
      // What EventBridge cannot deliver has the shape of what the consumer could not handle: one DLQ, one replay.
      targets: [new SqsQueue(queue, { deadLetterQueue: deadLetters })],
    });
    if (spec.dailyAt) this.feedDaily(queue, spec.dailyAt, spec.impact);
    // One message at a time: someone waits for each answer, and a hostile file takes no neighbour down.
    const { maxConcurrency } = spec;
    const atOnce = maxConcurrency === undefined ? {} : { maxConcurrency };
    consumer.lambda.addEventSource(
      new SqsEventSource(queue, { batchSize: 1, reportBatchItemFailures: true, ...atOnce }),
    );
    new RunbookAlarm(this, `${id}-dlq-not-empty`, {
      metric: deadLetters.metricApproximateNumberOfMessagesVisible({ period: alarmPeriod, statistic: 'max' }),
      impact: spec.impact,
      topic: alarmTopic,
    });
  }

  private feedDaily(queue: Queue, at: string, description: string): void {
    const [hour, minute] = at.split(':') as [string, string];
    new Schedule(this, 'Daily', {
      description,
      schedule: ScheduleExpression.cron({ hour, minute, timeZone: TimeZone.ASIA_HO_CHI_MINH }),
      target: new SqsSendMessage(queue, {
        input: ScheduleTargetInput.fromObject({ scheduled_at: ContextAttribute.scheduledTime }),
      }),
    });
  }
}
