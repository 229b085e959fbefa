import { Duration } from 'aws-cdk-lib';
import { Role } from 'aws-cdk-lib/aws-iam';
import { ContextAttribute, Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { lambdaIdOf, ownScheduler } from './daily-schedule.ts';
import type { PipelineFunction } from './pipeline-function.ts';
import { alarmPeriod, RunbookAlarm } from './runbook-alarm.ts';

export interface MinuteScheduleProps {
  target: PipelineFunction;
  /** Who is hurt when it does not run through. */
  impact: string;
  alarmTopic: ITopic;
}

/** Calls a function of the topology every minute. What one call missed is found by the next: none is repeated for long. */
export class MinuteSchedule extends Construct {
  constructor(scope: Construct, id: string, { target, impact, alarmTopic: topic }: MinuteScheduleProps) {
    super(scope, id);
    const { name, everyMinute } = target.spec;
    if (!everyMinute) throw new Error(`${name} is not called every minute in infra/topology.ts`);
    const role = new Role(this, 'Role', { assumedBy: ownScheduler() });
    new Schedule(this, 'Schedule', {
      description: impact,
      schedule: ScheduleExpression.rate(Duration.minutes(1)),
      target: new LambdaInvoke(target.lambda, {
        role,
        input: ScheduleTargetInput.fromObject({ scheduled_at: ContextAttribute.scheduledTime }),
        retryAttempts: 0,
        maxEventAge: Duration.minutes(1),
      }),
    });
    acknowledge(role, {
      [`AwsSolutions-IAM5[Resource::<${lambdaIdOf(target)}.Arn>:*]`]:
        'The target grants the versions of the one function beside it; there are none.',
    });
    const metric = target.lambda.metricErrors({ period: alarmPeriod, statistic: 'sum' });
    new RunbookAlarm(this, `${name}-failed`, { metric, impact, topic });
  }
}
