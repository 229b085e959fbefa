import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { AlarmTopic } from '../constructs/alarm-topic.ts';
import { DistributionAlarm } from '../constructs/distribution-alarm.ts';
import type { Distributions } from '../settings.ts';

interface EdgeAlarmsProps extends StackProps {
  distributions: Distributions;
  alarmEmail: string | undefined;
}

/**
 * Alarms of both sites, in the one region where CloudFront counts; with a topic there, for an alarm rings in its own region. By
 * the ids of the distributions, which are known once `DtiEdge` stands: references across regions would take functions of their own.
 */
export class EdgeAlarmsStack extends Stack {
  constructor(scope: Construct, id: string, { distributions, alarmEmail: email, ...props }: EdgeAlarmsProps) {
    super(scope, id, props);
    const topic = new AlarmTopic(this, 'Alarms', { email });
    new DistributionAlarm(this, 'public-site-5xx-rate', {
      distributionId: distributions.site,
      impact:
        'Readers get an error in place of pages, files or figures: at least one answer in twenty of the public site.',
      topic,
    });
    new DistributionAlarm(this, 'portal-site-5xx-rate', {
      distributionId: distributions.portal,
      impact: 'Units and ministry cannot work in the portal: at least one answer in twenty of its address is an error.',
      topic,
    });
  }
}
