import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';

export interface RunbookAlarmProps {
  metric: IMetric;
  /** Rings when the metric is above this; absent: zero. */
  above?: number;
  /** Windows of which one more than half must be above it: of a rate, where few ask, one fault is many percent. Absent: one. */
  windows?: number;
  /** Who is hurt, and how. There is no alarm without it. */
  impact: string;
  topic: ITopic;
}

/** All alarms count over the same window, short enough for someone who waits for an answer. */
export const alarmPeriod = Duration.minutes(5);

/**
 * An alarm whose id is its name and its heading in the runbook. The name is fixed, against the habit of generated ones:
 * it is what the operator reads at night.
 */
export class RunbookAlarm extends Construct {
  constructor(scope: Construct, id: string, { metric, above = 0, windows = 1, impact, topic }: RunbookAlarmProps) {
    super(scope, id);
    const alarm = new Alarm(this, 'Alarm', {
      alarmName: id,
      alarmDescription: `${impact} Runbook: docs/runbook.md#${id}`,
      metric,
      threshold: above,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: windows,
      datapointsToAlarm: Math.ceil(windows / 2),
      // Nothing is reported while nothing happens.
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(topic));
    alarm.addOkAction(new SnsAction(topic));
  }
}
