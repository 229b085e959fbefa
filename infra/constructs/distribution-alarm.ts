import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { alarmPeriod, RunbookAlarm } from './runbook-alarm.ts';

export interface DistributionAlarmProps {
  distributionId: string;
  /** Who is hurt, and how. */
  impact: string;
  topic: ITopic;
}

/** Of all that readers ask for: a fault of the origin that a rare address meets is the API's own alarm. */
const percentOfAnswers = 5;

/**
 * Rings when one answer in twenty is a fault, of whatever stands behind the edge or of the edge itself. CloudFront counts in
 * us-east-1 alone, and an alarm watches its own region: its stack stands there.
 */
export class DistributionAlarm extends Construct {
  constructor(scope: Construct, id: string, { distributionId, impact, topic }: DistributionAlarmProps) {
    super(scope, id);
    const metric = new Metric({
      namespace: 'AWS/CloudFront',
      metricName: '5xxErrorRate',
      dimensionsMap: { DistributionId: distributionId, Region: 'Global' },
      statistic: 'Average',
      period: alarmPeriod,
    });
    new RunbookAlarm(this, id, { metric, above: percentOfAnswers, windows: 3, impact, topic });
  }
}
