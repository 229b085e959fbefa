import { Aws, Duration, TimeZone } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { ContextAttribute, Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import type { PipelineFunction } from './pipeline-function.ts';
import { alarmPeriod, RunbookAlarm } from './runbook-alarm.ts';

export interface DailyScheduleProps {
  target: PipelineFunction;
  /** Who is hurt when it does not run through. */
  impact: string;
  alarmTopic: ITopic;
}

/** Calls a function of the topology every day at its time in Vietnam, and says which moment the call is for. */
export class DailySchedule extends Construct {
  constructor(scope: Construct, id: string, { target, impact, alarmTopic: topic }: DailyScheduleProps) {
    super(scope, id);
    const { name, trigger } = target.spec;
    if (trigger.kind !== 'schedule') throw new Error(`${name} has no time in infra/topology.ts`);
    const [hour, minute] = trigger.at.split(':') as [string, string];
    // What the schedule could not call, and what was called and failed: either is a morning without it.
    const deadLetterQueue = new Queue(this, 'DLQ', {
      ...{ encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true, retentionPeriod: Duration.days(14) },
    });
    const role = new Role(this, 'Role', { assumedBy: ownScheduler() });
    new Schedule(this, 'Schedule', {
      description: impact,
      schedule: ScheduleExpression.cron({ hour, minute, timeZone: TimeZone.ASIA_HO_CHI_MINH }),
      target: new LambdaInvoke(target.lambda, {
        role,
        input: ScheduleTargetInput.fromObject({ scheduled_at: ContextAttribute.scheduledTime }),
        deadLetterQueue,
        // The whole of the morning: what is told at noon is told on the same day.
        retryAttempts: 12,
        maxEventAge: Duration.hours(4),
      }),
    });
    target.lambda.configureAsyncInvoke({ onFailure: new SqsDestination(deadLetterQueue), retryAttempts: 2 });
    acknowledge(deadLetterQueue, {
      'AwsSolutions-SQS3': 'It is the dead-letter queue, of a schedule and not of a queue.',
    });
    acknowledge(role, {
      [`AwsSolutions-IAM5[Resource::<${lambdaIdOf(target)}.Arn>:*]`]:
        'The target grants the versions of the one function beside it; there are none.',
    });
    const metric = deadLetterQueue.metricApproximateNumberOfMessagesVisible({ period: alarmPeriod, statistic: 'max' });
    new RunbookAlarm(this, `${name}-failed`, { metric, impact, topic });
  }
}

/** Schedules of this account: the service itself serves every account. */
export const ownScheduler = () =>
  new ServicePrincipal('scheduler.amazonaws.com', {
    conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
  });

/** As cdk-nag prints it. */
export function lambdaIdOf({ lambda }: PipelineFunction): string {
  const {
    'Fn::GetAtt': [id],
  } = lambda.stack.resolve(lambda.functionArn);
  return id;
}
