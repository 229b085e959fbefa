import { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { alarmPeriod, RunbookAlarm } from './runbook-alarm.ts';

/**
 * One for all functions: none has a share of its own, so whichever is turned away, the account runs as many as it may. A
 * function's own errors do not count it.
 */
export class ThrottleAlarm extends Construct {
  constructor(scope: Construct, id: string, { topic }: { topic: ITopic }) {
    super(scope, id);
    const impact =
      'Whoever calls may be answered 503, and queues wait: the account runs as many functions at once as it may.';
    const metric = Lambda.metricAllThrottles({ period: alarmPeriod, statistic: 'sum' });
    new RunbookAlarm(this, 'functions-throttled', { metric, impact, topic });
  }
}
