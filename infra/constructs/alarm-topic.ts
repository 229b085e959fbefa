import { Aws } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';

/** Where alarms ring. */
export class AlarmTopic extends Topic {
  constructor(scope: Construct, id: string, props: { email: string | undefined }) {
    super(scope, id, { displayName: 'DTI pipeline alarms', enforceSSL: true });
    // A policy of our own replaces the default one, by which the account's alarms could publish.
    this.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    );
    if (props.email) this.addSubscription(new EmailSubscription(props.email));
  }
}
